// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/ui/trade_off_fixture.h"
#include "ui/controls/table_button.h"
#include "ui/controls/table_dialog.h"
#include "ui/plots/plot_widget.h"
#include "ui/state/compare_state.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtEndian>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::TradeOffFixture;
using test::WorkbenchFixture;

namespace {

/// What an SVG has in it, by a parser that knows nothing of charts.
struct SvgFacts {
    QString problem;
    QString text;
    QString caption;  ///< what it says of itself
    QSizeF size;
    int drawn = 0;   ///< paths, lines, rectangles and so on
    int pixels = 0;  ///< pictures of pixels in it
};

SvgFacts svgFacts(const QByteArray& bytes) {
    SvgFacts facts;
    QXmlStreamReader xml(bytes);
    static const QSet<QString> shapes{"path", "polyline", "polygon", "rect", "line", "ellipse"};
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters()) {
            facts.text += xml.text();
        } else if (xml.isStartElement()) {
            const QString name = xml.name().toString();
            facts.drawn += shapes.contains(name) ? 1 : 0;
            facts.pixels += name == QLatin1String("image") ? 1 : 0;
            if (name == QLatin1String("desc")) {
                facts.caption = xml.readElementText();
                continue;
            }
            if (name == QLatin1String("svg")) {
                const QStringList box = xml.attributes().value("viewBox").toString().split(' ');
                facts.size =
                    box.size() == 4 ? QSizeF(box[2].toDouble(), box[3].toDouble()) : QSizeF();
            }
        }
    }
    facts.problem = xml.hasError() ? xml.errorString() : QString();
    return facts;
}

QByteArray inflated(const QByteArray& stream) {
    QByteArray withLength(4, 0);
    qToBigEndian(quint32(stream.size() * 8), withLength.data());
    return qUncompress(withLength + stream);
}

/// What a PDF has in it, by its own table of objects: where each begins, its pages, its drawing.
struct PdfFacts {
    QString problem;
    QSizeF size;  ///< of its page, in points
    int pages = 0;
    int texts = 0;   ///< runs of glyphs that are shown
    int drawn = 0;   ///< paths that are painted
    int pixels = 0;  ///< pictures of pixels in it
};

void lookAtStream(const QByteArray& object, PdfFacts& facts) {
    const qsizetype begin = object.indexOf("stream\n");
    const qsizetype end = object.lastIndexOf("endstream");
    const QByteArray head = object.left(begin);
    if (begin < 0 || !head.contains("/FlateDecode") || head.contains("/Length1") ||
        head.contains("/Subtype")) {
        return;  // no drawing
    }
    const QByteArray drawing = inflated(object.mid(begin + 7, end - begin - 7));
    if (drawing.isEmpty()) {
        facts.problem = QStringLiteral("a stream cannot be inflated");
    }
    static const QRegularExpression shown(QStringLiteral("\\b(Tj|TJ)\\s"));
    static const QRegularExpression painted(QStringLiteral("\\n?\\b(S|f\\*?|B\\*?)\\s*\\n"));
    const QString text = QString::fromLatin1(drawing);
    facts.texts += int(text.count(shown));
    facts.drawn += int(text.count(painted));
}

PdfFacts pdfFacts(const QByteArray& bytes) {
    PdfFacts facts;
    static const QRegularExpression tail(QStringLiteral("startxref\\s+(\\d+)\\s+%%EOF\\s*$"));
    const auto last = tail.match(QString::fromLatin1(bytes));
    qsizetype at = last.captured(1).toLongLong();
    if (!bytes.startsWith("%PDF-1.") || !last.hasMatch() || bytes.mid(at, 5) != "xref\n") {
        facts.problem = QStringLiteral("no table of objects where the end says");
        return facts;
    }
    const QByteArrayList lines = bytes.mid(at + 5).split('\n');
    const int count = lines[0].split(' ')[1].toInt();
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)\\]"));
    for (int i = 1; i < count; ++i) {
        at = lines[i + 1].left(10).toLongLong();
        const QByteArray begin = QByteArray::number(i) + " 0 obj";
        if (bytes.mid(at, begin.size()) != begin) {
            facts.problem = QStringLiteral("object %1 is not where the table says").arg(i);
            return facts;
        }
        const QByteArray object = bytes.mid(at, bytes.indexOf("endobj", at) - at);
        facts.pages += object.contains("/Type /Page\n") ? 1 : 0;
        facts.pixels += object.contains("/Subtype /Image") ? 1 : 0;
        if (const auto found = box.match(QString::fromLatin1(object)); found.hasMatch()) {
            facts.size = {found.captured(1).toDouble(), found.captured(2).toDouble()};
        }
        lookAtStream(object, facts);
    }
    return facts;
}

