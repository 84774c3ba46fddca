// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/quant_recipe.h"
#include "core/methods/recipe/quantized_weight.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <functional>
#include <map>

using namespace zeropoint;

namespace {

/// A transformer of two blocks of width 32 with a head, causal on 16 symbols.
Transformer<float> smallModel(bool tied = false) {
    TransformerConfig config;
    config.vocabulary = 16;
    config.outputs = 16;
    config.context = 8;
    config.tiedHead = tied;
    return Transformer<float>::create(config, 1).value();
}

QuantScheme schemeOf(const char* format, Granularity granularity = Granularity::Channel,
                     std::int64_t group = 32) {
    QuantScheme scheme;
    scheme.format = format;
    scheme.granularity = granularity;
    scheme.groupSize = group;
    return scheme;
}

QuantRecipe fourBits() {
    QuantRecipe recipe;
    recipe.base.weight = schemeOf("int4");
    return recipe;
}

}  // namespace

class TestQuantRecipe : public QObject {
    Q_OBJECT

private slots:
    void comesBackFromJson() {
        QuantRecipe recipe;
        recipe.base.weight = schemeOf("uint3", Granularity::Group, 16);
        recipe.base.weight->symmetric = false;
        recipe.base.weight->scaleFormat = ScaleFormat::Double;
        recipe.base.weight->range = {RangeMethod::Kind::Percentile, 99.5};
        recipe.base.activation = {ActivationMode::Static, schemeOf("uint8", Granularity::Tensor),
                                  ActivationObserver::MovingAverage, 0.1};
        recipe.base.method = PtqMethod::Gptq;
        recipe.base.clip = 0.75;
        recipe.base.biasCorrection = true;
        recipe.embeddings = true;
        recipe.head = false;
        SiteRecipe kept;
        recipe.overrides = {{"layers.0.*", kept}, {"head", recipe.base}};
        recipe.overrides[1].recipe.weight->range = {RangeMethod::Kind::Explicit, 99.9, -1, 0.25};
        recipe.smoothAlpha = 0.5;
        recipe.kvCache = schemeOf("fp8-e4m3", Granularity::Tensor);
        recipe.kvCache->overflow = OverflowRule::Special;
        recipe.kvCache->scaleRule = ScaleRule::Even;
        recipe.rest = "bf16";
        recipe.calibration = {7, 9, 11};
        recipe.gptq = {false, 0.05, 64};
        recipe.awq = {10};
        recipe.adaRound = {77, 0.5, 0.25};
        recipe.hqq = {5, 0.5};
        const auto back = quantRecipeFromJson(toJson(recipe));
        QVERIFY2(back, back ? "" : toString(back.error()).c_str());
        QVERIFY(*back == recipe);
    }

    /// An MX weight of a recipe takes the rule that the recipe names: 7 and fours share 2^0 under
    /// floor, where 7 saturates at 6, and 2^1 under ceil, where it is read back as 8.
    void theRuleOfMxScalesIsFollowed() {
        std::vector<float> values(32, 4.0F);
        values[0] = 7.0F;
        QuantScheme scheme = schemeOf("mxfp4", Granularity::Tensor);
        const Tensor weight("w", {1, 32}, values);
        QCOMPARE(roundWeight(weight, scheme).value().values[0], 6.0F);
        scheme.scaleRule = ScaleRule::Ceil;
        QCOMPARE(roundWeight(weight, scheme).value().values[0], 8.0F);
    }

