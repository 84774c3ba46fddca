// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/draw.h"
#include "core/course/expression.h"
#include "core/course/figure_text.h"
#include "core/course/measured_results.h"
#include "core/course/placeholders.h"
#include "core/course/scheme_text.h"
#include "tests/support/golden.h"

#include <QFile>
#include <QtTest>

#include <cmath>
#include <memory>
#include <set>

using namespace zeropoint;
using namespace zeropoint::course;

namespace {

Scope scopeWithNames() {
    Scope scope;
    scope.set("lo", -20.0);
    scope.set("hi", 1000.0);
    scope.set("model", std::string("llama-2-7b"));
    scope.define("width", "hi - lo");
    scope.define("half", "width / 2");
    scope.define("circle", "round_trip + 1");
    scope.define("round_trip", "circle - 1");
    scope.setSetting("calibrate.sample", 250.0);
    scope.defineSetting("calibrate.synthetic.max", "hi");
    return scope;
}

/// Sums of three runs as the command line prints them.
constexpr const char* results = R"({
  "runs": [
    {"name": "INT4 PTQ", "parameters": 100, "trained": 0, "base_accuracy": [0.5, 0.25]},
    {"name": "INT4 PTQ", "parameters": 100, "trained": 0, "base_accuracy": [0.7, 0.75]}],
  "pareto": [],
  "summary": [
    {"name": "INT4 PTQ", "seeds": [1, 2], "accuracy": 0.989, "accuracy_ci95": [0.975, 1.0], "loss": 0.004,
     "size_bytes": 31000, "bits_per_weight": 8.148, "seconds": 0.5}]
})";

}  // namespace

