// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digits.h"
#include "core/data/sorting.h"
#include "core/data/text.h"
#include "core/support/random.h"
#include "core/training/task.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace zeropoint;

namespace {

BatchStorage trainingBatch(const Dataset& data, std::uint64_t seed, std::uint64_t step,
                           std::size_t sequences) {
    BatchStorage storage;
    data.trainingBatch(seed, step, sequences, storage);
    return storage;
}

/// Image of the file that a batch's first image is, found by its pixels.
std::vector<float> patchesOf(const Digits& digits, std::size_t index) {
    std::vector<float> patches;
    const auto pixels = digits.pixels(index);
    for (std::size_t top = 0; top < 8; top += 2) {
        for (std::size_t left = 0; left < 8; left += 2) {
            for (const std::size_t at :
                 {top * 8 + left, top * 8 + left + 1, top * 8 + left + 8, top * 8 + left + 9}) {
                patches.push_back(static_cast<float>(pixels[at]) / 8 - 1);
            }
        }
    }
    return patches;
}

}  // namespace

class TestDatasets : public QObject {
    Q_OBJECT

private slots:
    void digitsAreScikitLearns() {
        ZEROPOINT_NEED_GOLDEN("digits/digits_images_u8.npy");
        const auto digits = shippedDigits();
        const QByteArray images = test::readAll(test::golden("digits/digits_images_u8.npy"));
        const QByteArray labels = test::readAll(test::golden("digits/digits_labels_u8.npy"));
        QCOMPARE(digits->size(), std::size_t{1797});
        const qsizetype imagesAt = images.size() - 1797 * 64;
        const qsizetype labelsAt = labels.size() - 1797;
        for (std::size_t i = 0; i < 1797; ++i) {
            QCOMPARE(digits->label(i), int(labels[labelsAt + qsizetype(i)]));
            QVERIFY(std::equal(digits->pixels(i).begin(), digits->pixels(i).end(),
                               images.begin() + imagesAt + qsizetype(i) * 64,
                               [](std::uint8_t a, char b) { return a == std::uint8_t(b); }));
        }
    }

    void digitsAreSplit() {
        const auto digits = shippedDigits();
        QCOMPARE(digits->testSequences(), std::size_t{359});
        QCOMPARE(digits->heldOutSequences(HeldOut::Validation), std::size_t{180});
        QCOMPARE(digits->trainingSize(), std::size_t{1797 - 359 - 180});
        for (std::size_t i = 0; i < 359; ++i) {
            QCOMPARE(digits->testIndex(i) % 5, std::size_t{4});
        }
        BatchStorage storage;
        digits->testBatch(10, 2, storage);
        QCOMPARE(std::vector<float>(storage.patches.begin() + 64, storage.patches.end()),
                 patchesOf(*digits, 59));
        QCOMPARE(storage.targets[1], digits->label(59));
        digits->heldOutBatch(HeldOut::Validation, 3, 1, storage);
        QCOMPARE(storage.patches, patchesOf(*digits, 30));
    }

    void anEpochVisitsEachImageOnce() {
        const auto digits = shippedDigits();
        std::multiset<std::vector<float>> seen;
        std::multiset<std::vector<float>> training;
        for (std::size_t step = 0; step < 629; ++step) {  // 629 * 2 = 1258
            const BatchStorage batch = trainingBatch(*digits, 3, step, 2);
            seen.emplace(batch.patches.begin(), batch.patches.begin() + 64);
            seen.emplace(batch.patches.begin() + 64, batch.patches.end());
        }
        for (std::size_t i = 0; i < 1797; ++i) {
            if (i % 5 != 4 && i % 10 != 0) {
                training.insert(patchesOf(*digits, i));
            }
        }
        QVERIFY(seen == training);
    }

    // Nothing that a model is chosen by is learned, and nothing that is told is chosen by.
    void heldOutPartsAreApart_data() {
        QTest::addColumn<int>("task");
        QTest::newRow("digits") << 0;
        QTest::newRow("sort") << 1;
        QTest::newRow("text") << 2;
    }
    void heldOutPartsAreApart() {
        QFETCH(int, task);
        const auto digits = shippedDigits();
        const Sorting sorting;
        std::string source;
        Random random(2);
        while (source.size() < 3000) {
            source += static_cast<char>('!' + static_cast<char>(random.below(90)));
        }
        const auto text = makeText(source, "test", 16).value();
        const Dataset* all[] = {digits.get(), &sorting, text.get()};
        const Dataset& data = *all[task];
        const auto sequences = [](const BatchStorage& batch) {
            std::set<std::string> found;
            const std::size_t width =
                (batch.tokens.empty() ? batch.patches.size() : batch.tokens.size()) /
                batch.sequences;
            for (std::size_t s = 0; s < batch.sequences; ++s) {
                std::string one;
                for (std::size_t i = s * width; i < (s + 1) * width; ++i) {
                    one += batch.tokens.empty() ? std::to_string(batch.patches[i])
                                                : std::to_string(batch.tokens[i]);
                    one += ' ';
                }
                found.insert(one);
            }
            return found;
        };
        BatchStorage batch;
        data.heldOutBatch(HeldOut::Test, 0, data.testSequences(), batch);
        const auto test = sequences(batch);
        data.heldOutBatch(HeldOut::Validation, 0, data.heldOutSequences(HeldOut::Validation),
                          batch);
        const auto validation = sequences(batch);
        data.trainingBatch(1, 0, 3000, batch);
        const auto training = sequences(batch);
        const auto apart = [](const auto& a, const auto& b) {
            return std::ranges::none_of(a, [&b](const auto& one) { return b.contains(one); });
        };
        QVERIFY(apart(test, validation));
        QVERIFY(apart(test, training));
        QVERIFY(apart(validation, training));
    }

