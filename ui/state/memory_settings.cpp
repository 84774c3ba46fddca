// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/catalogue.h"
#include "core/memory/gguf_mix.h"
#include "ui/state/memory_model.h"
#include "ui/state/own_device.h"
#include "ui/state/setting_makers.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr double mostParameters = 1e15;
constexpr double mostTokens = 1 << 24;
constexpr double mostBatch = 1 << 16;
constexpr double mostRank = 1 << 16;
constexpr double mostGigabytes = 1e6;

QString asText(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QStringList modelIds() {
    QStringList ids{openModel()};
    for (const Architecture& architecture : shippedArchitectures()) {
        ids << QString::fromStdString(architecture.id);
    }
    return ids;
}

QStringList deviceIds() {
    QStringList ids;
    for (const Device& device : shippedDevices()) {
        ids << QString::fromStdString(device.id);
    }
    return ids;
}

QStringList stateIds() {
    QStringList ids;
    for (const StateAssumption& states : stateAssumptions()) {
        ids << asText(states.id);
    }
    return ids;
}

/// Another model begins with its own sizes, within its own context.
Setting modelSetting() {
    Setting setting = idSetting(
        {"memory.model", QT_TRANSLATE_NOOP("Setting", "Model")}, modelIds(),
        [](auto& v) -> auto& { return v.memoryQuestion.model; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        MemoryQuestion& question = values.memoryQuestion;
        const QString before = question.model;
        const Result<void> written = plain(values, value);
        if (!written || question.model == before) {
            return written;
        }
        question.sizes = {};
        question.parameters = 0;
        const Architecture* own = ownArchitecture(question, values.openArchitecture.get());
        if (own != nullptr && own->context > 0) {
            question.context = std::min(question.context, own->context);
            question.length = std::min(question.length, own->context);
        }
        return written;
    };
    return setting;
}

/// A size reads as the model has it until it is set apart; null while the model is not there. A
/// change takes back a count that was set apart from the shapes.
Setting sizeSetting(const Named& named, std::int64_t ModelSizes::*field, double most) {
    Setting setting = blank(named, SettingKind::Integer);
    setting.least = 1;
    setting.most = most;
    setting.read = [field](const WorkbenchValues& values) {
        const MemoryQuestion& question = values.memoryQuestion;
        const Architecture* own = ownArchitecture(question, values.openArchitecture.get());
        const std::int64_t size = question.sizes.*field;
        if (size > 0 || own == nullptr) {
            return size > 0 ? QJsonValue(double(size)) : QJsonValue();
        }
        return QJsonValue(double(sizesOf(*own).*field));
    };
    setting.write = [field, most, name = setting.name](WorkbenchValues& values,
                                                       const QJsonValue& value) -> Result<void> {
        const double number = value.toDouble(-1);
        if (!value.isDouble() || !(number >= 1 && number <= most) || number != std::floor(number)) {
            return refuse(name, "Give a whole number from 1 to " + std::to_string(int(most)));
        }
        MemoryQuestion& question = values.memoryQuestion;
        const Architecture* own = ownArchitecture(question, values.openArchitecture.get());
        const auto size = static_cast<std::int64_t>(number);
        const std::int64_t before = question.sizes.*field;
        question.sizes.*field = own != nullptr && sizesOf(*own).*field == size ? 0 : size;
        if (question.sizes.*field != before) {
            question.parameters = 0;  // other shapes have a count of their own
        }
        return {};
    };
    return setting;
}

/// The count of the shapes until it is set apart.
Setting parametersSetting() {
    Setting setting = blank({"memory.parameters", QT_TRANSLATE_NOOP("Setting", "Parameters")},
                            SettingKind::Integer);
    setting.least = 1;
    setting.most = mostParameters;
    setting.read = [](const WorkbenchValues& values) {
        const std::int64_t count = values.memoryQuestion.parameters;
        const std::int64_t all =
            count > 0 ? count : shapesCount(values.memoryQuestion, values.openArchitecture.get());
        return all > 0 ? QJsonValue(double(all)) : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const double number = value.toDouble(-1);
        if (!value.isDouble() || !(number >= 1 && number <= mostParameters) ||
            number != std::floor(number)) {
            return refuse(name, "Give a whole number from 1 to 1e15");
        }
        MemoryQuestion& question = values.memoryQuestion;
        const auto count = static_cast<std::int64_t>(number);
        const bool same = count == shapesCount(question, values.openArchitecture.get());
        question.parameters = same ? 0 : count;
        return {};
    };
    return setting;
}

/// Both halves of the cache; null while they differ.
Setting cacheFormatSetting() {
    Setting setting =
        blank({"memory.kv_format", QT_TRANSLATE_NOOP("Setting", "KV cache")}, SettingKind::Choice);
    setting.choices = cacheFormats();
    setting.read = [](const WorkbenchValues& values) {
        const MemoryQuestion& question = values.memoryQuestion;
        return question.keyFormat == question.valueFormat ? QJsonValue(question.keyFormat)
                                                          : QJsonValue();
    };
    setting.write = [choices = setting.choices, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        if (!value.isString() || !choices.contains(value.toString())) {
            return refuse(name, "Give one of " + choices.join(QStringLiteral(", ")).toStdString());
        }
        values.memoryQuestion.keyFormat = values.memoryQuestion.valueFormat = value.toString();
        return {};
    };
    return derived(setting);
}

bool isTarget(const QString& name) {
    static const QStringList targets{QStringLiteral("q"),    QStringLiteral("k"),
                                     QStringLiteral("v"),    QStringLiteral("o"),
                                     QStringLiteral("gate"), QStringLiteral("up"),
                                     QStringLiteral("down"), QStringLiteral("all")};
    return targets.contains(name);
}

bool isDevice(const QString& id) {
    static const QStringList ids = deviceIds();
    return ids.contains(id);
}

bool isOwnDevice(const QString& text) {
    return ownDevice(text).has_value();
}

/// The device of the advice: shipped, or one of the person's own by its name.
Setting deviceSetting() {
    Setting setting =
        blank({"memory.device", QT_TRANSLATE_NOOP("Setting", "Device")}, SettingKind::Choice);
    setting.choices = deviceIds();
    setting.read = [](const WorkbenchValues& values) {
        return QJsonValue(values.memoryQuestion.device);
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const QString id = value.toString();
        const QStringList& own = values.memoryQuestion.ownDevices;
        const bool known = isDevice(id) || std::any_of(own.begin(), own.end(), [&](const auto& o) {
                               return ownDevice(o)->id == id.toStdString();
                           });
        if (!value.isString() || !known) {
            return refuse(name, "Give the id of a device");
        }
        values.memoryQuestion.device = id;
        return {};
    };
    return setting;
}

std::vector<Setting> modelSettings() {
    return {
        modelSetting(),
        sizeSetting({"memory.sizes.layers", QT_TRANSLATE_NOOP("Setting", "Layers")},
                    &ModelSizes::layers, 4096),
        sizeSetting({"memory.sizes.hidden", QT_TRANSLATE_NOOP("Setting", "Hidden size")},
                    &ModelSizes::hidden, 1 << 18),
        sizeSetting({"memory.sizes.heads", QT_TRANSLATE_NOOP("Setting", "Heads")},
                    &ModelSizes::heads, 4096),
        sizeSetting({"memory.sizes.kv_heads", QT_TRANSLATE_NOOP("Setting", "KV heads")},
                    &ModelSizes::kvHeads, 4096),
        sizeSetting({"memory.sizes.head_width", QT_TRANSLATE_NOOP("Setting", "Width of a head")},
                    &ModelSizes::headDim, 1 << 16),
        sizeSetting({"memory.sizes.ffn", QT_TRANSLATE_NOOP("Setting", "Width of the FFN")},
                    &ModelSizes::ffn, 1 << 20),
        sizeSetting({"memory.sizes.vocabulary", QT_TRANSLATE_NOOP("Setting", "Vocabulary")},
                    &ModelSizes::vocabulary, 1 << 24),
        parametersSetting(),
        numberSetting(
            {"memory.context", QT_TRANSLATE_NOOP("Setting", "Context, tokens")}, 1, mostTokens,
            [](auto& v) -> auto& { return v.memoryQuestion.context; }),
        numberSetting(
            {"memory.batch", QT_TRANSLATE_NOOP("Setting", "Batch")}, 1, mostBatch,
            [](auto& v) -> auto& { return v.memoryQuestion.batch; }),
    };
}

std::vector<Setting> weightSettings() {
    QStringList withPlan = weightFormats();
    withPlan.prepend(QString());
    return {
        idSetting(
            {"memory.weights.format", QT_TRANSLATE_NOOP("Setting", "Format of the weights")},
            weightFormats(), [](auto& v) -> auto& { return v.memoryQuestion.format; }),
        numberSetting(
            {"memory.weights.block", QT_TRANSLATE_NOOP("Setting", "Values that share a scale")}, 0,
            1 << 20, [](auto& v) -> auto& { return v.memoryQuestion.block; }),
        numberSetting(
            {"memory.weights.double_block",
             QT_TRANSLATE_NOOP("Setting", "Scales that share a factor")},
            0, 1 << 20, [](auto& v) -> auto& { return v.memoryQuestion.doubleBlock; }),
        idSetting(
            {"memory.weights.scale_format",
             QT_TRANSLATE_NOOP("Setting", "Format of the weights' scales")},
            {QStringLiteral("fp32"), QStringLiteral("fp16"), QStringLiteral("bf16"),
             QStringLiteral("e8m0")},
            [](auto& v) -> auto& { return v.memoryQuestion.scaleFormat; }),
        flagSetting(
            {"memory.weights.zero_points",
             QT_TRANSLATE_NOOP("Setting", "A zero point for each block")},
            [](auto& v) -> auto& { return v.memoryQuestion.zeroPoints; }),
        flagSetting(
            {"memory.weights.importance_matrix",
             QT_TRANSLATE_NOOP("Setting", "Made with an importance matrix")},
            [](auto& v) -> auto& { return v.memoryQuestion.importanceMatrix; }),
        idSetting(
            {"memory.weights.embedding", QT_TRANSLATE_NOOP("Setting", "Format of the embedding")},
            withPlan, [](auto& v) -> auto& { return v.memoryQuestion.embedding; }),
        idSetting(
            {"memory.weights.head", QT_TRANSLATE_NOOP("Setting", "Format of the output head")},
            withPlan, [](auto& v) -> auto& { return v.memoryQuestion.head; }),
        cacheFormatSetting(),
        idSetting(
            {"memory.kv.keys", QT_TRANSLATE_NOOP("Setting", "Format of the keys")}, cacheFormats(),
            [](auto& v) -> auto& { return v.memoryQuestion.keyFormat; }),
        idSetting(
            {"memory.kv.values", QT_TRANSLATE_NOOP("Setting", "Format of the values")},
            cacheFormats(), [](auto& v) -> auto& { return v.memoryQuestion.valueFormat; }),
        idSetting(
            {"memory.kv.form", QT_TRANSLATE_NOOP("Setting", "What the cache keeps")},
            {QStringLiteral("compact"), QStringLiteral("latent-transposed"),
             QStringLiteral("expanded"), QStringLiteral("every-head")},
            [](auto& v) -> auto& { return v.memoryQuestion.cacheForm; }),
        numberSetting(
            {"memory.micro_batch", QT_TRANSLATE_NOOP("Setting", "Tokens computed together")}, 1,
            1 << 20, [](auto& v) -> auto& { return v.memoryQuestion.microBatch; }),
    };
}

std::vector<Setting> trainingSettings() {
    return {
        numberSetting(
            {"memory.training.length", QT_TRANSLATE_NOOP("Setting", "Tokens of a sequence")}, 1,
            mostTokens, [](auto& v) -> auto& { return v.memoryQuestion.length; }),
        numberSetting(
            {"memory.training.batch", QT_TRANSLATE_NOOP("Setting", "Sequences of a step")}, 1,
            mostBatch, [](auto& v) -> auto& { return v.memoryQuestion.trainingBatch; }),
        numberSetting(
            {"memory.training.rank", QT_TRANSLATE_NOOP("Setting", "LoRA rank")}, 1, mostRank,
            [](auto& v) -> auto& { return v.memoryQuestion.rank; }),
        listSetting(
            {"memory.training.targets", QT_TRANSLATE_NOOP("Setting", "Matrices with adapters")},
            [](auto& v) -> auto& { return v.memoryQuestion.targets; }, isTarget),
        flagSetting(
            {"memory.training.adapters_apart",
             QT_TRANSLATE_NOOP("Setting", "Adapters for the parts of joined matrices")},
            [](auto& v) -> auto& { return v.memoryQuestion.adaptersApart; }),
        idSetting(
            {"memory.training.optimizer", QT_TRANSLATE_NOOP("Setting", "Optimizer")},
            {QStringLiteral("adamw"), QStringLiteral("adamw8bit"), QStringLiteral("sgd")},
            [](auto& v) -> auto& { return v.memoryQuestion.optimizer; }),
        idSetting(
            {"memory.training.states",
             QT_TRANSLATE_NOOP("Setting", "Bytes of a trained parameter")},
            stateIds(), [](auto& v) -> auto& { return v.memoryQuestion.states; }),
        idSetting(
            {"memory.training.activations",
             QT_TRANSLATE_NOOP("Setting", "Format of the activations")},
            {QStringLiteral("bf16"), QStringLiteral("fp16"), QStringLiteral("fp32")},
            [](auto& v) -> auto& { return v.memoryQuestion.activations; }),
        flagSetting(
            {"memory.training.checkpointing",
             QT_TRANSLATE_NOOP("Setting", "Compute activations again (checkpointing)")},
            [](auto& v) -> auto& { return v.memoryQuestion.checkpointing; }),
        flagSetting(
            {"memory.training.scores",
             QT_TRANSLATE_NOOP("Setting", "Attention stores its matrices")},
            [](auto& v) -> auto& { return v.memoryQuestion.keepsScores; }),
        numberSetting(
            {"memory.overhead", QT_TRANSLATE_NOOP("Setting", "Driver and allocator, GB")}, 0,
            mostGigabytes, [](auto& v) -> auto& { return v.memoryQuestion.overheadGb; }),
        numberSetting(
            {"memory.reserve", QT_TRANSLATE_NOOP("Setting", "Reserve of a device, %")}, 0, 90,
            [](auto& v) -> auto& { return v.memoryQuestion.reservePercent; }),
        listSetting(
            {"memory.devices", QT_TRANSLATE_NOOP("Setting", "Devices")},
            [](auto& v) -> auto& { return v.memoryQuestion.devices; }, isDevice),
        listSetting(
            {"memory.own_devices", QT_TRANSLATE_NOOP("Setting", "Devices of your own")},
            [](auto& v) -> auto& { return v.memoryQuestion.ownDevices; }, isOwnDevice),
        deviceSetting(),
        idSetting(
            {"memory.keep", QT_TRANSLATE_NOOP("Setting", "Keep at 8 bits or more")},
            {QStringLiteral("nothing"), QStringLiteral("ends"), QStringLiteral("attention")},
            [](auto& v) -> auto& { return v.memoryQuestion.keep; }),
    };
}

std::vector<Setting> memoryViews() {
    return {
        looks(choiceSetting(
            {"memory.part", QT_TRANSLATE_NOOP("Setting", "Question to the memory")},
            {QStringLiteral("fits"), QStringLiteral("setting"), QStringLiteral("speed")},
            [](auto& v) -> auto& { return v.memory.part; })),
        looks(choiceSetting(
            {"memory.unit", QT_TRANSLATE_NOOP("Setting", "Unit of memory")},
            {QStringLiteral("gb"), QStringLiteral("gib")},
            [](auto& v) -> auto& { return v.memory.binary; })),
        looks(choiceSetting(
            {"memory.bar", QT_TRANSLATE_NOOP("Setting", "Bar that is explained")}, barIds(),
            [](auto& v) -> auto& { return v.memory.bar; })),
        looks(choiceSetting(
            {"memory.lower", QT_TRANSLATE_NOOP("Setting", "What to show below the bars")},
            {QStringLiteral("devices"), QStringLiteral("bar"), QStringLiteral("assumptions")},
            [](auto& v) -> auto& { return v.memory.lower; })),
        looks(choiceSetting(
            {"memory.tab", QT_TRANSLATE_NOOP("Setting", "What to show of the memory")},
            {QStringLiteral("model"), QStringLiteral("chart")},
            [](auto& v) -> auto& { return v.memory.tab; })),
        looks(choiceSetting(
            {"memory.advise.tab", QT_TRANSLATE_NOOP("Setting", "What to show of the advice")},
            {QStringLiteral("table"), QStringLiteral("reasons")},
            [](auto& v) -> auto& { return v.memory.adviseTab; })),
        looks(textSetting(
            {"memory.advise.row", QT_TRANSLATE_NOOP("Setting", "Setting that is looked at")},
            [](auto& v) -> auto& { return v.memory.row; })),
    };
}

}  // namespace

std::vector<Setting> memorySettings() {
    std::vector<Setting> all;
    for (auto settings : {modelSettings(), weightSettings(), trainingSettings(), memoryViews()}) {
        all.insert(all.end(), std::make_move_iterator(settings.begin()),
                   std::make_move_iterator(settings.end()));
    }
    return all;
}

}  // namespace zeropoint::ui
