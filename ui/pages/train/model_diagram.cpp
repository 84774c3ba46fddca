// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/model_diagram.h"

#include "ui/access/access.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/discard.h"
#include "ui/controls/tab_stop.h"
#include "ui/pages/train/diagram_button.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double largestDiamond = 9;
constexpr double leastDiamond = 4;

}  // namespace

ModelDiagram::ModelDiagram(QWidget* parent) : QWidget(parent), m_arrows(new ArrowGroup(this)) {
    setAccess(this, {.role = QAccessible::Grouping, .value = [this] {
                         const DiagramNode* node = selected();
                         return node != nullptr ? node->title : tr("no layer is chosen");
                     }});
    setAccessibleName(tr("The model as a block diagram"));
    rebuild();
}

void ModelDiagram::setModel(const TransformerConfig& model) {
    if (model == m_model) {
        return;
    }
    m_model = model;
    rebuild();
}

void ModelDiagram::setChips(std::function<DiagramChip(const DiagramNode&)> chips) {
    m_chips = std::move(chips);
    showChips();
}

void ModelDiagram::rebuild() {
    m_layout = layoutDiagram(m_model, width());
    // A resize keeps the buttons, and with them the focus; another model gets new ones.
    const bool sameParts = m_buttons.size() == m_layout.nodes.size() &&
                           std::equal(m_buttons.begin(), m_buttons.end(), m_layout.nodes.begin(),
                                      [](const DiagramButton* button, const DiagramNode& node) {
                                          return button->id() == node.id();
                                      });
    if (!sameParts) {
        for (DiagramButton* button : m_buttons) {
            discard(button);
        }
        m_buttons.clear();
    }
    for (std::size_t i = 0; i < m_layout.nodes.size(); ++i) {
        const DiagramNode& node = m_layout.nodes[i];
        if (sameParts) {
            m_buttons[i]->placeAt(node.rect);
            continue;
        }
        auto* button = new DiagramButton(node, this);
        button->setObjectName(QStringLiteral("node_%1").arg(QString::fromStdString(node.id())));
        button->setChecked(node.id() == m_selected);
        connect(button, &QAbstractButton::clicked, this, [this, id = node.id()] {
            select(id);
            emit nodeSelected();
        });
        connect(button, &DiagramButton::openRequested, this, &ModelDiagram::nodeActivated);
        connect(button, &DiagramButton::entered, this,
                [this, site = QString::fromStdString(node.site)] { emit hovered(site); });
        connect(button, &DiagramButton::left, this, [this] { emit hovered({}); });
        button->show();
        m_buttons.push_back(button);
    }
    if (!sameParts) {
        m_arrows->setMembers(QList<QWidget*>(m_buttons.begin(), m_buttons.end()));
        stopsInPlace(*this);
    }
    showChips();
    showMarks();
    updateGeometry();
    update();
}

void ModelDiagram::showChips() {
    m_shown.clear();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_shown.push_back(m_chips ? m_chips(m_layout.nodes[i]) : DiagramChip());
        m_buttons[i]->setChip(m_shown.back());
    }
    update();
}

void ModelDiagram::setHighlight(const QString& site) {
    m_highlight = site;
    showMarks();
}

void ModelDiagram::showMarks() {
    const std::string site = m_highlight.toStdString();
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setMarked(!site.empty() && m_layout.nodes[i].site == site);
    }
}

/// A diamond on the stream before each node whose input is quantized.
void ModelDiagram::paintInputs(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const QRectF place = diamondBefore(i);
        if (place.isNull()) {
            continue;
        }
        const bool quantized = m_shown[i].inputQuantized;
        const QPointF middle = place.center();
        const double half = place.width() / 2;
        painter.setPen(QPen(quantized ? theme.blue.line : theme.axis, 1.5));
        painter.setBrush(theme.surface);
        painter.drawPolygon(QPolygonF{middle + QPointF(0, -half), middle + QPointF(half, 0),
                                      middle + QPointF(0, half), middle + QPointF(-half, 0)});
        painter.setPen(quantized ? theme.blue.text : theme.text3);
        painter.setFont(monoFont(11, quantized ? QFont::DemiBold : QFont::Normal));
        // Over the diamond, but never on the node behind it; higher where it reaches the one
        // before.
        const double wide = painter.fontMetrics().horizontalAdvance(m_shown[i].input);
        const double left =
            std::min(middle.x() - wide / 2, m_layout.nodes[i].rect.left() - wide - 1);
        const double lift = m_layout.nodes[i].gap < wide ? 6 : 0;
        painter.drawText(QRectF(left, middle.y() - half - 16 - lift, wide, 14),
                         Qt::AlignCenter | Qt::TextDontClip, m_shown[i].input);
    }
}

