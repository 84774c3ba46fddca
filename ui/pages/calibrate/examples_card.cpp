// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/examples_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/choice_list.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/teaching_examples.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int leastRows = 3;

double parameter(const TeachingExample& example, const char* key) {
    const auto found = example.tensor.parameters.find(key);
    return found == example.tensor.parameters.end() ? 0 : found->second;
}

/// A name, and what the tensor shows.
struct Words {
    QString title;
    QString point;
};

Words wordsOf(const TeachingExample& example) {
    const QString& id = example.id;
    if (id == QLatin1String("start")) {
        return {ExamplesCard::tr("Start state"),
                ExamplesCard::tr("The tensor and the settings that the program starts with.")};
    }
    if (example.tensor.kind == "ramp") {
        return {
            ExamplesCard::tr("%1 … %2, x = %3")
                .arg(formatNumber(parameter(example, "min")),
                     formatNumber(parameter(example, "max")), formatNumber(example.sample)),
            ExamplesCard::tr("Evenly spaced values, asymmetric in 8 bits: the worked example.")};
    }
    if (id == QLatin1String("weights")) {
        return {ExamplesCard::tr("Weights"),
                ExamplesCard::tr("Weights of a normalised layer: a narrow normal around zero.")};
    }
    if (id == QLatin1String("relu")) {
        return {ExamplesCard::tr("ReLU outputs"),
                ExamplesCard::tr("Half of the values are zero and none is negative: a symmetric "
                                 "grid wastes half of its codes.")};
    }
    if (id == QLatin1String("outlier")) {
        return {ExamplesCard::tr("One outlier"),
                ExamplesCard::tr("A single value widens the step of all the others.")};
    }
    if (id == QLatin1String("outlier-channel")) {
        return {ExamplesCard::tr("Outlier channel"),
                ExamplesCard::tr("One channel is much wider: give each channel its own scale.")};
    }
    if (id == QLatin1String("bimodal")) {
        return {ExamplesCard::tr("Two peaks"),
                ExamplesCard::tr("Nothing lies in the middle, where most formats are finest.")};
    }
    return {ExamplesCard::tr("Embedding"),
            ExamplesCard::tr("Rows of tokens, some of them longer than the others.")};
}

}  // namespace

ExamplesCard::ExamplesCard(Workbench& bench, QWidget* parent)
    : QFrame(parent), m_bench(bench), m_list(new ChoiceList) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Examples"));
    title->setProperty("role", "cardTitle");
    m_list->setObjectName(QStringLiteral("examples"));
    m_list->setAccessibleName(tr("Teaching examples"));
    setAnchor(m_list, QStringLiteral("calibrate.example"));
    for (const TeachingExample& example : teachingExamples()) {
        const Words words = wordsOf(example);
        auto* item = new QListWidgetItem(words.title, m_list);
        item->setData(Qt::UserRole, example.id);
        item->setToolTip(words.point);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 6, 8);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(m_list, 1);
    m_list->setMinimumHeight(leastRows * ChoiceList::rowHeight);
    m_list->setMaximumHeight(m_list->heightOfAll());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_list, &ChoiceList::chosen, this, &ExamplesCard::choose);
    connect(m_list, &ChoiceList::left, this, &ExamplesCard::follow);
    connect(&bench, &Workbench::schemeChanged, this, &ExamplesCard::follow);
    connect(&bench, &Workbench::sourceChanged, this, &ExamplesCard::follow);
    follow();
}

void ExamplesCard::choose(const QListWidgetItem* item) {
    // What is shown already is drawn again: its sample and scheme may have been changed since.
    (void)m_bench.settings().set(QStringLiteral("calibrate.example"),
                                 item->data(Qt::UserRole).toString());
}

void ExamplesCard::follow() {
    const QString shown = m_bench.settings().value(QStringLiteral("calibrate.example")).toString();
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(-1);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == shown) {
            m_list->setCurrentRow(row);
        }
    }
}

}  // namespace zeropoint::ui
