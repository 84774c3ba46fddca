// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/anki_text.h"
#include "tests/ui/small_course.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/markdown_label.h"
#include "ui/controls/number_field.h"
#include "ui/controls/paper.h"
#include "ui/pages/interview/day_chart.h"
#include "ui/pages/interview/mock_view.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/interview.h"
#include "ui/state/interview/mock_interview.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/progress.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QUndoStack>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

constexpr course::Timestamp noon = 1'700'049'600;

course::CardReview gradedAt(const std::string& card, course::Timestamp at) {
    course::CardReview review;
    review.card = card;
    review.at = at;
    return review;
}

/// The Interview page over two small decks, at noon of a day that the test moves on.
struct Fixture : test::WorkbenchFixture {
    Fixture() : Fixture(test::smallCourse()) {}
    explicit Fixture(course::Course decks) : course(std::move(decks)) {
        interview().setClock([this] {
            return course::Today{now, now - 12 * 3600, now + 12 * 3600};
        });
        window->showPageById(QStringLiteral("interview"));
        interview().setCourse(&course);
        QVERIFY(jobs.waitForIdle(waitMilliseconds));
    }

    Interview& interview() { return bench->interview(); }
    ui::Progress& progress() { return bench->progress(); }
    void click(const char* name) {
        QCoreApplication::processEvents();  // what has just been made gets its place
        QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
    }
    QString label(const char* name) { return find<QLabel>(name)->text(); }
    QString markdown(const char* name) { return find<MarkdownLabel>(name)->markdown(); }
    void set(const char* name, const QJsonValue& value) {
        const Result<void> done = bench->settings().set(QString::fromLatin1(name), value);
        QVERIFY2(done.has_value(), name);
    }
    std::string asked() {
        const CardAttempt* attempt = interview().attempt();
        return attempt != nullptr ? attempt->asked.card.id : std::string();
    }
    /// The upper end that was drawn for the card of the scale.
    double drawn() {
        static const QRegularExpression number(QStringLiteral("to ([0-9\u2009]+)\\."));
        QString text = number.match(markdown("card_question")).captured(1);
        return text.remove(QChar(0x2009)).toDouble();
    }

    course::Course course;
    course::Timestamp now = noon;
};

}  // namespace

class TestInterviewPage : public QObject {
    Q_OBJECT

private slots:
    void aCardIsAskedAnsweredMarkedAndKept() {
        Fixture f;
        QCOMPARE(f.asked(), std::string("calibration.scale"));
        const double hi = f.drawn();
        QVERIFY(hi >= 200 && hi <= 2000);
        QCOMPARE(f.label("card_place"), QStringLiteral("card 1 of 3"));
        QVERIFY(!f.find<QPushButton>("grade_3")->isEnabled());
        QVERIFY(f.markdown("card_model_answer").isEmpty());
        QTest::keyClicks(f.find<QPlainTextEdit>("card_answer"), "range over steps");
        QTest::keyClicks(f.find<QLineEdit>("card_number"), QString::number(hi / 255, 'g', 8));
        f.click("card_reveal");
        QVERIFY(f.label("card_verdict").contains(QStringLiteral("Right")));
        QVERIFY(f.markdown("card_model_answer").contains(QStringLiteral("255")));
        QVERIFY(!f.find<QPushButton>("card_reveal")->isVisible());
        f.click("rubric_0");
        f.click("rubric_2");
        QCOMPARE(f.label("rubric_points"), QStringLiteral("2 of 3"));
        // 2 of 3 points is under three quarters.
        QVERIFY(f.label("grade_hint").contains(QStringLiteral("Hard")));
        QVERIFY(f.find<QPushButton>("grade_1")->text().contains(QStringLiteral("10 min")));
        // FSRS-6: a first Easy has the stability 8.2956.
        QVERIFY(f.find<QPushButton>("grade_4")->text().contains(QStringLiteral("8 d")));
        f.click("grade_2");
        const auto& reviews = f.progress().reviews();
        QCOMPARE(reviews.size(), std::size_t{1});
        QCOMPARE(reviews[0].card, std::string("calibration.scale"));
        QCOMPARE(reviews[0].grade, course::Grade::Hard);
        QVERIFY(QString::fromStdString(reviews[0].answer).startsWith("range over steps\n= "));
        QCOMPARE(reviews[0].ticks, (std::vector<int>{0, 2}));
        QCOMPARE(reviews[0].lines, 3);
        QCOMPARE(f.asked(), std::string("formats.bf16"));
        QCOMPARE(f.label("card_place"), QStringLiteral("card 2 of 3"));
        QVERIFY(f.find<QPlainTextEdit>("card_answer")->toPlainText().isEmpty());
    }

