// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/scheme_words.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/setting_makers.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace zeropoint::ui {
namespace {

constexpr double mostSize = 1e9;
constexpr double mostRunSeed = 9007199254740992;  ///< whole numbers up to here are exact in JSON

constexpr Word<MethodKind> methodWords[] = {{"fp32", MethodKind::Full},
                                            {"ptq", MethodKind::Ptq},
                                            {"qat", MethodKind::Qat},
                                            {"lora", MethodKind::Lora},
                                            {"qlora", MethodKind::Qlora}};
constexpr Word<PtqMethod> ptqWords[] = {{"rtn", PtqMethod::RoundToNearest},
                                        {"awq", PtqMethod::Awq},
                                        {"gptq", PtqMethod::Gptq},
                                        {"adaround", PtqMethod::AdaRound},
                                        {"hqq", PtqMethod::Hqq}};
constexpr Word<WeightTraining> gradientWords[] = {{"clipped-ste", WeightTraining::ClippedSte},
                                                  {"plain-ste", WeightTraining::PlainSte},
                                                  {"lsq", WeightTraining::Lsq},
                                                  {"lsq-pytorch", WeightTraining::LsqPyTorch}};
constexpr Word<StartFrom> startWords[] = {
    {"scratch", StartFrom::Scratch}, {"sample", StartFrom::Sample}, {"run", StartFrom::Run}};

QJsonObject objectOf(const std::string& json) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

std::string textOf(const QJsonValue& value) {
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
}

Setting recipeSetting() {
    Setting setting =
        blank({"train.next.recipe", QT_TRANSLATE_NOOP("Setting", "Recipe")}, SettingKind::Object);
    setting.read = [](const WorkbenchValues& values) {
        return QJsonValue(objectOf(toJson(values.next.method.recipe)));
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        if (!value.isObject()) {
            return refuse(name, "Give a recipe");
        }
        auto recipe = quantRecipeFromJson(textOf(value));
        if (!recipe) {
            return tl::unexpected(recipe.error());
        }
        values.next.method.recipe = std::move(*recipe);
        return {};
    };
    return setting;
}

Setting trainingSetting() {
    Setting setting =
        blank({"train.next.training", QT_TRANSLATE_NOOP("Setting", "Training settings")},
              SettingKind::Object);
    setting.read = [](const WorkbenchValues& values) {
        // A number that does not work yet stands in a setting of its own.
        return validate(values.next.training) ? QJsonValue(objectOf(toJson(values.next.training)))
                                              : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        if (!value.isObject()) {
            return refuse(name, "Give training settings");
        }
        auto training = trainingConfigFromJson(textOf(value));
        if (!training) {
            return tl::unexpected(training.error());
        }
        values.next.training = *training;
        return {};
    };
    return setting;
}

/// An experiment of the next run alone, as if it had this method.
ExperimentSpec specOf(const NextRun& next, MethodKind method) {
    ExperimentSpec spec;
    spec.name = "next";
    spec.task = {next.task.kind, next.task.custom, {}, {}};
    spec.base = "sample";  // adapters are for a model that has learned already
    spec.training = defaultTraining(next.task.kind);
    spec.seeds = {1};
    spec.runs = {next.method};
    spec.runs.front().name = "next";
    spec.runs.front().method = method;
    return spec;
}

/// What a method has beside the recipe, as experiments write it in `part` of a run.
Setting partSetting(const Named& named, MethodKind method, const QStringList& parts,
                    void (*take)(RunSpec& to, const RunSpec& from)) {
    Setting setting = blank(named, SettingKind::Object);
    const QString runsKey = QStringLiteral("runs");
    setting.read = [method, parts, runsKey](const WorkbenchValues& values) {
        const QJsonObject run =
            objectOf(toJson(specOf(values.next, method))).value(runsKey).toArray().at(0).toObject();
        QJsonObject object;
        for (const QString& part : parts) {
            object.insert(part, run.value(part));
        }
        return QJsonValue(object);
    };
    setting.write = [method, parts, runsKey, take, name = setting.name](
                        WorkbenchValues& values, const QJsonValue& value) -> Result<void> {
        if (!value.isObject()) {
            return refuse(name, "Give an object");
        }
        QJsonObject document = objectOf(toJson(specOf(values.next, method)));
        QJsonObject run = document.value(runsKey).toArray().at(0).toObject();
        for (const QString& part : parts) {
            run.insert(part, value.toObject().value(part));
        }
        document.insert(runsKey, QJsonArray{run});
        const auto spec = experimentSpecFromJson(textOf(document));
        if (!spec) {
            return tl::unexpected(spec.error());
        }
        take(values.next.method, spec->runs.front());
        return {};
    };
    return setting;
}

/// Another task brings its own sizes and settings.
Setting taskSetting() {
    Setting setting = wordSetting(
        {"train.next.task", QT_TRANSLATE_NOOP("Setting", "Task")}, taskWords,
        [](auto& v) -> auto& { return v.next.task.kind; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        NextRun& next = values.next;
        const TaskKind before = next.task.kind;
        Result<void> written = plain(values, value);
        if (written && next.task.kind != before) {
            next.task = {next.task.kind, false, {}, {}};
            next.sizes = defaultModel(next.task.kind);
            const std::uint64_t seed = next.training.seed;
            next.training = defaultTraining(next.task.kind);
            next.training.seed = seed;
            next.start = next.start == StartFrom::Run ? StartFrom::Scratch : next.start;
            next.method.recipe.overrides.clear();
        }
        return written;
    };
    return setting;
}

/// Methods that need weights start from the sample where they had none.
Setting runMethodSetting() {
    Setting setting = wordSetting(
        {"train.next.method", QT_TRANSLATE_NOOP("Setting", "Method")}, methodWords,
        [](auto& v) -> auto& { return v.next.method.method; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        NextRun& next = values.next;
        Result<void> written = plain(values, value);
        const bool needsWeights =
            next.method.method != MethodKind::Full && next.method.method != MethodKind::Qat;
        if (written && needsWeights && next.start == StartFrom::Scratch) {
            next.start = StartFrom::Sample;
            next.sizes = defaultModel(next.task.kind);
        }
        return written;
    };
    return setting;
}

/// Bits of integers in the recipe's base; `fullBits` leaves them unquantized. A format that is no
/// integer reads as null: the slider does not show it, and must not replace it.
Setting bitsSetting(const Named& named, int (*read)(const SiteRecipe&),
                    void (*write)(SiteRecipe&, int)) {
    Setting setting = blank(named, SettingKind::Integer);
    setting.least = 2;
    setting.most = fullBits;
    setting.read = [read](const WorkbenchValues& values) {
        return QJsonValue(read(values.next.method.recipe.base));
    };
    setting.write = [write, name = setting.name](WorkbenchValues& values,
                                                 const QJsonValue& value) -> Result<void> {
        const double bits = value.toDouble(-1);
        if (bits != std::floor(bits) || bits < 2 || (bits > 8 && bits != fullBits)) {
            return refuse(name, "Give 2 to 8, or 16 for none");
        }
        write(values.next.method.recipe.base, static_cast<int>(bits));
        return {};
    };
    return setting;
}

Setting granularitySetting() {
    Setting setting = blank({"train.next.granularity", QT_TRANSLATE_NOOP("Setting", "Scale per")},
                            SettingKind::Choice);
    for (const auto& word : granularityWords) {
        setting.choices << QString::fromUtf8(word.text.data(), qsizetype(word.text.size()));
    }
    setting.read = [](const WorkbenchValues& values) {
        const auto& weight = values.next.method.recipe.base.weight;
        const auto word = weight ? wordOf(granularityWords, weight->granularity) : "";
        return weight ? QJsonValue(QString::fromUtf8(word.data(), qsizetype(word.size())))
                      : QJsonValue();
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        const auto granularity = valueOf(granularityWords, value.toString().toStdString());
        QuantRecipe& recipe = values.next.method.recipe;
        if (!value.isString() || !granularity || !recipe.base.weight) {
            return refuse(name, giveOneOf(granularityWords));
        }
        setGranularity(recipe, *granularity, values.next.sizes.width);
        return {};
    };
    return setting;
}

Setting rankSetting() {
    Setting setting = numberSetting(
        {"train.next.rank", QT_TRANSLATE_NOOP("Setting", "Rank")}, 1, 4096,
        [](auto& v) -> auto& { return v.next.method.lora.rank; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        Result<void> written = plain(values, value);
        values.next.method.qlora.adapters.rank = values.next.method.lora.rank;
        return written;
    };
    return setting;
}

Setting alphaSetting() {
    Setting setting = numberSetting(
        {"train.next.alpha", QT_TRANSLATE_NOOP("Setting", "Alpha")}, 0, 1e6,
        [](auto& v) -> auto& { return v.next.method.lora.alpha; });
    setting.write = [plain = setting.write](WorkbenchValues& values,
                                            const QJsonValue& value) -> Result<void> {
        Result<void> written = plain(values, value);
        values.next.method.qlora.adapters.alpha = values.next.method.lora.alpha;
        return written;
    };
    return setting;
}

/// Which layers get adapters, as patterns of their names.
Setting targetsSetting() {
    Setting setting =
        blank({"train.next.targets", QT_TRANSLATE_NOOP("Setting", "Adapters")}, SettingKind::List);
    setting.read = [](const WorkbenchValues& values) {
        QJsonArray patterns;
        for (const std::string& target : values.next.method.lora.targets) {
            patterns.append(QString::fromStdString(target));
        }
        return QJsonValue(patterns);
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        std::vector<std::string> targets;
        for (const auto& target : value.toArray()) {
            if (!target.isString()) {
                return refuse(name, "Give a list of patterns like layers.*");
            }
            targets.push_back(target.toString().toStdString());
        }
        if (targets.empty()) {
            return refuse(name, "Give a list of patterns like layers.*");
        }
        values.next.method.lora.targets = targets;
        values.next.method.qlora.adapters.targets = targets;
        return {};
    };
    return setting;
}

Setting textFileSetting() {
    Setting setting = blank({"train.next.text_file", QT_TRANSLATE_NOOP("Setting", "Your text")},
                            SettingKind::Text);
    setting.read = [](const WorkbenchValues& values) {
        return QJsonValue(QString::fromStdString(values.next.task.textFile.string()));
    };
    setting.write = [name = setting.name](WorkbenchValues& values,
                                          const QJsonValue& value) -> Result<void> {
        if (!value.isString()) {
            return refuse(name, "Give a path, or nothing");
        }
        values.next.task.textFile = value.toString().toStdString();
        return {};
    };
    return setting;
}

std::vector<Setting> taskSettings() {
    return {
        taskSetting(),
        choiceSetting(
            {"train.next.data", QT_TRANSLATE_NOOP("Setting", "Data")},
            {QStringLiteral("first"), QStringLiteral("second")},
            [](auto& v) -> auto& { return v.next.task.custom; }),
        textFileSetting(),
        trainingSetting(),
        numberSetting(
            {"train.next.batch", QT_TRANSLATE_NOOP("Setting", "Batch")}, 0, mostSize,
            [](auto& v) -> auto& { return v.next.training.batch; }),
        numberSetting(
            {"train.next.rate", QT_TRANSLATE_NOOP("Setting", "Rate")}, 0, 1e6,
            [](auto& v) -> auto& { return v.next.training.learningRate; }),
        numberSetting(
            {"train.next.steps", QT_TRANSLATE_NOOP("Setting", "Steps")}, 0, mostSize,
            [](auto& v) -> auto& { return v.next.training.steps; }),
        numberSetting(
            {"train.next.seed", QT_TRANSLATE_NOOP("Setting", "Seed")}, 0, mostRunSeed,
            [](auto& v) -> auto& { return v.next.training.seed; }),
    };
}

std::vector<Setting> methodSettings() {
    return {
        runMethodSetting(),
        recipeSetting(),
        derived(bitsSetting({"train.next.weight_bits", QT_TRANSLATE_NOOP("Setting", "Weights")},
                            weightBits, setWeightBits)),
        derived(bitsSetting({"train.next.input_bits", QT_TRANSLATE_NOOP("Setting", "Inputs")},
                            inputBits, setInputBits)),
        derived(granularitySetting()),
        derived(wordSetting(
            {"train.next.rounding", QT_TRANSLATE_NOOP("Setting", "Rounding")}, ptqWords,
            [](auto& v) -> auto& { return v.next.method.recipe.base.method; })),
        partSetting({"train.next.qat", QT_TRANSLATE_NOOP("Setting", "Training through quantizers")},
                    MethodKind::Qat, {QStringLiteral("qat")},
                    [](RunSpec& to, const RunSpec& from) { to.qat = from.qat; }),
        derived(wordSetting(
            {"train.next.gradient", QT_TRANSLATE_NOOP("Setting", "Gradient")}, gradientWords,
            [](auto& v) -> auto& { return v.next.method.qat.weights; })),
        partSetting({"train.next.lora", QT_TRANSLATE_NOOP("Setting", "Adapters")}, MethodKind::Lora,
                    {QStringLiteral("lora")},
                    [](RunSpec& to, const RunSpec& from) { to.lora = from.lora; }),
        partSetting({"train.next.qlora", QT_TRANSLATE_NOOP("Setting", "Adapters on NF4")},
                    MethodKind::Qlora, {QStringLiteral("lora"), QStringLiteral("nf4")},
                    [](RunSpec& to, const RunSpec& from) { to.qlora = from.qlora; }),
        derived(rankSetting()),
        derived(alphaSetting()),
        derived(targetsSetting()),
    };
}

std::vector<Setting> sizeSettings() {
    return {
        wordSetting(
            {"train.next.start", QT_TRANSLATE_NOOP("Setting", "Weights to start from")}, startWords,
            [](auto& v) -> auto& { return v.next.start; }),
        textSetting(
            {"train.next.base", QT_TRANSLATE_NOOP("Setting", "Run to start from")},
            [](auto& v) -> auto& { return v.baseRun; }),
        numberSetting(
            {"train.next.layers", QT_TRANSLATE_NOOP("Setting", "Layers")}, 0, mostSize,
            [](auto& v) -> auto& { return v.next.sizes.layers; }),
        numberSetting(
            {"train.next.width", QT_TRANSLATE_NOOP("Setting", "Width")}, 0, mostSize,
            [](auto& v) -> auto& { return v.next.sizes.width; }),
        numberSetting(
            {"train.next.heads", QT_TRANSLATE_NOOP("Setting", "Heads")}, 0, mostSize,
            [](auto& v) -> auto& { return v.next.sizes.heads; }),
        numberSetting(
            {"train.next.mlp", QT_TRANSLATE_NOOP("Setting", "MLP ratio")}, 0, mostSize,
            [](auto& v) -> auto& { return v.next.sizes.mlpRatio; }),
        numberSetting(
            {"train.next.context", QT_TRANSLATE_NOOP("Setting", "Context")}, 0, mostSize,
            [](auto& v) -> auto& { return v.next.sizes.context; }),
        numberSetting(
            {"train.next.threads", QT_TRANSLATE_NOOP("Setting", "Threads")}, 0, 256,
            [](auto& v) -> auto& { return v.next.threads; }),
    };
}

std::vector<Setting> trainViews() {
    return {
        looks(textSetting(
            {"train.run", QT_TRANSLATE_NOOP("Setting", "Run")},
            [](auto& v) -> auto& { return v.trainRun; })),
        looks(textSetting(
            {"train.layer", QT_TRANSLATE_NOOP("Setting", "Layer")},
            [](auto& v) -> auto& { return v.runs.layer; })),
        looks(choiceSetting(
            {"train.tab", QT_TRANSLATE_NOOP("Setting", "What to show of the runs")},
            {QStringLiteral("curves"), QStringLiteral("runs"), QStringLiteral("inside")},
            [](auto& v) -> auto& { return v.train.tab; })),
        looks(choiceSetting(
            {"train.inside", QT_TRANSLATE_NOOP("Setting", "What to look at inside the model")},
            {QStringLiteral("output"), QStringLiteral("attention"), QStringLiteral("layer"),
             QStringLiteral("qat")},
            [](auto& v) -> auto& { return v.train.inside; })),
        looks(choiceSetting(
            {"train.insight", QT_TRANSLATE_NOOP("Setting", "What to look at in the training")},
            {QStringLiteral("weights"), QStringLiteral("codes"), QStringLiteral("gradient"),
             QStringLiteral("scale")},
            [](auto& v) -> auto& { return v.train.insight; })),
        looks(numberSetting(
            {"train.attention.block", QT_TRANSLATE_NOOP("Setting", "Block")}, 0, 4096,
            [](auto& v) -> auto& { return v.train.block; })),
        looks(numberSetting(
            {"train.attention.head", QT_TRANSLATE_NOOP("Setting", "Head")}, 0, 4096,
            [](auto& v) -> auto& { return v.train.head; })),
        looks(choiceSetting(
            {"train.layer.side", QT_TRANSLATE_NOOP("Setting", "Which activations")},
            {QStringLiteral("input"), QStringLiteral("output")},
            [](auto& v) -> auto& { return v.train.outputs; })),
    };
}

}  // namespace

std::vector<Setting> trainSettings() {
    std::vector<Setting> settings;
    for (auto more : {taskSettings(), methodSettings(), sizeSettings(), trainViews()}) {
        settings.insert(settings.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
    }
    return settings;
}

}  // namespace zeropoint::ui
