// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/catalogue.h"
#include "core/memory/device_fit.h"
#include "core/memory/memory_choices.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;

namespace {

MemoryRequest modelOf(const QString& id) {
    MemoryRequest model;
    model.architecture = findArchitecture(shippedArchitectures(), id.toStdString()).value();
    return model;
}

/// Sums and products ("x") of numbers, in parentheses where there are any.
class Formula {
public:
    explicit Formula(QString text) : m_text(std::move(text)) {}

    double sum() {
        double value = product();
        while (take('+')) {
            value += product();
        }
        return value;
    }
    bool ended() const { return m_at == m_text.size(); }

private:
    double product() {
        double value = factor();
        while (take('x')) {
            value *= factor();
        }
        return value;
    }
    double factor() {
        if (take('(')) {
            const double value = sum();
            return take(')') ? value : std::nan("");
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isDigit() || m_text[m_at] == '.')) {
            ++m_at;
        }
        return m_text.mid(begin, m_at - begin).toDouble();
    }
    bool take(char c) {
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    QString m_text;
    qsizetype m_at = 0;
};

double evaluated(const QString& text) {
    Formula formula(text);
    const double value = formula.sum();
    return formula.ended() ? value : std::nan("");
}

}  // namespace

class TestMemoryChoices : public QObject {
    Q_OBJECT

private slots:
    // The short way over contexts gives what the whole estimate gives, whatever the model keeps.
    void aTotalByContextIsTheEstimate_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("mode");
        for (const char* model : {"gpt2", "llama-3.1-8b", "gemma-2-2b", "deepseek-v3", "qwen3.5-4b",
                                  "jamba-v0.1", "gpt-oss-20b"}) {
            for (const char* mode : {"inference", "full", "lora", "qlora", "qat"}) {
                QTest::addRow("%s %s", model, mode) << model << mode;
            }
        }
    }

    void aTotalByContextIsTheEstimate() {
        QFETCH(QString, model);
        QFETCH(QString, mode);
        MemoryChoices choices;
        choices.mode = mode.toStdString();
        choices.targets = {"all"};
        choices.context = 300;
        choices.batch = 2;
        choices.states = "bf16-10";
        const auto request = requestOf(choices, modelOf(model));
        QVERIFY(request);
        const auto estimate = estimateMemory(*request);
        QVERIFY2(estimate, estimate ? "" : toString(estimate.error()).c_str());
        const TotalByContext scale(*request, *estimate);
        for (const std::int64_t context : {1, 17, 300, 512, 777, 1024}) {
            MemoryRequest at = *request;
            at.cache.context = context;
            const auto whole = estimateMemory(at);
            QVERIFY(whole);
            QCOMPARE(scale.total(context).value(), whole->total());
        }
        QVERIFY(!scale.total(0));
        QVERIFY(!scale.total(request->architecture->context + 1));
    }

    // The longest context of a bisection is the last one: one token more is too much.
    void theLongestContextIsTheLast() {
        MemoryChoices choices;
        choices.format = "q4_k_m";
        choices.context = 1024;
        const auto request = requestOf(choices, modelOf(QStringLiteral("llama-3.1-8b"))).value();
        const auto estimate = estimateMemory(request).value();
        Device device;
        device.memoryBytes = 8'000'000'000;
        const DeviceFit fit = fitOnDevice(request, estimate, device, 0.1);
        QCOMPARE(fit.available, std::int64_t{7'200'000'000});
        MemoryRequest at = request;
        at.cache.context = fit.longestContext;
        QCOMPARE_LE(estimateMemory(at)->total(), fit.available);
        at.cache.context = fit.longestContext + 1;
        QCOMPARE_GT(estimateMemory(at)->total(), fit.available);
    }

    void sizesAreSetApart() {
        const Architecture own =
            findArchitecture(shippedArchitectures(), "gemma-2-2b").value();  // 26 layers, S F S F
        QCOMPARE(resized(own, {}).published, own.published);
        ModelSizes sizes;
        sizes.layers = 30;
        sizes.hidden = 1024;
        sizes.kvHeads = 2;
        const Architecture other = resized(own, sizes);
        QCOMPARE(other.layers.size(), std::size_t{30});
        for (std::size_t i = 0; i < 30; ++i) {
            QCOMPARE(other.layers[i], own.layers[i % 2]);
        }
        QCOMPARE(other.hidden, std::int64_t{1024});
        QCOMPARE(other.kvHeads, std::int64_t{2});
        QCOMPARE(other.heads, own.heads);
        QCOMPARE(other.published, std::int64_t{0});
        sizes.kvHeads = 3;
        QVERIFY(!validate(resized(own, sizes)));
    }

    void scalesAreOfCodesAlone_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("takes");
        for (const char* format : {"int8", "int4", "int2", "nf4"}) {
            QTest::addRow("%s", format) << format << true;
        }
        for (const char* format : {"fp32", "bf16", "fp16", "q4_0", "q4_k_m", "mxfp4", "nonsense"}) {
            QTest::addRow("%s", format) << format << false;
        }
    }

    void scalesAreOfCodesAlone() {
        QFETCH(QString, format);
        QFETCH(bool, takes);
        QCOMPARE(takesScales(format.toStdString()), takes);
    }

    // Each figure of a row follows from its own numbers: what a page shows as its formula.
    void rowsAreTheirFormulas_data() {
        QTest::addColumn<QString>("mode");
        for (const char* mode : {"inference", "full", "lora", "qlora", "qat"}) {
            QTest::addRow("%s", mode) << mode;
        }
    }

    void rowsAreTheirFormulas() {
        QFETCH(QString, mode);
        MemoryChoices choices;
        choices.mode = mode.toStdString();
        choices.context = 256;
        const auto estimate =
            estimateMemory(requestOf(choices, modelOf(QStringLiteral("llama-2-7b"))).value());
        QVERIFY(estimate);
        std::int64_t sum = 0;
        for (const MemoryRow& row : estimate->rows) {
            sum += row.bytes;
            const auto count = static_cast<double>(row.count);
            switch (row.kind) {
                case MemoryRowKind::WeightsInFormat:
                    QVERIFY(std::abs(count * row.each / 8 - static_cast<double>(row.bytes)) < 1);
                    break;
                case MemoryRowKind::Keys:
                case MemoryRowKind::Values:
                    QCOMPARE(static_cast<double>(row.group.count * row.group.cells *
                                                 row.group.sequences) *
                                 count * row.each / 8,
                             static_cast<double>(row.bytes));
                    break;
                case MemoryRowKind::TrainedWeights:
                case MemoryRowKind::Gradients:
                case MemoryRowKind::MasterWeights:
                case MemoryRowKind::Moments:
                case MemoryRowKind::Adapters:
                case MemoryRowKind::AdapterGradients:
                case MemoryRowKind::AdapterMoments:
                case MemoryRowKind::FakeQuantizedWeights:
                case MemoryRowKind::DequantizedMatrix:
                    QCOMPARE(count * row.each, static_cast<double>(row.bytes));
                    break;
                default:
                    break;
            }
        }
        QCOMPARE(sum, estimate->total());
    }

    // So do those of activations, put down as people would compute them.
    void activationsAreTheirFormulas_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<bool>("checkpointing");
        QTest::addColumn<bool>("everyLogit");
        for (const char* model : {"llama-2-7b", "gemma-2-2b", "mixtral-8x7b", "gpt2"}) {
            for (const char* mode : {"inference", "full", "lora"}) {
                for (const bool one : {false, true}) {
                    QTest::addRow("%s, %s, %d", model, mode, int(one))
                        << model << mode << one << one;
                }
            }
        }
    }

    void activationsAreTheirFormulas() {
        QFETCH(QString, model);
        QFETCH(QString, mode);
        QFETCH(bool, checkpointing);
        QFETCH(bool, everyLogit);
        MemoryChoices choices;
        choices.mode = mode.toStdString();
        choices.context = 700;
        choices.batch = 3;
        choices.checkpointing = checkpointing;
        choices.everyLogit = everyLogit;
        choices.activations = "fp32";
        const auto estimate = estimateMemory(requestOf(choices, modelOf(model)).value());
        QVERIFY(estimate);
        const auto row =
            std::find_if(estimate->rows.begin(), estimate->rows.end(),
                         [](const MemoryRow& each) { return each.part == "activations"; });
        QVERIFY(row != estimate->rows.end());
        QString formula = QString::fromStdString(row->formula);
        formula.remove(QStringLiteral(" tokens")).remove(QStringLiteral(" bytes"));
        QCOMPARE(evaluated(formula.remove(' ')), static_cast<double>(row->bytes));
    }

    void whatContradictsItselfIsNamed_data() {
        QTest::addColumn<QString>("field");
        QTest::newRow("mode") << "mode";
        QTest::newRow("optimizer") << "optimizer";
        QTest::newRow("states") << "states";
        QTest::newRow("cache-form") << "cache-form";
        QTest::newRow("activations") << "activations";
        QTest::newRow("scale-format") << "scale-format";
        QTest::newRow("k-format") << "k-format";
        QTest::newRow("format") << "format";
    }

    void whatContradictsItselfIsNamed() {
        QFETCH(QString, field);
        MemoryChoices choices;
        choices.mode = "qat";
        const std::map<QString, std::string*> fields = {{"mode", &choices.mode},
                                                        {"optimizer", &choices.optimizer},
                                                        {"states", &choices.states},
                                                        {"cache-form", &choices.cacheForm},
                                                        {"activations", &choices.activations},
                                                        {"scale-format", &choices.scaleFormat},
                                                        {"k-format", &choices.keyFormat},
                                                        {"format", &choices.format}};
        *fields.at(field) = "nonsense";
        const auto request = requestOf(choices, modelOf(QStringLiteral("gpt2")));
        COMPARE_ERROR(request, ErrorCode::InvalidArgument);
        QVERIFY2(QString::fromStdString(request.error().where).startsWith(field),
                 request.error().where.c_str());
    }
};

QTEST_GUILESS_MAIN(TestMemoryChoices)
#include "tst_memory_choices.moc"