    void batchesDependOnSeedAndStepAlone_data() {
        QTest::addColumn<int>("task");
        QTest::newRow("digits") << 0;
        QTest::newRow("sort") << 1;
        QTest::newRow("text") << 2;
    }
    void batchesDependOnSeedAndStepAlone() {
        QFETCH(int, task);
        const auto digits = shippedDigits();
        const Sorting sorting;
        const auto text = grammarText(Dialect::Base, 32);
        const Dataset* all[] = {digits.get(), &sorting, text.get()};
        const Dataset& data = *all[task];
        BatchStorage walked;
        for (std::uint64_t step = 0; step <= 40; ++step) {
            data.trainingBatch(7, step, 64, walked);
        }
        const BatchStorage direct = trainingBatch(data, 7, 40, 64);
        QCOMPARE(walked.tokens, direct.tokens);
        QCOMPARE(walked.patches, direct.patches);
        QCOMPARE(walked.targets, direct.targets);
        QVERIFY(trainingBatch(data, 8, 40, 64).targets != direct.targets);
        QVERIFY(trainingBatch(data, 7, 41, 64).targets != direct.targets);
    }

    void aTextNeedsAContext() {
        TaskSpec text;
        text.kind = TaskKind::Text;
        COMPARE_ERROR(openTask(text, 0), ErrorCode::InvalidArgument);
        QVERIFY(openTask(text, 1));
    }

    void brokenDigits_data() {
        QTest::addColumn<QString>("text");
        const QString good = QStringLiteral("0,").repeated(64) + "3\n";
        QTest::newRow("empty") << QString();
        QTest::newRow("four lines") << good.repeated(4);
        QTest::newRow("a short line") << good.repeated(5) + "1,2,3\n";
        QTest::newRow("a pixel of 17") << good.repeated(5) + "17," + good.mid(2);
        QTest::newRow("no such digit") << good.repeated(5) + QString("0,").repeated(64) + "10\n";
        QTest::newRow("a letter") << good.repeated(5) + "x," + good.mid(2);
        QTest::newRow("a number too many") << good.repeated(5) + "0," + good;
    }
    void brokenDigits() {
        QFETCH(QString, text);
        const auto digits = parseDigits(text.toStdString(), "digits.csv");
        COMPARE_ERROR(digits, ErrorCode::Malformed);
    }

    void sortedHalfIsTheFirstHalfInOrder_data() {
        QTest::addColumn<bool>("descending");
        QTest::newRow("ascending") << false;
        QTest::newRow("descending") << true;
    }
    void sortedHalfIsTheFirstHalfInOrder() {
        QFETCH(bool, descending);
        const Sorting sorting(descending ? SortOrder::Descending : SortOrder::Ascending);
        const BatchStorage batch = trainingBatch(sorting, 5, 9, 200);
        for (std::size_t s = 0; s < 200; ++s) {
            const auto* tokens = batch.tokens.data() + s * 24;
            const auto* targets = batch.targets.data() + s * 24;
            std::vector<std::int32_t> drawn(tokens, tokens + 12);
            std::sort(drawn.begin(), drawn.end());
            QVERIFY(std::adjacent_find(drawn.begin(), drawn.end()) == drawn.end());
            QVERIFY(drawn.front() >= 0 && drawn.back() < 64);
            if (descending) {
                std::reverse(drawn.begin(), drawn.end());
            }
            QCOMPARE(tokens[12], Sorting::separator);
            QVERIFY(std::equal(drawn.begin(), drawn.end(), targets + 12));
            QVERIFY(std::equal(drawn.begin(), drawn.end() - 1, tokens + 13));
            QCOMPARE(std::count(targets, targets + 12, ignoredTarget), 12);
        }
    }

    void modelsAreCheckedAgainstTheData() {
        const Sorting sorting;
        TransformerConfig config = sorting.shaped({});
        QVERIFY(sorting.fits(config));
        config.context = 20;
        QVERIFY(!sorting.fits(config));
        config.context = 100;
        QVERIFY(sorting.fits(config));
        QVERIFY(!shippedDigits()->fits(config));
    }
};

QTEST_APPLESS_MAIN(TestDatasets)
#include "tst_datasets.moc"
