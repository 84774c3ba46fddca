// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/table_button.h"
#include "ui/controls/table_dialog.h"

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
using test::WorkbenchFixture;

namespace {

/// What an SVG has in it, by a parser that knows nothing of charts.
struct SvgFacts {
    QString problem;
    QString text;
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
                           button->text() == QLatin1String("Table");
        if (table && button->isVisible() && button->isEnabled()) {
            found << button;
        }
    }
    return found;
}

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
    QStringList faultsOf(QAbstractButton* button, const QString& name) {
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
        for (const char* ending : {".svg", ".pdf", ".png"}) {
            dialog->saveAs(path(name + QLatin1String(ending)));
        }
        const SvgFacts svg = svgFacts(test::readAll(path(name + QStringLiteral(".svg"))));
        expect(svg.problem.isEmpty(), svg.problem);
        expect(svg.text.simplified().contains(title.simplified()),
               QStringLiteral("the SVG lacks its title"));
        expect(svg.drawn > 3, QStringLiteral("the SVG draws nothing"));
        const PdfFacts pdf = pdfFacts(test::readAll(path(name + QStringLiteral(".pdf"))));
        expect(pdf.problem.isEmpty(), pdf.problem);
        expect(pdf.pages == 1, QStringLiteral("%1 pages").arg(pdf.pages));
        expect(pdf.texts > 1, QStringLiteral("the PDF has no text"));
        expect(pdf.drawn > 3, QStringLiteral("the PDF draws nothing"));
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
        QTest::addColumn<int>("least");  // charts that are there without any run
        QTest::newRow("numbers") << "numbers" << 11;
        QTest::newRow("calibrate") << "calibrate" << 3;
        QTest::newRow("compare") << "compare" << 2;
        QTest::newRow("memory") << "memory" << 2;
        QTest::newRow("interview") << "interview" << 1;
    }

    /// Of every view of a page, in a dark window: title, text and lines of a picture that others
    /// can open.
    void everyChartLeavesAsAPicture() {
        QFETCH(QString, page);
        QFETCH(int, least);
        WorkbenchFixture f;
        f.window->setDark(true);
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 128}, {"seed", 2}}});
        f.rest();
        f.window->showPageById(page);
        Page* shown = f.window->currentPage();
        QSet<QString> seen;
        QStringList faults;
        for (int view = 0; view <= shown->viewNames().size(); ++view) {
            shown->showView(view);
            for (int i = 0; i < 3; ++i) {  // what is shown asks for its work a moment later
                QTest::qWait(50);
                QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            }
            for (QAbstractButton* button : chartButtons(shown)) {
                const QString name = page + QLatin1Char('_') + button->objectName();
                if (!seen.contains(name)) {
                    seen << name;
                    faults << faultsOf(button, name);
                }
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        QCOMPARE_GE(seen.size(), least);
        QVERIFY(themeOf(f.window.get()).dark);
    }
};

QTEST_MAIN(TestPageFigures)
#include "tst_page_figures.moc"