    // The palette lists the cards of a page that was never opened.
    void aCourseThatIsReadAgainIsTheInterviewsToo() {
        test::WorkbenchFixture f;
        Interview& interview = f.bench->interview();
        f.window->openPalette();
        QVERIFY(interview.course() != nullptr);
        const QTemporaryDir own;
        f.bench->course().setFolder(own.path());
        QCOMPARE(interview.course(), &f.bench->course().course());
        interview.setOwnDecks(test::smallCourse().decks);
        QCOMPARE(interview.decks().size(), f.bench->course().course().decks.size() + 2);
    }

    void aWrongNumberIsMetByItsOwnReason_data() {
        QTest::addColumn<double>("divisor");
        QTest::addColumn<QString>("reason");
        QTest::newRow("codes") << 256.0 << QStringLiteral("You counted **codes**, not steps.");
        QTest::newRow("anything") << 100.0 << QStringLiteral("Divide ");
    }
    void aWrongNumberIsMetByItsOwnReason() {
        QFETCH(double, divisor);
        QFETCH(QString, reason);
        Fixture f;
        const double hi = f.drawn();
        QTest::keyClicks(f.find<QLineEdit>("card_number"), QString::number(hi / divisor, 'g', 9));
        f.click("card_reveal");
        QVERIFY(f.label("card_verdict").startsWith(QStringLiteral("✗")));
        QVERIFY2(f.markdown("card_reason").startsWith(reason),
                 qPrintable(f.markdown("card_reason")));
    }

    void aChoiceIsChecked() {
        Fixture f;
        f.set("interview.deck", "formats");
        QCOMPARE(f.asked(), std::string("formats.bf16"));
        f.click("card_option_fp16");
        f.click("card_reveal");
        QVERIFY(f.label("card_verdict").contains(QStringLiteral("BF16")));
        QCOMPARE(f.markdown("card_reason"), QStringLiteral("FP16 has five exponent bits."));
    }

    // Each asking draws anew, the same seed the same, and question and answer go together.
    void numbersAreFresh() {
        Fixture f;
        QSet<double> seen;
        for (int seed = 1; seed <= 12; ++seed) {
            f.set("interview.card", "calibration.scale");
            f.set("interview.seed", seed);
            const double hi = f.drawn();
            seen.insert(hi);
            f.interview().reveal();
            const QString right = f.interview().attempt()->asked.right;
            QCOMPARE_LE(std::abs(right.toDouble() - hi / 255), 1e-4 * hi);
            f.set("interview.card", "formats.bf16");
            f.set("interview.card", "calibration.scale");
            QCOMPARE(f.drawn(), hi);
        }
        QCOMPARE_GE(seen.size(), 6);
    }

    void keysRevealAndGrade() {
        Fixture f;
        auto* page = f.find<QWidget>("page_interview");
        page->setFocus();
        QTest::keyClick(page, Qt::Key_3);
        QVERIFY(f.progress().reviews().empty());  // not before the answer is open
        QTest::keyClick(page, Qt::Key_Space);
        QVERIFY(f.interview().attempt()->revealed);
        QTest::keyClick(page, Qt::Key_3);
        QCOMPARE(f.progress().reviews().size(), std::size_t{1});
        QCOMPARE(f.progress().reviews()[0].grade, course::Grade::Good);
        // In a text they are letters.
        auto* answer = f.find<QPlainTextEdit>("card_answer");
        QTest::keyClicks(answer, "4 1w");
        QCOMPARE(answer->toPlainText(), QStringLiteral("4 1w"));
        QVERIFY(!f.interview().attempt()->revealed);
    }

