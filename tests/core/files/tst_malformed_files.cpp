// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace zeropoint;

namespace {

/// The shared folder holds more cases (large ones, GGUF) than the copies that the project ships.
QString malformedFolder() {
    const QString shared = test::golden("malformed");
    return QFileInfo::exists(shared) ? shared : test::testData("malformed");
}

bool readerExists(const QString& file) {
    return file.endsWith(".npy") || file.endsWith(".npz") || file.endsWith(".pt") ||
           file.endsWith(".gguf") || file.endsWith(".safetensors");
}

}  // namespace

/// Every case of expected.json: what a good reader accepts opens and can be read to the end;
/// what it rejects ends in an error that says where.
class TestMalformedFiles : public QObject {
    Q_OBJECT

private slots:
    void asAGoodReader_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("verdict");
        const QDir folder(malformedFolder());
        const auto cases =
            QJsonDocument::fromJson(test::readAll(folder.filePath("expected.json"))).array();
        QVERIFY(!cases.isEmpty());
        for (const auto& value : cases) {
            const QJsonObject row = value.toObject();
            const QString file = row["file"].toString();
            if (readerExists(file)) {
                QTest::newRow(qPrintable(file))
                    << folder.filePath(file) << row["good_reader"].toString();
            }
        }
    }

    void asAGoodReader() {
        QFETCH(QString, path);
        QFETCH(QString, verdict);
        const auto file = openWeightFile(path.toStdString());
        if (verdict.startsWith("accept")) {
            QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
            for (std::size_t i = 0; i < (*file)->tensors().size(); ++i) {
                const auto tensor = (*file)->read(i);
                const bool listedOnly = !(*file)->stored(i).unreadable.empty();
                QVERIFY2(listedOnly || tensor.has_value(),
                         tensor ? "" : toString(tensor.error()).c_str());
            }
            return;
        }
        if (file.has_value()) {
            QVERIFY2(verdict.contains("may be listed"), qPrintable(verdict));
            return;
        }
        const ErrorCode code = file.error().code;
        QVERIFY2(code == ErrorCode::Malformed || code == ErrorCode::Unsupported ||
                     code == ErrorCode::TooLarge,
                 toString(file.error()).c_str());
        QVERIFY(file.error().where.find(path.toStdString()) != std::string::npos);
        QVERIFY(!file.error().remedy.empty());
    }
};

QTEST_APPLESS_MAIN(TestMalformedFiles)
#include "tst_malformed_files.moc"
