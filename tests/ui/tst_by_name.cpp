// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_writer.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/actions/palette_section.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QUndoStack>
#include <QtTest>

#include <numeric>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

constexpr int commands = 2000;
constexpr int processMilliseconds = 60'000;

/// Beside this program in the build tree; empty: it was not built.
QString workbenchProgram() {
    const QString path = QDir(QCoreApplication::applicationDirPath())
                             .absoluteFilePath(QStringLiteral("../bin/zeropoint"));
    return QFile::exists(path) ? QDir::cleanPath(path) : QString();
}

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Another process opens a session and writes it, with data and settings of its own in `home`.
void resave(const QString& program, const QString& home, const QString& from, const QString& to) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home);
    process.setProcessEnvironment(environment);
    process.start(program, {from, QStringLiteral("--resave"), to});
    QVERIFY(process.waitForFinished(processMilliseconds));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
}

/// A value that the setting may take.
QJsonValue anyValue(const Setting& setting, const QJsonValue& now, QRandomGenerator& random) {
    switch (setting.kind) {
        case SettingKind::Boolean:
            return random.bounded(2) == 0;
        case SettingKind::Choice:
            return setting.choices[random.bounded(static_cast<int>(setting.choices.size()))];
        case SettingKind::Integer: {
            const double least = std::max(setting.least.value_or(0), 0.0);
            return std::min(least + random.bounded(9), setting.most.value_or(1e9));
        }
        case SettingKind::Number:
            return std::clamp(random.bounded(8.0) - 2, setting.least.value_or(-1e9),
                              setting.most.value_or(1e9));
        case SettingKind::Text:
            return random.bounded(2) == 0 ? QString() : QStringLiteral("layers.0");
        case SettingKind::List:
            return setting.name == QLatin1String("numbers.formats")
                       ? QJsonArray{QStringLiteral("int8"), QStringLiteral("fp16")}
                       : QJsonArray{-1.5 - random.bounded(3), 2.25 + random.bounded(3)};
        case SettingKind::Object:
            break;
    }
    return now;
}

/// Chooses what a page has the palette find. False: there is none of that name.
bool chooseOf(Workbench& bench, const char* page, const char* section, const char* name) {
    for (const PageEntry& entry : pageList()) {
        if (entry.id != QLatin1String(page) || entry.sections == nullptr) {
            continue;
        }
        for (const PaletteSection& all : entry.sections(bench)) {
            for (const PaletteEntry& one : all.entries()) {
                if (all.name == QLatin1String(section) && one.id == QLatin1String(name)) {
                    all.run(one);
                    return true;
                }
            }
        }
    }
    return false;
}

/// Actions that neither ask for a file nor start work that has to be waited for.
const QStringList& quickActions() {
    static const QStringList names{
        QStringLiteral("window.undo"),          QStringLiteral("window.redo"),
        QStringLiteral("window.toggle_coach"),  QStringLiteral("calibrate.optimum"),
        QStringLiteral("calibrate.toggle_log"), QStringLiteral("calibrate.bits_4"),
        QStringLiteral("calibrate.bits_8"),     QStringLiteral("numbers.step_up"),
        QStringLiteral("numbers.step_down"),    QStringLiteral("numbers.show"),
        QStringLiteral("calibrate.show"),       QStringLiteral("train.show"),
        QStringLiteral("tradeoff.show"),
    };
    return names;
}

/// A window that is never shown: what is named does the same, and nothing is painted.
struct HiddenWindow {
    HiddenWindow() {
        QCoreApplication::setOrganizationName(QStringLiteral("ZeropointTest"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
        window.showPage(1);
        draw();
    }
    void draw() {
        bench.setSynthetic({"gamma", {{"n", 2000}, {"seed", 5}}});
        settle();
    }
    void settle() {
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
    }

    QTemporaryDir settings;
    JobRunner jobs;
    Workbench bench{jobs};
    MainWindow window{bench};
};

}  // namespace

/// The workbench driven by names alone.
class TestByName : public QObject {
    Q_OBJECT

private slots:
    void aWalkOpensInAnotherProcessWithTheSameBytes_data() {
        QTest::addColumn<quint32>("seed");
        QTest::newRow("one") << quint32{11};
    }