/// The buttons beside charts that lead to table and picture.
QList<QAbstractButton*> chartButtons(const QWidget* window) {
    QList<QAbstractButton*> found;
    for (auto* button : window->findChildren<QAbstractButton*>()) {
        const bool table = qobject_cast<TableButton*>(button) != nullptr ||
                           button->text() == QLatin1String("Table") ||
                           button->objectName().endsWith(QLatin1String("_table"));
        if (table && button->isVisible() && button->isEnabled()) {
            found << button;
        }
    }
    return found;
}

/// Charts that are seen: those of QCustomPlot, and those that paint themselves.
QList<QWidget*> charts(const QWidget* page) {
    QList<QWidget*> found;
    for (auto* widget : page->findChildren<QWidget*>()) {
        const QString name = QString::fromLatin1(widget->metaObject()->className());
        static const QSet<QString> painted{"zeropoint::ui::AdvicePlot",
                                           "zeropoint::ui::RooflinePlot",
                                           "zeropoint::ui::MemoryChart", "zeropoint::ui::BarList"};
        const bool chart = qobject_cast<PlotWidget*>(widget) != nullptr || painted.contains(name);
        if (chart && widget->isVisible()) {
            found << widget;
        }
    }
    return found;
}

/// Which widgets take part in a picture: in a dark window they are drawn in the light theme.
class Drawn : public QObject {
public:
    bool has(QWidget* widget) const { return m_drawn.contains(widget); }
    void watch(QWidget* widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::PaletteChange) {
            m_drawn << watched;
        }
        return false;
    }

private:
    QSet<QObject*> m_drawn;
};

}  // namespace

