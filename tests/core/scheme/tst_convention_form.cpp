// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/convention_form.h"

#include <QFloat16>
#include <QtTest>

#include <cmath>
#include <map>

using namespace zeropoint;

class TestConventionForm : public QObject {
    Q_OBJECT

private slots:
    void everyFormSaysTheSame_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("forms");
        QTest::newRow("int8 symmetric") << "int8" << true << 6;
        QTest::newRow("int8 asymmetric") << "int8" << false << 5;
        QTest::newRow("uint8 asymmetric") << "uint8" << false << 5;
        QTest::newRow("uint8 symmetric") << "uint8" << true << 6;
        QTest::newRow("int4 symmetric") << "int4" << true << 5;
        QTest::newRow("uint4 asymmetric") << "uint4" << false << 4;
        QTest::newRow("no integer") << "nf4" << true << 0;
    }

    void everyFormSaysTheSame() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, forms);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = symmetric;
        const QuantParams params = chooseParams(-1.3, 3.7, scheme).value();
        const auto all = conventionForms(params, scheme);
        QCOMPARE(static_cast<int>(all.size()), forms);
        const CodeRange codes = codeRange(scheme);
        for (const ConventionForm& form : all) {
            const double d = qfloat16(float(params.scale));
            const double m = qfloat16(float(params.scale * (codes.qmin - params.zeroPoint)));
            for (std::int32_t q = codes.qmin; q <= codes.qmax; ++q) {
                // ggml's blocks hold d and m in FP16.
                const double expected = form.library == "GGUF"
                                            ? d * (q - codes.qmin) + m
                                            : params.scale * (q - params.zeroPoint);
                QCOMPARE_LE(std::abs(evaluate(form, q) - expected), 1e-13);
            }
            QVERIFY(!form.text.empty());
        }
    }

    // The shapes by hand: scale 0.5, zero point 3 of uint8.
    void theFormsByHand() {
        QuantScheme scheme;
        scheme.format = "uint8";
        scheme.symmetric = false;
        std::map<std::string_view, ConventionForm> forms;
        for (const ConventionForm& form : conventionForms({0.5, 3}, scheme)) {
            forms[form.library] = form;
        }
        QCOMPARE(forms["PyTorch"].equation, std::string("x' = 0.5 * (q - 3)"));
        QCOMPARE(forms["PyTorch"].text,
                 std::string(
                     "torch.quantize_per_tensor(x, scale=0.5, zero_point=3, dtype=torch.quint8)"));
        QCOMPARE(forms["TFLite"].second, -125.0);  // int8
        QCOMPARE(forms["TFLite"].equation, std::string("x' = 0.5 * (q + 125)"));
        QCOMPARE(forms["AIMET"].second, -3.0);
        QCOMPARE(forms["AIMET"].equation, std::string("x' = 0.5 * (q - 3)"));
        QCOMPARE(forms["MLX"].equation, std::string("x' = 0.5 * q - 1.5"));
        QCOMPARE(forms["MLX"].second, -1.5);
        QCOMPARE(forms.count("TensorRT"), std::size_t{0});
        // What the page marks as checked: no step's difference, and one of a zero point moved by
        // one.
        for (const auto& [library, form] : forms) {
            QCOMPARE_LE(largestDifference(form, {0.5, 3}, codeRange(scheme)), 1e-12);
        }
        ConventionForm moved = forms["PyTorch"];
        moved.second += 1;
        QCOMPARE(largestDifference(moved, {0.5, 3}, codeRange(scheme)), 1.0);
    }

    // A zero point of 0 has no sign, however a library turns it.
    void noNegativeZero() {
        QuantScheme scheme;
        scheme.format = "uint8";
        scheme.symmetric = false;
        for (const ConventionForm& form : conventionForms({0.5, 0}, scheme)) {
            QVERIFY2(!(form.second == 0 && std::signbit(form.second)), form.text.c_str());
            QVERIFY2(form.text.find("-0") == std::string::npos, form.text.c_str());
            QVERIFY2(form.equation.find("-0") == std::string::npos, form.equation.c_str());
        }
    }

    // Types that the libraries do not have are no forms: GGUF's codes with a minimum are Q4_1 and
    // Q5_1, ONNX has 4, 8 and 16 bits, MLX 2 to 6 and 8.
    void onlyTypesThatExist_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<QStringList>("libraries");
        QTest::newRow("3") << 3 << QStringList{"AIMET", "MLX"};
        QTest::newRow("4") << 4 << QStringList{"ONNX", "AIMET", "GGUF", "MLX"};
        QTest::newRow("5") << 5 << QStringList{"AIMET", "GGUF", "MLX"};
        QTest::newRow("7") << 7 << QStringList{"AIMET"};
        QTest::newRow("8") << 8 << QStringList{"PyTorch", "ONNX", "TFLite", "AIMET", "MLX"};
        QTest::newRow("16") << 16 << QStringList{"ONNX", "AIMET"};
    }
    void onlyTypesThatExist() {
        QFETCH(int, bits);
        QFETCH(QStringList, libraries);
        QuantScheme scheme;
        scheme.format = "uint" + std::to_string(bits);
        scheme.symmetric = false;
        QStringList found;
        for (const ConventionForm& form : conventionForms({0.5, 3}, scheme)) {
            found << QString::fromUtf8(form.library.data(),
                                       static_cast<qsizetype>(form.library.size()));
        }
        QCOMPARE(found, libraries);
    }
};

QTEST_APPLESS_MAIN(TestConventionForm)
#include "tst_convention_form.moc"
