// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sorting.h"
#include "core/files/weight_file.h"
#include "core/methods/ptq/quantized_file.h"
#include "core/methods/recipe/model_size.h"
#include "core/numerics/block_format.h"
#include "core/training/checkpoint_metadata.h"
#include "tests/core/methods/models.h"
#include "tests/support/outcome.h"
#include "tests/support/raw_safetensors.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstring>
#include <map>

using namespace zeropoint;

namespace {

using Change = std::function<void(QuantRecipe&)>;

/// Recipes whose files store every kind of thing.
const std::map<QString, Change>& recipes() {
    using test::scheme;
    static const std::map<QString, Change> all{
        {"nothing", [](QuantRecipe&) {}},
        {"int8 channel", [](QuantRecipe& r) { r.base.weight = scheme("int8"); }},
        {"int4 group",
         [](QuantRecipe& r) { r.base.weight = scheme("int4", Granularity::Group, 16); }},
        {"uint3 asymmetric fp16 scales",
         [](QuantRecipe& r) {
             r.base.weight = scheme("uint3", Granularity::Group, 32, false);
             r.base.weight->scaleFormat = ScaleFormat::Fp16;
             r.rest = "fp16";
         }},
        {"int2 tensor bf16",
         [](QuantRecipe& r) {
             r.base.weight = scheme("int2", Granularity::Tensor);
             r.base.weight->scaleFormat = ScaleFormat::Bf16;
             r.rest = "bf16";
             r.embeddings = true;
         }},
        {"nf4 double",
         [](QuantRecipe& r) {
             r.base.weight = scheme("nf4", Granularity::Group, 16);
             r.base.weight->scaleFormat = ScaleFormat::Double;
             r.base.weight->doubleBlock = 100;
         }},
        {"fp8 e8m0",
         [](QuantRecipe& r) {
             r.base.weight = scheme("fp8-e4m3");
             r.base.weight->scaleFormat = ScaleFormat::E8m0;
         }},
        {"fp16 cast", [](QuantRecipe& r) { r.base.weight = scheme("fp16"); }},
        {"mxfp4", [](QuantRecipe& r) { r.base.weight = scheme("mxfp4"); }},
        {"nvfp4", [](QuantRecipe& r) { r.base.weight = scheme("nvfp4"); }},
        {"q4_0", [](QuantRecipe& r) { r.base.weight = scheme("q4_0"); }},
        {"w8a8 static",
         [](QuantRecipe& r) {
             r.base.weight = scheme("int8");
             r.base.activation = {ActivationMode::Static,
                                  scheme("uint8", Granularity::Tensor, 32, false)};
             r.base.bias = BiasTreatment::Int32;
         }},
        {"hqq",
         [](QuantRecipe& r) {
             r.base.weight = scheme("uint4", Granularity::Group, 16, false);
             r.base.method = PtqMethod::Hqq;
             r.embeddings = true;
         }},
        {"hqq double",
         [](QuantRecipe& r) {
             r.base.weight = scheme("int3", Granularity::Group, 16, false);
             r.base.weight->scaleFormat = ScaleFormat::Double;
             r.base.method = PtqMethod::Hqq;
         }},
        {"hqq half",
         [](QuantRecipe& r) {
             r.base.weight = scheme("uint2", Granularity::Channel, 1, false);
             r.base.weight->scaleFormat = ScaleFormat::Fp16;
             r.base.method = PtqMethod::Hqq;
         }},
        {"gptq double",
         [](QuantRecipe& r) {
             r.base.weight = scheme("nf4", Granularity::Group, 32);
             r.base.weight->scaleFormat = ScaleFormat::Double;
             r.base.method = PtqMethod::Gptq;
             r.embeddings = true;
         }},
        {"awq",
         [](QuantRecipe& r) {
             r.base.weight = scheme("int4", Granularity::Group, 8);
             r.base.method = PtqMethod::Awq;
         }},
        {"smooth, cache",
         [](QuantRecipe& r) {
             r.base.weight = scheme("int8");
             r.base.activation = {ActivationMode::Static, scheme("fp8-e4m3", Granularity::Tensor)};
             r.smoothAlpha = 0.6;
             r.kvCache = scheme("int8", Granularity::Tensor);
         }},
        {"mixed",
         [](QuantRecipe& r) {
             r.base.weight = scheme("int4");
             r.overrides = {{"layers.0.*", test::site(scheme("int8"))}, {"layers.1.ff?", {}}};
             r.head = false;
             r.rest = "fp16";
         }},
    };
    return all;
}

QuantRecipe recipeOf(const QString& name) {
    QuantRecipe recipe;
    recipe.calibration = {1, 8, 1};
    recipes().at(name)(recipe);
    return recipe;
}

}  // namespace