/// Null where there is none. Q, K and V read one stream: it stands before the middle one.
QRectF ModelDiagram::diamondBefore(std::size_t index) const {
    const DiagramNode& node = m_layout.nodes[index];
    const bool beside = node.site.ends_with(".q") || node.site.ends_with(".v");
    if (index >= m_shown.size() || m_shown[index].input.isEmpty() || node.gap <= 0 || beside) {
        return {};
    }
    const double half = std::clamp(node.gap / 2 - 2, leastDiamond, largestDiamond);
    const QPointF middle(node.rect.left() - node.gap / 2 - 1, node.rect.center().y());
    return {middle.x() - half, middle.y() - half, 2 * half, 2 * half};
}

int ModelDiagram::diamondAt(const QPointF& point) const {
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        const QRectF place = diamondBefore(i);
        // Its name above it belongs to it.
        if (!place.isNull() && place.adjusted(-4, -16, 4, 4).contains(point)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void ModelDiagram::mousePressEvent(QMouseEvent* event) {
    const int node = diamondAt(event->position());
    if (node < 0) {
        QWidget::mousePressEvent(event);
        return;
    }
    select(m_layout.nodes[static_cast<std::size_t>(node)].id());
    emit nodeSelected();
}

bool ModelDiagram::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    const int at = diamondAt(help->pos());
    if (at < 0) {
        QToolTip::hideText();
        return true;
    }
    const auto index = static_cast<std::size_t>(at);
    const QString site = QString::fromStdString(m_layout.nodes[index].site);
    QToolTip::showText(
        help->globalPos(),
        m_shown[index].inputQuantized
            ? tr("Fake-quantize node: the input of %1 is rounded to %2 bits and read "
                 "back, so that what follows sees the rounding. Click for the layer.")
                  .arg(site, m_shown[index].input.mid(1))
            : tr("Fake-quantize node, off: the input of %1 stays in FP32. Click for "
                 "the layer and its bits.")
                  .arg(site),
        this);
    return true;
}

const DiagramNode* ModelDiagram::selected() const {
    const auto found =
        std::find_if(m_layout.nodes.begin(), m_layout.nodes.end(),
                     [this](const DiagramNode& node) { return node.id() == m_selected; });
    return found == m_layout.nodes.end() ? nullptr : &*found;
}

void ModelDiagram::select(const std::string& id) {
    m_selected = id;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(m_layout.nodes[i].id() == id);
    }
}

QSize ModelDiagram::sizeHint() const {
    return {static_cast<int>(std::ceil(m_layout.size.width())),
            static_cast<int>(std::ceil(m_layout.size.height()))};
}

QSize ModelDiagram::minimumSizeHint() const {
    return {static_cast<int>(std::ceil(narrowestDiagram())), sizeHint().height()};
}

void ModelDiagram::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(11, QFont::DemiBold));
    for (const DiagramFrame& frame : m_layout.frames) {
        painter.setPen(theme.border);
        painter.drawRoundedRect(frame.rect, 8, 8);
        const double wide = painter.fontMetrics().horizontalAdvance(frame.title) + 12;
        const QRectF title(frame.rect.left() + 12, frame.rect.top() - 8, wide, 16);
        painter.fillRect(title, theme.surface);
        painter.setPen(theme.text2);
        painter.drawText(title, Qt::AlignCenter, frame.title);
    }
    painter.setPen(QPen(theme.axis, 1.2));
    painter.drawPath(m_layout.edges);
    paintInputs(painter);
    if (m_layout.nodes.empty()) {
        return;
    }
    painter.setPen(theme.text2);
    painter.setFont(textFont(11));
    const double first = m_layout.nodes.front().rect.center().y();
    painter.drawText(QRectF(0, first - 8, 10, 16), Qt::AlignCenter, QStringLiteral("x"));
    const QRectF last = m_layout.nodes.back().rect;
    painter.drawText(QRectF(m_layout.size.width() - 12, last.center().y() - 8, 12, 16),
                     Qt::AlignCenter, QStringLiteral("y"));
}

void ModelDiagram::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    rebuild();
}

}  // namespace zeropoint::ui
