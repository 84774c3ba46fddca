// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/golden.h"
#include "tests/support/packed_parts_writer.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

#include <ctime>
#include <functional>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

/// Seconds of work of this thread, which waiting for others does not lengthen.
double workSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

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

QByteArray index(int entries) {
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

}  // namespace

/// Any file is listed or refused in time that grows no faster than its bytes. The bound is of the
/// thread's own work and some hundred times what is measured: it tells linear from quadratic.
class TestLinearTime : public QObject {
    Q_OBJECT

private slots:
    void hostile_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::newRow("lists that are shared") << sharedLists(40000) << "a.pt";
        QTest::newRow("one tensor under many names") << manyNames(50000) << "a.pt";
        QTest::newRow("an index of 92,000 entries") << index(92000) << "a.json";
        QTest::newRow("lists of lists") << nestedGguf(100000) << "a.gguf";
        QTest::newRow("packed weights without scales") << manyParts(40000) << "a.safetensors";
        QTest::newRow("names by reference")
            << torch::file("](" + torch::text(QByteArray(900, 'x')) + "q\x01" +
                               QByteArray("h\x01h\x01\x93").repeated(1) + "e",
                           {})
            << "a.pt";
    }

    void hostile() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const TemporaryFile file(bytes, name);
        const double start = workSeconds();
        (void)openWeightFile(file.path());
        const double seconds = workSeconds() - start;
        QCOMPARE_LE(seconds, 1.0 + 20e-6 * double(bytes.size()));
    }

    void malformedSet() {
        const QString shared = golden("malformed");
        const QDir folder(QFileInfo::exists(shared) ? shared : testData("malformed"));
        const QStringList files = folder.entryList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString& file : files) {
            const QString path = folder.filePath(file);
            const double start = workSeconds();
            (void)openWeightFile(path.toStdString());
            const double seconds = workSeconds() - start;
            QVERIFY2(seconds <= 1.0 + 20e-6 * double(QFileInfo(path).size()), qPrintable(file));
        }
    }
};

QTEST_APPLESS_MAIN(TestLinearTime)
#include "tst_linear_time.moc"
