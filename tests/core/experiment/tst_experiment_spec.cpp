// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/experiment/small_experiment.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

using namespace zeropoint;

class TestExperimentSpec : public QObject {
    Q_OBJECT

private slots:
    /// What is left out of a file is what the Train page begins with (search/adapters.json).
    void adaptersByDefault() {
        const auto read = [](const char* training) {
            return experimentSpecFromJson(std::string(R"({"base": "b", "runs": [
                {"name": "a", "method": "lora"}, {"name": "b", "method": "qlora"},
                {"name": "c", "method": "fp32"},
                {"name": "d", "method": "lora", "learning_rate": 0.006}])") +
                                          training + "}")
                .value();
        };
        const ExperimentSpec spec = read("");
        for (const RunSpec& run : {spec.runs[0], spec.runs[1]}) {
            QCOMPARE(adaptersOf(run).rank, std::size_t{16});
            QCOMPARE(adaptersOf(run).alpha, 32.0);
            QCOMPARE(adaptersOf(run).targets, std::vector<std::string>{"layers.*"});
            QCOMPARE(run.learningRate, std::optional(0.012));
        }
        QCOMPARE(spec.runs[2].learningRate, std::optional<double>());
        QCOMPARE(spec.runs[3].learningRate, std::optional(0.006));
        // A rate for all runs is meant for adapters too.
        const ExperimentSpec given = read(R"(, "training": {"learning_rate": 0.02})");
        QCOMPARE(given.runs[0].learningRate, std::optional<double>());
    }

    void readsBackWhatItWrote() {
        ExperimentSpec spec = test::smallSpec();
        spec.runs[2].qat = {WeightTraining::Lsq, InputTraining::Pact, 100, 200};
        spec.runs[2].recipe.base.activation.mode = ActivationMode::Static;
        spec.runs[3].learningRate = 0.0123456789;
        spec.note = "rates chosen on the validation part";
        spec.baseHash = "0123";
        spec.textHash = "4567";
        spec.runs[4].qlora.base = {32, true, 128};
        spec.runs[4].qlora.head = false;
        spec.training.learningRate = 1.0 / 3;
        spec.seeds = {18446744073709551615U, 0};
        const ExperimentSpec back = experimentSpecFromJson(toJson(spec)).value();
        QCOMPARE(toJson(back), toJson(spec));
        QCOMPARE(back.seeds, spec.seeds);
        QCOMPARE(back.note, spec.note);
        QCOMPARE(back.baseHash + back.textHash, std::string("01234567"));
        QCOMPARE(back.training.learningRate, spec.training.learningRate);
        QCOMPARE(back.runs[2].recipe, spec.runs[2].recipe);
        QCOMPARE(back.runs[2].qat, spec.runs[2].qat);
        QCOMPARE(back.runs[3].lora, spec.runs[3].lora);
        QCOMPARE(back.runs[3].learningRate, spec.runs[3].learningRate);
        QCOMPARE(back.runs[4].qlora.adapters, spec.runs[4].qlora.adapters);
        QCOMPARE(back.runs[4].qlora.base.blockSize, 32);
        QCOMPARE(back.runs[4].qlora.head, false);
        QCOMPARE(back.base, spec.base);
    }

    // Before the recipe's observer was followed in training, the word for it stood beside it.
    void theFormerWordForTheAverageIsRead() {
        const auto spec = experimentSpecFromJson(
            R"({"task": {"kind": "sort"}, "runs": [{"name": "a", "method": "qat",
                "recipe": {"base": {"activation": {"mode": "static"}}},
                "qat": {"inputs": "moving-average"}}]})");
        QVERIFY2(spec, spec ? "" : toString(spec.error()).c_str());
        QVERIFY(spec->runs[0].qat.inputs == InputTraining::Observed);
        QVERIFY(spec->runs[0].recipe.base.activation.observer == ActivationObserver::MovingAverage);
    }

    void defaultsAreThoseOfTheTask() {
        const ExperimentSpec spec = experimentSpecFromJson(
                                        R"({"task": {"kind": "text"}, "training": {"steps": 7},
                    "runs": [{"name": "a", "method": "fp32"}]})")
                                        .value();
        QCOMPARE(spec.training.batch, defaultTraining(TaskKind::Text).batch);
        QCOMPARE(spec.training.steps, std::size_t{7});
        QCOMPARE(spec.seeds, (std::vector<std::uint64_t>{1, 2, 3}));
    }

    void pathsStartAtTheFile() {
        const test::TemporaryFile file(
            R"({"base": "../samples/sort.safetensors", "task": {"kind": "sort"},
                "runs": [{"name": "a", "method": "fp32"}]})",
            "spec.json");
        const std::filesystem::path folder = std::filesystem::path(file.path()).parent_path();
        QCOMPARE(readExperimentSpec(file.path())->base,
                 (folder / "../samples/sort.safetensors").lexically_normal());
    }

    // The experiments that come with the program can be opened and fit their bases.
    void shipped_data() {
        QTest::addColumn<QString>("file");
        for (const char* place : {"experiments", "experiments/search"}) {
            const QDir folder(test::testData(QStringLiteral("../../resources/%1").arg(place)));
            for (const QString& file : folder.entryList({"*.json"})) {
                QTest::addRow("%s/%s", place, qPrintable(file)) << folder.filePath(file);
            }
        }
    }
    void shipped() {
        QFETCH(QString, file);
        const auto spec = readExperimentSpec(file.toStdString());
        QVERIFY2(spec, spec ? "" : toString(spec.error()).c_str());
        // A search uses a seed of its own, once.
        QCOMPARE(spec->seeds.size(), std::size_t{file.contains("search") ? 1U : 3U});
        const auto input = openExperiment(*spec);
        QVERIFY2(input, input ? "" : toString(input.error()).c_str());
        QCOMPARE(input->base.has_value(), !spec->base.empty());
        const TransformerConfig config = input->data->shaped(defaultModel(spec->task.kind));
        const auto model = Transformer<float>::create(config, 1).value();
        for (const RunSpec& run : spec->runs) {
            QVERIFY2(validate(run.recipe, model), run.name.c_str());
        }
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("where");
        const int invalid = int(ErrorCode::InvalidArgument);
        const QByteArray run = R"({"name": "a", "method": "fp32"})";
        const auto row = [&](const char* name, const QByteArray& text, const char* where) {
            QTest::newRow(name) << text << invalid << QString(where);
        };
        QTest::newRow("no JSON") << QByteArray("{") << int(ErrorCode::Malformed)
                                 << QString("experiment");
        QTest::newRow("nothing") << QByteArray() << int(ErrorCode::Malformed)
                                 << QString("experiment");
        row("a list", "[]", "");
        row("no runs", "{}", "runs");
        row("empty runs", R"({"runs": []})", "runs");
        row("unknown key", R"({"nmae": "x", "runs": [)" + run + "]}", "nmae");
        row("unknown key of a run", R"({"runs": [{"name": "a", "method": "fp32", "rank": 3}]})",
            "runs[0].rank");
        row("key of another method", R"({"runs": [{"name": "a", "method": "fp32", "recipe": {}}]})",
            "runs[0].recipe");
        row("unknown method", R"({"runs": [{"name": "a", "method": "gptq"}]})", "runs[0].method");
        row("no method", R"({"runs": [{"name": "a"}]})", "runs[0].method");
        row("no recipe", R"({"runs": [{"name": "a", "method": "ptq"}]})", "runs[0].recipe");
        row("wrong recipe",
            R"({"runs": [{"name": "a", "method": "qat", "recipe": {"base": {"wieght": {}}}}]})",
            "runs[0].recipe.base.wieght");
        row("two of one name", R"({"runs": [)" + run + "," + run + "]}", "runs");
        row("no name", R"({"runs": [{"method": "fp32"}]})", "runs");
        row("one seed twice", R"({"seeds": [1, 2, 1], "runs": [)" + run + "]}", "seeds");
        row("no seeds", R"({"seeds": [], "runs": [)" + run + "]}", "seeds");
        row("a negative seed", R"({"seeds": [-1], "runs": [)" + run + "]}", "seeds");
        row("seeds as text", R"({"seeds": "1", "runs": [)" + run + "]}", "seeds");
        row("adapters without a base", R"({"runs": [{"name": "a", "method": "lora"}]})", "a");
        row("no steps", R"({"training": {"steps": 0}, "runs": [)" + run + "]}", "a, steps");
        row("steps as text", R"({"training": {"steps": "9"}, "runs": [)" + run + "]}",
            "training.steps");
        row("a rate of 0", R"({"runs": [{"name": "a", "method": "fp32", "learning_rate": 0}]})",
            "a, learning rate");
        row("targets",
            R"({"base": "b", "runs": [{"name": "a", "method": "lora", "lora": {"targets": [3]}}]})",
            "runs[0].lora.targets");
    }
    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QString, where);
        const auto spec = experimentSpecFromJson(text.toStdString());
        COMPARE_ERROR(spec, ErrorCode(code));
        QCOMPARE(QString::fromStdString(spec.error().where), where);
        QVERIFY(!spec.error().remedy.empty());
    }

    void filesThatAreNotThere() {
        COMPARE_ERROR(readExperimentSpec("no/such/spec.json"), ErrorCode::NotFound);
        const test::TemporaryFile file("{", "spec.json");
        const Error error = test::errorOf(readExperimentSpec(file.path()));
        QVERIFY(error.where.find("spec.json") != std::string::npos);
    }

    // What can be copied beside a point makes that point alone.
    void oneRunOfIt() {
        ExperimentSpec spec = test::smallSpec();
        spec.runs[1].learningRate = 0.002;
        const ExperimentSpec qat = single(spec, 2, 6);
        QCOMPARE(qat.runs.size(), std::size_t{1});
        QCOMPARE(qat.runs[0].name, std::string("QAT"));
        QCOMPARE(qat.seeds, std::vector<std::uint64_t>{6});
        QCOMPARE(qat.training.learningRate, spec.training.learningRate);
        // Post-training quantization starts from the full training with its rate.
        QCOMPARE(single(spec, 0, 6).training.learningRate, 0.002);
    }

    void schemes() {
        const ExperimentSpec spec = test::smallSpec();
        QCOMPARE(schemeText(spec.runs[0]), std::string("int4 channel"));
        QCOMPARE(schemeText(spec.runs[1]), std::string("fp32"));
        QCOMPARE(schemeText(spec.runs[3]), std::string("rank 4"));
        QCOMPARE(schemeText(spec.runs[4]), std::string("nf4 block 16, rank 4"));
        RunSpec run = test::runOf("x", MethodKind::Ptq);
        run.recipe.base.weight.reset();
        run.recipe.rest = "fp16";
        QCOMPARE(schemeText(run), std::string("fp16"));
        run.recipe = test::channelRecipe("uint3");
        run.recipe.base.weight->granularity = Granularity::Group;
        run.recipe.base.weight->groupSize = 16;
        run.recipe.base.weight->symmetric = false;
        run.recipe.base.method = PtqMethod::Gptq;
        run.recipe.base.activation.mode = ActivationMode::DynamicToken;
        QCOMPARE(schemeText(run), std::string("uint3 group 16 asymmetric, GPTQ, inputs int8"));
        run.recipe.base.weight->scaleFormat = ScaleFormat::Double;
        QCOMPARE(schemeText(run),
                 std::string("uint3 group 16 asymmetric, double scales, GPTQ, inputs int8"));
    }
};

QTEST_APPLESS_MAIN(TestExperimentSpec)
#include "tst_experiment_spec.moc"