class TestPageFigures : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    /// Where the pictures go: kept in a folder of the environment's choice, for a look at them.
    QString path(const QString& name) const {
        const QString kept = qEnvironmentVariable("ZEROPOINT_FIGURES");
        return QDir(kept.isEmpty() ? m_folder.path() : kept).filePath(name);
    }

    /// Presses the button and saves what it leads to; what is wrong with that.
    QStringList faultsOf(QAbstractButton* button, const QString& name, const QString& caption,
                         int& filled) {
        button->click();
        TableDialog* dialog = nullptr;
        (void)QTest::qWaitFor([&dialog] {
            for (QWidget* widget : QApplication::topLevelWidgets()) {
                auto* one = qobject_cast<TableDialog*>(widget);
                dialog = one != nullptr && one->isVisible() ? one : dialog;
            }
            return dialog != nullptr;
        });
        if (dialog == nullptr) {
            return {name + QStringLiteral(": no table")};
        }
        QStringList faults;
        const auto expect = [&](bool holds, const QString& what) {
            if (!holds) {
                faults << name + QStringLiteral(": ") + what;
            }
        };
        const QString title = dialog->windowTitle();
        expect(!title.isEmpty(), QStringLiteral("no title"));
        expect(dialog->findChild<QAction*>("copy_picture")->isVisible(),
               QStringLiteral("no picture"));
        for (const char* ending : {".svg", ".pdf", ".png", ".csv"}) {
            dialog->saveAs(path(name + QLatin1String(ending)));
        }
        const QByteArray csv = test::readAll(path(name + QStringLiteral(".csv")));
        const bool any = csv.count('\n') > 1;  // a chart that waits for figures has a frame alone
        filled += any ? 1 : 0;
        const SvgFacts svg = svgFacts(test::readAll(path(name + QStringLiteral(".svg"))));
        expect(svg.problem.isEmpty(), svg.problem);
        expect(svg.text.simplified().contains(title.simplified()),
               QStringLiteral("the SVG lacks its title"));
        expect(svg.drawn > 3 || !any, QStringLiteral("the SVG draws nothing"));
        expect(
            (!svg.caption.isEmpty() && QRegularExpression(caption).match(svg.caption).hasMatch()) ||
                !any,
            QStringLiteral("the caption is \"%1\"").arg(svg.caption));
        QGuiApplication::clipboard()->clear();
        dialog->findChild<QAction*>("copy_picture")->trigger();
        expect(!QGuiApplication::clipboard()->image().isNull(),
               QStringLiteral("no picture is copied"));
        dialog->findChild<QAction*>("copy_csv")->trigger();
        expect(QGuiApplication::clipboard()->text().toUtf8() == csv,
               QStringLiteral("another CSV is copied than saved"));
        const PdfFacts pdf = pdfFacts(test::readAll(path(name + QStringLiteral(".pdf"))));
        expect(pdf.problem.isEmpty(), pdf.problem);
        expect(pdf.pages == 1, QStringLiteral("%1 pages").arg(pdf.pages));
        expect(pdf.texts > 1, QStringLiteral("the PDF has no text"));
        expect(pdf.drawn > 3 || !any, QStringLiteral("the PDF draws nothing"));
        expect((svg.pixels > 0) == (pdf.pixels > 0), QStringLiteral("pixels in one of the two"));
        // A pixel is 3/4 of a point.
        expect(qAbs(pdf.size.width() - 0.75 * svg.size.width()) < 1 &&
                   qAbs(pdf.size.height() - 0.75 * svg.size.height()) < 1,
               QStringLiteral("PDF and SVG have other sizes"));
        dialog->close();
        delete dialog;
        return faults;
    }

