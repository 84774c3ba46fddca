// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outcome.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/shipped_files.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

const QString experiment = QStringLiteral("small");
const QString otherExperiment = QStringLiteral("other");

/// One run that was trained and one that quantizes it, a few steps each.
ExperimentSpec twoRuns(const QString& folder) {
    RunSpec full;
    full.method = MethodKind::Full;
    full.recipe = defaultRecipe();
    full.name = "FP32";
    RunSpec quantized = full;
    quantized.method = MethodKind::Ptq;
    setWeightBits(quantized.recipe.base, 4);
    quantized.name = "PTQ INT4";
    ExperimentSpec spec;
    spec.name = experiment.toStdString();
    spec.task.kind = TaskKind::Sort;
    spec.base = unpackSample(TaskKind::Sort, folder).value();
    spec.training.steps = 2;
    spec.training.batch = 8;
    spec.training.warmup = 0;
    spec.seeds = {1};
    spec.runs = {full, quantized};
    return spec;
}

/// A workbench without a window.
struct Bench {
    Bench() {
        bench.setSynthetic({"gamma", {{"scale", 130}, {"zeros", 0.14}, {"seed", 5}}});
        settle();
    }

    /// Fills a store with two runs of one experiment and one of another.
    void makeRuns(const QString& folder) {
        TradeOff& tradeOff = bench.tradeOff();
        tradeOff.openFolder(folder);
        settle();
        tradeOff.run(twoRuns(folder));
        QTRY_VERIFY_WITH_TIMEOUT(!tradeOff.running(), WorkbenchFixture::waitMilliseconds);
        settle();
        QCOMPARE(tradeOff.runs().size(), std::size_t{2});
        RunResult result;
        result.name = "alone";
        result.accuracy = 0.5;
        result.sizeBytes = 1000;
        tradeOff.add(otherExperiment, result);
        settle();
    }
    /// Looks at the runs of a store that was filled before.
    void openRuns(const QString& folder) {
        TradeOff& tradeOff = bench.tradeOff();
        tradeOff.openFolder(folder);
        settle();
        tradeOff.setExperiment(experiment);
        tradeOff.fetch(QStringLiteral("PTQ INT4"));
        settle();
        QCOMPARE(bench.training().runs().size(), std::size_t{2});
    }

    /// Looks at a weight of a run out of a store that it fills.
    std::string adoptKeptWeight(const QString& folder) {
        makeRuns(folder);
        openRuns(folder);
        const RunRecord& run = bench.training().runs().front();
        const std::string parameter = run.snapshot->model.parameters().entries().back().name;
        bench.adoptWeight({run.sessionKey(), parameter});
        settle();
        return parameter;
    }

    void settle() {
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
    }
    QJsonValue value(const QString& name) { return bench.settings().value(name); }
    bool set(const QString& name, const QJsonValue& value) {
        const bool done = bench.settings().set(name, value).has_value();
        settle();
        return done;
    }

    JobRunner jobs;
    Workbench bench{jobs};
};

/// What has to be chosen before a setting applies.
QList<std::pair<QString, QJsonValue>> preparations(const QString& name) {
    if (name == QLatin1String("calibrate.scheme.bits")) {
        return {{QStringLiteral("calibrate.scheme.family"), QStringLiteral("integer")}};
    }
    if (name.startsWith(QStringLiteral("calibrate.synthetic."))) {
        const QString key = name.section(QLatin1Char('.'), 2);
        for (const SyntheticKind& kind : syntheticKinds()) {
            for (const SyntheticParameter& parameter : kind.parameters) {
                if (QString::fromUtf8(parameter.key.data(), qsizetype(parameter.key.size())) ==
                    key) {
                    return {{QStringLiteral("calibrate.synthetic.kind"),
                             QString::fromUtf8(kind.name.data(), qsizetype(kind.name.size()))}};
                }
            }
        }
    }
    return {};
}

/// Settings that name runs, experiments and layers, which must be there to be chosen.
bool needsRuns(const QString& name) {
    return name == QLatin1String("train.run") || name == QLatin1String("train.next.base") ||
           name == QLatin1String("tradeoff.experiment") || name == QLatin1String("tradeoff.run") ||
           name == QLatin1String("tradeoff.compared");
}

/// Settings that name lessons, their steps and cards: one that is not there is told.
bool needsLessons(const QString& name) {
    return name == QLatin1String("learn.lesson") || name == QLatin1String("learn.step") ||
           name == QLatin1String("interview.deck") || name == QLatin1String("interview.card");
}

