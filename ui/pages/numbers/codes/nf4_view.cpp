// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/codes/nf4_view.h"

#include "core/numerics/nf4.h"
#include "ui/controls/how_known.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/pages/numbers/codes/nf4_chart.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

constexpr std::size_t valuesPerLine = 8;
constexpr int valueWidth = 13;

/// The steps as nf4Construction() numbers them: probabilities stand at 0, 1 and 3, the levels last.
Nf4Chart::Meaning meaningOf(int step, int count) {
    if (step == count - 1) {
        return Nf4Chart::Meaning::Levels;
    }
    return step == 0 || step == 1 || step == 3 ? Nf4Chart::Meaning::Probabilities
                                               : Nf4Chart::Meaning::Quantiles;
}

}  // namespace

Nf4View::Nf4View(Workbench& bench, QWidget* parent)
    : NumberView(parent),
      m_bench(bench),
      m_title(new QLabel(this)),
      m_formula(new QLabel(this)),
      m_chart(new Nf4Chart(this)),
      m_values(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeCard(), 1);
    bindSetting(m_steps, bench.settings(), QStringLiteral("numbers.nf4.step"));
    connect(&bench.views().numbers, &ViewStateSignals::changed, this, [this] {
        if (isVisible()) {
            showStep();
        }
    });
    showStep();
}

QWidget* Nf4View::makeCard() {
    QStringList numbers;
    for (std::size_t i = 1; i <= nf4Construction().size(); ++i) {
        numbers << QString::number(i);
    }
    auto* card = new QFrame(this);
    card->setProperty("role", "card");
    auto* heading = new QLabel(tr("NF4, built step by step"), card);
    heading->setProperty("role", "cardTitle");
    m_steps = new Segment(numbers, card);
    m_steps->setObjectName(QStringLiteral("nf4Steps"));
    m_steps->setAccessibleName(tr("Step"));
    m_title->setObjectName(QStringLiteral("nf4StepTitle"));
    m_title->setProperty("role", "cardTitle");
    m_formula->setFont(monoFont(13));
    m_values->setObjectName(QStringLiteral("nf4Values"));
    m_values->setFont(monoFont(12));
    m_values->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* head = new QHBoxLayout;
    head->addWidget(heading);
    head->addStretch(1);
    head->addWidget(m_steps);
    head->addWidget(withFigure(tableButton(m_chart, card), m_chart, [this] {
        return m_title->text() + QStringLiteral(" · ") + m_formula->text();
    }));
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(16, 12, 16, 12);
    inside->setSpacing(8);
    inside->addLayout(head);
    auto* words = new QLabel(
        tr("Why these 16 levels: the weights of a trained layer lie about as a normal "
           "distribution, "
           "so each code shall stand for an equal share of one. One code is an exact zero, which "
           "padding and pruned weights need; dividing by the largest puts the ends at −1 and 1."),
        card);
    words->setObjectName(QStringLiteral("nf4Words"));
    words->setProperty("role", "secondary");
    words->setWordWrap(true);
    for (QLabel* part : {words, m_title, m_formula}) {
        inside->addWidget(part);
        setHowKnown(part, QStringLiteral("numbers.nf4"));
    }
    setHowKnown(m_values, QStringLiteral("numbers.nf4"),
                false);  // whose text is selected by clicks
    inside->addWidget(m_chart, 1);
    inside->addWidget(m_values);
    return card;
}

void Nf4View::show(const NumberState&) {
    showStep();
}

void Nf4View::showStep() {
    const std::vector<Nf4Step> steps = nf4Construction();
    const int step = m_bench.views().numbers->nf4Step;
    const Nf4Step& shown = steps.at(static_cast<std::size_t>(step));
    m_title->setText(tr("Step %1: %2").arg(step + 1).arg(utf8(shown.title)));
    m_formula->setText(utf8(shown.formula));
    m_chart->setValues(shown.values, meaningOf(step, static_cast<int>(steps.size())));
    QString text;
    for (std::size_t i = 0; i < shown.values.size(); ++i) {
        const bool lineEnds = i % valuesPerLine == valuesPerLine - 1;
        text += formatNumber(shown.values[i], 7).leftJustified(valueWidth) +
                (lineEnds ? QStringLiteral("\n") : QString());
    }
    m_values->setText(text.trimmed());
}

}  // namespace zeropoint::ui
