// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/story_list.h"

#include "ui/controls/choice_list.h"
#include "ui/controls/row_painter.h"
#include "ui/job/job_runner.h"
#include "ui/state/runs/experiment_clock.h"
#include "ui/state/training_session.h"
#include "ui/text/durations.h"
#include "ui/text/numbers.h"
#include "ui/text/run_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int timeRole = Qt::UserRole + 1;
constexpr int calmMilliseconds = 600;
constexpr int timePadding = 6;

QString idOf(RunStory story) {
    return QStringLiteral("story-%1").arg(static_cast<int>(story));
}

/// A row with the time at its right end.
class StoryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        RowPainter row(painter, option.rect, themeOf(option.widget));
        row.words(option.rect.adjusted(0, 0, -timePadding, 0), index.data(timeRole).toString(),
                  textFont(11), row.theme().text3, Qt::AlignRight | Qt::AlignVCenter,
                  Qt::ElideNone);
    }
};

QString titleOf(RunStory story) {
    switch (story) {
        case RunStory::PtqAgainstQat:
            return StoryList::tr("PTQ against QAT");
        case RunStory::Observers:
            return StoryList::tr("What the observer does");
        case RunStory::Adapters:
            return StoryList::tr("LoRA, QLoRA and full");
        case RunStory::Calibration:
            return StoryList::tr("Calibration data");
    }
    return {};
}

QString pointOf(RunStory story) {
    switch (story) {
        case RunStory::PtqAgainstQat:
            return StoryList::tr(
                "The same weights at 8, 4, 3 and 2 bits, quantized afterwards and "
                "trained through the rounding: why PTQ is easy, and where it breaks.");
        case RunStory::Observers:
            return StoryList::tr(
                "Inputs of 4 bits whose range is the extremes, a percentile, or the "
                "one of the least squared error or divergence.");
        case RunStory::Adapters:
            return StoryList::tr(
                "A model of one task learns another: with all of its weights, with "
                "adapters, and with adapters beside weights in NF4.");
        case RunStory::Calibration:
            return StoryList::tr("The range of 4-bit inputs from one sequence and from many.");
    }
    return {};
}

/// What every run of a story has, in a sentence.
QString sharedBy(const std::vector<StoryRun>& runs) {
    const NextRun& first = runs.front().plan;
    const auto trains = std::find_if(runs.begin(), runs.end(), [](const StoryRun& run) {
        return run.plan.method.method != MethodKind::Ptq;
    });
    QString text =
        StoryList::tr("All %1 runs start from the shipped sample and are about “%2”, seed %3.")
            .arg(runs.size())
            .arg(taskTitle(first.task))
            .arg(first.training.seed);
    if (trains != runs.end()) {
        text += QLatin1Char(' ') + StoryList::tr("Those that train take %1 steps.")
                                       .arg(formatCount(trains->plan.training.steps));
    }
    return text;
}

}  // namespace

StoryList::StoryList(TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_jobs(std::make_unique<JobRunner>()),
      m_clock(new ExperimentClock(*m_jobs, this)),
      m_calm(new QTimer(this)),
      m_list(new ChoiceList),
      m_shared(new QLabel) {
    auto* title = new QLabel(tr("Ready stories"));
    title->setProperty("role", "secondary");
    m_list->setObjectName(QStringLiteral("train_stories"));
    m_list->leaveSpace();  // it pauses what the click began
    m_list->setAccessibleName(tr("Ready stories: each queues several runs"));
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const RunStory story : runStories) {
        auto* item = new QListWidgetItem(titleOf(story), m_list);
        item->setToolTip(pointOf(story));
        item->setData(Qt::UserRole, static_cast<int>(story));
    }
    m_list->setFixedHeight(m_list->heightOfAll());
    // A list asks for more, and what it got above and below would go when words come beneath it:
    // another story would come under the pointer.
    m_list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_list->setItemDelegate(new StoryDelegate(m_list));
    m_shared->setObjectName(QStringLiteral("train_story_shared"));
    m_shared->setProperty("role", "caption");
    m_shared->setWordWrap(true);
    m_shared->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(title);
    column->addWidget(m_list);
    column->addWidget(m_shared);
    connect(m_list, &ChoiceList::chosen, this, &StoryList::tell);
    m_calm->setSingleShot(true);
    m_calm->setInterval(calmMilliseconds);
    connect(m_calm, &QTimer::timeout, this, &StoryList::timeStories);
    connect(m_clock, &ExperimentClock::changed, this, &StoryList::showTimes);
    connect(&session, &TrainingSession::runsChanged, this, [this] {
        if (m_session.running() != RunId::None) {
            m_clock->stop();  // what trains comes first
        } else if (isVisible()) {
            m_calm->start();
        }
    });
    showTimes();
}

StoryList::~StoryList() = default;

void StoryList::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_calm->start();
}

void StoryList::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_calm->stop();
    m_clock->stop();
}

void StoryList::timeStories() {
    if (m_session.running() != RunId::None) {
        return;
    }
    for (const RunStory story : runStories) {
        m_clock->time(idOf(story), [story](const Execution& execution) {
            return secondsOfStory(story, execution).map([](double seconds) {
                return ExperimentClock::Timed{seconds, seconds};
            });
        });
    }
}

void StoryList::showTimes() {
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* item = m_list->item(row);
        const auto story = static_cast<RunStory>(item->data(Qt::UserRole).toInt());
        const auto seconds = m_clock->seconds(idOf(story), false);
        const QString time = seconds                       ? aboutTime(*seconds)
                             : m_clock->asked(idOf(story)) ? tr("timing it…")
                                                           : QString();
        item->setData(timeRole, time);
        item->setToolTip(
            seconds ? tr("%1 It takes %2 on this machine: an estimate from a few of its own steps.")
                          .arg(pointOf(story), time)
                    : pointOf(story));
        item->setData(Qt::AccessibleTextRole,
                      time.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), time));
    }
}

void StoryList::tell(const QListWidgetItem* item) {
    const auto story = static_cast<RunStory>(item->data(Qt::UserRole).toInt());
    std::vector<StoryRun> runs = runsOfStory(story);
    m_shared->setText(pointOf(story) + QLatin1Char(' ') + sharedBy(runs));
    m_shared->show();
    m_session.queueStory(std::move(runs));
}

}  // namespace zeropoint::ui