    void keysLeftOutKeepTheirDefaults() {
        const auto read = quantRecipeFromJson(
            R"({"base": {"weight": {"format": "int8", "per": "channel"}, "method": "awq"},
                "overrides": [{"sites": "head", "weight": null}]})");
        QVERIFY(read);
        QCOMPARE(read->base.weight->format, std::string("int8"));
        QVERIFY(read->overrides[0].recipe.method == PtqMethod::Awq);  // as base has it
        QVERIFY(!read->overrides[0].recipe.weight);
        QCOMPARE(read->calibration.batches, QuantRecipe().calibration.batches);
    }

    void wrongJsonIsToldWithItsPlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("unknown key") << R"({"bits": 4})"
                                     << "bits";
        QTest::newRow("unknown inner key") << R"({"base": {"weight": {"fromat": "int4"}}})"
                                           << "base.weight.fromat";
        QTest::newRow("unknown format") << R"({"base": {"weight": {"format": "int99"}}})"
                                        << "base.weight.format";
        QTest::newRow("unknown word") << R"({"base": {"method": "magic"}})"
                                      << "base.method";
        QTest::newRow("wrong type") << R"({"head": 1})"
                                    << "head";
        QTest::newRow("no object") << R"({"base": 4})"
                                   << "base";
        QTest::newRow("no list") << R"({"overrides": {}})"
                                 << "overrides";
        QTest::newRow("nameless override") << R"({"overrides": [{}]})"
                                           << "overrides[0].sites";
        QTest::newRow("override's key") << R"({"overrides": [{"sites": "head", "weigth": null}]})"
                                        << "overrides[0].weigth";
        QTest::newRow("negative count") << R"({"calibration": {"batches": -1}})"
                                        << "calibration.batches";
        QTest::newRow("group of none") << R"({"base": {"weight": {"group_size": 0}}})"
                                       << "base.weight.group_size";
        QTest::newRow("number too large") << R"({"base": {"weight": {"axis": 99999999999}}})"
                                          << "base.weight.axis";
        QTest::newRow("range") << R"({"base": {"weight": {"range": {"method": "best"}}}})"
                               << "base.weight.range.method";
    }
    void wrongJsonIsToldWithItsPlace() {
        QFETCH(QString, text);
        QFETCH(QString, where);
        const auto read = quantRecipeFromJson(text.toStdString());
        COMPARE_ERROR(read, ErrorCode::InvalidArgument);
        QCOMPARE(QString::fromStdString(read.error().where), where);
    }

    void textThatIsNotJsonIsMalformed() {
        const auto read = quantRecipeFromJson("{\"base\": ");
        COMPARE_ERROR(read, ErrorCode::Malformed);
    }

    void namesMatchPatterns_data() {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("matches");
        QTest::newRow("same") << "head"
                              << "head" << true;
        QTest::newRow("longer") << "head"
                                << "heads" << false;
        QTest::newRow("star") << "layers.*.attn.q"
                              << "layers.11.attn.q" << true;
        QTest::newRow("star at the end") << "layers.0.*"
                                         << "layers.0.ff1" << true;
        QTest::newRow("star takes nothing") << "head*"
                                            << "head" << true;
        QTest::newRow("one character") << "layers.?.ff1"
                                       << "layers.1.ff1" << true;
        QTest::newRow("one is not two") << "layers.?.ff1"
                                        << "layers.10.ff1" << false;
        QTest::newRow("star goes back") << "*.q"
                                        << "a.q.q" << true;
        QTest::newRow("many stars") << "*a*a*a*a*a*a*a*a*a*a*a*b"
                                    << "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" << false;
        QTest::newRow("empty") << ""
                               << "head" << false;
    }
    void namesMatchPatterns() {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QFETCH(bool, matches);
        QCOMPARE(matchesSite(pattern.toStdString(), name.toStdString()), matches);
    }

    void baseGoesForTheBlocksAndWhatIsSwitchedOn() {
        const auto model = smallModel();
        QuantRecipe recipe = fourBits();
        recipe.head = false;
        recipe.overrides = {{"layers.1.ff?", SiteRecipe{}}};
        const auto sites = resolveSites(recipe, model).value();
        QStringList quantized;
        for (const ResolvedSite& site : sites) {
            if (site.recipe.weight) {
                quantized << QString::fromStdString(site.site.name);
            }
        }
        const QStringList expected{"layers.0.attn.q", "layers.0.attn.k", "layers.0.attn.v",
                                   "layers.0.attn.o", "layers.0.ff1",    "layers.0.ff2",
                                   "layers.1.attn.q", "layers.1.attn.k", "layers.1.attn.v",
                                   "layers.1.attn.o"};
        QCOMPARE(quantized, expected);
        recipe.embeddings = true;
        recipe.base.method = PtqMethod::Gptq;
        const SiteRecipe table = resolveSites(recipe, model).value().front().recipe;
        QVERIFY(table.weight);
        QVERIFY(table.method == PtqMethod::RoundToNearest);  // a table has no inputs to look at
    }

    void whatDoesNotFitIsRefused_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("where");
        for (const auto& [change, where] :
             std::initializer_list<std::pair<const char*, const char*>>{
                 {"missing layer", "layers.7.ff1"},
                 {"group", "layers.0.attn.q"},
                 {"block", "layers.0.attn.q"},
                 {"axis", "layers.0.attn.q"},
                 {"32 bits", "layers.0.attn.q"},
                 {"explicit range", "layers.0.attn.q"},
                 {"gptq blocks", "layers.0.attn.q"},
                 {"hqq floats", "layers.0.attn.q"},
                 {"adaround floats", "layers.0.attn.q"},
                 {"decode-only block", "layers.0.attn.q"},
                 {"nothing kept", "layers.0.attn.q"},
                 {"more than all kept", "layers.0.attn.q"},
                 {"clipped blocks", "layers.0.attn.q"},
                 {"clipped gptq", "layers.0.attn.q"},
                 {"gptq table", "tok_emb"},
                 {"table input", "tok_emb"},
                 {"static blocks", "layers.0.attn.q"},
                 {"activation groups", "layers.0.attn.q"},
                 {"averaging", "layers.0.attn.q"},
                 {"integer bias", "layers.0.attn.q"},
                 {"no data", "calibration.batches"},
                 {"smooth and awq", "layers.0.attn.q"},
                 {"smooth and awq without inputs", "layers.0.attn.k"},
                 {"alpha", "smooth_alpha"},
                 {"rest", "rest"},
                 {"kv channels", "kv_cache"},
                 {"kv group", "kv_cache"},
                 {"damping", "gptq.damping"}}) {
            QTest::newRow(change) << change << where;
        }
    }
    void whatDoesNotFitIsRefused() {
        QFETCH(QString, change);
        QFETCH(QString, where);
        QuantRecipe r = fourBits();
        SiteRecipe& base = r.base;
        const ActivationRecipe fixed{ActivationMode::Static, schemeOf("int8", Granularity::Tensor)};
        const std::map<QString, std::function<void()>> changes{
            {"missing layer",
             [&] {
                 r.overrides = {{"layers.7.ff1", base}};
             }},
            {"group", [&] { base.weight = schemeOf("int4", Granularity::Group, 24); }},
            {"block", [&] { base.weight = schemeOf("tq1_0"); }},
            {"axis", [&] { base.weight->axis = 1; }},
            {"32 bits", [&] { base.weight = schemeOf("fp32"); }},
            {"explicit range",
             [&] {
                 base.weight->range = {RangeMethod::Kind::Explicit, 99.9, 1, -1};
             }},
            {"gptq blocks",
             [&] {
                 base.weight = schemeOf("q4_0");
                 base.method = PtqMethod::Gptq;
             }},
            {"hqq floats",
             [&] {
                 base.weight = schemeOf("nf4");
                 base.method = PtqMethod::Hqq;
             }},
            {"adaround floats",
             [&] {
                 base.weight = schemeOf("fp4-e2m1");
                 base.method = PtqMethod::AdaRound;
             }},
            {"decode-only block", [&] { base.weight = schemeOf("iq4_xs"); }},
            {"nothing kept", [&] { base.clip = 0; }},
            {"more than all kept", [&] { base.clip = 1.01; }},
            {"clipped blocks",
             [&] {
                 base.weight = schemeOf("q4_0");
                 base.clip = 0.9;
             }},
            {"clipped gptq",
             [&] {
                 base.method = PtqMethod::Gptq;
                 base.clip = 0.9;
             }},
            {"gptq table",
             [&] {
                 r.overrides = {{"tok_emb", base}};
                 r.overrides[0].recipe.method = PtqMethod::Gptq;
             }},
            {"table input",
             [&] {
                 r.overrides = {{"tok_emb", base}};
                 r.overrides[0].recipe.activation = fixed;
             }},
            {"static blocks",
             [&] {
                 base.activation = {ActivationMode::Static, schemeOf("mxfp8-e4m3")};
             }},
            {"activation groups",
             [&] {
                 base.activation = {ActivationMode::DynamicToken, schemeOf("int8")};
             }},
            {"averaging",
             [&] {
                 base.activation = fixed;
                 base.activation.averagingConstant = 0;
             }},
            {"integer bias", [&] { base.bias = BiasTreatment::Int32; }},
            {"no data",
             [&] {
                 base.activation = fixed;
                 r.calibration.batches = 0;
             }},
            {"smooth and awq without inputs",
             [&] {
                 base.activation = fixed;
                 r.smoothAlpha = 0.5;
                 r.overrides = {{"layers.0.attn.k", base}};
                 r.overrides[0].recipe.method = PtqMethod::Awq;
                 r.overrides[0].recipe.activation = {};
             }},
            {"smooth and awq",
             [&] {
                 base.activation = fixed;
                 base.method = PtqMethod::Awq;
                 r.smoothAlpha = 0.5;
             }},
            {"alpha", [&] { r.smoothAlpha = 1.5; }},
            {"rest", [&] { r.rest = "fp8-e4m3"; }},
            {"kv channels", [&] { r.kvCache = schemeOf("int8"); }},
            {"kv group", [&] { r.kvCache = schemeOf("int8", Granularity::Group, 5); }},
            {"damping", [&] { r.gptq.damping = 0; }},
        };
        const auto model = smallModel();
        QVERIFY(validate(r, model));
        changes.at(change)();
        const auto valid = validate(r, model);
        const Error error = test::errorOf(valid);
        QVERIFY2(error.code == ErrorCode::InvalidArgument || error.code == ErrorCode::Unsupported ||
                     error.code == ErrorCode::NotFound,
                 error.what.c_str());
        QCOMPARE(QString::fromStdString(error.where), where);
        QVERIFY(!error.remedy.empty());
    }

    void everyFormatThatQuantizesIsTaken() {
        const auto model = smallModel();
        for (const char* format :
             {"int8", "int4", "int3", "int2", "fp8-e4m3", "fp8-e5m2", "fp6-e2m3", "fp4-e2m1", "nf4",
              "mxfp8-e4m3", "mxfp6-e2m3", "mxfp4", "nvfp4", "q8_0", "q4_0", "fp16", "bf16"}) {
            QuantRecipe recipe;
            recipe.base.weight = schemeOf(format);
            const auto valid = validate(recipe, model);
            QVERIFY2(valid, valid ? "" : toString(valid.error()).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestQuantRecipe)
#include "tst_quant_recipe.moc"
