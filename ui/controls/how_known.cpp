// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/how_known.h"

#include "ui/controls/explaining_popup.h"
#include "ui/text/provenance.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCursor>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

Q_DECLARE_METATYPE(zeropoint::ui::HowKnownAt)

namespace zeropoint::ui {
namespace {

constexpr auto idProperty = "howKnown";
constexpr auto clicksProperty = "howKnownClicks";
constexpr auto numbersProperty = "howKnownNumbers";
constexpr auto atProperty = "howKnownAt";
constexpr int popupWidth = 380;

HowKnownAnswer answerOf(const QWidget* widget, const QPoint& global) {
    const QVariant at = widget->property(atProperty);
    if (at.isValid()) {
        return at.value<HowKnownAt>()(widget->mapFromGlobal(global));
    }
    const QVariant numbers = widget->property(numbersProperty);
    // What a chart tells who listens are the figures that it draws.
    return {widget->property(idProperty).toString(),
            numbers.isValid() ? numbers.toString() : widget->accessibleDescription()};
}

QString columnFigures(const QModelIndex& index) {
    const QAbstractItemModel& model = *index.model();
    QStringList figures;
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString text = index.siblingAtColumn(column).data().toString();
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        if (!text.isEmpty()) {
            figures << (title.isEmpty() ? text : title + QStringLiteral(": ") + text);
        }
    }
    return figures.join(QStringLiteral("; "));
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

void setHowKnownAt(QWidget* widget, HowKnownAt answer, bool clicks) {
    widget->setProperty(atProperty, QVariant::fromValue(std::move(answer)));
    widget->setProperty(clicksProperty, clicks);
}

void setHowKnownColumns(QAbstractItemView* view, const QStringList& ids,
                        std::function<QString(const QModelIndex&)> numbers) {
    const auto answer = [view, ids, numbers = std::move(numbers)](const QPoint& at) {
        QModelIndex index = view->indexAt(view->viewport()->mapFrom(view, at));
        index = index.isValid() ? index : view->currentIndex();
        if (!index.isValid()) {  // nothing is chosen, or there are no rows
            const auto first = std::find_if(ids.begin(), ids.end(),
                                            [](const QString& id) { return !id.isEmpty(); });
            return HowKnownAnswer{first == ids.end() ? QString() : *first, {}};
        }
        const QString id = ids.value(std::min<qsizetype>(index.column(), ids.size() - 1));
        return HowKnownAnswer{id, numbers ? numbers(index) : columnFigures(index)};
    };
    setHowKnownAt(view, answer, false);
}

bool isHowKnown(const QWidget* widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (widget->property(atProperty).isValid() ||
            findProvenance(widget->property(idProperty).toString()) != nullptr) {
            return true;
        }
    }
    return false;
}

bool HowKnown::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease && watched->isWidgetType()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton &&
            ask(static_cast<QWidget*>(watched), mouse->globalPosition().toPoint(), true)) {
            return true;
        }
    } else if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::ShiftModifier) {
            const QPoint pointer = QCursor::pos();
            if (ask(QApplication::widgetAt(pointer), pointer, false) ||
                ask(static_cast<QWidget*>(watched), pointer, false)) {
                return true;
            }
        }
    }
    return QObject::eventFilter(watched, event);
}

/// The widget itself, or the nearest around it that answers.
bool HowKnown::ask(QWidget* widget, const QPoint& global, bool clicked) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (clicked && !widget->property(clicksProperty).toBool()) {
            continue;
        }
        const HowKnownAnswer answer = answerOf(widget, global);
        if (findProvenance(answer.id) != nullptr) {
            show(widget, answer);
            return true;
        }
    }
    return false;
}

void HowKnown::show(QWidget* widget, const HowKnownAnswer& answer) {
    const Provenance* known = findProvenance(answer.id);
    auto* popup = new ExplainingPopup(widget, "how_known", popupWidth);
    popup->setAccessibleName(tr("How do we know?"));
    popup->addLine(provenanceText(known->title), "cardTitle", "how_known_title");
    const auto part = [&](const QString& caption, const QString& text, const char* name) {
        if (!text.isEmpty()) {
            popup->addGap(4);
            popup->addLine(caption, "caption");
            popup->addLine(text, "secondary", name);
        }
    };
    part(tr("Formula"), provenanceText(known->formula), "how_known_formula");
    part(tr("With these numbers"), answer.numbers, "how_known_numbers");
    part(tr("Source"), provenanceText(known->source), "how_known_source");
    part(tr("Held by the test"), QLatin1String(known->heldBy), "how_known_test");
    popup->open();
}

}  // namespace zeropoint::ui
