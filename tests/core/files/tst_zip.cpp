// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::test;
using torch::number;

namespace {

/// A member as an archive's directory has it; bytes and size are those of a stored one unless told.
struct Member {
    QByteArray name;
    QByteArray bytes;
    quint64 flags = 0;
    quint64 method = 0;
    quint64 promised = 0;  ///< more bytes than there are
};

constexpr quint64 encrypted = 1;

/// CRC-32 bit by bit, as the format's own description has it.
quint64 checkSum(const QByteArray& bytes) {
    quint32 sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit) {
            sum = sum >> 1 ^ (sum & 1) * 0xEDB88320U;
        }
    }
    return sum ^ 0xFFFFFFFF;
}

QByteArray archive(const QList<Member>& members) {
    QByteArray file;
    QByteArray directory;
    for (const Member& member : members) {
        const quint64 sum = checkSum(member.bytes);
        const quint64 size = quint64(member.bytes.size());
        const QByteArray facts = number(20, 2) + number(member.flags, 2) +
                                 number(member.method, 2) + number(0, 4) + number(sum, 4) +
                                 number(size, 4) + number(size + member.promised, 4) +
                                 number(quint64(member.name.size()), 2) + number(0, 2);
        directory += "PK\x01\x02" + number(20, 2) + facts + number(0, 10) +
                     number(quint64(file.size()), 4) + member.name;
        file += "PK\x03\x04" + facts + member.name + member.bytes;
    }
    const quint64 count = quint64(members.size());
    return file + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
           number(quint64(directory.size()), 4) + number(quint64(file.size()), 4) + number(0, 2);
}

QByteArray npyOf(const QByteArray& type, const QByteArray& shape, const QByteArray& bytes) {
    const QByteArray header =
        "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    return QByteArray("\x93NUMPY\x01\x00", 8) + number(quint64(header.size()), 2) + header + bytes;
}

/// Two floats.
QByteArray npy() {
    return npyOf("<f4", "(2,)", QByteArray("\x00\x00\x80\x3F\x00\x00\x00\xC0", 8));
}

/// A checkpoint of two tensors whose storages are members of their own.
QByteArray checkpoint() {
    const auto tensor = [](const char* key) {
        return torch::tensor(torch::storage("FloatStorage", key, 2), 0, {2}, {1});
    };
    return "\x80\x02" +
           torch::dictionary(torch::text("first") + tensor("0") + torch::text("second") +
                             tensor("1")) +
           ".";
}

}  // namespace

/// Members that cannot be read: listed with the reason beside those that can.
class TestZip : public QObject {
    Q_OBJECT

private slots:
    void aMemberIsLost_data() {
        QTest::addColumn<quint64>("flags");
        QTest::addColumn<quint64>("method");
        QTest::addColumn<quint64>("promised");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("encrypted")
            << encrypted << quint64{0} << quint64{0} << QByteArray("encrypted");
        QTest::newRow("zstandard")
            << quint64{0} << quint64{93} << quint64{0} << QByteArray("number 93");
        QTest::newRow("promises too much")
            << quint64{0} << quint64{0} << quint64{100} << QByteArray("promises more");
    }

    void aMemberIsLost() {
        QFETCH(quint64, flags);
        QFETCH(quint64, method);
        QFETCH(quint64, promised);
        QFETCH(QByteArray, word);
        const auto check = [&](const QByteArray& bytes, const char* kept, const char* lost) {
            const TemporaryFile file(bytes, "a.zip");
            const auto opened = openWeightFile(file.path());
            QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
            QCOMPARE((*opened)->tensors().size(), std::size_t{2});
            const auto read = (*opened)->read(*(*opened)->find(kept));
            QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
            QCOMPARE(read->values()[1], -2.0F);
            const std::string& reason = (*opened)->stored(*(*opened)->find(lost)).unreadable;
            QVERIFY2(reason.find(word.toStdString()) != std::string::npos, reason.c_str());
        };
        check(archive({{"kept.npy", npy()}, {"lost.npy", npy(), flags, method, promised}}), "kept",
              "lost");
        const QByteArray floats = npy().right(8);
        check(archive({{"model/data.pkl", checkpoint()},
                       {"model/data/0", floats},
                       {"model/data/1", floats, flags, method, promised}}),
              "first", "second");
    }

    /// A limit that may be raised refuses the archive, and is what the error says.
    void beyondTheLimit() {
        const TemporaryFile file(archive({{"a.npy", npy()}, {"b.npy", npy(), 0, 8, 6'000}}),
                                 "a.npz");
        OpenOptions options;
        options.mostInflatedBytes = 5'000;
        const auto opened = openWeightFile(file.path(), options);
        COMPARE_ERROR(opened, ErrorCode::TooLarge);
        QVERIFY(opened.error().remedy.find("5000") != std::string::npos);
    }

    void allIsEncrypted_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("arrays") << QByteArray("a.npy");
        QTest::newRow("a checkpoint") << QByteArray("model/data.pkl");
    }

    void allIsEncrypted() {
        QFETCH(QByteArray, name);
        const TemporaryFile file(archive({{name, npy(), encrypted}}), "a.zip");
        const auto opened = openWeightFile(file.path());
        COMPARE_ERROR(opened, ErrorCode::Unsupported);
        QVERIFY(opened.error().what.find("encrypted") != std::string::npos);
        QVERIFY(opened.error().remedy.find("password") != std::string::npos);
    }

    /// Archives around something else are named by it.
    void holdsNoArrays_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("weights") << QByteArray("m/model.safetensors") << QByteArray("Unpack it");
        QTest::newRow("keras") << QByteArray("model.weights.h5") << QByteArray("Keras");
        QTest::newRow("core ml") << QByteArray("m.mlpackage/Data/m.mlmodel")
                                 << QByteArray("Core ML");
        QTest::newRow("a text") << QByteArray("README.md") << QByteArray("no arrays");
    }

    void holdsNoArrays() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, word);
        const TemporaryFile file(archive({{name, "content"}}), "a.zip");
        const auto opened = openWeightFile(file.path());
        COMPARE_ERROR(opened, ErrorCode::Unsupported);
        const std::string text = toString(opened.error());
        QVERIFY2(text.find(word.toStdString()) != std::string::npos, text.c_str());
    }

    /// MLX's older models: a row of 64 codes of 4 bits, scale 0.5, bias -1.
    void packedWeight() {
        QByteArray codes;
        for (int i = 0; i < 32; ++i) {
            codes += char(i % 16 + 16 * ((i + 3) % 16));
        }
        const QByteArray half("\x00\x38", 2);
        const QByteArray minusOne("\x00\xBC", 2);
        const TemporaryFile file(archive({{"l.weight.npy", npyOf("<u4", "(1, 8)", codes)},
                                          {"l.scales.npy", npyOf("<f2", "(1, 1)", half)},
                                          {"l.biases.npy", npyOf("<f2", "(1, 1)", minusOne)}}),
                                 "weights.npz");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        QCOMPARE((*opened)->tensors().front().shape, (Shape{1, 64}));
        const auto read = (*opened)->read(0);
        QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
        for (int i = 0; i < 64; ++i) {
            const int code = i % 2 == 0 ? i / 2 % 16 : (i / 2 + 3) % 16;
            QCOMPARE(read->values()[std::size_t(i)], 0.5F * float(code) - 1);
        }
    }
};

QTEST_APPLESS_MAIN(TestZip)
#include "tst_zip.moc"
