// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_totals.h"
#include "core/files/weight_file.h"
#include "tests/support/counted_work.h"
#include "tests/support/golden.h"
#include "tests/support/packed_parts_writer.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

#include <functional>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

using Make = std::function<QByteArray(int count)>;

/// What opening a file takes: memory that is touched, allocations, bytes that are read. Counts are
/// the same on every machine, which seconds are not.
struct Work {
    std::uint64_t allocations = 0;
    std::uint64_t bytes = 0;  ///< allocated, and read

    static Work done() {
        return {test::work::allocations + test::work::reads,
                test::work::allocatedBytes + test::work::readBytes};
    }
    static Work ofOpening(const std::string& path) {
        const Work before = done();
        if (const auto file = openWeightFile(path)) {
            (void)totalsOf((*file)->tensors());
        }
        const Work after = done();
        return {after.allocations - before.allocations, after.bytes - before.bytes};
    }
};

QByteArray number(quint64 value, int bytes) {
    return torch::number(value, bytes);
}

QByteArray ggufText(const QByteArray& text) {
    return number(quint64(text.size()), 8) + text;
}

/// Lists in lists in lists, each of one element.
QByteArray nestedGguf(int lists) {
    QByteArray list = number(9, 4) + number(quint64(lists), 8);
    for (int i = 0; i < lists; ++i) {
        list += number(0, 4) + number(0, 8);
    }
    return "GGUF" + number(3, 4) + number(0, 8) + number(1, 8) + ggufText("k") + number(9, 4) +
           list;
}

QByteArray sharedLists(int length) {
    QByteArray object("](");
    object += QByteArray(length, 'N') + "eq\x01" + "0](";
    for (int i = 0; i < length; ++i) {
        object += QByteArray("h\x01");
    }
    return torch::file(object + "e", {});
}

/// The same tensor under very many names, of which the last are long.
QByteArray manyNames(int count) {
    QByteArray object("}(");
    const QByteArray tensor = torch::tensor(torch::storage("FloatStorage", "0", 1), 0, {1}, {1});
    object += torch::text("first") + tensor + "q\x01";
    for (int i = 0; i < count; ++i) {
        object += torch::text("n" + QByteArray::number(i)) + "h\x01";
    }
    return torch::file(object + "u", {{"0", 1, QByteArray(4, '\0')}});
}

QByteArray shardIndex(int entries) {
    QByteArray text = "{\"weight_map\":{";
    for (int i = 0; i < entries; ++i) {
        text += (i == 0 ? "\"" : ",\"") + ("model.layers." + QByteArray::number(i)) +
                ".mlp.experts.down_proj.weight\":\"shard-" + QByteArray::number(i % 64) +
                ".safetensors\"";
    }
    return text + "}}";
}

QByteArray manyParts(int count) {
    QByteArray header = "{";
    for (int i = 0; i < count; ++i) {
        header += (i == 0 ? "\"l" : ",\"l") + QByteArray::number(i) +
                  ".qweight\":{\"dtype\":\"I32\",\"shape\":[0,0],\"data_offsets\":[0,0]}";
    }
    header += "}";
    return number(quint64(header.size()), 8) + header;
}

/// As many types as tensors.
QByteArray manyTypes(int count) {
    QByteArray header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        header += ",\"t" + number + "\":{\"dtype\":\"X" + number +
                  "\",\"shape\":[0],\"data_offsets\":[0,0]}";
    }
    header += "}";
    return number(quint64(header.size()), 8) + header;
}

QByteArray manyNumbers(int count) {
    return QByteArray("1,2;3\n").repeated(count / 64) + QByteArray("1.5 -2 3e4\n").repeated(count);
}

}  // namespace

Q_DECLARE_METATYPE(Make)

/// Any file is listed or refused with work that grows no faster than its bytes.
class TestLinearTime : public QObject {
    Q_OBJECT

private:
    // Several times what is measured (up to 60 bytes and 0.6 calls a byte): a copy of the file for
    // each of its parts is far beyond.
    static constexpr std::uint64_t bytesEach = 256;
    static constexpr std::uint64_t bytesAlways = 4 << 20;
    static constexpr std::uint64_t callsEach = 4;
    static constexpr std::uint64_t callsAlways = 4000;

    static void checkBound(const Work& work, std::uint64_t size) {
        QCOMPARE_LE(work.bytes, bytesAlways + bytesEach * size);
        QCOMPARE_LE(work.allocations, callsAlways + callsEach * size);
    }

private slots:
    void initTestCase() {
#ifndef ZEROPOINT_COUNTS_MEMORY
        QSKIP("work cannot be counted under a sanitizer");
#endif
    }

    void hostile_data() {
        QTest::addColumn<Make>("make");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* what, const Make& make, int count, const char* name) {
            QTest::newRow(what) << make << count << QString::fromLatin1(name);
        };
        row("lists that are shared", sharedLists, 20000, "a.pt");
        row("one tensor under many names", manyNames, 25000, "a.pt");
        row("an index of very many entries", shardIndex, 46000, "a.json");
        row("lists of lists", nestedGguf, 50000, "a.gguf");
        row("packed weights without scales", manyParts, 20000, "a.safetensors");
        row("as many types as tensors", manyTypes, 20000, "a.safetensors");
        row("lines of numbers", manyNumbers, 50000, "a.csv");
        row(
            "a long name by reference",
            [](int count) {
                return torch::file("](" + torch::text(QByteArray(count, 'x')) + "q\x01" +
                                       QByteArray("h\x01h\x01\x93") + "e",
                                   {});
            },
            20000, "a.pt");
    }

    /// A bound per byte; and twice as much of the same takes no more than twice the work, but for
    /// what is doubled at a time (buffers that grow).
    void hostile() {
        QFETCH(Make, make);
        QFETCH(int, count);
        QFETCH(QString, name);
        Work once;
        for (const int times : {1, 2}) {
            const QByteArray bytes = make(count * times);
            const TemporaryFile file(bytes, name);
            const Work work = Work::ofOpening(file.path());
            checkBound(work, std::uint64_t(bytes.size()));
            if (times == 2) {
                QCOMPARE_LE(work.allocations, 9 * once.allocations / 4 + 200);
                QCOMPARE_LE(work.bytes, 3 * once.bytes + (1 << 20));
            }
            once = work;
        }
    }

    void everySmallFile_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("malformed") << golden("malformed");
        QTest::newRow("shipped malformed") << testData("malformed");
        QTest::newRow("trials") << golden("trials");
        // What each fuzzer kept: small files that reach different code (tests/data/fuzz/README.md).
        const QDir corpora(testData("fuzz"));
        for (const QString& reader : corpora.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QTest::addRow("fuzz corpus, %s", qPrintable(reader)) << corpora.filePath(reader);
        }
        // All that ./dev fuzz has found here: export ZEROPOINT_FUZZ_CORPUS=build/fuzz/corpus/pt
        if (const QString own = qEnvironmentVariable("ZEROPOINT_FUZZ_CORPUS"); !own.isEmpty()) {
            QTest::newRow("own fuzz corpus") << own;
        }
    }

    void everySmallFile() {
        QFETCH(QString, folder);
        if (folder.isEmpty() || !QFileInfo::exists(folder)) {
            QSKIP("there is no such folder here");
        }
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString& file : files) {
            const QString path = QDir(folder).filePath(file);
            const Work work = Work::ofOpening(path.toStdString());
            checkBound(work, std::uint64_t(QFileInfo(path).size()));
            if (QTest::currentTestFailed()) {
                QFAIL(qPrintable(file));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLinearTime)
#include "tst_linear_time.moc"
