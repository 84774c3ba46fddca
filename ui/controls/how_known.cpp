// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/how_known.h"

#include "ui/text/provenance.h"
#include "ui/theme/fonts.h"

#include <QApplication>
#include <QCursor>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr auto idProperty = "howKnown";
constexpr auto clicksProperty = "howKnownClicks";
constexpr auto numbersProperty = "howKnownNumbers";
constexpr int popupWidth = 380;

/// The widget itself or the nearest around it that answers.
QWidget* answering(QWidget* widget, bool clicked) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (!widget->property(idProperty).toString().isEmpty() &&
            (!clicked || widget->property(clicksProperty).toBool())) {
            return widget;
        }
    }
    return nullptr;
}

QLabel* line(const QString& text, const char* role, const char* name) {
    auto* label = new QLabel(text);
    label->setProperty("role", role);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

void setHowKnown(QWidget* widget, const QString& id, bool clicks) {
    widget->setProperty(idProperty, id);
    widget->setProperty(clicksProperty, clicks);
    if (clicks) {
        widget->setCursor(Qt::WhatsThisCursor);
    }
}

void setHowKnownNumbers(QWidget* widget, const QString& numbers) {
    widget->setProperty(numbersProperty, numbers);
}

bool HowKnown::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease && watched->isWidgetType()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        QWidget* asked = mouse->button() == Qt::LeftButton
                             ? answering(static_cast<QWidget*>(watched), true)
                             : nullptr;
        if (asked != nullptr) {
            show(asked);
            return true;
        }
    } else if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::ShiftModifier) {
            QWidget* asked = answering(QApplication::widgetAt(QCursor::pos()), false);
            asked = asked != nullptr ? asked : answering(static_cast<QWidget*>(watched), false);
            if (asked != nullptr) {
                show(asked);
                return true;
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

void HowKnown::show(QWidget* widget) {
    const Provenance* known = findProvenance(widget->property(idProperty).toString());
    if (known == nullptr) {
        return;
    }
    auto* popup = new QFrame(widget, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("role", "popup");
    popup->setObjectName(QStringLiteral("how_known"));
    popup->setAccessibleName(tr("How do we know?"));
    popup->setFixedWidth(popupWidth);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(16, 12, 16, 14);
    column->setSpacing(4);
    column->addWidget(line(provenanceText(known->title), "cardTitle", "how_known_title"));
    const auto part = [&](const QString& caption, const QString& text, const char* name) {
        if (!text.isEmpty()) {
            column->addSpacing(4);
            column->addWidget(line(caption, "caption", ""));
            column->addWidget(line(text, "secondary", name));
        }
    };
    part(tr("Formula"), provenanceText(known->formula), "how_known_formula");
    part(tr("With these numbers"), widget->property(numbersProperty).toString(),
         "how_known_numbers");
    part(tr("Source"), provenanceText(known->source), "how_known_source");
    part(tr("Held by the test"), QLatin1String(known->heldBy), "how_known_test");
    popup->adjustSize();
    popup->move(widget->mapToGlobal(QPoint(0, widget->height() + 4)));
    popup->show();
}

}  // namespace zeropoint::ui
