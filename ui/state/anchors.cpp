// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/anchors.h"

#include "ui/state/settings_catalogue.h"

#include <algorithm>
#include <iterator>

namespace zeropoint::ui {
namespace {

/// Settings that no widget shows: they are set by sessions, lessons and the palette alone.
const QStringList& withoutWidget() {
    static const QStringList names{
        QStringLiteral("calibrate.scheme.narrow"),
        QStringLiteral("calibrate.scheme.seed"),
        QStringLiteral("calibrate.scheme.double_block"),
        QStringLiteral("calibrate.scheme.convention"),
        QStringLiteral("calibrate.range.ends"),
        QStringLiteral("calibrate.range.power"),
        QStringLiteral("calibrate.range.sigmas"),
        QStringLiteral("compare.pinned"),
        QStringLiteral("compare.column"),
        QStringLiteral("compare.files.sort"),
        QStringLiteral("compare.files.falling"),
        QStringLiteral("compare.files.pair"),
        QStringLiteral("train.next.base"),
        QStringLiteral("tradeoff.table.rising"),
        QStringLiteral("train.next.training"),
        QStringLiteral("train.next.qat"),
        QStringLiteral("train.next.lora"),
        QStringLiteral("train.next.qlora"),
        QStringLiteral("window.page"),
        QStringLiteral("learn.lesson"),
        QStringLiteral("learn.step"),
        QStringLiteral("window.single_keys"),
        QStringLiteral("interview.card"),
        QStringLiteral("interview.seed"),
        QStringLiteral("interview.retention"),
    };
    return names;
}

struct Rule {
    const char* prefix;
    const char* setting;
    const char* value;  ///< "true" is the truth
};

QJsonValue valueOf(const Rule& rule) {
    const QString value = QString::fromLatin1(rule.value);
    return value == QLatin1String("true") ? QJsonValue(true) : QJsonValue(value);
}

/// Names that begin so stand behind this choice. All rules that fit count.
constexpr Rule rules[] = {
    {"numbers.inspected", "numbers.tab", "value"},
    {"numbers.code", "numbers.tab", "value"},
    {"numbers.formats", "numbers.tab", "value"},
    {"numbers.rounding", "numbers.tab", "value"},
    {"numbers.overflow", "numbers.tab", "value"},
    {"numbers.seed", "numbers.tab", "value"},
    {"numbers.scale_floats", "numbers.tab", "value"},
    {"numbers.axis", "numbers.tab", "value"},
    {"numbers.zoom", "numbers.tab", "value"},
    {"numbers.codes.", "numbers.tab", "codes"},
    {"numbers.blocks.", "numbers.tab", "blocks"},
    {"numbers.nf4.", "numbers.tab", "nf4"},
    {"calibrate.synthetic.", "calibrate.sources_open", "true"},
    {"calibrate.channels.", "calibrate.tab", "channels"},
    {"calibrate.groups.", "calibrate.tab", "groups"},
    {"calibrate.scheme.scale_format", "calibrate.tab", "groups"},
    {"calibrate.outliers.", "calibrate.tab", "outliers"},
    {"calibrate.integer.", "calibrate.tab", "integer"},
    {"compare.columns", "compare.segment", "settings"},
    {"compare.equal_bits", "compare.segment", "settings"},
    {"compare.count_axis", "compare.segment", "settings"},
    {"compare.channels", "compare.segment", "settings"},
    {"compare.files.", "compare.segment", "files"},
    {"train.run", "train.tab", "runs"},
    {"train.inside", "train.tab", "inside"},
    {"train.attention.", "train.tab", "inside"},
    {"train.attention.", "train.inside", "attention"},
    {"train.layer.side", "train.tab", "inside"},
    {"train.layer.side", "train.inside", "layer"},
    {"tradeoff.experiment", "tradeoff.tab", "chart"},
    {"tradeoff.size", "tradeoff.tab", "chart"},
    {"tradeoff.side", "tradeoff.tab", "layers"},
    {"tradeoff.sensitivity.", "tradeoff.tab", "layers"},
    {"tradeoff.sensitivity.", "tradeoff.side", "sensitivity"},
    {"tradeoff.budget", "tradeoff.tab", "layers"},
    {"tradeoff.budget", "tradeoff.side", "sensitivity"},
    {"tradeoff.live.", "tradeoff.tab", "layers"},
    {"tradeoff.live.", "tradeoff.side", "live"},
    {"tradeoff.compared", "tradeoff.tab", "layers"},
    {"tradeoff.compared", "tradeoff.side", "compare"},
    {"interview.deck", "interview.mode", "cards"},
    {"interview.chart", "interview.mode", "cards"},
    {"interview.new_per_day", "interview.mode", "cards"},
};

std::vector<Anchor> makeAnchors() {
    std::vector<Anchor> made;
    for (const Setting& setting : SettingsCatalogue::all()) {
        if (withoutWidget().contains(setting.name)) {
            continue;
        }
        Anchor anchor{setting.name, pageOf(setting), {}};
        for (const Rule& rule : rules) {
            const QLatin1String prefix(rule.prefix);
            const bool fits = rule.prefix[prefix.size() - 1] == '.'
                                  ? setting.name.startsWith(prefix)
                                  : setting.name == prefix;
            if (fits) {
                anchor.bring.emplace_back(QString::fromLatin1(rule.setting), valueOf(rule));
            }
        }
        made.push_back(std::move(anchor));
    }
    return made;
}

}  // namespace

const std::vector<Anchor>& anchors() {
    static const std::vector<Anchor> all = makeAnchors();
    return all;
}

const Anchor* findAnchorNamed(const QString& name) {
    const auto& all = anchors();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Anchor& anchor) { return anchor.name == name; });
    return found == all.end() ? nullptr : &*found;
}

QJsonArray describeAnchors() {
    QJsonArray array;
    for (const Anchor& anchor : anchors()) {
        QJsonObject bring;
        for (const auto& [setting, value] : anchor.bring) {
            bring.insert(setting, value);
        }
        array.append(
            QJsonObject{{QStringLiteral("name"), anchor.name},
                        {QStringLiteral("page"), anchor.page},
                        {QStringLiteral("title"), titleOf(*SettingsCatalogue::find(anchor.name))},
                        {QStringLiteral("bring"), bring}});
    }
    return array;
}

}  // namespace zeropoint::ui
