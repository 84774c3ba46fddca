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
        QStringLiteral("compare.model.sort"),
        QStringLiteral("compare.model.falling"),
        QStringLiteral("compare.files.pair"),
        QStringLiteral("compare.files.value"),
        QStringLiteral("train.next.base"),
        QStringLiteral("tradeoff.table.rising"),
        QStringLiteral("tradeoff.live.recipe"),
        QStringLiteral("train.next.training"),
        QStringLiteral("train.next.qat"),
        QStringLiteral("train.next.lora"),
        QStringLiteral("train.next.qlora"),
        QStringLiteral("window.page"),
        QStringLiteral("learn.lesson"),
        QStringLiteral("learn.step"),
        QStringLiteral("window.single_keys"),
        QStringLiteral("window.zoom"),
        QStringLiteral("interview.card"),
        QStringLiteral("interview.seed"),
        QStringLiteral("memory.own_devices"),
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
    const bool isSwitch = value == QLatin1String("true") || value == QLatin1String("false");
    return isSwitch ? QJsonValue(value == QLatin1String("true")) : QJsonValue(value);
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
    {"calibrate.scheme.", "calibrate.sources_open", "false"},
    {"calibrate.range.", "calibrate.sources_open", "false"},
    {"calibrate.right", "calibrate.sources_open", "false"},
    {"calibrate.channels.", "calibrate.tab", "channels"},
    {"calibrate.groups.", "calibrate.tab", "groups"},
    {"calibrate.scheme.scale_format", "calibrate.tab", "groups"},
    {"calibrate.outliers.", "calibrate.tab", "outliers"},
    {"calibrate.integer.", "calibrate.tab", "integer"},
    {"calibrate.bug", "calibrate.tab", "bugs"},
    {"compare.columns", "compare.segment", "settings"},
    {"compare.equal_bits", "compare.segment", "settings"},
    {"compare.count_axis", "compare.segment", "settings"},
    {"compare.channels", "compare.segment", "settings"},
    {"compare.files.", "compare.segment", "files"},
    {"train.run", "train.tab", "runs"},
    {"train.inside", "train.tab", "inside"},
    {"train.insight", "train.tab", "inside"},
    {"train.insight", "train.inside", "qat"},
    {"train.attention.", "train.tab", "inside"},
    {"train.attention.", "train.inside", "attention"},
    {"train.layer.side", "train.tab", "inside"},
    {"train.layer.side", "train.inside", "layer"},
    {"tradeoff.experiment", "tradeoff.tab", "chart"},
    {"tradeoff.size", "tradeoff.tab", "chart"},
    {"tradeoff.zoom", "tradeoff.tab", "chart"},
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
    {"interview.retention", "interview.mode", "cards"},
    {"memory.tab", "memory.part", "fits"},
    {"memory.model", "memory.part", "fits"},
    {"memory.parameters", "memory.part", "fits"},
    {"memory.sizes.layers", "memory.part", "fits"},
    {"memory.sizes.hidden", "memory.part", "fits"},
    {"memory.sizes.kv_heads", "memory.part", "fits"},
    {"memory.context", "memory.part", "fits"},
    {"memory.batch", "memory.part", "fits"},
    {"memory.training.rank", "memory.part", "fits"},
    {"memory.weights.format", "memory.part", "fits"},
    {"memory.kv_format", "memory.part", "fits"},
    {"memory.training.optimizer", "memory.part", "fits"},
    {"memory.bar", "memory.part", "fits"},
    {"memory.lower", "memory.part", "fits"},
    {"memory.devices", "memory.part", "fits"},
    {"memory.sizes.heads", "memory.part", "fits"},
    {"memory.sizes.head_width", "memory.part", "fits"},
    {"memory.sizes.ffn", "memory.part", "fits"},
    {"memory.sizes.vocabulary", "memory.part", "fits"},
    {"memory.weights.block", "memory.part", "fits"},
    {"memory.weights.double_block", "memory.part", "fits"},
    {"memory.weights.scale_format", "memory.part", "fits"},
    {"memory.weights.zero_points", "memory.part", "fits"},
    {"memory.weights.importance_matrix", "memory.part", "fits"},
    {"memory.weights.embedding", "memory.part", "fits"},
    {"memory.weights.head", "memory.part", "fits"},
    {"memory.kv.keys", "memory.part", "fits"},
    {"memory.kv.values", "memory.part", "fits"},
    {"memory.kv.form", "memory.part", "fits"},
    {"memory.micro_batch", "memory.part", "fits"},
    {"memory.training.length", "memory.part", "fits"},
    {"memory.training.batch", "memory.part", "fits"},
    {"memory.training.targets", "memory.part", "fits"},
    {"memory.training.states", "memory.part", "fits"},
    {"memory.training.activations", "memory.part", "fits"},
    {"memory.training.checkpointing", "memory.part", "fits"},
    {"memory.training.scores", "memory.part", "fits"},
    {"memory.training.adapters_apart", "memory.part", "fits"},
    {"memory.overhead", "memory.part", "fits"},
    {"memory.reserve", "memory.part", "fits"},
    {"memory.measure_machine", "memory.part", "speed"},
    {"memory.device", "memory.part", "setting"},
    {"memory.device", "memory.tab", "model"},
    {"memory.keep", "memory.part", "setting"},
    {"memory.keep", "memory.tab", "model"},
    {"memory.advise.", "memory.part", "setting"},
    {"memory.advise.", "memory.tab", "chart"},
    {"memory.advise.row", "memory.advise.tab", "table"},
    {"memory.model", "memory.tab", "model"},
    {"memory.parameters", "memory.tab", "model"},
    {"memory.sizes.layers", "memory.tab", "model"},
    {"memory.sizes.hidden", "memory.tab", "model"},
    {"memory.sizes.kv_heads", "memory.tab", "model"},
    {"memory.context", "memory.tab", "model"},
    {"memory.batch", "memory.tab", "model"},
    {"memory.training.rank", "memory.tab", "model"},
    {"memory.weights.format", "memory.tab", "model"},
    {"memory.kv_format", "memory.tab", "model"},
    {"memory.training.optimizer", "memory.tab", "model"},
    {"memory.bar", "memory.tab", "chart"},
    {"memory.lower", "memory.tab", "chart"},
    {"memory.devices", "memory.tab", "chart"},
    {"memory.sizes.heads", "memory.tab", "chart"},
    {"memory.sizes.head_width", "memory.tab", "chart"},
    {"memory.sizes.ffn", "memory.tab", "chart"},
    {"memory.sizes.vocabulary", "memory.tab", "chart"},
    {"memory.weights.block", "memory.tab", "chart"},
    {"memory.weights.double_block", "memory.tab", "chart"},
    {"memory.weights.scale_format", "memory.tab", "chart"},
    {"memory.weights.zero_points", "memory.tab", "chart"},
    {"memory.weights.importance_matrix", "memory.tab", "chart"},
    {"memory.weights.embedding", "memory.tab", "chart"},
    {"memory.weights.head", "memory.tab", "chart"},
    {"memory.kv.keys", "memory.tab", "chart"},
    {"memory.kv.values", "memory.tab", "chart"},
    {"memory.kv.form", "memory.tab", "chart"},
    {"memory.micro_batch", "memory.tab", "chart"},
    {"memory.training.length", "memory.tab", "chart"},
    {"memory.training.batch", "memory.tab", "chart"},
    {"memory.training.targets", "memory.tab", "chart"},
    {"memory.training.states", "memory.tab", "chart"},
    {"memory.training.activations", "memory.tab", "chart"},
    {"memory.training.checkpointing", "memory.tab", "chart"},
    {"memory.training.scores", "memory.tab", "chart"},
    {"memory.training.adapters_apart", "memory.tab", "chart"},
    {"memory.overhead", "memory.tab", "chart"},
    {"memory.reserve", "memory.tab", "chart"},
    {"memory.sizes.heads", "memory.lower", "assumptions"},
    {"memory.sizes.head_width", "memory.lower", "assumptions"},
    {"memory.sizes.ffn", "memory.lower", "assumptions"},
    {"memory.sizes.vocabulary", "memory.lower", "assumptions"},
    {"memory.weights.block", "memory.lower", "assumptions"},
    {"memory.weights.double_block", "memory.lower", "assumptions"},
    {"memory.weights.scale_format", "memory.lower", "assumptions"},
    {"memory.weights.zero_points", "memory.lower", "assumptions"},
    {"memory.weights.importance_matrix", "memory.lower", "assumptions"},
    {"memory.weights.embedding", "memory.lower", "assumptions"},
    {"memory.weights.head", "memory.lower", "assumptions"},
    {"memory.kv.keys", "memory.lower", "assumptions"},
    {"memory.kv.values", "memory.lower", "assumptions"},
    {"memory.kv.form", "memory.lower", "assumptions"},
    {"memory.micro_batch", "memory.lower", "assumptions"},
    {"memory.training.length", "memory.lower", "assumptions"},
    {"memory.training.batch", "memory.lower", "assumptions"},
    {"memory.training.targets", "memory.lower", "assumptions"},
    {"memory.training.states", "memory.lower", "assumptions"},
    {"memory.training.activations", "memory.lower", "assumptions"},
    {"memory.training.checkpointing", "memory.lower", "assumptions"},
    {"memory.training.scores", "memory.lower", "assumptions"},
    {"memory.training.adapters_apart", "memory.lower", "assumptions"},
    {"memory.overhead", "memory.lower", "assumptions"},
    {"memory.reserve", "memory.lower", "assumptions"},
};

std::vector<Anchor> makeAnchors() {
    std::vector<Anchor> made;
    for (const Setting& setting : SettingsCatalogue::all()) {
        if (withoutWidget().contains(setting.name)) {
            continue;
        }
        made.push_back({setting.name, pageOf(setting), bringOf(setting.name)});
    }
    return made;
}

}  // namespace

std::vector<std::pair<QString, QJsonValue>> bringOf(const QString& name) {
    std::vector<std::pair<QString, QJsonValue>> bring;
    for (const Rule& rule : rules) {
        const QLatin1String prefix(rule.prefix);
        const bool fits =
            rule.prefix[prefix.size() - 1] == '.' ? name.startsWith(prefix) : name == prefix;
        if (fits) {
            bring.emplace_back(QString::fromLatin1(rule.setting), valueOf(rule));
        }
    }
    return bring;
}

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
                        {QStringLiteral("kind"), QStringLiteral("setting")},
                        {QStringLiteral("page"), anchor.page},
                        {QStringLiteral("title"), titleOf(*SettingsCatalogue::find(anchor.name))},
                        {QStringLiteral("bring"), bring}});
    }
    return array;
}

}  // namespace zeropoint::ui
