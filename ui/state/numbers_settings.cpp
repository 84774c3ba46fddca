// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/nf4.h"
#include "core/scheme/element_format.h"
#include "core/scheme/scheme_words.h"
#include "ui/state/setting_makers.h"

#include <QJsonObject>

#include <limits>

namespace zeropoint::ui {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();
constexpr double mostSampleSeed = 9007199254740992;  ///< whole numbers up to here are exact in JSON
constexpr int mostCodeBits = 8;                      ///< of the formats whose codes are listed

constexpr Word<Overflow> overflowWords[] = {{"specified", Overflow::Specified},
                                            {"saturate", Overflow::Saturate}};
constexpr Word<ScaleRule> ruleWords[] = {
    {"floor", ScaleRule::Floor}, {"ceil", ScaleRule::Ceil}, {"even", ScaleRule::Even}};

QString text(std::string_view id) {
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

QStringList numberFormatIds(int mostBits = 64) {
    QStringList ids;
    for (const NumberFormat& format : numberFormats()) {
        if (format.bits <= mostBits) {
            ids << text(format.id);
        }
    }
    return ids;
}

/// Formats whose codes a block of one's own can have: those with a scale.
QStringList scaledIds() {
    QStringList ids;
    for (const NumberFormat& format : numberFormats()) {
        QuantScheme scheme;
        scheme.format = format.id;
        const Result<ElementFormat> element = elementFormat(scheme);
        if (element && element->scaled) {
            ids << text(format.id);
        }
    }
    return ids;
}

QStringList blockIds() {
    QStringList ids;
    for (const BlockFormat& format : blockFormats()) {
        ids << text(format.id);
    }
    return ids;
}

QStringList stepNames() {
    QStringList names;
    for (std::size_t step = 1; step <= nf4Construction().size(); ++step) {
        names << QString::number(step);
    }
    return names;
}

/// The code that was set bit by bit: {"format": "fp16", "code": "0x2e66"}, null for none.
Setting pinnedCodeSetting() {
    Setting setting = blank({"numbers.code", QT_TRANSLATE_NOOP("Setting", "Bits set by hand")},
                            SettingKind::Object);
    setting.read = [](const WorkbenchValues& values) {
        const auto& pinned = values.number.pinned;
        return !pinned ? QJsonValue()
                       : QJsonValue(QJsonObject{
                             {QStringLiteral("format"), pinned->format},
                             {QStringLiteral("code"),
                              QStringLiteral("0x%1").arg(qulonglong(pinned->code), 0, 16)}});
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        if (value.isNull()) {
            values.number.pinned.reset();
            return {};
        }
        const QJsonObject object = value.toObject();
        const QString format = object.value(QStringLiteral("format")).toString();
        bool isNumber = false;
        const qulonglong code =
            object.value(QStringLiteral("code")).toString().toULongLong(&isNumber, 16);
        const NumberFormat* found = findNumberFormat(format.toStdString());
        if (found == nullptr || !isNumber || (found->bits < 64 && code >> found->bits != 0)) {
            return refuse(name, "Give a format and a code of its width, such as 0x2e66");
        }
        values.number.pinned = PinnedCode{format, code};
        return {};
    };
    return setting;
}

Setting axisZoomSetting() {
    Setting setting =
        blank({"numbers.zoom", QT_TRANSLATE_NOOP("Setting", "Part of the axis that is shown")},
              SettingKind::List);
    setting.read = [](const WorkbenchValues& values) {
        const auto& zoom = values.numbers.zoom;
        return zoom ? rangeToJson(*zoom) : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        if (value.isNull()) {
            values.numbers.zoom.reset();
            return {};
        }
        const auto range = rangeFromJson(value);
        if (!range) {
            return refuse(name, "Give two rising numbers");
        }
        values.numbers.zoom = *range;
        return {};
    };
    return setting;
}

std::vector<Setting> blockSettings() {
    return {
        idSetting(
            {"numbers.blocks.format", QT_TRANSLATE_NOOP("Setting", "Block format")}, blockIds(),
            [](auto& v) -> auto& { return v.number.blocks.format; }),
        wordSetting(
            {"numbers.blocks.rule", QT_TRANSLATE_NOOP("Setting", "Rule of the scale")}, ruleWords,
            [](auto& v) -> auto& { return v.number.blocks.rule; }),
        numberSetting(
            {"numbers.blocks.seed", QT_TRANSLATE_NOOP("Setting", "Weights of the block")}, 0,
            mostSampleSeed, [](auto& v) -> auto& { return v.number.blocks.seed; }),
        idSetting(
            {"numbers.blocks.element", QT_TRANSLATE_NOOP("Setting", "Format of the codes")},
            scaledIds(), [](auto& v) -> auto& { return v.number.blocks.element; }),
        numberSetting(
            {"numbers.blocks.size", QT_TRANSLATE_NOOP("Setting", "Values in a block")}, 1, 65536,
            [](auto& v) -> auto& { return v.number.blocks.blockSize; }),
        wordSetting(
            {"numbers.blocks.scale_format",
             QT_TRANSLATE_NOOP("Setting", "Format of the block scales")},
            scaleFormatWords, [](auto& v) -> auto& { return v.number.blocks.scaleFormat; }),
        flagSetting(
            {"numbers.blocks.double", QT_TRANSLATE_NOOP("Setting", "Double quantization")},
            [](auto& v) -> auto& { return v.number.blocks.doubleQuantization; }),
        numberSetting(
            {"numbers.blocks.scale_block",
             QT_TRANSLATE_NOOP("Setting", "Scales in a block of scales")},
            1, 65536, [](auto& v) -> auto& { return v.number.blocks.scaleBlock; }),
    };
}

std::vector<Setting> numbersViews() {
    return {
        looks(choiceSetting(
            {"numbers.tab", QT_TRANSLATE_NOOP("Setting", "What to look at")},
            {QStringLiteral("value"), QStringLiteral("codes"), QStringLiteral("range"),
             QStringLiteral("blocks"), QStringLiteral("nf4")},
            [](auto& v) -> auto& { return v.numbers.tab; })),
        looks(idSetting(
            {"numbers.codes.beside", QT_TRANSLATE_NOOP("Setting", "Format to compare with")},
            QStringList(QString()) + numberFormatIds(mostCodeBits),
            [](auto& v) -> auto& { return v.numbers.beside; })),
        looks(flagSetting(
            {"numbers.blocks.own", QT_TRANSLATE_NOOP("Setting", "A block of the tensor")},
            [](auto& v) -> auto& { return v.numbers.ownBlock; })),
        looks(numberSetting(
            {"numbers.blocks.block", QT_TRANSLATE_NOOP("Setting", "Which block of the tensor")}, 0,
            mostSampleSeed, [](auto& v) -> auto& { return v.numbers.block; })),
        looks(numberSetting(
            {"numbers.blocks.weight", QT_TRANSLATE_NOOP("Setting", "Weight of the block")}, 0,
            65535, [](auto& v) -> auto& { return v.numbers.weight; })),
        looks(choiceSetting(
            {"numbers.nf4.step", QT_TRANSLATE_NOOP("Setting", "Step to NF4")}, stepNames(),
            [](auto& v) -> auto& { return v.numbers.nf4Step; })),
        looks(forgets(
            choiceSetting(
                {"numbers.axis", QT_TRANSLATE_NOOP("Setting", "Axis")},
                {QStringLiteral("linear"), QStringLiteral("log")},
                [](auto& v) -> auto& { return v.numbers.logarithmic; }),
            [](auto& v) -> auto& { return v.numbers.zoom; })),
        looks(axisZoomSetting()),
    };
}

}  // namespace

std::vector<Setting> numbersSettings() {
    std::vector<Setting> settings{
        numberSetting(
            {"numbers.value", QT_TRANSLATE_NOOP("Setting", "Value")}, -unbounded, unbounded,
            [](auto& v) -> auto& { return v.number.value; }),
        looks(idSetting(
            {"numbers.inspected", QT_TRANSLATE_NOOP("Setting", "Inspected format")},
            numberFormatIds(), [](auto& v) -> auto& { return v.number.inspected; })),
        pinnedCodeSetting(),
        numberSetting(
            {"numbers.abs_max", QT_TRANSLATE_NOOP("Setting", "Magnitude of the scales")},
            std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max(),
            [](auto& v) -> auto& { return v.number.absMax; }),
        listSetting(
            {"numbers.formats", QT_TRANSLATE_NOOP("Setting", "Formats in the table")},
            [](auto& v) -> auto& { return v.number.formats; },
            [](const QString& id) { return findNumberFormat(id.toStdString()) != nullptr; }),
        wordSetting(
            {"numbers.rounding", QT_TRANSLATE_NOOP("Setting", "Rounding")}, roundingWords,
            [](auto& v) -> auto& { return v.number.rounding; }),
        wordSetting(
            {"numbers.overflow", QT_TRANSLATE_NOOP("Setting", "Overflow")}, overflowWords,
            [](auto& v) -> auto& { return v.number.overflow; }),
        numberSetting(
            {"numbers.seed", QT_TRANSLATE_NOOP("Setting", "Seed of stochastic rounding")}, 0,
            mostSampleSeed, [](auto& v) -> auto& { return v.number.seed; }),
        flagSetting(
            {"numbers.scale_floats", QT_TRANSLATE_NOOP("Setting", "Scale small floats")},
            [](auto& v) -> auto& { return v.number.scaleFloats; }),
    };
    for (auto more : {blockSettings(), numbersViews()}) {
        settings.insert(settings.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
    }
    return settings;
}

}  // namespace zeropoint::ui