    void aWalkOpensInAnotherProcessWithTheSameBytes() {
        QFETCH(quint32, seed);
        const QString program = workbenchProgram();
        if (program.isEmpty()) {
            QSKIP("the workbench was not built: nothing opens the session in another process");
        }
        HiddenWindow w;
        QRandomGenerator random(seed);
        const auto& all = SettingsCatalogue::all();
        int taken = 0;
        for (int step = 0; step < commands; ++step) {
            if (random.bounded(8) == 0) {
                const QStringList& names = quickActions();
                const QString name = names[random.bounded(static_cast<int>(names.size()))];
                taken += w.window.actions().run(name) ? 1 : 0;
                continue;
            }
            const Setting& setting = all[random.bounded(quint32(all.size()))];
            // Drawing takes a job each time, and another theme styles every widget anew.
            if (setting.name.startsWith(QStringLiteral("calibrate.synthetic.")) ||
                setting.name == QLatin1String("window.dark")) {
                continue;
            }
            const QJsonValue value =
                anyValue(setting, w.bench.settings().value(setting.name), random);
            taken += w.bench.settings().set(setting.name, value) ? 1 : 0;
        }
        QCOMPARE_GT(taken, commands / 4);
        w.settle();
        QTemporaryDir folder;
        const QString saved = folder.filePath(QStringLiteral("walk.zpw"));
        const QString again = folder.filePath(QStringLiteral("again.zpw"));
        const QString third = folder.filePath(QStringLiteral("third.zpw"));
        QVERIFY(w.window.session().save(saved));
        resave(program, folder.path(), saved, again);
        QCOMPARE(readAll(again), readAll(saved));
        resave(program, folder.path(), again, third);
        QCOMPARE(readAll(third), readAll(again));
    }

    void theListsNeedNoWindow_data() {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QStringList>("kinds");
        QTest::newRow("settings") << QStringLiteral("settings")
                                  << QStringList{
                                         QStringLiteral("boolean"), QStringLiteral("choice"),
                                         QStringLiteral("integer"), QStringLiteral("number"),
                                         QStringLiteral("text"),    QStringLiteral("list"),
                                         QStringLiteral("object")};
        QTest::newRow("actions") << QStringLiteral("actions")
                                 << QStringList{QStringLiteral("action"), QStringLiteral("page"),
                                                QStringLiteral("key")};
        QTest::newRow("anchors") << QStringLiteral("anchors")
                                 << QStringList{QStringLiteral("setting"),
                                                QStringLiteral("action")};
    }

    /// Each with its name, kind, page and title, and what may be chosen; on a machine without any
    /// display.
    void theListsNeedNoWindow() {
        QFETCH(QString, list);
        QFETCH(QStringList, kinds);
        const QString program = workbenchProgram();
        if (program.isEmpty()) {
            QSKIP("the workbench was not built: nothing prints its lists");
        }
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("no-such-platform"));
        process.setProcessEnvironment(environment);
        process.start(program, {QStringLiteral("--list"), list});
        QVERIFY(process.waitForFinished(processMilliseconds));
        QCOMPARE(process.exitCode(), 0);
        const QJsonArray rows = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
        QCOMPARE_GT(rows.size(), 50);
        QSet<QString> names;
        QSet<QString> seen;
        for (const auto& row : rows) {
            const QJsonObject object = row.toObject();
            const QString name = object.value(QStringLiteral("name")).toString();
            const QString kind = object.value(QStringLiteral("kind")).toString();
            QVERIFY2(!names.contains(name), qPrintable(name));
            names << name;
            seen << kind;
            QVERIFY2(kinds.contains(kind), qPrintable(name));
            QVERIFY2(!object.value(QStringLiteral("title")).toString().isEmpty(), qPrintable(name));
            QCOMPARE(object.value(QStringLiteral("page")).toString(),
                     name.section(QLatin1Char('.'), 0, 0));
            if (kind == QLatin1String("choice")) {
                QVERIFY2(!object.value(QStringLiteral("choices")).toArray().isEmpty(),
                         qPrintable(name));
            }
        }
        QCOMPARE(seen.size(), kinds.size());
    }

