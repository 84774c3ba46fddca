// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/weight_storage.h"

#include <QtTest>

using namespace zeropoint;

class TestWeightStorage : public QObject {
    Q_OBJECT

private slots:
    void ofARun_data() {
        QTest::addColumn<RunSpec>("run");
        QTest::addColumn<QString>("bits");
        QTest::addColumn<QString>("scalePer");
        const auto ptq = [](const std::string& format, Granularity granularity) {
            RunSpec run;
            run.method = MethodKind::Ptq;
            run.recipe.base.weight.emplace();
            run.recipe.base.weight->format = format;
            run.recipe.base.weight->granularity = granularity;
            run.recipe.base.weight->groupSize = 16;
            return run;
        };
        const auto ofMethod = [](MethodKind method) {
            RunSpec run;
            run.method = method;
            return run;
        };
        QTest::newRow("full") << ofMethod(MethodKind::Full) << "32"
                              << "";
        QTest::newRow("adapters beside FP32") << ofMethod(MethodKind::Lora) << "32"
                                              << "";
        RunSpec qlora = ofMethod(MethodKind::Qlora);
        qlora.qlora.base.blockSize = 16;
        QTest::newRow("adapters beside NF4") << qlora << "4"
                                             << "group 16";
        QTest::newRow("channel") << ptq("int4", Granularity::Channel) << "4"
                                 << "channel";
        QTest::newRow("tensor") << ptq("int8", Granularity::Tensor) << "8"
                                << "tensor";
        QTest::newRow("group") << ptq("nf4", Granularity::Group) << "4"
                               << "group 16";
        // A block has its own size; its scale is no part of a code.
        QTest::newRow("block") << ptq("q5_1", Granularity::Group) << "5"
                               << "group 32";
        QTest::newRow("block of six bits") << ptq("q6_k", Granularity::Tensor) << "6"
                                           << "group 256";
        QTest::newRow("block of floats") << ptq("mxfp4", Granularity::Tensor) << "4"
                                         << "group 32";
        RunSpec half = ptq("int4", Granularity::Channel);
        half.recipe.base.weight.reset();
        half.recipe.rest = "fp16";
        QTest::newRow("half precision") << half << "16"
                                        << "";
        RunSpec mixed = ptq("int4", Granularity::Channel);
        mixed.method = MethodKind::Qat;
        mixed.recipe.overrides = {{"layers.0.*", mixed.recipe.base}, {"head", mixed.recipe.base}};
        mixed.recipe.overrides[0].recipe.weight->format = "int8";
        mixed.recipe.overrides[1].recipe.weight->format = "int2";
        QTest::newRow("mixed") << mixed << "2-8"
                               << "channel";
        mixed.recipe.overrides[0].recipe.weight.reset();
        QTest::newRow("one kept") << mixed << "2-32"
                                  << "channel";
    }
    void ofARun() {
        QFETCH(RunSpec, run);
        const WeightStorage storage = weightStorage(run);
        QTEST(QString::fromStdString(bitsText(storage)), "bits");
        QTEST(QString::fromStdString(scalePerText(storage)), "scalePer");
    }
};

QTEST_APPLESS_MAIN(TestWeightStorage)
#include "tst_weight_storage.moc"