    void whatWasBegunGoesOnWithItsNumbers() {
        Fixture f;
        const double hi = f.drawn();
        QTest::keyClicks(f.find<QPlainTextEdit>("card_answer"), "half an answer");
        f.click("card_skip");
        QCOMPARE(f.asked(), std::string("formats.bf16"));
        f.set("interview.card", "calibration.scale");
        QCOMPARE(f.find<QPlainTextEdit>("card_answer")->toPlainText(),
                 QStringLiteral("half an answer"));
        QCOMPARE(f.drawn(), hi);
    }

    void showMeSetsTheWorkbenchAndUndoTakesItBack() {
        Fixture f;
        f.draw({"ramp", {{"min", 0}, {"max", 1000}}});
        const QJsonValue before =
            f.bench->settings().value(QStringLiteral("calibrate.scheme.format"));
        QVERIFY(before != QJsonValue("int4"));
        const double hi = f.drawn();
        const int steps = f.bench->undoStack().count();
        f.click("card_show");
        QVERIFY(f.jobs.waitForIdle(test::WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->views().window->page, QStringLiteral("calibrate"));
        QCOMPARE(f.bench->settings().value(QStringLiteral("calibrate.scheme.format")),
                 QJsonValue("int4"));
        QCOMPARE(f.bench->sample(), hi / 4);
        QCOMPARE(f.bench->undoStack().count(), steps + 1);
        f.bench->undoStack().undo();
        QVERIFY(f.jobs.waitForIdle(test::WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->settings().value(QStringLiteral("calibrate.scheme.format")), before);
    }

    void dueCardsAreCountedEverywhere() {
        Fixture f;
        for (int i = 0; i < 3; ++i) {
            f.interview().reveal();
            f.interview().grade(course::Grade::Easy);
        }
        QVERIFY(f.interview().attempt() == nullptr);
        QCOMPARE(f.label("nothing_due"), QStringLiteral("Nothing due"));
        QCOMPARE(f.label("next_card"), QStringLiteral("Next card in 8 d."));
        QCOMPARE(f.label("due_today"), QStringLiteral("0 due today"));
        f.now += 8 * course::secondsPerDay;
        f.interview().setClock([&f] {
            return course::Today{f.now, f.now - 12 * 3600, f.now + 12 * 3600};
        });
        QCOMPARE(f.label("due_today"), QStringLiteral("3 due today"));
        QCOMPARE(f.find<QWidget>("rail_interview")->accessibleDescription(),
                 QStringLiteral("3 due"));
        auto* list = f.find<QListWidget>("deck_list");
        QCOMPARE(list->count(), 3);
        QVERIFY(list->item(2)->toolTip().contains(QStringLiteral("2 due, 2 of 2")));
        const auto days = f.find<DayChart>("day_chart")->days();
        QCOMPARE(days.size(), std::size_t{7});
        QCOMPARE(days[0].count, 3);
        // Of one deck alone.
        f.set("interview.deck", "formats");
        QCOMPARE(f.find<DayChart>("day_chart")->days()[0].count, 2);
        f.set("interview.chart", "behind");
        QCOMPARE(f.find<DayChart>("day_chart")->days()[21].count, 3);
    }

    void practisingWhatIsNotDue() {
        Fixture f;
        f.set("interview.deck", "calibration");
        f.interview().reveal();
        f.interview().grade(course::Grade::Easy);
        QVERIFY(f.interview().attempt() == nullptr);
        f.click("practise");
        QCOMPARE(f.asked(), std::string("calibration.scale"));
        QVERIFY(f.label("card_place").isEmpty());
    }

    void newCardsADayAreLimited() {
        Fixture f;
        f.set("interview.new_per_day", 1);
        f.interview().reveal();
        f.interview().grade(course::Grade::Easy);
        QVERIFY(f.interview().attempt() == nullptr);
        f.now += course::secondsPerDay;
        f.interview().askNext();
        QCOMPARE(f.asked(), std::string("formats.bf16"));
    }

    void followUpsOpenTheirAnswers() {
        Fixture f;
        QVERIFY(!f.find<QWidget>("follow_ups_card")->isVisible());
        f.click("card_reveal");
        QVERIFY(f.find<QWidget>("follow_ups_card")->isVisible());
        QVERIFY(!f.find<QLabel>("follow_up_answer_0")->isVisible());
        emit f.find<QLabel>("follow_up_0")->linkActivated(QStringLiteral("open"));
        QVERIFY(f.find<QLabel>("follow_up_answer_0")->isVisible());
        QVERIFY(f.markdown("follow_up_answer_0").contains(QStringLiteral("four gaps")));
    }

    void aCardThatCannotBeComputedSaysSo() {
        course::Course broken = test::smallCourse();
        broken.decks[0].cards[0].answer.text = "{{no_such_value}}";
        Fixture f(broken);
        QCOMPARE(f.label("nothing_due"), QStringLiteral("This card cannot be asked"));
        QVERIFY(f.label("next_card").contains(QStringLiteral("no_such_value")));
    }

    void aMockInterview() {
        Fixture f;
        f.set("interview.mode", "mock");
        f.click("mock_begin");
        MockInterview& mock = f.find<MockView>("mock_view")->mock();
        QCOMPARE(mock.attempts().size(), std::size_t{3});
        auto* answer = f.find<QWidget>("mock_question")->findChild<QPlainTextEdit*>();
        QTRY_VERIFY(answer->hasFocus());
        QTest::keyClicks(answer, "mine");
        mock.spend(65);
        f.click("mock_next");
        QVERIFY(answer->hasFocus());
        f.click("mock_next");
        QCOMPARE(f.find<QPushButton>("mock_next")->text(), QStringLiteral("Mark the answers"));
        f.click("mock_next");
        QCOMPARE(mock.phase(), MockInterview::Phase::Marking);
        int marked = 0;
        for (int i = 0; i < 3; ++i) {
            QCoreApplication::processEvents();
            auto* first = f.find<MockView>("mock_view")->findChild<QCheckBox*>("rubric_0");
            if (first != nullptr) {
                QTest::mouseClick(first, Qt::LeftButton);
                ++marked;
            }
            f.click("mock_next");
        }
        QCOMPARE(marked, 2);
        QCOMPARE(mock.phase(), MockInterview::Phase::Done);
        const QString summary = f.label("mock_summary");
        QVERIFY2(summary.contains(QStringLiteral("2 of 5 points in 1:05 of 30:00")),
                 qPrintable(summary));
        QVERIFY(summary.contains(QStringLiteral("mine")));
        // The core's word about a number or an option stands beside the points one gave oneself.
        QVERIFY2(summary.contains(QStringLiteral("Nothing was given: it is ")),
                 qPrintable(summary));
        QVERIFY(summary.contains(QStringLiteral("scale: 2 line")));  // of scale's three
        // Cards that can be graded count as reviews of this interview.
        QCOMPARE(f.progress().reviews().size(), std::size_t{2});
        for (const course::CardReview& review : f.progress().reviews()) {
            QCOMPARE(review.mock, noon);
        }
        QTemporaryDir folder;
        const QString pdf = folder.filePath(QStringLiteral("summary.pdf"));
        f.find<MockView>("mock_view")->savePdf(pdf);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        // In points: pixels of the screen are too small to read at a printer's resolution.
        QVERIFY(paperFont().pointSizeF() >= 9);
        QTextDocument lines;
        lines.setDefaultFont(paperFont());
        lines.setPlainText(QStringLiteral("A line of words.\n").repeated(120));
        // 120 lines of 9.5 points take more than one A4 page and less than five.
        const auto pages = pdfOf(lines, QStringLiteral("x")).count("/Type /Page\n");
        QVERIFY2(pages >= 2 && pages <= 4, qPrintable(QString::number(pages)));
        // What there is to read is one click away.
        auto* words = f.find<QLabel>("mock_summary");
        emit words->linkActivated(QStringLiteral("term:zero-point"));
        QCOMPARE(f.bench->views().learn->entry, QStringLiteral("term/zero-point"));
        QCOMPARE(f.bench->views().window->page, QStringLiteral("learn"));
        emit words->linkActivated(QStringLiteral("lesson:calibration/tie"));
        QVERIFY(f.bench->course().step() != nullptr);
        QCOMPARE(f.bench->course().step()->id, std::string("tie"));
    }

    void theChanceToRememberCanBeChosen() {
        Fixture f;
        auto* field = f.find<NumberField>("retention");
        auto* editor = field->findChild<QLineEdit*>();
        QLineEdit* line = editor != nullptr ? editor : qobject_cast<QLineEdit*>(field);
        QVERIFY(line != nullptr);
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("0.8"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.bench->settings().value(QStringLiteral("interview.retention")), QJsonValue(0.8));
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("0.2"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.bench->settings().value(QStringLiteral("interview.retention")), QJsonValue(0.8));
    }

    void aMockEndsWhenItsTimeIsUp() {
        Fixture f;
        f.set("interview.mode", "mock");
        f.click("mock_begin");
        MockInterview& mock = f.find<MockView>("mock_view")->mock();
        mock.spend(MockInterview::allSeconds - 1);
        QCOMPARE(mock.phase(), MockInterview::Phase::Asking);
        mock.spend(1);
        QCOMPARE(mock.phase(), MockInterview::Phase::Marking);
        QVERIFY(mock.attempts()[0].revealed);
    }

    void cardsOfAnki() {
        Fixture f;
        QTemporaryDir folder;
        f.bench->ownDecks().openFolder(folder.filePath(QStringLiteral("decks")));
        QFile file(folder.filePath(QStringLiteral("mine.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#separator:tab\n#html:true\nWhat is 2*3?\t<b>6</b> {{not a figure}}\ttag\n");
        file.close();
        QSignalSpy imported(&f.bench->ownDecks(), &OwnDecks::imported);
        f.bench->ownDecks().importAnki(file.fileName());
        QTRY_COMPARE(imported.count(), 1);
        QTRY_VERIFY(f.interview().deck(QStringLiteral("own-mine")) != nullptr);
        f.set("interview.deck", "own-mine");
        QCOMPARE(plainOfMarkdown(f.markdown("card_question")), QStringLiteral("What is 2*3?"));
        f.click("card_reveal");
        QCOMPARE(plainOfMarkdown(f.markdown("card_model_answer")),
                 QStringLiteral("6 {{not a figure}}\ntag"));
        // A shipped deck goes out with its figures in place.
        const QString out = folder.filePath(QStringLiteral("out.txt"));
        QVERIFY(f.bench->ownDecks().exportAnki(QStringLiteral("calibration"), out));
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.contains("calibration.scale"));
        QVERIFY(!text.contains("{{"));
        QVERIFY(!f.bench->ownDecks().exportAnki(QStringLiteral("none"), out));
    }

    /// What was imported goes out as it came in, with its tags, and what was left out is said.
    void cardsOfAnkiComeOutAsTheyCameIn() {
        Fixture f;
        QTemporaryDir folder;
        f.bench->ownDecks().openFolder(folder.filePath(QStringLiteral("decks")));
        const std::vector<course::AnkiNote> notes{
            {"one",
             "odd",
             "What is <b> 0.1 + 0.2?",
             "0.3 & *more*\nline two\n\n- a {{x}}",
             {"t1", "t2"}},
            {"two", "odd", "# 1. `(qx - zx)`", "\\ and ~ and |", {}}};
        QFile file(folder.filePath(QStringLiteral("odd.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(course::writeAnkiText("odd", notes)));
        file.write("three\t\tno front\t\n");
        file.close();
        QSignalSpy noticed(&f.bench->ownDecks(), &OwnDecks::noticed);
        f.bench->ownDecks().importAnki(file.fileName());
        QTRY_VERIFY(f.interview().deck(QStringLiteral("own-odd")) != nullptr);
        QCOMPARE(noticed.count(), 1);
        QVERIFY(noticed[0][0].toString().contains(QStringLiteral("2 card")));
        QVERIFY(noticed[0][0].toString().contains(QStringLiteral("1 note")));
        const QString out = folder.filePath(QStringLiteral("out.txt"));
        QVERIFY(f.bench->ownDecks().exportAnki(QStringLiteral("own-odd"), out));
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto again = course::readAnkiText(written.readAll().toStdString(), "out.txt");
        QVERIFY(again);
        QCOMPARE(again->notes.size(), notes.size());
        for (std::size_t i = 0; i < notes.size(); ++i) {
            QCOMPARE(again->notes[i].front, notes[i].front);
            QCOMPARE(QByteArray::fromStdString(again->notes[i].back),
                     QByteArray::fromStdString(notes[i].back));
            QCOMPARE(again->notes[i].tags, notes[i].tags);
        }
    }

    /// A deck that comes again is the same deck: it is brought up to date, and nothing is lost.
    void aDeckThatComesAgainKeepsItsHistory() {
        Fixture f;
        QTemporaryDir folder;
        f.bench->ownDecks().openFolder(folder.filePath(QStringLiteral("decks")));
        const auto bring = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            file.close();
            QSignalSpy imported(&f.bench->ownDecks(), &OwnDecks::imported);
            f.bench->ownDecks().importAnki(file.fileName());
            QTRY_COMPARE(imported.count(), 1);
        };
        const auto own = [&] {
            std::vector<const course::Deck*> decks;
            for (const course::Deck& deck : f.interview().decks()) {
                if (deck.id.starts_with("own-")) {
                    decks.push_back(&deck);
                }
            }
            return decks;
        };
        bring("mine.txt", "#separator:tab\nOne\tfirst\nTwo\tsecond\n");
        // The folder is read by a worker, once more for each change of it.
        QTRY_COMPARE(own().size(), 1U);
        const std::string one = own()[0]->cards[0].id;
        f.progress().add(gradedAt(one, 1'000'000));
        bring("mine.txt", "#separator:tab\nOne\tbetter\nThree\tthird\n");
        QTRY_COMPARE(own()[0]->cards.size(), 3U);
        QCOMPARE(own().size(), 1U);
        QCOMPARE(own()[0]->cards[0].id, one);
        QCOMPARE(own()[0]->cards[0].answer.text, std::string("better"));
        QCOMPARE(own()[0]->cards[1].answer.text, std::string("second"));
        QCOMPARE(f.interview().standingOf(QStringLiteral("own-mine")).answered, 1);
        // Also as it was exported, under another name.
        const QString out = folder.filePath(QStringLiteral("out.txt"));
        QVERIFY(f.bench->ownDecks().exportAnki(QStringLiteral("own-mine"), out));
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        bring("again.txt", written.readAll());
        QCOMPARE(own().size(), 1U);
        QCOMPARE(own()[0]->cards.size(), 3U);
        QCOMPARE(f.interview().standingOf(QStringLiteral("own-mine")).answered, 1);
        // Another deck whose file is called alike is another deck.
        bring("mine.txt", "#separator:tab\nFour\tfourth\n");
        QTRY_COMPARE(own().size(), 2U);
    }

    /// What another window has graded meanwhile is asked no more, unless it was begun here.
    void whatAnotherWindowAnsweredIsNotAskedAgain() {
        Fixture f;
        const auto asked = [&] { return f.interview().attempt()->asked.card.id; };
        const auto answerElsewhere = [&](const std::string& card) {
            f.progress().add(gradedAt(card, f.now));
        };
        QVERIFY(f.interview().attempt() != nullptr);
        const std::string first = asked();
        answerElsewhere(first);
        QVERIFY(f.interview().attempt() != nullptr);
        QVERIFY(asked() != first);
        const std::string second = asked();
        f.interview().setAnswer(QStringLiteral("begun"));
        answerElsewhere(second);
        QCOMPARE(asked(), second);
    }

    void damagedFilesOfCardsAreTold() {
        Fixture f;
        QTemporaryDir folder;
        f.bench->ownDecks().openFolder(folder.path());
        QFile file(folder.filePath(QStringLiteral("bad.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a;\"b\n");
        file.close();
        QTRY_VERIFY(!f.bench->ownDecks().problems().empty());
        QVERIFY(QString::fromStdString(f.bench->ownDecks().problems()[0].where)
                    .endsWith(QStringLiteral("bad.txt:1")));
        QVERIFY(f.interview().deck(QStringLiteral("calibration")) != nullptr);
    }
};

QTEST_MAIN(TestInterviewPage)
#include "tst_interview_page.moc"
