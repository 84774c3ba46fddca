// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/model_reports.h"
#include "core/exchange/report_text.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <limits>

using namespace zeropoint;

namespace {

Report small() {
    Report report{"A <b> & \"c\"", {{"file", "a|b\x1b[31m.gguf"}}, {}, {}};
    report.charts.push_back(
        {"chart", "x", "y", {{"p<1>", 1, 50, 40, 60, true}, {"q", 2, 70, 70, 70, false}}});
    report.tables.push_back({"table",
                             {{"name", 0, false}, {"figure", 3, true}},
                             {{std::string("one, \"1\""), 1.0 / 3.0},
                              {std::string("none"), std::numeric_limits<double>::quiet_NaN()}}});
    return report;
}

}  // namespace

class TestReport : public QObject {
    Q_OBJECT

private slots:
    /// One file: nothing is loaded from elsewhere and nothing runs.
    void htmlStandsAlone() {
        const QString html = QString::fromStdString(toHtml(small()));
        for (const char* word :
             {"<script", "http:", "https:", "src=", "href=", "url(", "@import", "javascript"}) {
            QVERIFY2(!html.contains(word, Qt::CaseInsensitive), word);
        }
        QVERIFY(html.contains("@media print"));
    }

    /// Texts of files are texts: tags and control characters do not act.
    void htmlShowsTextsAsTexts() {
        const QString html = QString::fromStdString(toHtml(small()));
        QVERIFY(html.contains("<h1>A &lt;b&gt; &amp; &quot;c&quot;</h1>"));
        QVERIFY(html.contains("a|b\\x1b[31m.gguf") || html.contains("a|b\\x1B[31m.gguf"));
        QVERIFY(!html.contains(QChar(0x1B)));
        QVERIFY(html.contains("p&lt;1&gt;"));
    }

    /// The picture is XML, its points where their numbers say.
    void theChartIsWellFormed() {
        const QString svg = QString::fromStdString(toSvg(small().charts.front()));
        QXmlStreamReader xml(svg);
        QVector<double> y;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement &&
                xml.name() == QLatin1String("circle")) {
                y << xml.attributes().value("cy").toDouble();
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(y.size(), 2);
        QCOMPARE_LT(y[1], y[0]);  // 70 stands above 50
    }

    /// Names of points that lie together do not lie over each other: those that find no place are
    /// left out, the marked ones last, and every point has its name as a title.
    void namesInACrowdAreLegible() {
        ReportChart chart{"c", "x", "y", {}};
        constexpr int points = 30;
        for (int i = 0; i < points; ++i) {
            const double x = 1 + 0.001 * i;
            const double y = 40 + 0.1 * (i % 5);
            chart.points.push_back(
                {"INT4 group 32, ends " + std::to_string(i), x, y, y, y, i == points - 1});
        }
        chart.points.push_back({"far away", 9, 80, 80, 80, false});
        chart.points.push_back({"low", 5, 1, 1, 1, false});
        QXmlStreamReader xml(QString::fromStdString(toSvg(chart)));
        QVector<QRectF> names;
        QStringList shown;
        int titles = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            const QString element = xml.name().toString();
            const auto attributes = xml.attributes();
            titles += element == QLatin1String("title") ? 1 : 0;
            if (element == QLatin1String("text") &&
                attributes.value("text-anchor") == QLatin1String("start")) {
                const double left = attributes.value("x").toDouble();
                const double base = attributes.value("y").toDouble();
                shown << xml.readElementText();
                names << QRectF(left, base - 8, 6.6 * double(shown.last().size()), 10);
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(titles, points + 2);
        for (int i = 0; i < names.size(); ++i) {
            for (int k = 0; k < i; ++k) {
                QVERIFY2(!names[i].intersects(names[k]),
                         qPrintable(shown[i] + QStringLiteral(" over ") + shown[k]));
            }
        }
        QVERIFY(shown.contains("far away"));
        QVERIFY(shown.contains("INT4 group 32, ends 29"));  // the marked one
        QCOMPARE_GT(shown.size(), 4);
        QCOMPARE_LT(shown.size(), points);
    }

    void figuresReadBack() {
        const QString csv = QString::fromStdString(toCsv(small()));
        QCOMPARE(csv,
                 QString("name,figure\r\n\"one, \"\"1\"\"\",0.3333333333333333\r\nnone,nan\r\n"));
    }

    void markdownIsATable() {
        const QString text = QString::fromStdString(toMarkdown(small()));
        QVERIFY(text.contains("| name | figure |\n| --- | ---: |\n| one, \"1\" | 0.333 |\n"));
        QVERIFY(text.contains("a\\|b"));
    }

    void oddCharts_data() {
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("none") << QList<double>{};
        QTest::newRow("one") << QList<double>{0};
        QTest::newRow("all equal") << QList<double>{5, 5, 5};
        QTest::newRow("tiny steps") << QList<double>{1, 1 + 1e-9};
    }

    void oddCharts() {
        QFETCH(QList<double>, values);
        ReportChart chart{"c", "x", "y", {}};
        for (const double value : values) {
            chart.points.push_back({"p", value, value, value, value, false});
        }
        QXmlStreamReader xml(QString::fromStdString(toSvg(chart)));
        while (!values.isEmpty() && !xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY(values.isEmpty() ? toSvg(chart).empty() : !xml.hasError());
    }

    void whereItIsWritten() {
        const QTemporaryDir folder;
        COMPARE_ERROR(writeReport(folder.filePath("r.docx").toStdString(), small()),
                      ErrorCode::InvalidArgument);
        COMPARE_ERROR(writeReport(folder.filePath("none/r.html").toStdString(), small()),
                      ErrorCode::WriteFailed);
        const QString path = folder.filePath("r.html");
        QVERIFY(writeReport(path.toStdString(), small()));
        const QByteArray before = test::readAll(path);
        QCOMPARE(before, QByteArray::fromStdString(toHtml(small())));
        const QString loud = folder.filePath("R.HTML");
        QVERIFY(checkReportPath(loud.toStdString()));
        QVERIFY(writeReport(loud.toStdString(), small()));
        QCOMPARE(test::readAll(loud), before);
        const test::FullDisk full(100);
        COMPARE_ERROR(writeReport(path.toStdString(), small()), ErrorCode::WriteFailed);
        QCOMPARE(test::readAll(path), before);
    }
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
