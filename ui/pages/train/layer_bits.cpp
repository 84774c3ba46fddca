// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/layer_bits.h"

#include "ui/controls/segment.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/training_session.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace zeropoint::ui {
namespace {

constexpr int choices[] = {2, 3, 4, 6, 8, fullBits};

}  // namespace

LayerBits::LayerBits(TrainingSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_title(new QLabel),
      m_bits(new Segment({QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
                          QStringLiteral("6"), QStringLiteral("8"), tr("FP32")})) {
    m_title->setProperty("role", "secondary");
    m_bits->setObjectName(QStringLiteral("layer_bits"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_bits);
    connect(m_bits, &Segment::chosen, this, &LayerBits::choose);
    connect(&session, &TrainingSession::nextChanged, this, &LayerBits::refresh);
    refresh();
}

void LayerBits::setNode(const DiagramNode* node) {
    m_node = node != nullptr ? std::optional(*node) : std::nullopt;
    refresh();
}

void LayerBits::choose(int index) {
    NextRun next = m_session.next();
    setBitsOfSite(next.method.recipe, m_node->site, choices[index]);
    m_session.setNext(next);
    m_session.select(RunId::None);
}

void LayerBits::refresh() {
    const MethodKind method = m_session.next().method.method;
    const bool quantizes = method == MethodKind::Ptq || method == MethodKind::Qat;
    setVisible(quantizes && m_node && !m_node->site.empty());
    if (!isVisibleTo(parentWidget())) {
        return;
    }
    m_title->setText(tr("Bits of %1").arg(m_node->title));
    m_bits->setAccessibleName(m_title->text());
    const int bits = weightBits(recipeOfSite(m_session.next().method.recipe, m_node->site));
    const auto found = std::find(std::begin(choices), std::end(choices), bits);
    // Bits that are not offered are none of these.
    m_bits->setCurrent(found != std::end(choices) ? static_cast<int>(found - std::begin(choices))
                                                  : -1);
}

}  // namespace zeropoint::ui
