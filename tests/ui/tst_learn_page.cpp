// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lesson_walk.h"
#include "ui/pages/page.h"
#include "ui/state/course_files.h"
#include "ui/state/course_state.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::Walk;
using test::WorkbenchFixture;

namespace {

QByteArray listOf(const course::Problems& problems) {
    QByteArray list;
    for (const course::Problem& problem : problems) {
        list += QByteArray::fromStdString(toString(problem)) + '\n';
    }
    return list;
}

}  // namespace

class TestLearnPage : public QObject {
    Q_OBJECT

private slots:
    void aStepIsOneStepOfUndo() {
        Walk walk(QStringLiteral("calibration"));
        const QJsonObject before = walk.fixture.bench->settings().values();
        const int steps = walk.fixture.bench->undoStack().count();
        walk.show(walk.lesson().steps[3]);
        QCOMPARE(walk.fixture.bench->undoStack().count(), steps + 1);
        walk.fixture.bench->undoStack().undo();
        walk.settle();
        for (const char* name : {"calibrate.synthetic.kind", "calibrate.sample",
                                 "calibrate.scheme.format", "calibrate.range.method"}) {
            const QString setting = QString::fromLatin1(name);
            QCOMPARE(walk.fixture.bench->settings().value(setting), before.value(setting));
        }
        walk.fixture.bench->undoStack().redo();
        walk.settle();
        walk.stateIsSet(walk.lesson().steps[3].place.state);
    }

    void quickStepsEndAtTheLastOne() {
        Walk walk(QStringLiteral("calibration"));
        const auto& steps = walk.lesson().steps;
        QVERIFY(walk.course().begin(QStringLiteral("calibration")));
        for (const std::size_t i : {std::size_t(6), std::size_t(3), std::size_t(8)}) {
            QVERIFY(walk.course().begin(QStringLiteral("calibration"),
                                        QString::fromStdString(steps[i].id)));
        }
        walk.settle();
        walk.stateIsSet(steps[8].place.state);
    }

    void progressIsKeptAndShown() {
        Walk walk(QStringLiteral("calibration"));
        walk.fixture.window->showPageById(QStringLiteral("learn"));
        QTest::mouseClick(walk.fixture.find<QAbstractButton>("lesson_row_calibration"),
                          Qt::LeftButton);
        walk.press("overview_begin");
        walk.settle();
        QCOMPARE(walk.course().stepNumber(), 0);
        walk.press("lesson_next");
        walk.settle();
        QCOMPARE(walk.course().stepNumber(), 1);
        const course::LessonProgress* progress = walk.course().progressOf("calibration");
        QVERIFY(progress != nullptr);
        QCOMPARE(progress->done, std::vector<std::string>{walk.lesson().steps[0].id});
        const course::Question& question = *walk.course().step()->question;
        walk.give(question, {12345, {}, {}}, {});
        QCOMPARE(walk.course().verdict()->answer, std::string("otherwise"));
        progress = walk.course().progressOf("calibration");
        QCOMPARE(progress->asked, 1);
        QCOMPARE(progress->right, 0);
        QTest::keyClick(walk.fixture.find<QWidget>("lesson_card"), Qt::Key_Escape);
        QVERIFY(walk.course().step() == nullptr);
        // Where it was left.
        QVERIFY(walk.course().begin(QStringLiteral("calibration")));
        QCOMPARE(walk.course().stepNumber(), 1);
    }

    /// Predict first: what the ring shows takes clicks once the answer is revealed, or when moving
    /// it is the answer.
    void theDimKeepsClicksUntilTheAnswer() {
        Walk walk(QStringLiteral("calibration"));
        int blocked = 0;
        for (const course::Step& step : walk.lesson().steps) {
            walk.show(step);
            auto* spotlight = walk.fixture.find<Spotlight>("spotlight");
            if (!spotlight->isVisible()) {
                continue;
            }
            const bool predicts =
                step.question && step.question->kind != course::QuestionKind::Until;
            QCOMPARE(spotlight->testAttribute(Qt::WA_TransparentForMouseEvents), !predicts);
            if (predicts) {
                ++blocked;
                QVERIFY(walk.course().answer({12345, {}, {}}, QStringLiteral("12345")));
                QVERIFY(spotlight->testAttribute(Qt::WA_TransparentForMouseEvents));
            }
        }
        QCOMPARE_GT(blocked, 0);
        walk.course().leave();
        QVERIFY(walk.fixture.find<Spotlight>("spotlight")
                    ->testAttribute(Qt::WA_TransparentForMouseEvents));
    }