class TestExpressions : public QObject {
    Q_OBJECT

private slots:
    /// Expected figures are worked by hand, or stand in the documents that the comments name.
    void numbers_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* expression, double expected) {
            QTest::newRow(expression) << expression << expected;
        };
        row("1 + 2 * 3", 7);
        row("(1 + 2) * 3", 9);
        row("10 - 4 - 3", 3);
        row("2 ^ 3 ^ 2", 512);
        row("-2 ^ 2", -4);
        row("2 ^ -1", 0.5);
        row("--3", 3);
        row("1e-3 * 2.5e3", 2.5);
        row("1 < 2 and not 3 <= 2", 1);
        row("1 == 2 or 2 != 2", 0);
        row("'a' == 'a'", 1);
        row("if(1 > 2, 10, 20)", 20);
        row("min(3, -1) + max(3, -1)", 2);
        row("round(62.5) + round(63.5) + round(-0.5)", 126);
        row("floor(-1.5) + ceil(-1.5) + abs(-2)", -1);
        row("sqrt(16) + log2(8) + log10(1000) + ln(exp(2))", 12);
        row("half", 510);
        row("setting('calibrate.sample') / 2", 125);
        row("setting('calibrate.synthetic.max')", 1000);
        // The worked example of the command line's contract.
        row("scale(0, 1000, 'uint8')", float(1000.0 / 255));  // stored as FP32
        row("zero_point(0, 1000, 'uint8')", 0);
        row("code(250, 0, 1000, 'uint8')", 64);
        row("scale(lo, hi, 'uint8')", 4);
        row("zero_point(lo, hi, 'uint8')", 5);
        row("scaled(250, lo, hi, 'uint8')", 62.5);
        row("rounded(250, lo, hi, 'uint8')", 62);
        row("code(250, lo, hi, 'uint8')", 67);
        row("dequantized(250, lo, hi, 'uint8')", 248);
        row("error(250, lo, hi, 'uint8')", -2);
        row("code(250, lo, hi, 'uint8 half-away')", 68);
        row("scale(lo, hi, 'int8')", float(1000.0 / 127));
        row("qmin('int8') + qmax('int8') + codes('int8')", 255);
        row("qmin('int8 narrow')", -127);
        row("codes('uint8')", 256);
        row("reach_low(lo, hi, 'uint8')", -20);
        row("reach_high(lo, hi, 'uint8')", 1000);
        // IEEE 754 half precision, OCP FP8.
        row("format_max('fp16')", 65504);
        row("format_max('fp8-e4m3')", 448);
        row("min_normal('fp16')", std::ldexp(1.0, -14));
        row("min_subnormal('fp8-e5m2')", std::ldexp(1.0, -16));
        row("epsilon('bf16')", std::ldexp(1.0, -7));
        row("exponent_bits('bf16') * 100 + mantissa_bits('bf16')", 807);
        row("bias('fp16')", 15);
        row("format_codes('int4')", 16);
        row("stored(0.1, 'fp16')", 0.0999755859375);
        row("stored(300, 'fp8-e4m3')", 288);
        row("stored_error(0.1, 'bf16')", 0.10009765625 - 0.1);
        row("spacing(2048, 'fp16')", 2);
        // Bytes of a block over its values (ggml), QLoRA section 3: 4 + 8/64 + 32/(64 * 256).
        row("weight_bits('q4_0')", 4.5);
        row("weight_bits('nf4', 64, 256)", 4 + 8.0 / 64 + 32.0 / (64 * 256));
        row("weight_bits('int4', 128)", 4 + 32.0 / 128);
        row("weight_bytes(70e9, 'fp32')", 280e9);
        row("weight_bytes(70e9, 'int4')", 35e9);
        // Llama 2: 32 layers of 4096 with q and v, rank 8; the cache of one token in FP16.
        row("adapter_parameters(model, 8, 'q,v')", 4194304);
        row("lora_parameters(4096, 4096, 8)", 65536);
        row("kv_bytes(model, 1)", 2 * 32 * 4096 * 2);
        row("layers('llama-2-70b') * 10 + kv_heads('llama-2-70b')", 808);
        row("memory(70e9, 'bytes=16', 'weights')", 70e9 * 16);
        row("memory(model, 'mode=lora rank=8 targets=q,v', 'trainable')", 4194304);
        row("measured('default', 'INT4 PTQ', 'accuracy')", 0.989);
        row("measured('default', 'INT4 PTQ', 'base_after')", 0.5);
        row("measured('default', 'INT4 PTQ', 'seeds')", 2);
    }

    void numbers() {
        QFETCH(QString, expression);
        QFETCH(double, expected);
        Scope scope = scopeWithNames();
        auto measured = std::make_shared<MeasuredResults>();
        QVERIFY(measured->add("default", results));
        scope.setMeasured(measured);
        const Result<double> value = evaluateNumber(expression.toStdString(), scope);
        QVERIFY2(value, value ? "" : toString(value.error()).c_str());
        QCOMPARE_LE(std::abs(*value - expected), 1e-12 * std::max(1.0, std::abs(expected)));
    }

    void tensors() {
        // Rounding noise of a uniform source over the full range is step^2 / 12
        // (docs/DEFINITIONS.md).
        const Scope scope;
        const std::string source = "'uniform?min=0,max=255,n=65536,seed=3', 'uint8 range:0,255'";
        const auto mse = evaluateNumber("mse(" + source + ")", scope);
        QVERIFY2(mse, mse ? "" : toString(mse.error()).c_str());
        QCOMPARE_LE(std::abs(*mse - 1.0 / 12), 0.002);
        const auto sum =
            evaluateNumber("clip_mse(" + source + ") + round_mse(" + source + ")", scope);
        QCOMPARE_LE(std::abs(*sum - *mse), 1e-12);
        QCOMPARE(*evaluateNumber("used_codes(" + source + ")", scope), 256.0);
        QCOMPARE(*evaluateNumber("tensor_scale(" + source + ")", scope), 1.0);
        QCOMPARE(*evaluateNumber("tensor_bits(" + source + ") > 8", scope), 1.0);
    }

    void texts_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* words, const char* expected) {
            QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(expected);
        };
        row("no figure", "no figure");
        row("{{1000 / 255}} a step", "3.922 a step");
        row("{{ 2 + 2 }}, {{hi}}", "4, 1000");
        row("{{lo}} to {{70e9}}", "−20 to 70\u2009000\u2009000\u2009000");
        row("{{1000 / 255|.2}} and {{2/3|3}}", "3.92 and 0.667");
        row("{{0.5|.1%}} {{1/3|%}}", "50.0\u00A0% 33.3\u00A0%");
        row("{{weight_bytes(70e9, 'int8')|GB}} {{1536|.1KiB}}", "70\u00A0GB 1.5\u00A0KiB");
        row("{{stored(0.1, 'fp16')|exact}}", "0.0999755859375");
        row("{{0.00001234}} {{12345678.5}}", "1.234×10⁻⁵ 1.235×10⁷");
        row("{{bits(0.1, 'fp16')}}", "0 01011 1001100110");
        row("{{'a|b'}}", "a|b");
        row("{{'n=' + 5}}", "n=5");
        row("{{-0.0001|.2}}", "0.00");
        // Ties go away from zero; 0.15 is none, it lies below.
        row("{{99.25|3}} {{-0.125|.2}} {{2.5|.0}} {{0.15|.1}}", "99.3 −0.13 3 0.1");
    }

    void texts() {
        QFETCH(QString, words);
        QFETCH(QString, expected);
        const auto filled = fillIn(words.toStdString(), scopeWithNames());
        QVERIFY2(filled, filled ? "" : toString(filled.error()).c_str());
        QCOMPARE(QString::fromStdString(*filled), expected);
    }

    void theReadersDecimalSignStandsInTexts() {
        Scope scope;
        scope.setDecimalPoint(",");
        QCOMPARE(*fillIn("{{1/4}}", scope), std::string("0,25"));
    }

    void wrong_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* expression, const char* what) {
            QTest::newRow(expression) << expression << what;
        };
        row("", "The end");
        row("1 +", "The end");
        row("(1", "bracket");
        row("1 2", "not expected");
        row("'open", "has no end");
        row("1 $ 2", "not expected");
        row("unknown + 1", "There is no value 'unknown'");
        row("nothing(1)", "is no function");
        row("scale(1, 2)", "other arguments");
        row("scale(1, 2, 3)", "other arguments");
        row("'a' * 2", "text");
        row("'a' < 'b'", "text");
        row("not 'a'", "needs a number");
        row("0 / 0", "no result");
        row("sqrt(-1)", "no result");
        row("circle", "needs itself");
        row("setting('calibrate.tab')", "does not set");
        row("figure('calibrate.sqnr')", "no live figure");
        row("scale(0, 1, 'int8 sideways')", "no part of a scheme");
        row("scale(0, 1, 'float7')", "no number format");
        row("scale(2, 1, 'int8')", "");
        row("sqnr('normal?n=99999999', 'int8')", "at most 1 048 576");
        row("sqnr('abnormal', 'int8')", "");
        row("tensor_scale('normal?n=1000', 'int8 group:32')", "more than one scale");
        row("used_codes('normal?n=1024', 'q4_0')", "block format");
        row("parameters('llama-9')", "");
        row("memory(7e9, 'rank=eight', 'total')", "does not go with rank");
        row("memory(7e9, 'ranks=8', 'total')", "is no option");
        row("memory(7e9, '', 'everything')", "no part of the memory");
        row("measured('default', 'INT4', 'accuracy')", "");
    }

    void wrong() {
        QFETCH(QString, expression);
        QFETCH(QString, what);
        const auto value = evaluate(expression.toStdString(), scopeWithNames());
        QVERIFY(!value);
        QVERIFY2(toString(value.error()).find(what.toStdString()) != std::string::npos,
                 toString(value.error()).c_str());
    }

    void deepAndLongExpressionsAreRefused() {
        const Scope scope;
        QVERIFY(!evaluate(std::string(2000, '(') + "1" + std::string(2000, ')'), scope));
        QVERIFY(!evaluate(std::string(2000, '-') + "1", scope));
        std::string powers = "1";
        for (int i = 0; i < 1000; ++i) {
            powers += "^1";
        }
        QVERIFY(!evaluate(powers, scope));
        QVERIFY(!evaluate(std::string(5000, ' ') + "1", scope));
        std::string sum = "1";
        for (int i = 0; i < 1000; ++i) {
            sum += "+1";
        }
        QCOMPARE(*evaluateNumber(sum, scope), 1001.0);
    }

    void formsThatAreNone_data() {
        QTest::addColumn<QString>("form");
        for (const char* form : {"x", "0", ".", "-1", ".99", "2%%", "GBB", "3 GB"}) {
            QTest::newRow(form) << form;
        }
    }

    void formsThatAreNone() {
        QFETCH(QString, form);
        QVERIFY(!figureText(1.5, form.toStdString()));
    }

    void drawsAreTheSameForASeed() {
        Givens givens;
        givens.draws = {{"a", 10, 50, 5, {}, 0}, {"bits", 0, 0, 1, {4.0, 8.0}, 0}};
        givens.require = {"a != 30"};
        givens.values = {{"sum", "a + bits", 0}};
        std::set<double> seen;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const auto once = withGivens(Scope(), givens, seed);
            const auto twice = withGivens(Scope(), givens, seed);
            QVERIFY(once && twice);
            const double a = *evaluateNumber("a", *once);
            QCOMPARE(a, *evaluateNumber("a", *twice));
            QVERIFY(a >= 10 && a <= 50 && std::fmod(a, 5) == 0 && a != 30);
            QCOMPARE(*evaluateNumber("sum", *once), a + *evaluateNumber("bits", *once));
            seen.insert(a);
        }
        QCOMPARE(seen.size(), std::size_t(8));  // 10, 15, ... 50 without 30
        givens.require = {"a > 100"};
        QVERIFY(!withGivens(Scope(), givens, 1));
    }

    void everyFunctionIsDocumented() {
        QFile file(test::testData(QStringLiteral("../../docs/lessons.md")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const FunctionName& function : functionNames()) {
            const QByteArray name(function.name.data(), qsizetype(function.name.size()));
            QVERIFY2(text.contains('`' + name + '(') || text.contains('`' + name + '`'), name);
        }
    }

    void everyFunctionIsNamedOnce() {
        std::set<std::string_view> names;
        for (const FunctionName& function : functionNames()) {
            QVERIFY2(names.insert(function.name).second, std::string(function.name).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestExpressions)
#include "tst_expressions.moc"