    void aListThatThereIsNotIsRefused() {
        const QString program = workbenchProgram();
        if (program.isEmpty()) {
            QSKIP("the workbench was not built: nothing prints its lists");
        }
        QProcess process;
        process.start(program, {QStringLiteral("--list"), QStringLiteral("pages")});
        QVERIFY(process.waitForFinished(processMilliseconds));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("settings actions anchors"));
    }

    void everyPageIsWrittenAgainTheSame_data() {
        QTest::addColumn<QString>("page");
        for (const PageEntry& page : pageList()) {
            QTest::newRow(page.id.toUtf8().constData()) << page.id;
        }
    }

    /// The page is shown, as a person leaves it, and not only named.
    void everyPageIsWrittenAgainTheSame() {
        QFETCH(QString, page);
        const QString program = workbenchProgram();
        if (program.isEmpty()) {
            QSKIP("the workbench was not built: nothing opens the session in another process");
        }
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 2000}, {"seed", 5}}});
        f.window->showPageById(page);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
        QTemporaryDir folder;
        const QString saved = folder.filePath(QStringLiteral("saved.zpw"));
        const QString again = folder.filePath(QStringLiteral("again.zpw"));
        const QString third = folder.filePath(QStringLiteral("third.zpw"));
        QVERIFY(f.window->session().save(saved));
        QVERIFY(readAll(saved).contains("\"window.page\": \"" + page.toUtf8() + '"'));
        resave(program, folder.path(), saved, again);
        resave(program, folder.path(), again, third);
        QCOMPARE(readAll(again), readAll(saved));
        QCOMPARE(readAll(third), readAll(again));
    }

    /// A file, a scheme, a tensor, a run, and the run quantized: not one widget is touched.
    void aSmallStory() {
        WorkbenchFixture f;
        SettingsCatalogue& settings = f.bench->settings();
        Actions& actions = f.window->actions();
        const auto set = [&](const char* name, const QJsonValue& value) {
            const Result<void> done = settings.set(QString::fromLatin1(name), value);
            QVERIFY2(done, done ? "" : toString(done.error()).c_str());
        };
        const auto run = [&](const char* name) {
            const Result<void> done = actions.run(QString::fromLatin1(name));
            QVERIFY2(done, done ? "" : toString(done.error()).c_str());
        };
        const auto choose = [&](const char* page, const char* section, const char* name) {
            QVERIFY(chooseOf(*f.bench, page, section, name));
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        };
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("two.safetensors"));
        std::vector<float> ramp(50);
        std::iota(ramp.begin(), ramp.end(), 0.0F);
        WeightOutput output;
        output.tensors = {outputOf(Tensor("block.bias", {3}, std::vector<float>{-1, 0, 2})),
                          outputOf(Tensor("block.weight", {10, 5}, ramp))};
        QVERIFY(writeWeights(path.toStdString(), WriteFormat::Safetensors, output));
        f.window->openFile(path);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        choose("calibrate", "tensors", "block.bias");
        QCOMPARE(f.bench->source()->title(), QStringLiteral("block.bias"));
        choose("calibrate", "tensors", "block.weight");
        QCOMPARE(f.bench->source()->title(), QStringLiteral("block.weight"));
        run("calibrate.show");
        set("calibrate.scheme.zero_point", QStringLiteral("asymmetric"));
        set("calibrate.scheme.bits", 4);
        set("calibrate.range.method", QStringLiteral("minmax"));
        // 0..49 in 15 steps.
        QCOMPARE(static_cast<float>(f.bench->live().params.scale), 49.0F / 15.0F);
        run("calibrate.bits_8");
        QCOMPARE(static_cast<float>(f.bench->live().params.scale), 49.0F / 255.0F);
        run("window.undo");
        QCOMPARE(settings.value(QStringLiteral("calibrate.scheme.bits")), QJsonValue(4));

        run("train.show");
        set("train.next.task", QStringLiteral("sort"));
        set("train.next.steps", 20);
        set("train.next.layers", 1);
        TrainingSession& training = f.bench->training();
        QTRY_VERIFY_WITH_TIMEOUT(training.draft().ready(), WorkbenchFixture::waitMilliseconds);
        run("train.queue");
        const auto finished = [&](std::size_t count) {
            return training.runs().size() == count && training.runningRun() == nullptr &&
                   training.runs().back().state == RunState::Finished;
        };
        QTRY_VERIFY_WITH_TIMEOUT(finished(1), 60'000);
        set("train.next.method", QStringLiteral("ptq"));
        set("train.next.start", QStringLiteral("run"));
        set("train.next.base", training.runs().front().key);
        set("train.next.weight_bits", 4);
        QTRY_VERIFY_WITH_TIMEOUT(training.draft().ready(), WorkbenchFixture::waitMilliseconds);
        run("train.queue");
        QTRY_VERIFY_WITH_TIMEOUT(finished(2), 60'000);
        QCOMPARE(training.runs().back().method(), MethodKind::Ptq);
        QCOMPARE_LT(training.runs().back().facts.bytes, training.runs().front().facts.bytes);
        // What was done can be looked at again by name.
        set("train.run", training.runs().front().key);
        QCOMPARE(training.selected(), training.runs().front().id);
    }
};

QTEST_MAIN(TestByName)
#include "tst_by_name.moc"