    /// Without a mouse: the answer is typed at once, Return reveals and goes on, and no key of it
    /// reaches the page behind.
    void aLessonIsTakenByTheKeyboard() {
        Walk walk(QStringLiteral("calibration"));
        auto& window = *walk.fixture.window;
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(window.focusWidget(), key);
            walk.settle();
        };
        walk.show(walk.lesson().steps.front());
        QTRY_COMPARE(window.focusWidget()->objectName(), QStringLiteral("lesson_next"));
        press(Qt::Key_Return);
        QCOMPARE(walk.course().stepNumber(), 1);
        const std::string format = walk.fixture.bench->scheme().format;
        auto* field = walk.fixture.find<QLineEdit>("lesson_number");
        QTRY_COMPARE(window.focusWidget(), static_cast<QWidget*>(field));
        press(Qt::Key_3);
        QCOMPARE(field->text(), QStringLiteral("3"));
        QTest::keyClick(&window, Qt::Key_4);  // as if the focus were on the page
        walk.settle();
        QCOMPARE(walk.fixture.bench->scheme().format, format);
        press(Qt::Key_Tab);
        QTRY_COMPARE(window.focusWidget()->objectName(), QStringLiteral("lesson_reveal"));
        press(Qt::Key_Tab);
        QTRY_COMPARE(window.focusWidget()->objectName(), QStringLiteral("lesson_back"));
        field->setFocus();
        press(Qt::Key_Return);
        QVERIFY(walk.course().verdict().has_value());
        QCOMPARE(walk.course().stepNumber(), 1);
        QTRY_COMPARE(window.focusWidget()->objectName(), QStringLiteral("lesson_next"));
        press(Qt::Key_Tab);
        QTRY_COMPARE(window.focusWidget()->objectName(), QStringLiteral("lesson_leave"));
        press(Qt::Key_Backtab);
        press(Qt::Key_Return);
        QCOMPARE(walk.course().stepNumber(), 2);
    }

    /// The end of a lesson: the cards that it prepares, there and on the Learn page.
    void aLessonEndsWithItsCards() {
        Walk walk(QStringLiteral("calibration"));
        walk.show(walk.lesson().steps.back());
        auto* cards = walk.fixture.find<MarkdownLabel>("lesson_cards");
        QVERIFY(!cards->isVisible());
        walk.press("lesson_compare");
        QVERIFY(cards->isVisible());
        for (const std::string& card : walk.lesson().cards) {
            QVERIFY2(cards->markdown().contains(
                         QStringLiteral("(card:%1)").arg(QString::fromStdString(card))),
                     card.c_str());
        }
        walk.press("lesson_next");
        walk.settle();
        QCOMPARE(walk.fixture.bench->views().window->page, QStringLiteral("learn"));
        auto* card = walk.fixture.find<QPushButton>("overview_card_calibration.scale");
        QVERIFY(card->isVisibleTo(walk.fixture.window.get()));
        card->click();
        walk.settle();
        QCOMPARE(walk.fixture.bench->views().window->page, QStringLiteral("interview"));
    }

    /// "Show me" of a term: nobody but the person ends its ring.
    void aRingOfNoLessonEnds_data() {
        QTest::addColumn<int>("by");
        QTest::newRow("Escape") << 0;
        QTest::newRow("a click") << 1;
        QTest::newRow("another page") << 2;
        QTest::newRow("undo") << 3;
    }

    void aRingOfNoLessonEnds() {
        QFETCH(int, by);
        Walk walk(QStringLiteral("calibration"));
        auto& window = *walk.fixture.window;
        const course::Term* term = walk.course().course().glossary.find("zero-point");
        QVERIFY(term != nullptr);
        const auto scope = scopeOf(walk.course().course(), *term);
        QVERIFY(walk.course().show(term->show, *scope, QStringLiteral("term")));
        walk.settle();
        auto* spotlight = walk.fixture.find<Spotlight>("spotlight");
        QTRY_VERIFY(spotlight->isVisible());
        if (by == 0) {
            QTest::keyClick(&window, Qt::Key_Escape);
        } else if (by == 1) {
            QTest::mouseClick(walk.fixture.find<QWidget>("metric_mse"), Qt::LeftButton);
        } else if (by == 2) {
            window.showPageById(QStringLiteral("memory"));
        } else {
            walk.fixture.bench->undoStack().undo();
        }
        QTRY_VERIFY(!spotlight->isVisible());
    }

    void aStepIsRingedWithoutATensor() {
        WorkbenchFixture f(6);
        QVERIFY(f.bench->source() == nullptr);
        QVERIFY(f.bench->course().begin(QStringLiteral("why-fine-tune")));
        QTRY_VERIFY(f.find<Spotlight>("spotlight")->isVisible());
    }

    void aUnitMayBeTyped() {
        Walk walk(QStringLiteral("why-fine-tune"));
        for (const course::Step& step : walk.lesson().steps) {
            if (step.id == "what-it-costs") {
                walk.show(step);
            }
        }
        auto* field = walk.fixture.find<QLineEdit>("lesson_number");
        auto* reveal = walk.fixture.find<QPushButton>("lesson_reveal");
        field->setText(QStringLiteral("a lot"));
        QVERIFY(!reveal->isEnabled());
        field->setText(QStringLiteral("108 GB"));  // 16 bytes for each of 6.74 billion
        QVERIFY(reveal->isEnabled());
        walk.press("lesson_reveal");
        QVERIFY(walk.course().verdict() && walk.course().verdict()->right);
    }

    /// What was said of a range is no longer said of another one.
    void aVerdictOnThePageGoesWithIt() {
        Walk walk(QStringLiteral("calibration"));
        for (const course::Step& step : walk.lesson().steps) {
            if (step.id == "tail") {
                walk.show(step);
            }
        }
        walk.press("lesson_reveal");
        QVERIFY(walk.course().verdict() && !walk.course().verdict()->right);
        auto* reason = walk.fixture.find<MarkdownLabel>("lesson_reason");
        QVERIFY(reason->isVisible());
        walk.fixture.bench->setRange(0, 1400);
        QVERIFY(!walk.course().verdict());
        QVERIFY(!reason->isVisible());
    }

    void aFolderOfOwnLessonsIsLeftOutAgain() {
        WorkbenchFixture f(6);
        auto* forget = f.find<QPushButton>("course_forget");
        QVERIFY(!forget->isVisible());
        QTemporaryDir folder;
        f.bench->course().setFolder(folder.path());
        QTRY_VERIFY(forget->isVisible());
        QTest::mouseClick(forget, Qt::LeftButton);
        QVERIFY(f.bench->course().folder().isEmpty());
        QVERIFY(!forget->isVisible());
    }

    /// Also while a session is opened, before any loop runs: what another lesson showed is gone,
    /// and does not wait on the page for its end.
    void anotherLessonTakesTheWholePlace() {
        WorkbenchFixture f(6);
        const auto shown = [&] {
            QStringList names;
            for (const auto* button : f.window->findChildren<QPushButton*>()) {
                if (button->objectName().startsWith(QStringLiteral("overview_step_"))) {
                    names << button->objectName().section(QLatin1Char('_'), 2);
                }
            }
            return names;
        };
        for (const course::Lesson& lesson : f.bench->course().course().lessons) {
            const QString row = QStringLiteral("lesson_row_") + QString::fromStdString(lesson.id);
            f.find<QAbstractButton>(row.toLatin1())->click();
            QStringList steps;
            for (const course::Step& step : lesson.steps) {
                steps << QString::fromStdString(step.id);
            }
            QCOMPARE(shown(), steps);
        }
    }

    /// Where a picker stands in the list's place, what the list tells and does is there too.
    void theCourseIsAllThereWithoutItsList() {
        WorkbenchFixture f(6);
        f.window->resize(960, 540);
        auto* standing = f.find<QLabel>("course_standing");
        QTRY_VERIFY(standing->isVisible());
        QVERIFY(!f.find<QPushButton>("course_print")->isVisible());
        const auto lessons = f.bench->course().course().lessons.size();
        QVERIFY2(standing->text().contains(QStringLiteral("0 of %1").arg(lessons)),
                 qPrintable(standing->text()));
        const QList<QAction*> actions = f.find<QToolButton>("course_menu")->menu()->actions();
        QCOMPARE(actions.size(), 3);
        QTemporaryDir folder;
        f.bench->course().setFolder(folder.path());
        actions[2]->trigger();
        QVERIFY(f.bench->course().folder().isEmpty());
        for (const auto& [at, dialog] : {std::pair(0, "handout_dialog"), {1, "lessons_dialog"}}) {
            actions[at]->trigger();
            QTRY_VERIFY(f.window->findChild<QFileDialog*>(QLatin1String(dialog)) != nullptr);
            f.find<QFileDialog>(dialog)->close();
        }
    }

    void termsOpenTheGlossary() {
        Walk walk(QStringLiteral("calibration"));
        QVERIFY(!walk.course().course().glossary.terms.empty());
        const course::Term& term = walk.course().course().glossary.terms.front();
        walk.course().openTerm(QString::fromStdString(term.id));
        walk.settle();
        QCOMPARE(walk.fixture.bench->views().window->page, QStringLiteral("learn"));
        auto* name = walk.fixture.find<QLabel>("look_up_name");
        QTRY_VERIFY(name->isVisible());
        QCOMPARE(name->text(), QString::fromStdString(term.name.text));
    }

    void namesThatAreFilledInAreNoTerms() {
        Walk walk(QStringLiteral("calibration"));
        course::Words words;
        words.text = "{{'Code'}} Llama has a code";
        QCOMPARE(walk.course().text(words), QStringLiteral("Code Llama has a [code](term:code)"));
    }

    void searchFindsAndOpens() {
        Walk walk(QStringLiteral("calibration"));
        walk.fixture.window->showPageById(QStringLiteral("learn"));
        QTest::keyClicks(walk.fixture.find<QLineEdit>("learn_search"), QStringLiteral("tie must"));
        auto* list = walk.fixture.find<QListWidget>("look_up_list");
        QTRY_VERIFY(list->count() >= 1);
        const auto rows =
            list->findItems(QStringLiteral("A tie must be broken"), Qt::MatchContains);
        QCOMPARE(rows.size(), 1);
        list->setCurrentItem(rows.front());
        walk.press("look_up_show");
        walk.settle();
        QVERIFY(walk.course().step() != nullptr);
        QCOMPARE(walk.course().step()->id, std::string("tie"));
    }

    void aFolderOfOnesOwnIsWatched() {
        Walk walk(QStringLiteral("calibration"));
        QTemporaryDir folder;
        const course::CourseFiles shipped = shippedCourseFiles();
        const auto write = [&](const char* ending, const QByteArray& text) {
            QFile file(folder.filePath(QStringLiteral("9-own") + QLatin1String(ending)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        const auto textOf = [&](const char* ending) {
            return QByteArray::fromStdString(
                shipped.at(std::string("lessons/en/5-calibration") + ending).text);
        };
        write(".md", textOf(".md"));
        write(".json", textOf(".json")
                           .replace("\"id\": \"calibration\"", "\"id\": \"own\"")
                           .replace("\"lesson\": 5", "\"lesson\": 9"));
        walk.course().setFolder(folder.path());
        QVERIFY2(walk.course().problems().empty(), listOf(walk.course().problems()));
        QVERIFY(walk.course().course().lesson("own") != nullptr);
        QVERIFY(walk.course().begin(QStringLiteral("own"), QStringLiteral("tie")));
        walk.settle();
        // Saved with a mistake: its file and line are told, and the step goes on.
        QByteArray broken = textOf(".md");
        broken.replace("exactly between two codes", "between 62 and 63");
        const int line = int(broken.left(broken.indexOf("between 62")).count('\n')) + 1;
        write(".md", broken);
        QTRY_VERIFY(!walk.course().problems().empty());
        const course::Problem& problem = walk.course().problems().front();
        QCOMPARE(problem.line, line);
        QVERIFY(QString::fromStdString(problem.file).endsWith(QStringLiteral("9-own.md")));
        QVERIFY(walk.course().step() != nullptr);
        QCOMPARE(walk.course().step()->id, std::string("tie"));
        walk.fixture.window->showPageById(QStringLiteral("learn"));
        auto* notice = walk.fixture.find<QLabel>("overview_problems");
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QStringLiteral("9-own.md:%1").arg(line)));
        write(".md", textOf(".md"));
        QTRY_VERIFY(walk.course().problems().empty());
    }

    void aFolderThatIsGoneIsTold() {
        Walk walk(QStringLiteral("calibration"));
        walk.course().setFolder(QStringLiteral("/no/such/folder"));
        QCOMPARE(walk.course().problems().size(), std::size_t(1));
        QVERIFY(walk.course().course().lesson("calibration") != nullptr);
    }

    void measuredRunsAreSeenOnceAnswered_data() {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<QString>("step");
        QTest::newRow("forgets") << QStringLiteral("why-fine-tune")
                                 << QStringLiteral("what-it-forgets");
        QTest::newRow("follows") << QStringLiteral("what-quantization-is")
                                 << QStringLiteral("does-accuracy-follow");
        QTest::newRow("breaks") << QStringLiteral("ptq-and-qat")
                                << QStringLiteral("where-it-breaks");
        QTest::newRow("bytes") << QStringLiteral("ptq-and-qat")
                               << QStringLiteral("bytes-after-qat");
    }
    void measuredRunsAreSeenOnceAnswered() {
        QFETCH(QString, lesson);
        QFETCH(QString, step);
        Walk walk(lesson);
        const course::Step& shown = *findStep(walk.lesson(), step.toStdString());
        walk.show(shown);
        auto* table = walk.fixture.find<QTableView>("results_table");
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 0);
        walk.give(*shown.question, *rightAnswer(*shown.question, walk.course().scope()), {});
        walk.settle();
        QVERIFY(table->model()->rowCount() >= 9);
        walk.press("lesson_own");
        walk.settle();
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void theRingStaysOnItsWidget_data() {
        QTest::addColumn<QString>("lesson");
        for (const char* lesson : {"why-fine-tune", "memory-problem", "calibration"}) {
            QTest::newRow(lesson) << QString::fromLatin1(lesson);
        }
    }

    /// However the window is resized while a step is shown: never on what stands where it was.
    void theRingStaysOnItsWidget() {
        QFETCH(QString, lesson);
        Walk walk(lesson);
        const course::Step& step = walk.lesson().steps.front();
        walk.show(step);
        auto* target =
            findAnchor(walk.fixture.window.get(), QString::fromStdString(step.place.target));
        QVERIFY(target != nullptr);
        auto* spotlight = walk.fixture.find<Spotlight>("spotlight");
        QWidget* page = target;
        while (qobject_cast<Page*>(page) == nullptr) {
            page = page->parentWidget();
            QVERIFY(page != nullptr);
        }
        for (const QSize size :
             {QSize(960, 600), QSize(1440, 900), QSize(960, 540), QSize(1100, 620)}) {
            walk.fixture.window->resize(size);
            const auto ringedHere = [&] {
                const QPoint middle = page->mapFrom(page->window(), spotlight->ring().center());
                const QWidget* there = page->childAt(middle);
                return spotlight->isVisible() && there != nullptr &&
                       (there == target || target->isAncestorOf(there));
            };
            const QByteArray where =
                QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()).toUtf8();
            QTRY_VERIFY2(ringedHere(), where);
            QTest::qWait(50);  // and stays there
            QVERIFY2(ringedHere(), where);
        }
    }

    /// In a window that is too low for the whole card, what was asked for comes up by itself.
    void theAnswerComesIntoSight() {
        Walk walk(QStringLiteral("calibration"));
        walk.fixture.window->resize(960, 540);
        for (const course::Step& step : walk.lesson().steps) {
            if (!step.question || step.question->kind == course::QuestionKind::Until) {
                continue;
            }
            walk.show(step);
            const course::Question& question = *step.question;
            const auto wrong =
                distractorAnswer(question, question.distractors.front(), walk.course().scope());
            QVERIFY(wrong);
            walk.give(question, *wrong, {});
            auto* verdict = walk.fixture.find<QLabel>("lesson_verdict");
            QTRY_VERIFY2(verdict->visibleRegion().boundingRect() == verdict->rect(),
                         step.id.c_str());
        }
        walk.show(walk.lesson().steps.back());
        walk.press("lesson_compare");
        auto* model = walk.fixture.find<MarkdownLabel>("lesson_model");
        QTRY_VERIFY(model->visibleRegion().boundingRect().height() > model->height() / 2);
    }

    void theCardStaysInTheWindow_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("large") << QSize(1440, 900);
        QTest::newRow("small") << QSize(1024, 700);
    }

    void theCardStaysInTheWindow() {
        QFETCH(QSize, size);
        Walk walk(QStringLiteral("calibration"));
        walk.fixture.window->resize(size);
        for (const course::Step& step : walk.lesson().steps) {
            walk.show(step);
            QTest::qWait(1);
            auto* card = walk.fixture.find<QWidget>("lesson_card");
            const QRect window = walk.fixture.window->rect();
            QTRY_VERIFY2(window.contains(card->geometry()), step.id.c_str());
            auto* target =
                findAnchor(walk.fixture.window.get(), QString::fromStdString(step.place.target));
            QVERIFY(target != nullptr);
            QTRY_VERIFY2(!card->geometry().intersects(Spotlight::placeOf(*target)),
                         step.id.c_str());
        }
    }
};

QTEST_MAIN(TestLearnPage)
#include "tst_learn_page.moc"
