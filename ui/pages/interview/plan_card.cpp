// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/plan_card.h"

#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/pages/interview/day_chart.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/interview/interview.h"
#include "ui/state/progress.h"
#include "ui/state/settings_catalogue.h"
#include "ui/text/numbers.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int daysAhead = 7;
constexpr int daysBehind = 30;
constexpr int weakTopics = 3;
constexpr int mostNewCards = 200;

QString dateName(course::Timestamp at) {
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(at).date(), QLocale::ShortFormat);
}

}  // namespace

PlanCard::PlanCard(Interview& interview, SettingsCatalogue& settings, QWidget* parent)
    : QFrame(parent), m_interview(interview), m_chart(new DayChart), m_weak(new QLabel) {
    setProperty("role", "card");
    auto* days = new Segment({tr("Next %1 days").arg(daysAhead), tr("Last %1").arg(daysBehind)});
    days->setObjectName(QStringLiteral("plan_days"));
    days->setAccessibleName(tr("Days ahead or behind"));
    bindSetting(days, settings, QStringLiteral("interview.chart"));
    auto* head = new QHBoxLayout;
    head->addWidget(days);
    head->addStretch();
    head->addWidget(withFigure(tableButton(m_chart), m_chart, [this] { return caption(); }));
    auto* fresh = new NumberField;
    fresh->setObjectName(QStringLiteral("new_per_day"));
    fresh->setLimits({.lo = 0, .hi = mostNewCards, .whole = true});
    fresh->setFixedWidth(56);
    fresh->setAccessibleName(tr("New cards a day"));
    bindSetting(fresh, settings, QStringLiteral("interview.new_per_day"));
    auto* freshLabel = new QLabel(tr("New cards a day"));
    freshLabel->setProperty("role", "secondary");
    auto* row = new QHBoxLayout;
    row->addWidget(freshLabel);
    row->addStretch();
    row->addWidget(fresh);
    const QString wanted = QStringLiteral("interview.retention");
    const Setting* setting = SettingsCatalogue::find(wanted);
    auto* keep = new NumberField;
    keep->setObjectName(QStringLiteral("retention"));
    keep->setLimits({.lo = *setting->least, .hi = *setting->most});
    keep->setDigits(2);
    keep->setFixedWidth(56);
    keep->setAccessibleName(tr("Chance to remember when a card is due"));
    keep->setHint(
        tr("A card comes back when the chance to remember it has fallen to this: 0.9 is "
           "usual; more means more answers a day"));
    bindSetting(keep, settings, wanted);
    auto* keepLabel = new QLabel(tr("Remember, when due"));
    keepLabel->setProperty("role", "secondary");
    auto* keepRow = new QHBoxLayout;
    keepRow->addWidget(keepLabel);
    keepRow->addStretch();
    keepRow->addWidget(keep);
    m_weak->setObjectName(QStringLiteral("weak_topics"));
    m_weak->setProperty("role", "secondary");
    m_weak->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_chart);
    column->addLayout(row);
    column->addLayout(keepRow);
    column->addWidget(m_weak);
    connect(&m_interview, &Interview::standingChanged, this, &PlanCard::refresh);
    connect(&m_interview, &Interview::decksChanged, this, &PlanCard::refresh);
    refresh();
}

void PlanCard::refresh() {
    m_interview.view()->chart == 0 ? showAhead() : showBehind();
    QStringList weak;
    for (const course::TopicStanding& topic : m_interview.topics()) {
        if (topic.lines > topic.held && weak.size() < weakTopics) {
            weak << tr("%1 (%2 of %3 lines)")
                        .arg(m_interview.topicName(topic.topic))
                        .arg(topic.held)
                        .arg(topic.lines);
        }
    }
    m_weak->setVisible(!weak.isEmpty());
    m_weak->setText(tr("Weakest: %1").arg(weak.join(QStringLiteral(", "))));
}

QString PlanCard::caption() const {
    const QString date = dateName(m_interview.today().now);
    return m_interview.view()->chart == 0
               ? tr("Cards that fall due, by day; dark: today, %1").arg(date)
               : tr("Answers by day; dark: remembered; today: %1").arg(date);
}

void PlanCard::showAhead() {
    const std::vector<int> due = m_interview.dueAhead(daysAhead);
    const course::Today today = m_interview.today();
    std::vector<DayChart::Day> days;
    int all = 0;
    for (int i = 0; i < daysAhead; ++i) {
        const int count = due[static_cast<std::size_t>(i)];
        days.push_back({i == 0 ? tr("today") : tr("%1 d").arg(i),
                        dateName(today.now + i * course::secondsPerDay), count,
                        i == 0 ? count : 0});
        all += count;
    }
    m_chart->show(std::move(days),
                  tr("%n card(s) fall due in the next %1 days", nullptr, all).arg(daysAhead));
}

void PlanCard::showBehind() {
    const course::Today today = m_interview.today();
    const auto answers = course::answersByDay(m_interview.progress().reviews(), today, daysBehind);
    std::vector<DayChart::Day> days;
    int all = 0;
    int remembered = 0;
    for (int i = 0; i < daysBehind; ++i) {
        const course::DayOfAnswers& day = answers[static_cast<std::size_t>(i)];
        const int ago = daysBehind - 1 - i;
        const bool named = ago % 10 == 0;
        days.push_back({!named     ? QString()
                        : ago == 0 ? tr("today")
                                   : tr("−%1 d").arg(ago),
                        dateName(today.now - ago * course::secondsPerDay), day.answers,
                        day.remembered});
        all += day.answers;
        remembered += day.remembered;
    }
    m_chart->show(std::move(days),
                  all == 0
                      ? tr("Nothing was answered in the last %1 days").arg(daysBehind)
                      : tr("%n answer(s) in the last %1 days, %2 of them remembered", nullptr, all)
                            .arg(daysBehind)
                            .arg(formatPercent(static_cast<double>(remembered) / all)),
                  tr("Remembered"));
}

}  // namespace zeropoint::ui