/// Another of the runs that openRuns() left.
QJsonValue otherRun(const Bench& b, const QString& name) {
    if (name == QLatin1String("tradeoff.experiment")) {
        return otherExperiment;
    }
    if (name.startsWith(QStringLiteral("tradeoff."))) {
        return QStringLiteral("PTQ INT4");
    }
    const TrainingSession& training = b.bench.training();
    for (const RunRecord& run : training.runs()) {
        if (run.id != training.selected() && run.id != training.next().base) {
            return run.key;
        }
    }
    return training.runs().back().key;
}

/// A value that the setting takes and does not have.
QJsonValue otherValue(const Setting& setting, const QJsonValue& now) {
    switch (setting.kind) {
        case SettingKind::Boolean:
            return !now.toBool();
        case SettingKind::Choice:
            for (const QString& choice : setting.choices) {
                if (choice != now.toString()) {
                    return choice;
                }
            }
            return {};
        case SettingKind::Integer:
            if (setting.name == QLatin1String("train.next.input_bits") ||
                setting.name == QLatin1String("tradeoff.live.bits")) {
                return now.toInt() == 8 ? 6 : 8;  // between 8 and 16 there are none
            }
            return now.toDouble() + 1 <= setting.most.value_or(1e9) ? now.toDouble() + 1
                                                                    : now.toDouble() - 1;
        case SettingKind::Number:
            // Counts of values are numbers that must be whole.
            if (setting.name.startsWith(QStringLiteral("calibrate.synthetic.")) &&
                now.toDouble() == std::floor(now.toDouble())) {
                return now.toDouble() > 1 ? now.toDouble() - 1 : now.toDouble() + 1;
            }
            if (setting.name == QLatin1String("tradeoff.live.clip")) {
                return 0.5;
            }
            return now.toDouble() == 1 ? 2.0 : now.toDouble() * 0.75 + 0.25;
        case SettingKind::Text:
            return setting.name == QLatin1String("window.page")
                       ? QStringLiteral("memory")  // a page that there is, or it is told
                       : QStringLiteral("x");
        case SettingKind::List:
        case SettingKind::Object:
            break;
    }
    if (setting.name == QLatin1String("numbers.formats")) {
        return QJsonArray{QStringLiteral("int8"), QStringLiteral("fp16")};
    }
    if (setting.name == QLatin1String("numbers.zoom") ||
        setting.name == QLatin1String("calibrate.range.ends")) {
        return QJsonArray{-2.5, 7.25};
    }
    if (setting.name == QLatin1String("tradeoff.zoom")) {
        return QJsonObject{{QStringLiteral("kilobytes"), QJsonArray{12.5, 40}},
                           {QStringLiteral("percent"), QJsonArray{-2.5, 100}}};
    }
    if (setting.name == QLatin1String("numbers.code")) {
        return QJsonObject{{QStringLiteral("format"), QStringLiteral("fp16")},
                           {QStringLiteral("code"), QStringLiteral("0x2e66")}};
    }
    if (setting.name == QLatin1String("train.next.targets")) {
        return QJsonArray{QStringLiteral("*.attn.q")};
    }
    if (setting.name == QLatin1String("compare.columns")) {
        return QJsonArray{
            QJsonObject{{QStringLiteral("scheme.format"), QStringLiteral("q4_0")}},
            QJsonObject{{QStringLiteral("scheme.format"), QStringLiteral("uint4")},
                        {QStringLiteral("scheme.zero_point"), QStringLiteral("asymmetric")},
                        {QStringLiteral("scheme.granularity"), QStringLiteral("group")},
                        {QStringLiteral("scheme.group"), 64}}};
    }
    if (setting.name == QLatin1String("compare.pinned")) {
        return QJsonArray{1, 0};
    }
    if (setting.name == QLatin1String("calibrate.expanded")) {
        return QJsonArray{QStringLiteral("layers")};
    }
    if (setting.name == QLatin1String("memory.devices")) {
        return QJsonArray{QStringLiteral("rtx-3090"), QStringLiteral("m4")};
    }
    if (setting.name == QLatin1String("memory.own_devices")) {
        return QJsonArray{QStringLiteral("mine = 24 GiB, 936 GB/s")};
    }
    if (setting.name == QLatin1String("memory.training.targets")) {
        return QJsonArray{QStringLiteral("q"), QStringLiteral("v")};
    }
    QJsonObject object = now.toObject();
    const auto change = [&object](const char* part, const char* key, const QJsonValue& value) {
        const QString name = QString::fromLatin1(part);
        QJsonObject inner = name.isEmpty() ? object : object.value(name).toObject();
        inner.insert(QString::fromLatin1(key), value);
        if (name.isEmpty()) {
            object = inner;
        } else {
            object.insert(name, inner);
        }
    };
    const QString last = setting.name.section(QLatin1Char('.'), -1);
    if (last == QLatin1String("training")) {
        change("", "batch", 17);
    } else if (last == QLatin1String("recipe")) {
        change("", "embeddings", true);
    } else if (last == QLatin1String("qat")) {
        change("qat", "weights", QStringLiteral("lsq"));
    } else if (last == QLatin1String("lora")) {
        change("lora", "alpha", 12);
    } else {
        change("nf4", "block", 32);
    }
    return object;
}

