// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/text/text_line.h"
#include "core/files/weight_file.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <cmath>
#include <cstdlib>
#include <cstring>

using namespace zeropoint;

namespace {

QString metadataOf(const WeightFile& file, const std::string& key) {
    for (const auto& [name, value] : file.metadata()) {
        if (name == key) {
            return QString::fromStdString(value);
        }
    }
    return {};
}

}  // namespace

class TestTextTables : public QObject {
    Q_OBJECT

private slots:
    void tables_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<int>>("shape");
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<QString>("header");
        QTest::addColumn<bool>("index");
        const QList<float> six = {0.1F, -0.2F, 0.3F, 0.4F, 0.5F, -0.6F};
        const auto row = [](const char* name, const QByteArray& text, QList<int> shape,
                            QList<float> values, const char* header = "", bool index = false) {
            QTest::newRow(name) << text << shape << values << header << index;
        };
        row("pandas with its index", ",0,1,2\n0,0.1,-0.2,0.3\n1,0.4,0.5,-0.6\n", {2, 3}, six,
            ",0,1,2", true);
        row("pandas, rows named by words", ",a,b,c\nup,0.1,-0.2,0.3\ndown,0.4,0.5,-0.6\n", {2, 3},
            six, ",a,b,c", true);
        row("R: write.csv", "\"\",\"a\",\"b\",\"c\"\n\"1\",0.1,-0.2,0.3\n\"2\",0.4,0.5,-0.6\n",
            {2, 3}, six, "\"\",\"a\",\"b\",\"c\"", true);
        row("R: write.table", "\"a\" \"b\" \"c\"\n\"1\" 0.1 -0.2 0.3\n\"2\" 0.4 0.5 -0.6\n", {2, 3},
            six, "\"a\" \"b\" \"c\"", true);
        row("a title of two words", "learned weights\n0.1 -0.2 0.3\n0.4 0.5 -0.6\n", {2, 3}, six,
            "learned weights");
        row("numbers above numbers are numbers", "0,1,2\n0.1,-0.2,0.3\n", {2, 3},
            {0, 1, 2, 0.1F, -0.2F, 0.3F});
        row("decimal commas", "0,1;-0,2;0,3\n0,4;0,5;-0,6\n", {2, 3}, six);
        row("decimal commas and titles", "a;b;c\n0,1;-0,2;0,3\n0,4;0,5;-0,6\n", {2, 3}, six,
            "a;b;c");
        row("decimal commas between tabs", "0,1\t-0,2\t0,3\n0,4\t0,5\t-0,6\n", {2, 3}, six);
        row("decimal commas in quotes", "\"0,1\",\"-0,2\",\"0,3\"\n\"0,4\",\"0,5\",\"-0,6\"\n",
            {2, 3}, six);
        row("separators at the ends", "0.1,-0.2,0.3,\n0.4,0.5,-0.6,\n", {2, 3}, six);
        row("separators at the ends, titles too", "a,b,c,\n0.1,-0.2,0.3,\n0.4,0.5,-0.6,\n", {2, 3},
            six, "a,b,c,");
        row("a number a line", "0.1\n-0.2\n", {2}, {0.1F, -0.2F});
        row("infinite", "inf,-inf\n", {1, 2}, {HUGE_VALF, -HUGE_VALF});
        row("an index alone", ",w\na,0.5\nb,0.25\n", {2}, {0.5F, 0.25F}, ",w", true);
    }

    void tables() {
        QFETCH(QByteArray, text);
        QFETCH(QList<int>, shape);
        QFETCH(QList<float>, values);
        QFETCH(QString, header);
        QFETCH(bool, index);
        const test::TemporaryFile source(text, "table.csv");
        const auto file = openWeightFile(source.path());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        const auto tensor = (*file)->read(0).value();
        QCOMPARE(tensor.shape(), Shape(shape.begin(), shape.end()));
        QCOMPARE(QList<float>(tensor.values().begin(), tensor.values().end()), values);
        QCOMPARE(metadataOf(**file, "header"), header);
        QCOMPARE((*file)->notes().size(), std::size_t{index ? 1U : 0U});
        if (index) {
            QCOMPARE((*file)->notes().front().kind, FileNote::Kind::IndexColumn);
        }
        // What the file does not say of itself is no metadata of its.
        QCOMPARE((*file)->metadata().size(), std::size_t{header.isEmpty() ? 0U : 1U});
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& text, const char* said) {
            QTest::newRow(name) << text << said;
        };
        row("an empty last cell", "a,b\n0.1,\n0.3,0.4\n", "empty cell");
        row("an empty first cell", "0.1,0.2\n,0.4\n", "empty cell");
        row("an empty cell within", "1,,2\n3,4,5\n", "empty cell");
        row("a word in the first row", "1,x\n3,4\n", "'x' is not a number");
        row("commas and blanks", "1,5 2,5\n", "'5 2' is not a number");
        row("a decimal comma alone", "1\n2,5\n", "'2,5' is not a number");
        row("thousands", "1.234,5;2\n", "'1.234,5' is not a number");
        row("two commas", "1,234,5;2\n", "'1,234,5' is not a number");
        row("another separator", "1,2\n3;4\n", "'3;4' is not a number");
        row("titles alone", "a,b\n", "no number");
    }

    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const test::TemporaryFile source(text, "table.csv");
        const auto file = openWeightFile(source.path());
        COMPARE_ERROR(file, ErrorCode::Malformed);
        const QString message = QString::fromStdString(toString(file.error()));
        QVERIFY2(message.contains(said), qPrintable(message));
    }

    /// Against the C library's own reading, which rounds as IEEE 754 asks, at both ends of the
    /// range.
    void numbers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("5000 digits") << QByteArray("1").repeated(5000);
        QTest::newRow("5000 zeros") << "-0." + QByteArray("0").repeated(5000) + "1";
        for (const char* text : {"0",
                                 "-0",
                                 "1",
                                 "-2.5",
                                 "3e-3",
                                 ".5",
                                 "5.",
                                 "1E5",
                                 "0.1",
                                 "16777217",
                                 "1e-45",
                                 "7.1e-46",
                                 "7.0e-46",
                                 "1e-46",
                                 "-1e-46",
                                 "1e-400",
                                 "-1e-400",
                                 "1e-4000",
                                 "1.17549e-38",
                                 "3.4028235e38",
                                 "3.40282356e38",
                                 "3.4028236e38",
                                 "1e39",
                                 "-1e39",
                                 "1e400",
                                 "-1e4000",
                                 "1e99999",
                                 "-1e99999",
                                 "1e-99999",
                                 "-1e-99999",
                                 "inf",
                                 "-inf",
                                 "infinity",
                                 "nan",
                                 "-nan"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }

    void numbers() {
        QFETCH(QByteArray, text);
        const float expected = std::strtof(text.constData(), nullptr);
        const auto read = numberOf(text.toStdString());
        QVERIFY(read.has_value());
        if (std::isnan(expected)) {
            QVERIFY(std::isnan(*read));
        } else {
            QVERIFY(std::memcmp(&expected, &*read, sizeof expected) == 0);
        }
        const auto withPlus = numberOf(("+" + text).toStdString());
        QCOMPARE(withPlus.has_value(), !text.startsWith('-'));
    }

    void noNumbers() {
        for (const char* text :
             {"", "x", "1x", "--1", "+-1", "++1", "0x10", "1 2", "1,5", "1_000", "e5", "."}) {
            QVERIFY2(!numberOf(text), text);
        }
        QCOMPARE(numberOf("-0,25", true), std::optional(-0.25F));
    }

    /// Cells of another separator than the titles': the index is all that there is to take.
    void anIndexAlone() {
        const test::TemporaryFile file(",0,1,2\nmean\n1,0.4,0.5,-0.6\n", "a.csv");
        const auto opened = openWeightFile(file.path());
        COMPARE_ERROR(opened, ErrorCode::Malformed);
        QVERIFY(opened.error().what.find("index") != std::string::npos);
        QVERIFY(opened.error().where.find("line 2") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTextTables)
#include "tst_text_tables.moc"
