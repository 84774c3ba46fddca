// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

namespace {

const QString loader = "/lib64/ld-linux-x86-64.so.2";
const QDir build(ZEROPOINT_BUILD_DIR);

struct Outcome {
    int status = -1;
    QString core;  ///< the core library that the loader took
    QByteArray out;
};

QProcessEnvironment tracingEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LD_DEBUG", "libs");
    return environment;
}

// Runs a program, given with its path from the build tree or from the root, through the loader,
// which looks only into the hwcaps folders that the mask names; an empty mask leaves the choice to
// the loader.
Outcome run(const QString& mask, const QStringList& command) {
    QStringList arguments =
        mask.isEmpty() ? QStringList() : QStringList{"--glibc-hwcaps-mask", mask};
    arguments << build.filePath(command.first()) << command.mid(1);
    QProcess process;
    process.setProcessEnvironment(tracingEnvironment());
    process.start(loader, arguments);
    Outcome outcome;
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit) {
        return outcome;
    }
    outcome.status = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    static const QRegularExpression started(R"(calling init: (\S*/libzeropoint-core\.so\.0))");
    outcome.core = started.match(process.readAllStandardError()).captured(1);
    return outcome;
}

// Levels that this machine runs, best first, as the loader lists them.
QStringList supportedLevels() {
    QProcess process;
    process.start(loader, {"--help"});
    process.waitForFinished();
    static const QRegularExpression row(R"((x86-64-v[34]) \(supported, searched\))");
    QStringList levels;
    auto matches = row.globalMatch(process.readAllStandardOutput());
    while (matches.hasNext()) {
        levels << matches.next().captured(1);
    }
    return levels;
}

// What the loader is told for each level that this machine runs. x86-64-v2 has no folder of its
// own: naming only that leaves the plain library.
QStringList masks() {
    return QStringList{"x86-64-v2"} + supportedLevels();
}

QString levelOf(const QString& mask) {
    return mask == "x86-64-v2" ? QString() : mask;
}

QString libraryOf(const QString& level) {
    return build.filePath(level.isEmpty()
                              ? "lib/libzeropoint-core.so.0"
                              : "lib/glibc-hwcaps/" + level + "/libzeropoint-core.so.0");
}

}  // namespace

/// The core stands in one folder per CPU level and the loader takes the machine's best.
class TestCpuLevels : public QObject {
    Q_OBJECT

private slots:
    void everyLevelIsBuilt() {
        for (const char* level : {"", "x86-64-v3", "x86-64-v4"}) {
            QVERIFY2(QFileInfo::exists(libraryOf(level)), qPrintable(libraryOf(level)));
        }
    }

    void theLoaderTakesTheBest() {
        const QStringList levels = supportedLevels();
        const Outcome outcome = run({}, {"bin/zeropoint-cli", "--version"});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.core, libraryOf(levels.isEmpty() ? QString() : levels.first()));
    }

    void theInstalledTreeWorks() {
        const QTemporaryDir prefix;
        QCOMPARE(QProcess::execute("cmake", {"--install", build.path(), "--prefix", prefix.path()}),
                 0);
        const Outcome outcome = run({}, {prefix.filePath("bin/zeropoint-cli"), "--version"});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(QDir::cleanPath(outcome.core).startsWith(prefix.path()), qPrintable(outcome.core));
        const QStringList levels = supportedLevels();
        QVERIFY2(levels.isEmpty() || outcome.core.contains(levels.first()),
                 qPrintable(outcome.core));
    }

    void theMaskChoosesTheLevel() {
        for (const QString& mask : masks()) {
            const Outcome outcome = run(mask, {"bin/zeropoint-cli", "--version"});
            QCOMPARE(outcome.status, 0);
            QCOMPARE(outcome.core, libraryOf(levelOf(mask)));
        }
    }

    // What core_exact_sources promises: figures that people compare are the same on every machine.
    void exactDigitsOnEveryLevel_data() {
        QTest::addColumn<QStringList>("command");
        const QString normal = "synthetic:student-t?dof=4,n=100003,seed=3";
        const QString sample = QString(ZEROPOINT_SAMPLES) + "/digits.safetensors";
        QTest::newRow("statistics") << QStringList{"inspect", sample, "--stats", "--json"};
        QTest::newRow("scan") << QStringList{"scan", sample, "--json"};
        QTest::newRow("curve") << QStringList{"curve", normal, "--format", "int4", "--json"};
        QTest::newRow("curve of a small float")
            << QStringList{"curve", normal, "--format", "fp4-e2m1", "--json"};
        for (const char* format : {"int8", "uint4", "nf4", "fp8-e4m3", "bf16", "q4_0", "mxfp4"}) {
            QTest::newRow(format) << QStringList{"calibrate", normal, "--format", format, "--json"};
        }
        for (const char* range : {"mse", "entropy", "percentile:99.9", "aciq-gauss"}) {
            QTest::newRow(range) << QStringList{"calibrate", normal, "--range", range, "--json"};
        }
        QTest::newRow("stochastic, by group") << QStringList{
            "calibrate", normal, "--per", "group:64", "--rounding", "stochastic", "--json"};
    }

    void exactDigitsOnEveryLevel() {
        QFETCH(QStringList, command);
        command.prepend("bin/zeropoint-cli");
        QByteArray first;
        for (const QString& mask : masks()) {
            const Outcome outcome = run(mask, command);
            QCOMPARE(outcome.status, 0);
            QCOMPARE(outcome.core, libraryOf(levelOf(mask)));
            QVERIFY(!outcome.out.isEmpty());
            first = first.isEmpty() ? outcome.out : first;
            QCOMPARE(outcome.out, first);
        }
    }
};

QTEST_APPLESS_MAIN(TestCpuLevels)
#include "tst_cpu_levels.moc"
