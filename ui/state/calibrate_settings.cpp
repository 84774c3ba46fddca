// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/historic_bug.h"
#include "core/numerics/block_format.h"
#include "core/scheme/scheme_words.h"
#include "ui/state/setting_makers.h"
#include "ui/state/teaching_examples.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <set>

namespace zeropoint::ui {
namespace {

constexpr double most = std::numeric_limits<double>::max();
constexpr double mostSeed = 9007199254740992;  ///< whole numbers up to here are exact in JSON

const NumberFormat* integerFormat(const QuantScheme& scheme) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    return format != nullptr && format->kind == FormatKind::Integer ? format : nullptr;
}

std::string integerId(bool isSigned, int bits) {
    return (isSigned ? "int" : "uint") + std::to_string(bits);
}

QStringList formatIds() {
    QStringList ids;
    for (const NumberFormat& format : numberFormats()) {
        ids << QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
    }
    for (const BlockFormat& format : blockFormats()) {
        if (format.quantizes()) {
            ids << QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
        }
    }
    return ids;
}

/// Other kinds of formats begin with one of them; the kind at hand keeps its own format.
Setting familySetting() {
    Setting setting =
        blank({"calibrate.scheme.family", QT_TRANSLATE_NOOP("Setting", "Kind of format")},
              SettingKind::Choice);
    setting.choices = {QStringLiteral("integer"), QStringLiteral("float"),
                       QStringLiteral("code-book"), QStringLiteral("block")};
    setting.read = [words = setting.choices](const WorkbenchValues& values) {
        const NumberFormat* format = findNumberFormat(values.scheme.format);
        const int index = findBlockFormat(values.scheme.format) != nullptr             ? 3
                          : format == nullptr || format->kind == FormatKind::Minifloat ? 1
                          : format->kind == FormatKind::Integer                        ? 0
                                                                                       : 2;
        return QJsonValue(words[index]);
    };
    setting.write = [read = setting.read, words = setting.choices, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        const qsizetype index = words.indexOf(value.toString());
        if (!value.isString() || index < 0) {
            return refuse(name, "Give one of " + words.join(QStringLiteral(", ")).toStdString());
        }
        if (read(values) == value) {
            return {};
        }
        QuantScheme& scheme = values.scheme;
        const NumberFormat* before = findNumberFormat(scheme.format);
        const std::string asWide =
            integerId(scheme.symmetric, before != nullptr ? before->bits : 8);
        scheme.format =
            index == 0
                ? (findNumberFormat(asWide) != nullptr ? asWide : integerId(scheme.symmetric, 8))
            : index == 1 ? "fp8-e4m3"
            : index == 2 ? "nf4"
                         : "mxfp4";
        scheme.symmetric = scheme.symmetric || index != 0;  // only integers have a zero point
        return {};
    };
    return setting;
}

Setting bitsSetting() {
    Setting setting = blank({"calibrate.scheme.bits", QT_TRANSLATE_NOOP("Setting", "Bits")},
                            SettingKind::Integer);
    setting.least = 2;
    setting.most = 16;
    setting.read = [](const WorkbenchValues& values) {
        const NumberFormat* format = integerFormat(values.scheme);
        return format != nullptr ? QJsonValue(format->bits) : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const NumberFormat* format = integerFormat(values.scheme);
        const std::string id = integerId(
            format == nullptr ? values.scheme.symmetric : format->isSigned, value.toInt(-1));
        if (!value.isDouble() || value.toDouble() != std::floor(value.toDouble()) ||
            findNumberFormat(id) == nullptr) {
            return refuse(name, "Give a whole number from 2 to 16");
        }
        if (format == nullptr) {
            return refuse(name, "Choose an integer format first");
        }
        values.scheme.format = id;
        return {};
    };
    return setting;
}

/// Integers change their sign with it: codes of an asymmetric scheme begin at 0.
Setting zeroPointSetting() {
    Setting setting =
        blank({"calibrate.scheme.zero_point", QT_TRANSLATE_NOOP("Setting", "Zero point")},
              SettingKind::Choice);
    setting.choices = {QStringLiteral("symmetric"), QStringLiteral("asymmetric")};
    setting.read = [words = setting.choices](const WorkbenchValues& values) {
        return QJsonValue(words[values.scheme.symmetric ? 0 : 1]);
    };
    setting.write = [words = setting.choices, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        const qsizetype index = words.indexOf(value.toString());
        if (!value.isString() || index < 0) {
            return refuse(name, "Give one of " + words.join(QStringLiteral(", ")).toStdString());
        }
        const NumberFormat* format = integerFormat(values.scheme);
        const bool symmetric = index == 0;
        if (format != nullptr && symmetric != values.scheme.symmetric) {
            values.scheme.format = integerId(symmetric, format->bits);
        }
        values.scheme.symmetric = symmetric;
        return {};
    };
    return setting;
}

std::vector<Setting> schemeSettings() {
    return {
        derived(familySetting()),
        zeroPointSetting(),
        idSetting(
            {"calibrate.scheme.format", QT_TRANSLATE_NOOP("Setting", "Format")}, formatIds(),
            [](auto& v) -> auto& { return v.scheme.format; }),
        derived(bitsSetting()),
        wordSetting(
            {"calibrate.scheme.granularity", QT_TRANSLATE_NOOP("Setting", "Scale per")},
            granularityWords, [](auto& v) -> auto& { return v.scheme.granularity; }),
        numberSetting(
            {"calibrate.scheme.axis", QT_TRANSLATE_NOOP("Setting", "Axis of the scales")}, -8, 7,
            [](auto& v) -> auto& { return v.scheme.axis; }),
        numberSetting(
            {"calibrate.scheme.group", QT_TRANSLATE_NOOP("Setting", "Group of")}, 2, 1 << 20,
            [](auto& v) -> auto& { return v.scheme.groupSize; }),
        flagSetting(
            {"calibrate.scheme.narrow", QT_TRANSLATE_NOOP("Setting", "Narrow codes")},
            [](auto& v) -> auto& { return v.scheme.narrow; }),
        wordSetting(
            {"calibrate.scheme.rounding", QT_TRANSLATE_NOOP("Setting", "Rounding")}, roundingWords,
            [](auto& v) -> auto& { return v.scheme.rounding; }),
        numberSetting(
            {"calibrate.scheme.seed", QT_TRANSLATE_NOOP("Setting", "Seed of stochastic rounding")},
            0, mostSeed, [](auto& v) -> auto& { return v.scheme.seed; }),
        wordSetting(
            {"calibrate.scheme.scale_format", QT_TRANSLATE_NOOP("Setting", "Format of the scales")},
            scaleFormatWords, [](auto& v) -> auto& { return v.scheme.scaleFormat; }),
        numberSetting(
            {"calibrate.scheme.double_block",
             QT_TRANSLATE_NOOP("Setting", "Scales in a block of scales")},
            1, 65536, [](auto& v) -> auto& { return v.scheme.doubleBlock; }),
        wordSetting(
            {"calibrate.scheme.convention", QT_TRANSLATE_NOOP("Setting", "Convention")},
            conventionWords, [](auto& v) -> auto& { return v.scheme.convention; }),
        wordSetting(
            {"calibrate.scheme.overflow", QT_TRANSLATE_NOOP("Setting", "Overflow")}, overflowWords,
            [](auto& v) -> auto& { return v.scheme.overflow; }),
        wordSetting(
            {"calibrate.scheme.scale_rule", QT_TRANSLATE_NOOP("Setting", "Rule of the MX scale")},
            scaleRuleWords, [](auto& v) -> auto& { return v.scheme.scaleRule; }),
    };
}

/// By hand it begins as the range that the method before it gave.
Setting methodSetting() {
    Setting setting = wordSetting(
        {"calibrate.range.method", QT_TRANSLATE_NOOP("Setting", "Range")}, rangeWords,
        [](auto& v) -> auto& { return v.scheme.range.kind; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        RangeMethod& range = values.scheme.range;
        const auto before = range.kind;
        Result<void> written = plain(values, value);
        if (written && range.kind == RangeMethod::Kind::Explicit && before != range.kind) {
            range.lo = values.live.lo;
            range.hi = values.live.hi;
        }
        return written;
    };
    return setting;
}

Result<void> writeEnds(WorkbenchValues& values, double low, double high, const QString& name) {
    if (!(low < high) || !std::isfinite(low) || !std::isfinite(high)) {
        return refuse(name, "Give a lower end below the upper one");
    }
    values.scheme.range.kind = RangeMethod::Kind::Explicit;
    values.scheme.range.lo = low;
    values.scheme.range.hi = high;
    return {};
}

/// Null while a method finds the range.
Setting endsSetting() {
    Setting setting = blank({"calibrate.range.ends", QT_TRANSLATE_NOOP("Setting", "Range by hand")},
                            SettingKind::List);
    setting.read = [](const WorkbenchValues& values) {
        const RangeMethod& range = values.scheme.range;
        return range.kind == RangeMethod::Kind::Explicit
                   ? QJsonValue(QJsonArray{numberToJson(range.lo), numberToJson(range.hi)})
                   : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values, const QJsonValue& value) {
        const QJsonArray ends = value.toArray();
        const double none = std::nan("");
        return writeEnds(values, numberFromJson(ends.at(0)).value_or(none),
                         ends.size() == 2 ? numberFromJson(ends.at(1)).value_or(none) : none, name);
    };
    return setting;
}

/// One end of the range in use, whatever found it; a symmetric scheme moves the other with it.
Setting endSetting(const Named& named, bool upper) {
    Setting setting = blank(named, SettingKind::Number);
    setting.least = -most;
    setting.most = most;
    setting.read = [upper](const WorkbenchValues& values) {
        return numberToJson(upper ? values.live.hi : values.live.lo);
    };
    setting.write = [upper, name = setting.name](WorkbenchValues& values,
                                                 const QJsonValue& value) -> Result<void> {
        const auto number = numberFromJson(value);
        if (!number) {
            return refuse(name, "Give a number");
        }
        if (values.scheme.symmetric) {
            return writeEnds(values, -std::abs(*number), std::abs(*number), name);
        }
        return upper ? writeEnds(values, values.live.lo, *number, name)
                     : writeEnds(values, *number, values.live.hi, name);
    };
    return setting;
}

std::vector<Setting> rangeSettings() {
    return {
        methodSetting(),
        endsSetting(),
        derived(
            endSetting({"calibrate.range.low", QT_TRANSLATE_NOOP("Setting", "Lower end")}, false)),
        derived(
            endSetting({"calibrate.range.high", QT_TRANSLATE_NOOP("Setting", "Upper end")}, true)),
        numberSetting(
            {"calibrate.range.percentile", QT_TRANSLATE_NOOP("Setting", "Percentile")}, 50, 100,
            [](auto& v) -> auto& { return v.scheme.range.percentile; }),
        numberSetting(
            {"calibrate.range.power", QT_TRANSLATE_NOOP("Setting", "Power of the norm")}, 0.1, 16,
            [](auto& v) -> auto& { return v.scheme.range.power; }),
        numberSetting(
            {"calibrate.range.sigmas", QT_TRANSLATE_NOOP("Setting", "Deviations")}, 0.01, 100,
            [](auto& v) -> auto& { return v.scheme.range.sigmas; }),
        numberSetting(
            {"calibrate.sample", QT_TRANSLATE_NOOP("Setting", "Sample value")}, -most, most,
            [](auto& v) -> auto& { return v.sample; }),
    };
}

const SyntheticKind* kindNamed(const std::string& name) {
    const auto& kinds = syntheticKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const SyntheticKind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

const SyntheticParameter* parameterOf(const WorkbenchValues& values, std::string_view key) {
    const SyntheticKind* kind = values.synthetic ? kindNamed(values.synthetic->kind) : nullptr;
    if (kind == nullptr) {
        return nullptr;
    }
    const auto found =
        std::find_if(kind->parameters.begin(), kind->parameters.end(),
                     [&](const SyntheticParameter& parameter) { return parameter.key == key; });
    return found == kind->parameters.end() ? nullptr : &*found;
}

Setting kindSetting() {
    Setting setting =
        blank({"calibrate.synthetic.kind", QT_TRANSLATE_NOOP("Setting", "Kind of distribution")},
              SettingKind::Choice);
    for (const SyntheticKind& kind : syntheticKinds()) {
        setting.choices << QString::fromUtf8(kind.name.data(), qsizetype(kind.name.size()));
    }
    setting.read = [](const WorkbenchValues& values) {
        return values.synthetic ? QJsonValue(QString::fromStdString(values.synthetic->kind))
                                : QJsonValue();
    };
    setting.write = [words = setting.choices, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        if (!value.isString() || !words.contains(value.toString())) {
            return refuse(name, "Give one of " + words.join(QStringLiteral(", ")).toStdString());
        }
        const std::string kind = value.toString().toStdString();
        if (!values.synthetic || values.synthetic->kind != kind) {
            values.synthetic = SyntheticSpec{kind, {}};
        }
        return {};
    };
    return setting;
}

Setting parameterSetting(const std::string& key) {
    Setting setting = blank({"", QT_TRANSLATE_NOOP("Setting", "Parameter of the distribution")},
                            SettingKind::Number);
    setting.name = QStringLiteral("calibrate.synthetic.") +
                   QString::fromStdString(key).replace(QLatin1Char('-'), QLatin1Char('_'));
    setting.read = [key](const WorkbenchValues& values) {
        const SyntheticParameter* parameter = parameterOf(values, key);
        if (parameter == nullptr) {
            return QJsonValue();
        }
        const auto& set = values.synthetic->parameters;
        const auto found = set.find(key);
        return numberToJson(found == set.end() ? parameter->defaultValue : found->second);
    };
    setting.write = [key, name = setting.name](WorkbenchValues& values,
                                               const QJsonValue& value) -> Result<void> {
        const SyntheticParameter* parameter = parameterOf(values, key);
        const auto number = numberFromJson(value);
        if (parameter == nullptr) {
            return refuse(name, "Choose a distribution that has it first");
        }
        if (!number || !(*number >= parameter->minimum && *number <= parameter->maximum) ||
            (parameter->integer && *number != std::floor(*number))) {
            return refuse(name, "Give a number from " +
                                    QString::number(parameter->minimum).toStdString() + " to " +
                                    QString::number(parameter->maximum).toStdString());
        }
        values.synthetic->parameters[key] = *number;
        return {};
    };
    return setting;
}

/// Tensor, scheme and sample of an example together; null while something else is shown.
Setting exampleSetting() {
    Setting setting = blank({"calibrate.example", QT_TRANSLATE_NOOP("Setting", "Teaching example")},
                            SettingKind::Choice);
    for (const TeachingExample& example : teachingExamples()) {
        setting.choices << example.id;
    }
    setting.read = [](const WorkbenchValues& values) {
        for (const TeachingExample& example : teachingExamples()) {
            if (values.synthetic && *values.synthetic == example.tensor &&
                schemeOf(example, values.scheme) == values.scheme) {
                return QJsonValue(example.id);
            }
        }
        return QJsonValue();
    };
    setting.write = [words = setting.choices, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        const TeachingExample* example = findTeachingExample(value.toString());
        if (example == nullptr) {
            return refuse(name, "Give one of " + words.join(QStringLiteral(", ")).toStdString());
        }
        values.synthetic = example->tensor;
        values.scheme = schemeOf(*example, values.scheme);
        values.sample = example->sample;
        values.draws = true;
        return {};
    };
    return setting;
}

std::vector<Setting> syntheticSettings() {
    std::vector<Setting> settings{derived(exampleSetting()), kindSetting()};
    std::set<std::string> keys;
    for (const SyntheticKind& kind : syntheticKinds()) {
        for (const SyntheticParameter& parameter : kind.parameters) {
            keys.insert(std::string(parameter.key));
        }
    }
    for (const std::string& key : keys) {
        settings.push_back(parameterSetting(key));
    }
    return settings;
}

QStringList bugNames() {
    QStringList names;
    for (const HistoricBug bug : historicBugs()) {
        names << QString::fromStdString(std::string(bugName(bug)));
    }
    return names;
}

std::vector<Setting> calibrateViews() {
    return {
        looks(choiceSetting(
            {"calibrate.tab", QT_TRANSLATE_NOOP("Setting", "What the lower card shows")},
            {QStringLiteral("example"), QStringLiteral("curve"), QStringLiteral("channels"),
             QStringLiteral("groups"), QStringLiteral("outliers"), QStringLiteral("symmetry"),
             QStringLiteral("integer"), QStringLiteral("conventions"), QStringLiteral("bugs"),
             QStringLiteral("stored")},
            [](auto& v) -> auto& { return v.calibrate.tab; })),
        looks(choiceSetting(
            {"calibrate.right", QT_TRANSLATE_NOOP("Setting", "Card at the right")},
            {QStringLiteral("metrics"), QStringLiteral("curve")},
            [](auto& v) -> auto& { return v.calibrate.lower; })),
        looks(numberSetting(
            {"calibrate.unit", QT_TRANSLATE_NOOP("Setting", "Channel or group that is shown")}, -1,
            1 << 30, [](auto& v) -> auto& { return v.calibrate.unit; })),
        looks(flagSetting(
            {"calibrate.sources_open", QT_TRANSLATE_NOOP("Setting", "Sources")},
            [](auto& v) -> auto& { return v.calibrate.sourcesOpen; })),
        looks(choiceSetting(
            {"calibrate.count_axis", QT_TRANSLATE_NOOP("Setting", "Count axis")},
            {QStringLiteral("linear"), QStringLiteral("log")},
            [](auto& v) -> auto& { return v.calibrate.logarithmic; })),
        looks(choiceSetting(
            {"calibrate.channels.axis", QT_TRANSLATE_NOOP("Setting", "Axis of the channels")},
            {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")},
            [](auto& v) -> auto& { return v.calibrate.channelAxis; })),
        looks(numberSetting(
            {"calibrate.groups.size", QT_TRANSLATE_NOOP("Setting", "Group size")}, 16, 512,
            [](auto& v) -> auto& { return v.calibrate.groupSize; })),
        looks(choiceSetting(
            {"calibrate.outliers.activations", QT_TRANSLATE_NOOP("Setting", "Activations")},
            {QStringLiteral("drawn"), QStringLiteral("tensor")},
            [](auto& v) -> auto& { return v.calibrate.ownActivations; })),
        looks(choiceSetting(
            {"calibrate.outliers.plant", QT_TRANSLATE_NOOP("Setting", "What to plant")},
            {QStringLiteral("nothing"), QStringLiteral("value"), QStringLiteral("channel")},
            [](auto& v) -> auto& { return v.calibrate.plant; })),
        looks(numberSetting(
            {"calibrate.outliers.channel", QT_TRANSLATE_NOOP("Setting", "Channel")}, 0, 511,
            [](auto& v) -> auto& { return v.calibrate.plantChannel; })),
        looks(numberSetting(
            {"calibrate.outliers.gain", QT_TRANSLATE_NOOP("Setting", "Times")}, 1, 200,
            [](auto& v) -> auto& { return v.calibrate.plantGain; })),
        looks(numberSetting(
            {"calibrate.integer.seed",
             QT_TRANSLATE_NOOP("Setting", "Numbers of the integer example")},
            0, mostSeed, [](auto& v) -> auto& { return v.calibrate.integerSeed; })),
        looks(choiceSetting(
            {"calibrate.bug", QT_TRANSLATE_NOOP("Setting", "Bug that is made again")}, bugNames(),
            [](auto& v) -> auto& { return v.calibrate.bug; })),
        looks(textSetting(
            {"calibrate.search", QT_TRANSLATE_NOOP("Setting", "Search tensors")},
            [](auto& v) -> auto& { return v.calibrate.search; })),
        looks(choiceSetting(
            {"calibrate.order", QT_TRANSLATE_NOOP("Setting", "Order of the tensors")},
            {QStringLiteral("file"), QStringLiteral("size"), QStringLiteral("dtype"),
             QStringLiteral("outliers"), QStringLiteral("error")},
            [](auto& v) -> auto& { return v.calibrate.order; })),
        looks(listSetting(
            {"calibrate.expanded", QT_TRANSLATE_NOOP("Setting", "Open branches")},
            [](auto& v) -> auto& { return v.calibrate.expanded; })),
    };
}

}  // namespace

std::vector<Setting> calibrateSettings() {
    std::vector<Setting> settings;
    for (auto more : {syntheticSettings(), schemeSettings(), rangeSettings(), calibrateViews()}) {
        settings.insert(settings.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
    }
    return settings;
}

}  // namespace zeropoint::ui