private slots:
    void everyChartLeavesAsAPicture_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("with");
        QTest::addColumn<int>("least");        // charts that are there
        QTest::addColumn<QString>("caption");  // what each caption says: the seed or the file
        const auto row = [](const char* page, const char* with, int least, const char* caption) {
            QTest::addRow("%s, %s", page, with) << page << with << least << caption;
        };
        row("numbers", "a number", 11, "");
        row("calibrate", "a drawn tensor", 6, "seed 2");
        row("calibrate", "codes of a file", 3, "gptq4.safetensors");
        row("compare", "settings", 2, "seed 2");
        row("compare", "two files", 3, "stories260k-f32.gguf|seed 2");
        row("train", "a run", 4, "seed");
        row("tradeoff", "runs", 4, "");
        row("memory", "a model", 2, "");
        row("interview", "no answers", 1, "");
    }

    /// Of every view of a page, in a dark window: title, caption, text and lines of a picture that
    /// others can open, the table as CSV, both on the clipboard; no chart is left out.
    void everyChartLeavesAsAPicture() {
        QFETCH(QString, page);
        QFETCH(QString, with);
        QFETCH(int, least);
        QFETCH(QString, caption);
        if (with.contains(QLatin1String("file"))) {
            ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        }
        const auto made = with == QLatin1String("runs")
                              ? std::make_shared<TradeOffFixture>(m_folder.path())
                              : std::make_shared<WorkbenchFixture>();
        WorkbenchFixture& f = *made;
        f.window->setDark(true);
        prepare(f, page, with);
        f.window->showPageById(page);
        Page* shown = f.window->currentPage();
        Drawn drawn;
        QSet<QAbstractButton*> seen;
        int filled = 0;
        QStringList faults;
        for (int view = 0; view <= shown->viewNames().size(); ++view) {
            shown->showView(view);
            for (int i = 0; i < 3; ++i) {  // what is shown asks for its work a moment later
                QTest::qWait(50);
                QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            }
            const QList<QWidget*> here = charts(shown);
            for (QWidget* chart : here) {
                drawn.watch(chart);
            }
            for (QAbstractButton* button : chartButtons(shown)) {
                const QString own = button->objectName();
                const QString name =
                    page + QLatin1Char('_') +
                    (own.isEmpty()
                         ? QString::fromLatin1(button->parentWidget()->metaObject()->className())
                               .section(QStringLiteral("::"), -1)
                         : own);
                if (!seen.contains(button)) {
                    seen << button;
                    faults << faultsOf(button, name, caption, filled);
                }
            }
            for (QWidget* chart : here) {
                if (!drawn.has(chart)) {
                    faults << QStringLiteral("%1, view %2: no button leads to %3 %4")
                                  .arg(page)
                                  .arg(view)
                                  .arg(chart->metaObject()->className(), chart->objectName());
                }
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        QCOMPARE_GE(filled, least);
        QVERIFY(themeOf(f.window.get()).dark);
    }

private:
    static void choose(const WorkbenchFixture& f, const char* name, int data) {
        auto* box = f.find<QComboBox>(name);
        box->setCurrentIndex(box->findData(data));
        emit box->activated(box->currentIndex());
    }

    /// Something to draw for the charts of a page.
    static void prepare(WorkbenchFixture& f, const QString& page, const QString& with) {
        SettingsCatalogue& settings = f.bench->settings();
        if (with != QLatin1String("codes of a file") && with != QLatin1String("runs")) {
            f.draw({"outlier-channels", {{"rows", 64}, {"cols", 128}, {"seed", 2}}});
            f.rest();
        }
        if (with == QLatin1String("codes of a file")) {
            f.bench->openFile(test::golden("trials/gptq4.safetensors"));
        } else if (with == QLatin1String("two files")) {
            for (const char* side : {"a", "b"}) {
                const QString kind = *side == 'a' ? "f32" : "f16";
                QVERIFY(settings.set(QStringLiteral("compare.files.") + QLatin1String(side),
                                     test::golden("llama/stories260k-" + kind + ".gguf")));
            }
            ComparisonView view = f.bench->views().compare.get();
            view.lookAtPair(QStringLiteral("blk.0.attn_q.weight"));
            f.bench->views().compare.set(view);
        } else if (with == QLatin1String("a run")) {
            f.window->showPageById(page);
            choose(f, "train_task", int(TaskKind::Sort));
            QTRY_VERIFY(f.bench->training().draft().ready());
            choose(f, "train_start", int(StartFrom::Sample));
            choose(f, "train_method", int(MethodKind::Qat));
            auto* steps = f.find<QLineEdit>("train_steps");
            steps->setFocus();
            steps->selectAll();
            QTest::keyClicks(steps, QStringLiteral("4"));
            QTest::keyClick(steps, Qt::Key_Return);
            f.bench->training().queueRun();
            QTRY_VERIFY_WITH_TIMEOUT(!f.bench->training().runs().empty() &&
                                         f.bench->training().runs()[0].state == RunState::Finished,
                                     TradeOffFixture::waitMilliseconds);
        } else if (with == QLatin1String("runs")) {
            auto& all = static_cast<TradeOffFixture&>(f);
            all.runFirst(3);
            all.tradeOff.select(QStringLiteral("FP32"));
            all.tradeOff.compareWith(QStringLiteral("PTQ INT2"));
            QTRY_VERIFY_WITH_TIMEOUT(all.tradeOff.layerWeights().has_value(),
                                     TradeOffFixture::waitMilliseconds);
            auto* measure = f.find<QPushButton>("sensitivity_measure");
            QTRY_VERIFY_WITH_TIMEOUT(measure->isEnabled(), TradeOffFixture::waitMilliseconds);
            measure->click();
            QTRY_VERIFY_WITH_TIMEOUT(all.tradeOff.study().sensitivity().has_value(),
                                     TradeOffFixture::waitMilliseconds);
        }
        QVERIFY(f.jobs.waitForIdle(TradeOffFixture::waitMilliseconds));
    }
};

QTEST_MAIN(TestPageFigures)
#include "tst_page_figures.moc"
