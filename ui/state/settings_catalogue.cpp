// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/settings_catalogue.h"

#include "ui/state/memory_study.h"
#include "ui/state/training_session.h"
#include "ui/state/undo_step.h"
#include "ui/state/workbench.h"

#include <QHash>

#include <iterator>
#include <utility>

namespace zeropoint::ui {
namespace {

std::vector<Setting> makeAll() {
    std::vector<Setting> all;
    for (auto settings : {windowSettings(), numbersSettings(), calibrateSettings(),
                          compareSettings(), trainSettings(), tradeOffSettings(), learnSettings(),
                          interviewSettings(), memorySettings()}) {
        all.insert(all.end(), std::make_move_iterator(settings.begin()),
                   std::make_move_iterator(settings.end()));
    }
    return all;
}

QHash<QString, const Setting*> makeIndex() {
    QHash<QString, const Setting*> index;
    for (const Setting& setting : SettingsCatalogue::all()) {
        index.insert(setting.name, &setting);
    }
    return index;
}

QJsonObject describeOne(const Setting& setting) {
    QJsonObject object{
        {QStringLiteral("name"), setting.name},    {QStringLiteral("kind"), kindName(setting.kind)},
        {QStringLiteral("page"), pageOf(setting)}, {QStringLiteral("title"), titleOf(setting)},
        {QStringLiteral("undo"), !setting.looks},  {QStringLiteral("session"), !setting.derived}};
    if (!setting.choices.isEmpty()) {
        object.insert(QStringLiteral("choices"), QJsonArray::fromStringList(setting.choices));
    }
    if (setting.least) {
        object.insert(QStringLiteral("least"), numberToJson(*setting.least));
    }
    if (setting.most) {
        object.insert(QStringLiteral("most"), numberToJson(*setting.most));
    }
    return object;
}

}  // namespace

SettingsCatalogue::SettingsCatalogue(Workbench& bench) : QObject(&bench), m_bench(bench) {
    for (const char* page : {"window", "numbers", "calibrate", "compare", "train", "tradeoff",
                             "learn", "interview", "memory"}) {
        m_told.emplace(QString::fromLatin1(page), bench.values());
    }
    watch();
}

SettingsCatalogue::~SettingsCatalogue() = default;

void SettingsCatalogue::watch() {
    const auto on = [this](auto* sender, auto signal, const char* page) {
        connect(sender, signal, this, [this, page = QString::fromLatin1(page)] { compare(page); });
    };
    on(&m_bench, &Workbench::sourceChanged, "calibrate");
    on(&m_bench, &Workbench::schemeChanged, "calibrate");
    on(&m_bench, &Workbench::sampleChanged, "calibrate");
    on(&m_bench, &Workbench::numberChanged, "numbers");
    on(&m_bench, &Workbench::compareChanged, "compare");
    TrainingSession* training = &m_bench.training();
    on(training, &TrainingSession::nextChanged, "train");
    on(training, &TrainingSession::selectionChanged, "train");
    Views& views = m_bench.views();
    on(&views.runs, &ViewStateSignals::changed, "tradeoff");
    on(&views.runs, &ViewStateSignals::changed, "train");
    on(&views.window, &ViewStateSignals::changed, "window");
    on(&views.numbers, &ViewStateSignals::changed, "numbers");
    on(&views.calibrate, &ViewStateSignals::changed, "calibrate");
    on(&views.compare, &ViewStateSignals::changed, "compare");
    on(&views.train, &ViewStateSignals::changed, "train");
    on(&views.tradeOff, &ViewStateSignals::changed, "tradeoff");
    on(&views.learn, &ViewStateSignals::changed, "learn");
    on(&views.interview, &ViewStateSignals::changed, "interview");
    on(&views.memory, &ViewStateSignals::changed, "memory");
    on(&views.memoryQuestion, &ViewStateSignals::changed, "memory");
    on(&m_bench.memory(), &MemoryStudy::openArchitectureChanged, "memory");
}

void SettingsCatalogue::compare(const QString& page) {
    const WorkbenchValues now = m_bench.values();  // listeners may bring about the next change
    const WorkbenchValues before = std::exchange(m_told[page], now);
    for (const Setting& setting : all()) {
        if (pageOf(setting) == page && setting.read(before) != setting.read(now)) {
            emit changed(setting.name);
        }
    }
}

const std::vector<Setting>& SettingsCatalogue::all() {
    static const std::vector<Setting> settings = makeAll();
    return settings;
}

const Setting* SettingsCatalogue::find(const QString& name) {
    static const QHash<QString, const Setting*> index = makeIndex();
    return index.value(name);
}

QJsonArray SettingsCatalogue::describe() {
    QJsonArray array;
    for (const Setting& setting : all()) {
        array.append(describeOne(setting));
    }
    return array;
}

QJsonValue SettingsCatalogue::value(const QString& name) const {
    const Setting* setting = find(name);
    return setting != nullptr ? setting->read(m_bench.values()) : QJsonValue();
}

Result<void> SettingsCatalogue::set(const QString& name, const QJsonValue& value, int gesture) {
    const Setting* setting = find(name);
    if (setting == nullptr) {
        return fail(ErrorCode::NotFound, "There is no such setting", name.toStdString(),
                    "zeropoint --list settings names them all");
    }
    WorkbenchValues next = m_bench.values();
    if (Result<void> written = setting->write(next, value); !written) {
        return written;
    }
    m_bench.apply(next, {pageOf(*setting), name, titleOf(*setting)}, gesture);
    return {};
}

QJsonObject SettingsCatalogue::values() const {
    const WorkbenchValues values = m_bench.values();
    QJsonObject object;
    for (const Setting& setting : all()) {
        if (const QJsonValue value = setting.read(values); !setting.derived && !value.isNull()) {
            object.insert(setting.name, value);
        }
    }
    return object;
}

std::vector<Error> SettingsCatalogue::write(WorkbenchValues& values, const QJsonObject& settings) {
    std::vector<Error> refused;
    for (const Setting& setting : all()) {
        const auto found = settings.constFind(setting.name);
        if (found == settings.constEnd()) {
            continue;
        }
        if (Result<void> written = setting.write(values, *found); !written) {
            refused.push_back(written.error());
        }
    }
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it) {
        if (find(it.key()) == nullptr) {
            refused.push_back({ErrorCode::NotFound, "There is no such setting",
                               it.key().toStdString(), "It was left as it is"});
        }
    }
    return refused;
}

}  // namespace zeropoint::ui
