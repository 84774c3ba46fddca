// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/layer_rules.h"

#include <QtTest>

using namespace zeropoint::test;

namespace {

using Texts = QHash<QString, QString>;

QStringList violations(const Texts& texts) {
    QStringList found;
    for (const Violation& violation : checkLayers(SourceTree(texts))) {
        found.append(violation.text());
    }
    return found;
}

// A file that holds one include on its second line.
Texts one(const QString& path, const QString& include) {
    return {{path, "#pragma once\n#include " + include + '\n'}};
}

}  // namespace

/// The rules on small trees that exist only here: each wrong way is found, each right way is not.
class TestLayerRules : public QObject {
    Q_OBJECT

private slots:
    void rightWays_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::newRow("core, earlier room") << "core/metrics/a.h"
                                            << "\"core/calibration/b.h\"";
        QTest::newRow("core, own room") << "core/nn/a.h"
                                        << "\"core/nn/b.h\"";
        QTest::newRow("core, standard") << "core/nn/a.h"
                                        << "<queue>";
        QTest::newRow("core, Eigen in a source") << "core/nn/a.cpp"
                                                 << "<Eigen/Core>";
        QTest::newRow("core, Eigen in kernels") << "core/nn/gemm_kernels.h"
                                                << "<Eigen/Core>";
        QTest::newRow("core, Eigen in detail") << "core/nn/detail/map.h"
                                               << "<Eigen/Core>";
        QTest::newRow("memory to files") << "core/memory/a.h"
                                         << "\"core/files/b.h\"";
        QTest::newRow("a format to what all share") << "core/files/npy/a.h"
                                                    << "\"core/files/b.h\"";
        QTest::newRow("PyTorch to zip") << "core/files/torch/a.h"
                                        << "\"core/files/zip/b.h\"";
        QTest::newRow("ui to core") << "ui/state/a.h"
                                    << "\"core/nn/b.h\"";
        QTest::newRow("ui, Qt") << "ui/state/a.h"
                                << "<QObject>";
        QTest::newRow("pages to controls") << "ui/pages/numbers/a.h"
                                           << "\"ui/controls/b.h\"";
        QTest::newRow("page to itself") << "ui/pages/numbers/a.h"
                                        << "\"ui/pages/numbers/b.h\"";
        QTest::newRow("page to the common ground") << "ui/pages/numbers/a.h"
                                                   << "\"ui/pages/page.h\"";
        QTest::newRow("main window to pages") << "ui/main_window/a.h"
                                              << "\"ui/pages/page.h\"";
        QTest::newRow("plots to controls") << "ui/plots/a.h"
                                           << "\"ui/controls/b.h\"";
        QTest::newRow("bench to tests") << "bench/bench_a.cpp"
                                        << "\"tests/support/b.h\"";
        QTest::newRow("plots") << "ui/plots/a.cpp"
                               << "<qcustomplot.h>";
        QTest::newRow("app to main window") << "app/main.cpp"
                                            << "\"ui/main_window/main_window.h\"";
        QTest::newRow("core's tests") << "tests/core/nn/tst_a.cpp"
                                      << "\"core/nn/a.h\"";
    }

    void rightWays() {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QCOMPARE(violations(one(path, include)), QStringList());
    }

    void wrongWays_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char* name, const char* path, const char* include,
                            const char* rule) { QTest::newRow(name) << path << include << rule; };
        row("Qt class", "core/tensor/a.cpp", "<QString>", "core must not include Qt (QString)");
        row("Qt module", "core/tensor/a.h", "<QtCore/QString>",
            "core must not include Qt (QtCore/QString)");
        row("Qt lower case", "core/tensor/a.h", "<qglobal.h>",
            "core must not include Qt (qglobal.h)");
        row("core to ui", "core/tensor/a.h", "\"ui/state/b.h\"",
            "core must not include ui/state/b.h");
        row("core to app", "core/tensor/a.h", "\"app/cli/b.h\"",
            "core must not include app/cli/b.h");
        row("core to tests", "core/tensor/a.h", "\"tests/b.h\"", "core must not include tests/b.h");
        row("later room", "core/numerics/a.h", "\"core/tensor/b.h\"",
            "core/numerics must not include core/tensor");
        row("calibration to quantization", "core/calibration/a.h", "\"core/quantization/b.h\"",
            "core/calibration must not include core/quantization");
        row("memory to nn", "core/memory/a.h", "\"core/nn/b.h\"",
            "core/memory must not include core/nn");
        row("room to memory", "core/experiment/a.h", "\"core/memory/b.h\"",
            "core/experiment must not include core/memory");
        row("format to its neighbour", "core/files/npy/a.h", "\"core/files/zip/b.h\"",
            "core/files/npy must not include core/files/zip");
        row("zip to PyTorch", "core/files/zip/a.h", "\"core/files/torch/b.h\"",
            "core/files/zip must not include core/files/torch");
        row("what all share to a format", "core/files/a.h", "\"core/files/npy/b.h\"",
            "core/files/. must not include core/files/npy");
        row("unknown core room", "core/utils/a.h", "<vector>",
            "core/utils is no room that the rules know");
        row("ui to app", "ui/state/a.h", "\"app/cli/b.h\"", "ui must not include app/cli/b.h");
        row("later ui room", "ui/theme/a.h", "\"ui/state/b.h\"",
            "ui/theme must not include ui/state");
        row("ui neighbour", "ui/controls/a.h", "\"ui/models/b.h\"",
            "ui/controls must not include ui/models");
        row("controls to plots", "ui/controls/a.h", "\"ui/plots/b.h\"",
            "ui/controls must not include ui/plots");
        row("actions to plots", "ui/actions/a.h", "\"ui/plots/b.h\"",
            "ui/actions must not include ui/plots");
        row("controls to actions", "ui/controls/a.h", "\"ui/actions/b.h\"",
            "ui/controls must not include ui/actions");
        row("PTQ to QAT", "core/methods/ptq/a.h", "\"core/methods/qat/b.h\"",
            "core/methods/ptq must not include core/methods/qat");
        row("recipe to adapters", "core/methods/recipe/a.h", "\"core/methods/adapters/b.h\"",
            "core/methods/recipe must not include core/methods/adapters");
        row("facts to a view", "ui/pages/numbers/facts/a.h", "\"ui/pages/numbers/value/b.h\"",
            "ui/pages/numbers/facts must not include ui/pages/numbers/value");
        row("page to page", "ui/pages/numbers/a.h", "\"ui/pages/learn/b.h\"",
            "page numbers must not include page learn");
        row("page to main window", "ui/pages/numbers/a.h", "\"ui/main_window/b.h\"",
            "ui/pages must not include ui/main_window");
        row("to main_window.h", "ui/pages/a.cpp", "\"ui/main_window.h\"",
            "ui/pages must not include ui/main_window");
        row("plot header in a header", "ui/plots/a.h", "<qcustomplot.h>",
            "qcustomplot.h belongs into ui/plots/*.cpp alone");
        row("plot header in a page", "ui/pages/numbers/a.cpp", "\"qcustomplot.h\"",
            "qcustomplot.h belongs into ui/plots/*.cpp alone");
        row("Eigen in a header", "core/nn/a.h", "<Eigen/Core>",
            "a public core header must not reach Eigen (through Eigen/Core)");
        row("a writer of its own", "ui/state/a.cpp", "<QSaveFile>",
            "files are written by replaceFile of core/files/atomic_file.h, not by QSaveFile");
        row("core's tests to ui", "tests/core/nn/tst_a.cpp", "\"ui/state/b.h\"",
            "the core's tests must not include ui/state/b.h");
    }

    void wrongWays() {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(QString, rule);
        const QStringList found = violations(one(path, include));
        QCOMPARE(found.size(), 1);
        // A room that nobody knows is told of the file; all else of the include's own line.
        const int line = rule.contains("no room") ? 1 : 2;
        QCOMPARE(found.first(), QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(rule));
    }

    void relativeIncludesAreResolved() {
        const Texts texts = {{"core/numerics/a.h", "#include \"../tensor/b.h\"\n"},
                             {"core/tensor/b.h", ""}};
        QCOMPARE(violations(texts),
                 QStringList{"core/numerics/a.h:1: core/numerics must not include core/tensor"});
    }

    void eigenIsFoundBehindAPrivateHeader() {
        const Texts texts = {{"core/nn/a.h", "#include \"core/nn/b_private.h\"\n"},
                             {"core/nn/b_private.h", "#include <Eigen/Core>\n"}};
        QCOMPARE(violations(texts),
                 QStringList{"core/nn/a.h:1: a public core header must not reach Eigen "
                             "(through core/nn/b_private.h)"});
    }

    void cyclesAreFound() {
        const Texts texts = {{"core/nn/a.h", "#include \"b.h\"\n"},
                             {"core/nn/b.h", "\n#include \"c.h\"\n"},
                             {"core/nn/c.h", "#include \"core/nn/a.h\"\n"}};
        QCOMPARE(violations(texts),
                 QStringList{"core/nn/c.h:1: include cycle: core/nn/a.h -> core/nn/b.h -> "
                             "core/nn/c.h -> core/nn/a.h"});
    }

    void designerFilesAreFound() {
        QCOMPARE(violations({{"ui/pages/learn/learn.ui", ""}}),
                 QStringList{
                     "ui/pages/learn/learn.ui:1: layouts stand in code; there are no .ui files"});
    }
};

QTEST_APPLESS_MAIN(TestLayerRules)
#include "tst_layer_rules.moc"
