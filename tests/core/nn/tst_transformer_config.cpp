// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/transformer_config.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <functional>

using namespace zeropoint;
using Change = std::function<void(TransformerConfig&)>;
Q_DECLARE_METATYPE(Change)

class TestTransformerConfig : public QObject {
    Q_OBJECT

private slots:
    void doesNotFit_data() {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, Change change) { QTest::newRow(name) << change; };
        row("zero layers", [](auto& c) { c.layers = 0; });
        row("heads do not divide", [](auto& c) { c.heads = 5; });
        row("zero heads", [](auto& c) { c.heads = 0; });
        row("width above the limit", [](auto& c) { c.width = 2048; });
        row("no context", [](auto& c) { c.context = 0; });
        row("tied with other outputs", [](auto& c) { c.tiedHead = true, c.outputs = 3; });
        row("tied patches", [](auto& c) { c.tiedHead = true, c.input = InputKind::Patches; });
        row("all dropped", [](auto& c) { c.dropout = 1; });
        row("negative dropout", [](auto& c) { c.dropout = -0.1; });
        row("NaN dropout", [](auto& c) { c.dropout = std::numeric_limits<double>::quiet_NaN(); });
    }
    void doesNotFit() {
        QFETCH(Change, change);
        TransformerConfig config;
        QVERIFY(validate(config));
        change(config);
        const auto valid = validate(config);
        COMPARE_ERROR(valid, ErrorCode::InvalidArgument);
        QVERIFY(!valid.error().remedy.empty());
    }

    void tooLarge() {
        TransformerConfig config;
        config.layers = 48;
        config.width = 1024;
        COMPARE_ERROR(validate(config), ErrorCode::TooLarge);
    }

    void isReadBack() {
        TransformerConfig config;
        config.norm = NormKind::RmsNorm;
        config.activation = ActivationKind::Silu;
        config.input = InputKind::Patches;
        config.dropout = 0.1;
        config.pooled = true;
        QVERIFY(transformerConfigFromJson(toJson(config)).value() == config);
    }

    void brokenText_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("not json") << QStringLiteral("layers=2");
        QTest::newRow("a field is missing") << QStringLiteral(R"({"input":"tokens"})");
        QTest::newRow("an array") << QStringLiteral("[1,2]");
    }
    void brokenText() {
        QFETCH(QString, text);
        QVERIFY(!transformerConfigFromJson(text.toStdString()));
    }

    void impossibleSizesInAFile() {
        std::string text = toJson(TransformerConfig{});
        const std::string layers = "\"layers\":2";
        text.replace(text.find(layers), layers.size(), "\"layers\":0");
        COMPARE_ERROR(transformerConfigFromJson(text), ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestTransformerConfig)
#include "tst_transformer_config.moc"
