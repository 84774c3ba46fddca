// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/sha256.h"
#include "tests/support/outcome.h"

#include <QCryptographicHash>
#include <QTemporaryFile>
#include <QtTest>

using namespace zeropoint;

class TestSha256 : public QObject {
    Q_OBJECT

private slots:
    // Examples of FIPS 180, and Qt's own for every length around a block, in uneven pieces.
    void knownDigests() {
        Sha256 empty;
        QCOMPARE(empty.finish(),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        Sha256 abc;
        abc.add(std::as_bytes(std::span("abc", 3)));
        QCOMPARE(abc.finish(),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        for (int length = 0; length < 200; ++length) {
            QByteArray bytes;
            for (int i = 0; i < length; ++i) {
                bytes.append(static_cast<char>(i * 7 + length));
            }
            Sha256 hash;
            const auto all = std::as_bytes(std::span(bytes.constData(), std::size_t(length)));
            hash.add(all.first(std::size_t(length / 3)));
            hash.add(all.subspan(std::size_t(length / 3)));
            const QByteArray expected =
                QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
            QCOMPARE(hash.finish(), expected.toStdString());
        }
    }

    void files() {
        QTemporaryFile file;
        QVERIFY(file.open());
        const QByteArray bytes(300'000, 'x');
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QCOMPARE(sha256OfFile(file.fileName().toStdString()).value(),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString());
        COMPARE_ERROR(sha256OfFile("/nowhere/at/all"), ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "tst_sha256.moc"
