// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrate.h"
#include "core/metrics/error_report.h"
#include "core/numerics/block_format.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/scheme_text.h"
#include "core/tensor/synthetic.h"
#include "tests/support/outcome.h"

#include <functional>

using namespace zeropoint;

namespace {

using Kind = FormatSettings::Kind;

/// The settings by what they belong to, each as another value than its default.
struct Change {
    bool FormatSettings::*followed;
    std::function<void(QuantScheme&)> make;
};

const std::vector<Change>& changes() {
    static const std::vector<Change> all = {
        {&FormatSettings::scale, [](auto& s) { s.granularity = Granularity::Group; }},
        {&FormatSettings::scale, [](auto& s) { s.granularity = Granularity::Channel; }},
        {&FormatSettings::scale, [](auto& s) { s.axis = 1; }},
        {&FormatSettings::scale, [](auto& s) { s.groupSize = 16; }},
        {&FormatSettings::scale, [](auto& s) { s.scaleFormat = ScaleFormat::E8m0; }},
        {&FormatSettings::scale, [](auto& s) { s.doubleBlock = 64; }},
        {&FormatSettings::scale, [](auto& s) { s.range.kind = RangeMethod::Kind::Mse; }},
        {&FormatSettings::zeroPoint, [](auto& s) { s.symmetric = false; }},
        {&FormatSettings::zeroPoint, [](auto& s) { s.narrow = true; }},
        {&FormatSettings::zeroPoint, [](auto& s) { s.convention = Convention::PyTorch; }},
        {&FormatSettings::rounding, [](auto& s) { s.rounding = Rounding::Floor; }},
        {&FormatSettings::rounding, [](auto& s) { s.seed = 7; }},
        {&FormatSettings::overflow, [](auto& s) { s.overflow = OverflowRule::Saturate; }},
        {&FormatSettings::scaleRule, [](auto& s) { s.scaleRule = ScaleRule::Ceil; }},
    };
    return all;
}

QuantScheme schemeOf(std::string_view format) {
    QuantScheme scheme;
    scheme.format = format;
    return scheme;
}

double errorOf(const Tensor& tensor, const QuantScheme& scheme) {
    const auto calibration = calibrate(tensor, scheme);
    return measureError(tensor, scheme, calibration.value()).value().mse;
}

}  // namespace

class TestFormatSettings : public QObject {
    Q_OBJECT

private slots:
    void kinds_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("follows");  // scale, zero point, rounding, overflow, MX rule
        const auto row = [](const char* format, Kind kind, const char* follows) {
            QTest::newRow(format) << QString(format) << int(kind) << QString(follows);
        };
        row("int2", Kind::Integer, "szr--");
        row("uint8", Kind::Integer, "szr--");
        row("int16", Kind::Integer, "szr--");
        row("fp8-e4m3", Kind::Levels, "s-ro-");
        row("fp8-e5m2", Kind::Levels, "s-ro-");
        row("fp6-e2m3", Kind::Levels, "s-r--");
        row("fp4-e2m1", Kind::Levels, "s-r--");
        row("nf4", Kind::Levels, "s-r--");
        row("iq4nl", Kind::Levels, "s-r--");
        row("fp16", Kind::Cast, "--ro-");
        row("bf16", Kind::Cast, "--ro-");
        row("fp32", Kind::Cast, "--ro-");
        row("mxfp4", Kind::Blocks, "----m");
        row("nvfp4", Kind::Blocks, "-----");
        row("q4_0", Kind::Blocks, "-----");
        row("e8m0", Kind::Cast, "-----");
    }
    void kinds() {
        QFETCH(QString, format);
        QFETCH(int, kind);
        QFETCH(QString, follows);
        const FormatSettings settings = settingsOf(format.toStdString());
        QCOMPARE(int(settings.kind), kind);
        QString said;
        for (const auto& [one, letter] :
             {std::pair(settings.scale, 's'), std::pair(settings.zeroPoint, 'z'),
              std::pair(settings.rounding, 'r'), std::pair(settings.overflow, 'o'),
              std::pair(settings.scaleRule, 'm')}) {
            said += QLatin1Char(one ? letter : '-');
        }
        QCOMPARE(said, follows);
    }

    void everyFormat_data() {
        QTest::addColumn<QString>("format");
        const auto add = [](std::string_view id) {
            const auto name = QString::fromUtf8(id.data(), qsizetype(id.size()));
            QTest::newRow(qPrintable(name)) << name;
        };
        for (const NumberFormat& format : numberFormats()) {
            if (format.specials != Specials::ScaleOnly) {
                add(format.id);
            }
        }
        for (const BlockFormat& format : blockFormats()) {
            if (format.quantizes()) {
                add(format.id);
            }
        }
    }
    // What a format follows stays; what it ignores goes, and without it the format does what it
    // does by itself.
    void everyFormat() {
        QFETCH(QString, format);
        const Tensor tensor =
            generate({"outlier-channels", {{"rows", 6}, {"cols", 80}, {"seed", 4}}}).value();
        const QuantScheme plain = schemeOf(format.toStdString());
        const FormatSettings settings = settingsOf(plain.format);
        const double error = errorOf(tensor, plain);
        QCOMPARE(followed(plain), plain);
        for (const Change& change : changes()) {
            QuantScheme changed = plain;
            change.make(changed);
            QVERIFY(!(changed == plain));
            if (settings.*change.followed) {
                QCOMPARE(followed(changed), changed);
            } else {
                QCOMPARE(followed(changed), plain);
                QCOMPARE(errorOf(tensor, followed(changed)), error);
            }
        }
    }

    // Files say of themselves what holds for their format.
    void filesSayHowTheyAreRead_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* format, const char* said) {
            QTest::newRow(format) << QString(format) << QString(said);
        };
        row("uint4", "per tensor, x = scale * (code - zero_point)");
        row("nf4", "per tensor, x = scale * level of the code");
        row("fp8-e5m2", "per tensor, x = scale * level of the code");
        row("fp16", "x = the number stored");
        row("q4_1", "per block:32, x = d * q + m");
    }
    void filesSayHowTheyAreRead() {
        QFETCH(QString, format);
        QFETCH(QString, said);
        QStringList lines;
        for (const auto& [name, value] : schemeMetadata(schemeOf(format.toStdString()))) {
            const QString text = QString::fromStdString(value);
            if (name == "zeropoint.format") {
                QCOMPARE(text, format);
            } else {
                lines << (name == "zeropoint.per" ? QStringLiteral("per ") + text : text);
            }
        }
        QCOMPARE(lines.join(QStringLiteral(", ")), said);
    }
};

QTEST_APPLESS_MAIN(TestFormatSettings)
#include "tst_format_settings.moc"
