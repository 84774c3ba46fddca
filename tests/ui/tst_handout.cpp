// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/ui/lesson_walk.h"
#include "ui/controls/paper.h"
#include "ui/main_window/zoom.h"
#include "ui/pages/learn/handout.h"
#include "ui/pages/learn/step_pictures.h"
#include "ui/state/course_state.h"
#include "ui/state/settings_catalogue.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGlyphRun>
#include <QLabel>
#include <QPdfWriter>
#include <QPushButton>
#include <QRawFont>
#include <QScreen>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::Walk;
using test::WorkbenchFixture;

namespace {

/// The first lesson, by the button of the Learn page.
void printFromThePage(Walk& walk, const QString& path) {
    walk.fixture.window->showPage(6);
    QCoreApplication::processEvents();
    QTest::mouseClick(walk.fixture.find<QWidget>("lesson_row_why-fine-tune"), Qt::LeftButton);
    walk.press("overview_print");
    auto* dialog = walk.fixture.find<QFileDialog>("handout_dialog");
    emit dialog->fileSelected(path);
    dialog->close();
}

}  // namespace

/// Lessons on paper, with the pages that their steps show.
class TestHandout : public QObject {
    Q_OBJECT

private slots:
    void theHandoutHoldsTheFigures() {
        Walk walk(QStringLiteral("calibration"));
        const QString text = handoutText(walk.course(), QStringLiteral("calibration"));
        QVERIFY(!text.contains(QStringLiteral("{{")));
        QVERIFY(text.contains(QStringLiteral("3.922")));  // 1000 / 255
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("handout.pdf"));
        QVERIFY(writeHandout(walk.course(), QStringLiteral("calibration"), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QVERIFY(!writeHandout(walk.course(), {}, folder.filePath(QStringLiteral("no/such.pdf"))));
        const QByteArray before = test::readAll(path);
        const test::FullDisk full(1000);
        const auto written = writeHandout(walk.course(), {}, path);
        COMPARE_ERROR(written, ErrorCode::WriteFailed);
        QCOMPARE(test::readAll(path), before);
    }

    /// Predict first, on paper too: what answers a step stands behind the lessons.
    void answersAndRulesStandBehindTheQuestions() {
        Walk walk(QStringLiteral("memory-problem"));
        const QString text = handoutText(walk.course(), QStringLiteral("memory-problem"));
        const auto answers = text.indexOf(QStringLiteral("# Answers"));
        QVERIFY(answers > 0);
        const auto plain = [](const course::Words& words) {
            return QString::fromStdString(words.text).section(QLatin1Char('.'), 0, 0);
        };
        int rules = 0;
        for (const course::Step& step : walk.lesson().steps) {
            if (step.question && !step.rule.empty() &&
                step.rule.text.find_first_of("[{") == std::string::npos) {
                QVERIFY2(text.indexOf(plain(step.rule)) > answers, step.id.c_str());
                ++rules;
            }
            for (const course::Words& line : step.rubric) {
                QVERIFY2(text.indexOf(plain(line)) > answers, line.text.c_str());
            }
        }
        QCOMPARE_GT(rules, 5);
        // An order is answered by the whole of it, and a number has a line to write on.
        QVERIFY(text.indexOf(QStringLiteral("INT8 → INT6 → INT4 → INT3")) > answers);
        QVERIFY(text.contains(QStringLiteral("Your prediction: \\_\\_")));
    }

    /// A step is not torn: no page ends between a heading and the end of what it is over.
    void sectionsStayOnAPage() {
        QTextDocument document;
        document.setDefaultFont(paperFont());
        QString text;
        for (int i = 0; i < 12; ++i) {
            text += QStringLiteral("## Step %1\n\n").arg(i);
            for (int line = 0; line < 5 + 3 * (i % 4); ++line) {
                text += QStringLiteral("A paragraph.\n\n");
            }
        }
        document.setMarkdown(text);
        keepSectionsWhole(document);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout::Millimeter);
        QAbstractTextDocumentLayout* layout = document.documentLayout();
        layout->setPaintDevice(&writer);
        QTextFrameFormat frame = document.rootFrame()->frameFormat();
        // Two centimetres, as Qt prints, in pixels of the screen.
        frame.setMargin(2 / 2.54 * QGuiApplication::primaryScreen()->logicalDotsPerInchY());
        document.rootFrame()->setFrameFormat(frame);
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        QCOMPARE_GT(document.pageCount(), 2);
        int page = -1;
        int pages = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            const QRectF rect = layout->blockBoundingRect(block);
            const int here = int(rect.center().y() / writer.height());
            if (block.blockFormat().headingLevel() > 0) {
                pages += here != page ? 1 : 0;
                page = here;
            }
            QCOMPARE(here, page);
        }
        QCOMPARE(pages, document.pageCount());
    }

    /// A PDF tells what its signs are by the font's own table of characters: forms that only the
    /// neighbours ask for are in none, and would be lost where it is searched or read out.
    void everySignOfAHandoutIsACharacter_data() {
        QTest::addColumn<QFont>("font");
        QTest::newRow("text") << paperFont();
        QFont bold = paperFont();
        bold.setBold(true);
        QTest::newRow("bold") << bold;
    }

    void everySignOfAHandoutIsACharacter() {
        QFETCH(QFont, font);
        const QString text = QStringLiteral("from −20 to 1000, 1×10, code 47: (Once, 0x10 -> 8");
        QTextLayout layout(text, font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        QList<quint32> drawn;
        QList<quint32> characters;
        for (const QGlyphRun& run : layout.glyphRuns()) {
            drawn += run.glyphIndexes();
            characters = run.rawFont().glyphIndexesForString(text);
        }
        QCOMPARE(layout.glyphRuns().size(), 1);
        QCOMPARE(drawn, characters);
    }

    void oneLessonIsPrintedFromThePage() {
        Walk walk(QStringLiteral("calibration"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lesson.pdf"));
        printFromThePage(walk, path);
        auto* printing = walk.fixture.find<QWidget>("printing");
        QVERIFY(printing->isVisible());
        const QJsonObject before = walk.fixture.bench->settings().values();
        QTRY_VERIFY_WITH_TIMEOUT(!printing->isVisible(), WorkbenchFixture::waitMilliseconds);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        // A picture of the page with each step, and what the window shows is as it was.
        QVERIFY(file.readAll().count("/Subtype /Image") > 5);
        QCOMPARE(walk.fixture.bench->settings().values(), before);
        QVERIFY(walk.course().step() == nullptr);
        const QString alone = folder.filePath(QStringLiteral("words.pdf"));
        QVERIFY(writeHandout(walk.course(), QStringLiteral("why-fine-tune"), alone));
        const qint64 one = QFileInfo(alone).size();
        QVERIFY(one > 0);
        const QString whole = folder.filePath(QStringLiteral("course.pdf"));
        QVERIFY(writeHandout(walk.course(), {}, whole));
        QVERIFY(QFileInfo(whole).size() > 2 * one);
    }

    void aHandoutThatIsCancelledLeavesNoFile() {
        Walk walk(QStringLiteral("calibration"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("lesson.pdf"));
        printFromThePage(walk, path);
        auto* words = walk.fixture.find<QLabel>("printing_words");
        QTRY_VERIFY_WITH_TIMEOUT(words->text().contains(QStringLiteral(": 1 of ")),
                                 WorkbenchFixture::waitMilliseconds);
        walk.press("printing_cancel");
        QVERIFY(!walk.fixture.find<QWidget>("printing")->isVisible());
        QTest::qWait(600);  // more than a step takes
        QVERIFY(!QFileInfo::exists(path));
    }

    // Numbers that are drawn anew are the same in the words and in the picture.
    void aPictureHasTheNumbersOfItsWords() {
        Walk walk(QStringLiteral("why-fine-tune"));
        StepPictures* pictures = StepPictures::of(*walk.fixture.bench);
        QVERIFY(pictures != nullptr);
        PicturesOfSteps drawn;
        connect(pictures, &StepPictures::drawn, this,
                [&](const PicturesOfSteps& made) { drawn = made; });
        pictures->draw(QStringLiteral("why-fine-tune"));
        QTRY_VERIFY_WITH_TIMEOUT(!drawn.empty(), WorkbenchFixture::waitMilliseconds);
        QCOMPARE(drawn.size(), walk.lesson().steps.size());
        const auto model =
            fillIn("{{model_name(model)}}", drawn.at("why-fine-tune/another-size").scope);
        QVERIFY(model);
        const QString text = handoutText(walk.course(), QStringLiteral("why-fine-tune"), drawn);
        QVERIFY(text.contains(QStringLiteral("Now %1, with").arg(QString::fromStdString(*model))));
        QVERIFY(text.contains(QStringLiteral("](step:why-fine-tune/another-size)")));
        const QImage& page = drawn.at("why-fine-tune/another-size").page;
        QVERIFY(page.width() > 1000);
        QVERIFY(page.pixelColor(2, 2).lightness() > 200);
        pictures->draw(QStringLiteral("no such lesson"));
        QVERIFY(drawn.empty());
    }

    // A lesson of one's own may set theme and size of the window: drawn for a handout it sets
    // nothing of the program.
    void drawingALessonLeavesThemeAndSize() {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("9-dark.md", "# Dark\n\nOf the night.\n\n## At night {#night}\n\nAll is dark.\n");
        write("9-dark.json", R"({"lesson": 9, "id": "dark", "minutes": 1, "steps": [
            {"id": "night", "kind": "case", "target": "numbers.format",
             "state": {"window.dark": true, "window.zoom": "150"}}]})");
        Walk walk(QStringLiteral("calibration"));
        walk.course().setFolder(folder.path());
        QVERIFY(walk.course().course().lesson("dark") != nullptr);
        const QPalette palette = QApplication::palette();
        const int zoom = storedZoom();
        StepPictures* pictures = StepPictures::of(*walk.fixture.bench);
        QSignalSpy drawn(pictures, &StepPictures::drawn);
        pictures->draw(QStringLiteral("dark"));
        QTRY_COMPARE_WITH_TIMEOUT(drawn.size(), 1, WorkbenchFixture::waitMilliseconds);
        const auto made = drawn.front().front().value<PicturesOfSteps>();
        QVERIFY(made.at("dark/night").page.pixelColor(2, 2).lightness() > 200);
        QCOMPARE(QApplication::palette(), palette);
        QCOMPARE(storedZoom(), zoom);
        QVERIFY(!QSettings().value(QStringLiteral("dark")).toBool());
    }
};

QTEST_MAIN(TestHandout)
#include "tst_handout.moc"