void everySetting() {
    QTest::addColumn<QString>("name");
    for (const Setting& setting : SettingsCatalogue::all()) {
        QTest::newRow(setting.name.toUtf8().constData()) << setting.name;
    }
}

}  // namespace

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void namesAreUniqueAndBeginWithTheirPage() {
        QSet<QString> pages{QStringLiteral("window")};
        for (const PageEntry& page : pageList()) {
            pages << page.id;
        }
        static const QRegularExpression pattern(QStringLiteral("^[a-z0-9_]+(\\.[a-z0-9_]+)+$"));
        QSet<QString> seen;
        for (const Setting& setting : SettingsCatalogue::all()) {
            QVERIFY2(!seen.contains(setting.name), qPrintable(setting.name));
            seen.insert(setting.name);
            QVERIFY2(pattern.match(setting.name).hasMatch(), qPrintable(setting.name));
            QVERIFY2(pages.contains(pageOf(setting)), qPrintable(setting.name));
            QVERIFY2(!titleOf(setting).isEmpty(), qPrintable(setting.name));
        }
    }

    void everySettingIsWrittenReadUndoneSavedAndRestored_data() { everySetting(); }

    void everySettingIsWrittenReadUndoneSavedAndRestored() {
        QFETCH(QString, name);
        const Setting& setting = *SettingsCatalogue::find(name);
        Bench b;
        QTemporaryDir store;
        if (needsRuns(name)) {
            b.makeRuns(store.path());
            b.openRuns(store.path());
        }
        for (const auto& [before, value] : preparations(name)) {
            QVERIFY(b.set(before, value));
        }
        const QJsonValue old = b.value(name);
        const QJsonValue next = needsRuns(name) ? otherRun(b, name) : otherValue(setting, old);
        QVERIFY(next != old);
        QSignalSpy told(&b.bench.settings(), &SettingsCatalogue::changed);
        const int steps = b.bench.undoStack().count();
        QVERIFY(b.set(name, next));
        QCOMPARE(b.value(name), next);
        const bool heard = std::any_of(told.begin(), told.end(), [&](const QVariantList& change) {
            return change.first().toString() == name;
        });
        QVERIFY2(heard, "nobody was told");
        // Looking is no step; changing is one.
        QCOMPARE(b.bench.undoStack().count(), steps + (setting.looks ? 0 : 1));
        // A session of it opens in another workbench as it was.
        const Session session(b.bench);
        const QByteArray saved = session.text();
        Bench other;
        if (needsRuns(name)) {
            other.openRuns(store.path());
        }
        Session opened(other.bench);
        QVERIFY(opened.open(saved));
        other.settle();
        QCOMPARE(other.value(name), next);
        QCOMPARE(opened.text(), saved);
        if (!setting.looks) {
            QVERIFY(!b.bench.undoStack().undoText().isEmpty());
            b.bench.undoStack().undo();
            b.settle();
            QCOMPARE(b.value(name), old);
            b.bench.undoStack().redo();
            b.settle();
            QCOMPARE(b.value(name), next);
        }
    }

    void whatASettingDoesNotTakeChangesNothing_data() { everySetting(); }

    void whatASettingDoesNotTakeChangesNothing() {
        QFETCH(QString, name);
        Bench b;
        const Session session(b.bench);
        const QByteArray before = session.text();
        for (const QJsonValue& wrong :
             {QJsonValue(QJsonArray{1, QJsonObject()}), QJsonValue(QStringLiteral("no such")),
              QJsonValue(1e300), QJsonValue(-7.5)}) {
            const Setting& setting = *SettingsCatalogue::find(name);
            const bool text = setting.kind == SettingKind::Text && wrong.isString();
            const bool any = setting.kind == SettingKind::Number && wrong.isDouble();
            if (text || any) {
                continue;  // it may well take this
            }
            const Result<void> set = b.bench.settings().set(name, wrong);
            QVERIFY2(!set, qPrintable(name));
            QCOMPARE(b.bench.undoStack().count(), 0);
        }
        QCOMPARE(session.text(), before);
        const Result<void> unknown = b.bench.settings().set(QStringLiteral("calibrate.nothing"), 1);
        COMPARE_ERROR(unknown, ErrorCode::NotFound);
    }

    /// The run that a session looks at was kept by another start of the program.
    void aKeptRunIsFoundAgain() {
        QTemporaryDir store;
        Bench b;
        b.makeRuns(store.path());
        b.openRuns(store.path());
        const QJsonValue key = b.value(QStringLiteral("train.run"));
        QVERIFY(!key.toString().isEmpty());
        const QByteArray saved = Session(b.bench).text();
        Bench other;
        Session opened(other.bench);
        QVERIFY(opened.open(saved));
        other.settle();
        QVERIFY(other.bench.training().runs().empty());
        other.bench.tradeOff().openFolder(store.path());
        other.settle();
        QCOMPARE(other.value(QStringLiteral("train.run")), key);
    }

    void aWeightOfAKeptRunIsOpenedAgain() {
        QTemporaryDir store;
        Bench b;
        const std::string parameter = b.adoptKeptWeight(store.path());
        QCOMPARE(b.bench.source()->title(), QString::fromStdString(parameter));
        QVERIFY(b.set(QStringLiteral("calibrate.scheme.bits"), 3));
        QVERIFY(b.bench.settings().set(QStringLiteral("calibrate.sample"), 0.0625));
        const QByteArray saved = Session(b.bench).text();
        const auto values = b.bench.source()->tensor.values();
        JobRunner jobs;
        Workbench other(jobs);
        Session opened(other);
        QVERIFY(opened.open(saved));
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        // Until the store is open nothing is shown, and nothing lost.
        QVERIFY(other.source() == nullptr);
        QCOMPARE(other.settings().value(QStringLiteral("calibrate.scheme.bits")), QJsonValue(3));
        other.tradeOff().openFolder(store.path());
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(other.source() != nullptr);
        QVERIFY(std::ranges::equal(other.source()->tensor.values(), values));
        QCOMPARE(other.sample(), 0.0625);
        QCOMPARE(opened.text(), saved);
    }

    void aWeightOfARunThatIsGoneSaysSo() {
        QTemporaryDir store;
        Bench b;
        b.adoptKeptWeight(store.path());
        QVERIFY(b.set(QStringLiteral("calibrate.scheme.bits"), 3));
        b.bench.training().select(RunId::None);
        const QByteArray saved = Session(b.bench).text();
        QTemporaryDir empty;
        JobRunner jobs;
        Workbench other(jobs);
        Session opened(other);
        QSignalSpy notices(&other, &Workbench::noticed);
        other.tradeOff().openFolder(empty.path());
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(opened.open(saved));
        QVERIFY(jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(notices.count(), 1);
        QVERIFY(other.source() == nullptr);
        QCOMPARE(other.settings().value(QStringLiteral("calibrate.scheme.bits")), QJsonValue(3));
        // Saved again, it still says which run it was.
        QJsonObject before = QJsonDocument::fromJson(saved).object();
        QJsonObject after = QJsonDocument::fromJson(opened.text()).object();
        QCOMPARE(after.value(QStringLiteral("source")), before.value(QStringLiteral("source")));
    }

    // A hand that chose another tensor in the meantime keeps it.
    void aWeightThatComesLateReplacesNoChoice() {
        QTemporaryDir store;
        Bench b;
        b.adoptKeptWeight(store.path());
        Bench other;
        Session opened(other.bench);
        QVERIFY(opened.open(Session(b.bench).text()));
        other.bench.setSynthetic({"normal", {{"n", 500}, {"seed", 3}}});
        other.settle();
        other.bench.tradeOff().openFolder(store.path());
        other.settle();
        QCOMPARE(other.bench.source()->tensor.size(), std::size_t{500});
    }

    // What is refused names what is taken.
    void bitsFromTwoToSixteenAreTaken() {
        Bench b;
        const QString name = QStringLiteral("calibrate.scheme.bits");
        for (int bits = 2; bits <= 16; ++bits) {
            QVERIFY2(b.bench.settings().set(name, bits), qPrintable(QString::number(bits)));
        }
        for (const double bits : {1.0, 17.0, 4.5}) {
            const Result<void> refused = b.bench.settings().set(name, bits);
            QVERIFY(!refused);
            QCOMPARE(refused.error().remedy, std::string("Give a whole number from 2 to 16"));
        }
    }

    // Two settings in one gesture are two steps; one setting in one gesture is one.
    void stepsMergeOnOneSettingAlone() {
        Bench b;
        const int gesture = b.bench.newGesture();
        SettingsCatalogue& settings = b.bench.settings();
        QVERIFY(settings.set(QStringLiteral("calibrate.scheme.bits"), 7, gesture));
        QVERIFY(settings.set(QStringLiteral("calibrate.scheme.bits"), 6, gesture));
        QCOMPARE(b.bench.undoStack().count(), 1);
        QVERIFY(settings.set(QStringLiteral("calibrate.scheme.rounding"), QStringLiteral("floor"),
                             gesture));
        QCOMPARE(b.bench.undoStack().count(), 2);
        QVERIFY(settings.set(QStringLiteral("calibrate.scheme.bits"), 5, gesture));
        QCOMPARE(b.bench.undoStack().count(), 3);
        QVERIFY(settings.set(QStringLiteral("calibrate.scheme.bits"), 4, b.bench.newGesture()));
        QCOMPARE(b.bench.undoStack().count(), 4);
        b.bench.undoStack().undo();
        QCOMPARE(b.value(QStringLiteral("calibrate.scheme.bits")), QJsonValue(5));
    }

    /// Where a hand leaves a setting as it found it there is nothing to undo.
    void aGestureThatComesBackIsNoStep() {
        Bench b;
        // As long as a button is held all is one gesture.
        QMouseEvent press(QEvent::MouseButtonPress, QPointF(), QPointF(), Qt::LeftButton,
                          Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(this, &press);
        int cameBack = 0;
        for (const Setting& setting : SettingsCatalogue::all()) {
            if (setting.looks || needsRuns(setting.name)) {
                continue;  // no step, or of a run that is not here
            }
            for (const auto& [name, value] : preparations(setting.name)) {
                QVERIFY(b.set(name, value));
            }
            const QJsonObject before = b.bench.settings().values();
            const QJsonValue old = b.value(setting.name);
            b.bench.undoStack().clear();
            if (!b.set(setting.name, otherValue(setting, old))) {
                continue;  // it does not apply to what others have left
            }
            (void)b.set(setting.name, old);
            if (b.bench.settings().values() == before) {
                QVERIFY2(b.bench.undoStack().count() == 0, qPrintable(setting.name));
                ++cameBack;
            }
        }
        QCOMPARE_GT(cameBack, 80);
    }

    // A method brings its own rate along: the step is named by what was changed.
    void aStepIsNamedByWhatLeads_data() {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("name");
        QTest::newRow("method") << "train.next.method"
                                << "qlora"
                                << "Method";
        QTest::newRow("task") << "train.next.task"
                              << "sort"
                              << "Task";
    }
    void aStepIsNamedByWhatLeads() {
        QFETCH(QString, setting);
        QFETCH(QString, value);
        QFETCH(QString, name);
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        QVERIFY(f.bench->settings().set(setting, value));
        QCOMPARE(f.bench->undoStack().undoText(), name);
    }

    void undoShowsItsPageAndSaysItsName() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        QVERIFY(f.bench->settings().set(QStringLiteral("numbers.value"), 0.25));
        QCOMPARE(f.bench->undoStack().undoText(), QStringLiteral("Value"));
        f.window->showPage(2);
        f.bench->undoStack().undo();
        QVERIFY(f.find<QWidget>("page_numbers")->isVisible());
        QCOMPARE(f.bench->number().value, 0.1);
    }

    void undoKeepsNoTensorAlive() {
        Bench b;
        const std::weak_ptr<const Source> first = b.bench.source();
        // More than the cache holds, and none that would fit into it twice.
        for (int i = 0; i < 4; ++i) {
            b.bench.setSynthetic({"normal", {{"n", 4'000'000}, {"seed", 10.0 + i}}});
            b.settle();
        }
        b.bench.setSynthetic({"normal", {{"n", 4'000'000}, {"seed", 20}}});
        b.settle();
        QVERIFY(first.expired());
        for (int i = 0; i < 5; ++i) {
            b.bench.undoStack().undo();
            b.settle();
        }
        QCOMPARE(b.value(QStringLiteral("calibrate.synthetic.kind")),
                 QJsonValue(QStringLiteral("gamma")));
        QCOMPARE(b.bench.source()->tensor.size(), std::size_t{65536});
    }

    void lookingAroundIsNoStep() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 32}}});
        const int steps = f.bench->undoStack().count();
        for (const Setting& setting : SettingsCatalogue::all()) {
            if (setting.looks && setting.kind == SettingKind::Choice) {
                for (const QString& choice : setting.choices) {
                    QVERIFY2(f.bench->settings().set(setting.name, choice),
                             qPrintable(setting.name));
                }
            }
        }
        f.bench->jobs().waitForIdle(WorkbenchFixture::waitMilliseconds);
        QCOMPARE(f.bench->undoStack().count(), steps);
    }

    /// Looking at another tensor gives up a range that was set by hand: that can be taken back.
    void aRangeThatIsLookedAwayFromComesBack() {
        Bench b;
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("table.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("1,2\n3,4\n"), qint64{8});
        file.close();
        QVERIFY(b.set(QStringLiteral("calibrate.range.ends"), QJsonArray{-26.5, 900}));
        QVERIFY(b.set(QStringLiteral("calibrate.sample"), 12.5));
        const QJsonObject before = b.bench.settings().values();
        const int steps = b.bench.undoStack().count();
        b.bench.openFile(file.fileName());
        b.settle();
        b.settle();
        QCOMPARE(b.bench.source()->tensor.size(), std::size_t{4});
        QCOMPARE(b.bench.undoStack().count(), steps + 1);
        b.bench.undoStack().undo();
        b.settle();
        QVERIFY(b.bench.source()->synthetic());
        QCOMPARE(b.bench.settings().values(), before);
        // Without one looking is no step.
        QVERIFY(b.set(QStringLiteral("calibrate.range.method"), QStringLiteral("mse")));
        const int then = b.bench.undoStack().count();
        b.bench.openFile(file.fileName());
        b.settle();
        b.settle();
        QCOMPARE(b.bench.undoStack().count(), then);
    }

    /// The fault that the catalogue ends: a control wrote back what it did not show.
    void aControlChangesItsOwnFieldAlone() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        QuantScheme scheme = f.bench->scheme();
        scheme.format = "iq4nl";
        scheme.symmetric = true;
        scheme.range.percentile = 99.987654;
        f.bench->setScheme(scheme);
        auto* rounding = f.find<QComboBox>("scheme_rounding");
        rounding->setCurrentIndex(2);
        emit rounding->activated(2);
        scheme.rounding = f.bench->scheme().rounding;
        QVERIFY(scheme.rounding != QuantScheme().rounding);
        QVERIFY(f.bench->scheme() == scheme);
    }

    void aRandomWalkOpensAsItWas() {
        Bench b;
        QRandomGenerator random(7);
        const auto& all = SettingsCatalogue::all();
        for (int step = 0; step < 400; ++step) {
            const Setting& setting = all[random.bounded(quint32(all.size()))];
            // Drawing takes a job each time; the others are walked on one distribution.
            if (setting.name.startsWith(QStringLiteral("calibrate.synthetic.")) ||
                needsRuns(setting.name) || needsLessons(setting.name)) {
                continue;
            }
            QJsonValue next = otherValue(setting, b.value(setting.name));
            if (!setting.choices.isEmpty()) {
                next = setting.choices[random.bounded(int(setting.choices.size()))];
            }
            (void)b.bench.settings().set(setting.name, next);
            if (step % 50 == 0) {
                b.bench.undoStack().undo();
            }
        }
        b.settle();
        const Session session(b.bench);
        const QByteArray saved = session.text();
        Bench other;
        Session opened(other.bench);
        QSignalSpy problems(&opened, &Session::problems);
        QVERIFY(opened.open(saved));
        other.settle();
        QCOMPARE(problems.count(), 0);
        QCOMPARE(opened.text(), saved);
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
