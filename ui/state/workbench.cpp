// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/workbench.h"

#include "ui/state/course_state.h"
#include "ui/state/gesture_watch.h"
#include "ui/state/interview/interview.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/memory_study.h"
#include "ui/state/model_overview.h"
#include "ui/state/progress.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/source_cache.h"
#include "ui/state/step_names.h"
#include "ui/state/teaching_examples.h"
#include "ui/state/tell_written.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/undo_step.h"
#include "ui/state/views.h"

#include <QTimer>
#include <QUndoStack>

#include <cmath>
#include <utility>

namespace zeropoint::ui {
namespace {

/// The hand counts as resting after this long without a change.
constexpr int restMilliseconds = 120;
constexpr int undoSteps = 200;

/// What goes wrong with its parts, and their news, are the workbench's own.
void sayWhatPartsSay(Workbench& bench) {
    const auto say = [&bench](auto* part, auto failed, auto noticed) {
        QObject::connect(part, failed, &bench, &Workbench::failed);
        QObject::connect(part, noticed, &bench, &Workbench::noticed);
    };
    QObject::connect(&bench.training(), &TrainingSession::failed, &bench, &Workbench::failed);
    say(&bench.tradeOff(), &TradeOff::failed, &TradeOff::noticed);
    say(&bench.ownDecks(), &OwnDecks::failed, &OwnDecks::noticed);
    say(&bench.progress(), &Progress::failed, &Progress::noticed);
}

}  // namespace

Workbench::Workbench(JobRunner& jobs, QObject* parent)
    : QObject(parent),
      m_jobs(jobs),
      m_undo(new QUndoStack(this)),
      m_training(new TrainingSession(jobs, *m_undo, this)),
      m_views(std::make_unique<Views>()),
      m_tradeOff(new TradeOff(jobs, *m_undo, m_views->runs, this)),
      m_overview(new ModelOverview(this)),
      m_progress(new Progress(jobs, this)),
      m_gestures(new GestureWatch(this)),
      m_interview(new Interview(*m_progress, m_views->interview, this)),
      m_ownDecks(new OwnDecks(jobs, *m_interview, this)),
      m_cache(std::make_unique<SourceCache>()),
      m_next(std::make_unique<NextRun>(m_training->next())),
      m_rest(new QTimer(this)) {
    m_undo->setUndoLimit(undoSteps);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
    connect(m_rest, &QTimer::timeout, this, &Workbench::startExact);
    sayWhatPartsSay(*this);
    connect(m_training, &TrainingSession::broughtBack, this,
            [this] { emit pageConcerned(QStringLiteral("train")); });
    connect(m_tradeOff, &TradeOff::broughtBack, this,
            [this] { emit pageConcerned(QStringLiteral("tradeoff")); });
    const auto saved = [this](const QString& file) { tellWritten(*this, file); };
    connect(m_training, &TrainingSession::saved, this, saved);
    connect(m_tradeOff, &TradeOff::saved, this, saved);
    connect(m_training, &TrainingSession::measured, m_tradeOff, &TradeOff::add);
    connect(m_tradeOff, &TradeOff::fetched, m_training, &TrainingSession::lookAtKept);
    connect(m_tradeOff, &TradeOff::found, this, &Workbench::takeFound);
    connect(m_tradeOff, &TradeOff::gone, this, &Workbench::missRun);
    connect(m_tradeOff, &TradeOff::missed, m_training, &TrainingSession::missKept);
    m_scheme = startScheme();
    connect(m_training, &TrainingSession::nextChanged, this, &Workbench::noteNext);
    connect(&m_views->calibrate, &ViewStateSignals::changed, this, &Workbench::startUnit);
    connect(this, &Workbench::fileChanged, m_overview, [this] { m_overview->setFile(m_file); });
    connect(this, &Workbench::sourceChanged, m_overview, [this] {
        const auto* origin = m_source ? std::get_if<FileOrigin>(&m_source->origin) : nullptr;
        if (origin != nullptr && origin->file == m_overview->file()) {
            m_overview->measureFirst(origin->index);
        }
    });
    m_memory = new MemoryStudy(*this);
    m_settings = new SettingsCatalogue(*this);
    m_course = new CourseState(*this);
    // First of all who hear of it: until then its decks are those of a course that is gone.
    connect(m_course, &CourseState::courseChanged, m_interview, [this] {
        if (m_interview->course() != nullptr) {
            m_interview->setCourse(&m_course->course());
        }
    });
    // It is a child as that is: nobody owns it beside.
    m_course->setRecord({std::shared_ptr<void>(), m_progress});
}

Workbench::~Workbench() {
    delete m_course;
    delete m_settings;  // it reads what is taken apart next
}

void Workbench::report(const Error& error) {
    if (error.code != ErrorCode::Cancelled) {
        emit failed(error);
    }
}

void Workbench::setScheme(const QuantScheme& scheme, int gesture) {
    changeScheme(scheme, schemeStep(m_scheme, scheme), gesture);
}

void Workbench::setRange(double lo, double hi, int gesture) {
    QuantScheme scheme = m_scheme;
    scheme.range.kind = RangeMethod::Kind::Explicit;
    scheme.range.lo = lo;
    scheme.range.hi = hi;
    if (lo < hi) {
        changeScheme(scheme, rangeStep(lo != m_live.range.lo, hi != m_live.range.hi), gesture);
    }
}

void Workbench::changeScheme(const QuantScheme& scheme, const StepName& name, int gesture) {
    const QuantScheme before = m_scheme;
    if (!(scheme == before) && takeScheme(scheme)) {
        push(name, {{}, before, {}, {}, {}}, {{}, scheme, {}, {}, {}}, gesture);
    }
}

void Workbench::setSample(double x, int gesture) {
    const double before = m_sample;
    if (x != before && std::isfinite(x)) {
        takeSample(x);
        push(stepOf(QStringLiteral("calibrate.sample")), {{}, {}, before, {}, {}},
             {{}, {}, x, {}, {}}, gesture);
    }
}

void Workbench::setNumber(const NumberState& number, int gesture) {
    const NumberState before = m_number;
    if (number == before) {
        return;
    }
    takeNumber(number);
    if (const auto step = numberStep(before, number)) {
        push(*step, {{}, {}, {}, before, {}}, {{}, {}, {}, number, {}}, gesture);
    }
}

void Workbench::setCompare(const CompareState& compare, int gesture) {
    const CompareState before = m_compare;
    if (compare == before) {
        return;
    }
    takeCompare(compare);
    if (m_compare == before) {
        return;  // it differed in what formats ignore
    }
    StateParts back;
    StateParts there;
    back.compare = before;
    there.compare = m_compare;
    push(stepOf(QStringLiteral("compare.columns")), std::move(back), std::move(there), gesture);
}

int Workbench::newGesture() {
    return m_gestures->next();
}

int Workbench::gestureOr(int gesture) const {
    return gesture != 0 ? gesture : m_gestures->current();
}

}  // namespace zeropoint::ui
