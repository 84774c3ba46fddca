// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text.h"
#include "core/data/text_file.h"
#include "tests/support/outcome.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

using namespace zeropoint;

class TestText : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path write(const QByteArray& bytes) {
        const QString path = m_folder.filePath("text.txt");
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return path.toStdString();
    }

private slots:
    // By hand: H = ln 2 + 1/2 * (-(0.75 ln 0.75 + 0.25 ln 0.25)); length = (1 + (3 + 1.25)) / 2.
    void entropyByHand() {
        Grammar g;
        g.add("inner", {{3, "a"}, {1, "bb"}});
        g.add("outer", {{1, "x"}, {1, "y<inner>zz"}});
        const double inner = -(0.75 * std::log(0.75) + 0.25 * std::log(0.25));
        QCOMPARE_LE(std::abs(g.entropy("outer") - (std::log(2.0) + inner / 2)), 1e-15);
        QCOMPARE(g.expectedLength("outer"), (1 + 3 + 1.25) / 2);
    }

    // The mean of -ln(frequency) over many drawn sentences estimates the entropy, provided that no
    // sentence has two derivations; the estimate is low by about (kinds - 1) / (2 draws).
    void entropyOfTheDialects_data() {
        QTest::addColumn<int>("dialect");
        QTest::newRow("base") << int(Dialect::Base);
        QTest::newRow("custom") << int(Dialect::Custom);
    }
    void entropyOfTheDialects() {
        QFETCH(int, dialect);
        const Grammar grammar = grammarOf(static_cast<Dialect>(dialect));
        Random random(11);
        constexpr int draws = 400'000;
        std::map<std::string, int> counts;
        double characters = 0;
        for (int i = 0; i < draws; ++i) {
            const std::string sentence = grammar.draw(grammarStart, random);
            characters += static_cast<double>(sentence.size());
            ++counts[sentence];
        }
        double entropy = static_cast<double>(counts.size() - 1) / (2.0 * draws);
        for (const auto& [sentence, count] : counts) {
            entropy -= double(count) / draws * std::log(double(count) / draws);
        }
        QCOMPARE_LE(std::abs(entropy / grammar.entropy(grammarStart) - 1), 0.01);
        QCOMPARE_LE(std::abs(characters / draws / grammar.expectedLength(grammarStart) - 1), 0.005);
    }

    void windowsAndTargets() {
        std::string source;
        for (int i = 0; i < 400; ++i) {
            source += static_cast<char>('a' + i % 26);
        }
        const auto text = makeText(source, "test", 8).value();
        QCOMPARE(text->trainingCharacters(), std::size_t{320});
        BatchStorage batch;
        text->trainingBatch(1, 0, 50, batch);
        for (std::size_t i = 0; i + 1 < batch.tokens.size(); ++i) {
            if (i % 8 != 7) {
                QCOMPARE(batch.targets[i], batch.tokens[i + 1]);
            }
        }
        // Every test character but the first half window is scored once.
        text->testBatch(0, text->testSequences(), batch);
        QCOMPARE(text->testSequences(), std::size_t{8});
        QCOMPARE(countedTargets(batch.targets), std::size_t{8 * 4});
        QCOMPARE(text->alphabet().decode(std::span(batch.targets).subspan(4, 4)),
                 source.substr(360 + 5, 4));
        text->heldOutBatch(HeldOut::Validation, 0, 1, batch);
        QCOMPARE(text->alphabet().decode(std::span(batch.targets).subspan(4, 4)),
                 source.substr(320 + 5, 4));
    }

    // Characters that the alphabet lacks are scored, as wrong, and have no loss.
    void unknownCharactersAreNoRightAnswers() {
        std::string source;
        for (int i = 0; i < 400; ++i) {
            source += i % 4 == 3 ? "x" : "ж";
        }
        const Alphabet ascii;
        const auto text = makeText(source, "test", 8, &ascii).value();
        QCOMPARE(text->unknownTestCharacters(), std::size_t{30});
        BatchStorage batch;
        text->testBatch(0, text->testSequences(), batch);
        QCOMPARE(std::ranges::count(batch.targets, Alphabet::unknown), 0);
        // A model that is sure of "unknown" everywhere, one that is sure of "x".
        for (const std::int32_t sure : {Alphabet::unknown, ascii.encode("x")[0]}) {
            const std::size_t outputs = ascii.size();
            std::vector<float> logits(batch.targets.size() * outputs);
            for (std::size_t row = 0; row < batch.targets.size(); ++row) {
                logits[row * outputs + static_cast<std::size_t>(sure)] = 20;
            }
            std::vector<float> gradient(logits.size(), 1.0F);
            const Score score =
                crossEntropy<float>(logits, batch.targets, outputs, 8, 1.0F, gradient);
            QCOMPARE(score.positions, std::size_t{8 * 4});
            QCOMPARE(score.unknown, std::size_t{8 * 3});
            QCOMPARE(score.correct, std::size_t{sure == Alphabet::unknown ? 0U : 8U});
            QCOMPARE_LE(std::abs(score.meanLoss() - (sure == Alphabet::unknown ? 20 : 0)), 1e-3);
            for (std::size_t row = 0; row < batch.targets.size(); ++row) {
                if (batch.targets[row] == unknownTarget) {
                    QCOMPARE(gradient[row * outputs + 5], 0.0F);
                }
            }
        }
        std::string foreign;
        for (int i = 0; i < 400; ++i) {
            foreign += "ж";
        }
        COMPARE_ERROR(makeText(foreign, "test", 8, &ascii), ErrorCode::InvalidArgument);
    }

    void alphabetReadsBackWhatItWrites() {
        const std::string source = "Ein süßer Käse — 10 €,\tnicht 9\r\n漢字 ✓";
        const Alphabet alphabet = Alphabet::of(source);
        std::string expected = source;
        expected.erase(expected.find('\r'), 1);
        std::replace(expected.begin(), expected.end(), '\t', ' ');
        QCOMPARE(QString::fromStdString(alphabet.decode(alphabet.encode(source))),
                 QString::fromStdString(expected));
        const auto again = Alphabet::fromCharacters(alphabet.characters());
        QVERIFY(again);
        QCOMPARE(again->encode(source), alphabet.encode(source));
        QCOMPARE(Alphabet().size(), std::size_t{97});
        QCOMPARE(Alphabet().encode("ü"), std::vector<std::int32_t>{Alphabet::unknown});
        QVERIFY(!Alphabet::fromCharacters("abc"));
        QVERIFY(!Alphabet::fromCharacters(alphabet.characters() + "€"));
    }

    void manyCharactersAreCutToTheMostFrequent() {
        QString source;
        for (int i = 0; i < 400; ++i) {
            source += QString(QChar(0x4E00 + i)).repeated(i < 30 ? 1 : 2);
        }
        const Alphabet alphabet = Alphabet::of(source.toStdString());
        QCOMPARE(alphabet.size(), Alphabet::largest);
        QCOMPARE(alphabet.encode("一")[0], Alphabet::unknown);  // one of the rare ones
    }

    void notText_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qlonglong>("offset");
        QTest::newRow("text") << QByteArray("plain ascii") << -1LL;
        QTest::newRow("utf-8") << QByteArray("\xC3\xBC\xE2\x82\xAC\xF0\x9F\x99\x82") << -1LL;
        QTest::newRow("NUL") << QByteArray("ab\0c", 4) << 2LL;
        QTest::newRow("latin-1") << QByteArray("caf\xE9 au") << 3LL;
        QTest::newRow("cut short") << QByteArray("a\xE2\x82") << 1LL;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << 0LL;
        QTest::newRow("overlong in three") << QByteArray("\xE0\x80\xAF") << 0LL;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0LL;
        QTest::newRow("above Unicode") << QByteArray("\xF4\x90\x80\x80") << 0LL;
        QTest::newRow("stray continuation") << QByteArray("x\x80") << 1LL;
    }
    void notText() {
        QFETCH(QByteArray, bytes);
        QFETCH(qlonglong, offset);
        const auto bad = firstNonText(bytes.toStdString());
        QCOMPARE(bad ? qlonglong(*bad) : -1LL, offset);
    }

    void filesThatCannotBeLearned() {
        COMPARE_ERROR(readText("/nowhere/at/all.txt", 64), ErrorCode::NotFound);
        COMPARE_ERROR(readText(m_folder.path().toStdString(), 64), ErrorCode::NotFound);
        COMPARE_ERROR(readText(write(""), 64), ErrorCode::Malformed);
        COMPARE_ERROR(readText(write("\x7F"
                                     "ELF\x01\x02\x80"),
                               64),
                      ErrorCode::Malformed);
        COMPARE_ERROR(readText(write("too short"), 64), ErrorCode::InvalidArgument);
        const auto huge = write("x");
        std::filesystem::resize_file(huge, largestTextFile + 1);  // sparse: no disk is used
        COMPARE_ERROR(readText(huge, 64), ErrorCode::TooLarge);
        QVERIFY(readText(write(QByteArray("words and words ").repeated(100)), 64));
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