class TestModelSize : public QObject {
    Q_OBJECT

private slots:
    void fileHoldsExactlyTheBytes_data() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, change] : recipes()) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void fileHoldsExactlyTheBytes() {
        QFETCH(QString, name);
        const QuantRecipe recipe = recipeOf(name);
        const auto model = test::smallModel();
        const Sorting data;
        const auto quantized = applyPtq(model, data, recipe);
        QVERIFY2(quantized, quantized ? "" : toString(quantized.error()).c_str());
        QTemporaryDir folder;
        const std::string path = folder.filePath("model.safetensors").toStdString();
        const auto written = writeQuantizedModel(path, *quantized);
        QVERIFY2(written, written ? "" : toString(written.error()).c_str());
        const auto file = openWeightFile(path).value();
        std::uint64_t bytes = 0;
        for (const TensorInfo& tensor : file->tensors()) {
            bytes += tensor.bytes;
        }
        QCOMPARE(quantized->size.bytes(), bytes);
        QCOMPARE(modelSize(recipe, model).value().bytes(), bytes);
        QVERIFY(quantRecipeFromJson(file->metadata()[0].second).value() == recipe);
    }

    // A file of codes opens as weights, and their values are those that the model computes with.
    void aWrittenModelOpensAsItsWeights_data() { fileHoldsExactlyTheBytes_data(); }
    void aWrittenModelOpensAsItsWeights() {
        QFETCH(QString, name);
        const auto quantized = applyPtq(test::smallModel(), Sorting(), recipeOf(name)).value();
        QTemporaryDir folder;
        const std::string path = folder.filePath("model.safetensors").toStdString();
        QVERIFY(writeQuantizedModel(path, quantized));
        const auto file = openWeightFile(path).value();
        int weights = 0;
        for (const auto& site : quantized.sites) {
            if (!site->recipe.weight) {
                continue;
            }
            const auto index = file->find(site->name + ".weight");
            QVERIFY2(index.has_value(), site->name.c_str());
            QCOMPARE(file->tensors()[*index].shape, site->weight->shape);
            const Tensor read = file->read(*index).value();
            QVERIFY2(std::ranges::equal(read.values(), site->weight->values), site->name.c_str());
            // A plain cast stands in its own dtype; everything else says how it is packed.
            QCOMPARE(file->tensors()[*index].packed != nullptr, name != "fp16 cast");
            ++weights;
        }
        QCOMPARE(weights > 0, name != "nothing");
        for (const TensorInfo& tensor : file->tensors()) {
            QVERIFY2(!tensor.name.ends_with(".codes") && !tensor.name.ends_with(".blocks"),
                     tensor.name.c_str());
        }
    }

    // 4 bits for each of 32 * 32 weights, and an FP16 scale for each group of 16 of them.
    void figuresOfOneLayerByHand() {
        QuantRecipe recipe;
        recipe.overrides = {
            {"layers.0.attn.q", test::site(test::scheme("int4", Granularity::Group, 16))}};
        recipe.overrides[0].recipe.weight->scaleFormat = ScaleFormat::Fp16;
        const auto model = test::smallModel();
        const ModelSize size = modelSize(recipe, model).value();
        const auto& sites = size.sites;
        const auto q = std::find_if(sites.begin(), sites.end(), [](const SiteSize& site) {
            return site.site == "layers.0.attn.q";
        });
        QVERIFY(q != sites.end());
        QCOMPARE(q->codeBytes, std::uint64_t{512});
        QCOMPARE(q->scaleBytes, std::uint64_t{2 * 64});
        QCOMPARE(q->bitsPerWeight(), 5.0);
        QCOMPARE(size.bytes(), 4 * model.parameters().count() - 4 * 1024 + 640);
        // Linear layers: 2 blocks of 4 * 32 * 32 + 2 * 32 * 128, and a head of 65 * 32.
        QCOMPARE(size.linearWeights(), std::size_t{2 * 12288 + 2080});
        QCOMPARE(size.linearBytes(), std::uint64_t{4 * (2 * 12288 + 2080 - 1024) + 640});
        QCOMPARE(size.bitsPerWeight(), 8.0 * size.bytes() / model.parameters().count());
    }

    // An INT32 bias belongs to its layer; one that is kept, to the rest.
    void integerBiasesAreTheLayers() {
        QuantRecipe recipe;
        recipe.rest = "fp16";
        SiteRecipe site = test::site(test::scheme("int8"));
        site.activation = {ActivationMode::Static, test::scheme("int8", Granularity::Tensor)};
        recipe.overrides = {{"layers.0.ff1", site}};
        const auto model = test::smallModel();
        const auto ff1 = [](const ModelSize& size) {
            return *std::ranges::find_if(
                size.sites, [](const SiteSize& s) { return s.site == "layers.0.ff1"; });
        };
        const ModelSize kept = modelSize(recipe, model).value();
        recipe.overrides[0].recipe.bias = BiasTreatment::Int32;
        const ModelSize coded = modelSize(recipe, model).value();
        QCOMPARE(ff1(coded).bytes(), ff1(kept).bytes() + 4 * 128);
        QCOMPARE(coded.otherBytes, kept.otherBytes - 2 * 128);
        QCOMPARE(coded.bytes(), kept.bytes() + 2 * 128);
    }

    void tiedHeadIsStoredOnce() {
        QuantRecipe recipe;
        recipe.base.weight = test::scheme("int8", Granularity::Tensor);
        recipe.embeddings = true;
        const auto model = test::smallModel(true);
        const ModelSize size = modelSize(recipe, model).value();
        QVERIFY(size.sites.back().site != "head");
        QCOMPARE(size.sites.front().bytes(), std::uint64_t{65 * 32 + 4});
    }

    // What stands in the file, unpacked by the rule that the header states, is what the model uses.
    void codesOfTheFileGiveTheWeights_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"int8 channel", "int4 group", "int2 tensor bf16",
                                 "uint3 asymmetric fp16 scales", "nf4 double", "fp8 e8m0"}) {
            QTest::newRow(name) << QString(name);
        }
    }
    void codesOfTheFileGiveTheWeights() {
        QFETCH(QString, name);
        const auto model = test::smallModel();
        const auto quantized = applyPtq(model, Sorting(), recipeOf(name)).value();
        QTemporaryDir folder;
        const std::string path = folder.filePath("model.safetensors").toStdString();
        QVERIFY(writeQuantizedModel(path, quantized));
        const auto file = test::RawSafetensors::read(QString::fromStdString(path));
        const auto part = [&](const char* suffix) {
            return file.entries.value(QLatin1String("layers.1.ff1.weight") + QLatin1String(suffix));
        };
        // Whole elements of a format, as the dtype of the part names it.
        const auto read = [&](const char* suffix) {
            static const std::map<QString, const char*> formats{{"F32", "fp32"},
                                                                {"F16", "fp16"},
                                                                {"BF16", "bf16"},
                                                                {"F8_E4M3", "fp8-e4m3"},
                                                                {"F8_E8M0", "e8m0"}};
            std::vector<double> values;
            const auto entry = part(suffix);
            if (entry.bytes.isEmpty()) {
                return values;
            }
            const NumberFormat& format = numberFormat(formats.at(entry.dtype));
            const auto count = static_cast<std::size_t>(entry.bytes.size() * 8 / format.bits);
            for (std::size_t i = 0; i < count; ++i) {
                const std::int64_t bits = entry.code(i, format.bits, false);
                values.push_back(decode(format, static_cast<std::uint64_t>(bits)));
            }
            return values;
        };
        const auto site = std::find_if(quantized.sites.begin(), quantized.sites.end(),
                                       [](const auto& s) { return s->name == "layers.1.ff1"; });
        const QuantScheme& scheme = (*site)->weight->scheme;
        const NumberFormat& format = numberFormat(scheme.format);
        const std::vector<float>& used = (*site)->weight->values;

        std::vector<double> scales = read(".scale");
        const std::vector<double> seconds = read(".second_scale");
        const std::vector<double> mean = read(".scale_mean");
        for (std::size_t i = 0; const double code : read(".scale_codes")) {
            const double second = seconds[i++ / static_cast<std::size_t>(scheme.doubleBlock)];
            scales.push_back(static_cast<float>(code) * static_cast<float>(second) +
                             static_cast<float>(mean.front()));
        }
        const auto packed = part(".codes");
        const auto zeros = part(".zero_point");
        // Bit by bit, the first code in the lowest bits.
        const auto field = [&format](const test::RawSafetensors::Entry& entry, std::size_t i) {
            return static_cast<std::uint64_t>(entry.code(i, format.bits, false));
        };
        const std::size_t perUnit = used.size() / scales.size();
        for (std::size_t i = 0; i < used.size(); ++i) {
            const double zero =
                zeros.bytes.isEmpty() ? 0 : decode(format, field(zeros, i / perUnit));
            const double level = decode(format, field(packed, i)) - zero;
            QCOMPARE(static_cast<float>(level) * static_cast<float>(scales[i / perUnit]), used[i]);
        }
    }

    // With the metadata of a checkpoint the file opens as one: integer biases stand as the values
    // that they are, in as many bytes.
    void aCheckpointHasTheValuesOfIntegerBiases() {
        const auto quantized =
            applyPtq(test::smallModel(), Sorting(), recipeOf("w8a8 static")).value();
        QTemporaryDir folder;
        const std::string path = folder.filePath("model.safetensors").toStdString();
        CheckpointInfo info;
        info.task.kind = TaskKind::Sort;
        QVERIFY(writeQuantizedModel(path, quantized, {}, checkpointMetadata(info)));
        const auto file = openWeightFile(path).value();
        std::uint64_t bytes = 0;
        for (const TensorInfo& tensor : file->tensors()) {
            bytes += tensor.bytes;
        }
        QCOMPARE(bytes, quantized.size.bytes());
        const auto opened = loadCheckpoint(path);
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        const Parameters<float>& expected = quantized.model.parameters();
        int biases = 0;
        for (std::size_t i = 0; i < expected.entries().size(); ++i) {
            const std::string& name = expected.entries()[i].name;
            const auto site = std::ranges::find_if(quantized.sites, [&](const auto& one) {
                return name == one->name + ".weight" || name == one->name + ".bias";
            });
            const bool atSite = site != quantized.sites.end() && (*site)->recipe.weight;
            const bool weight = atSite && name.ends_with(".weight");
            const std::span<const float> used =
                weight ? std::span<const float>((*site)->weight->values) : expected.values(i);
            QVERIFY2(std::ranges::equal(opened->model.parameters().values(i), used), name.c_str());
            biases += atSite && !weight ? 1 : 0;
        }
        QVERIFY(biases > 0);
    }

    void unwritableFileIsAnError() {
        const auto quantized = applyPtq(test::smallModel(), Sorting(), recipeOf("q4_0")).value();
        const auto written = writeQuantizedModel("/nowhere/at/all.safetensors", quantized);
        COMPARE_ERROR(written, ErrorCode::WriteFailed);
    }

    void recipeThatDoesNotFitIsRefused() {
        QuantRecipe recipe;
        recipe.base.weight = test::scheme("int4", Granularity::Group, 24);
        const auto size = modelSize(recipe, test::smallModel());
        COMPARE_ERROR(size, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestModelSize)
#include "tst_model_size.moc"
