// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/term_tips.h"

#include "ui/controls/explaining_popup.h"
#include "ui/controls/markdown_label.h"
#include "ui/state/course_state.h"

#include <QAbstractButton>
#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QComboBox>
#include <QCursor>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QTabBar>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QToolTip>

#include <vector>

namespace zeropoint::ui {
namespace {

constexpr auto termProperty = "term";
constexpr int tipWidth = 320;
constexpr int lineLength = 64;
constexpr int caption = 40;  ///< letters; what is longer explains the word under the pointer alone

struct Place {
    qsizetype begin = 0;
    qsizetype end = 0;
    QString id;
};

/// The terms of a text, each where it is first named.
std::vector<Place> termsIn(const course::Glossary& glossary, const QString& text) {
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\(term:([^)]*)\\)"));
    const QString linked = QString::fromStdString(glossary.linked(text.toStdString()));
    std::vector<Place> places;
    qsizetype marks = 0;  // that the links before added
    auto each = link.globalMatch(linked);
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        const qsizetype begin = match.capturedStart() - marks;
        places.push_back({begin, begin + match.capturedLength(1), match.captured(2)});
        marks += match.capturedLength() - match.capturedLength(1);
    }
    return places;
}

QString plainOf(const QString& text) {
    return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
}

/// The letter of a label under a point; -1: none.
int letterAt(const QLabel& label, const QPoint& at) {
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(label.font());
    if (Qt::mightBeRichText(label.text())) {
        document.setHtml(label.text());
    } else {
        document.setPlainText(label.text());
    }
    const QRect room = label.contentsRect();
    document.setTextWidth(label.wordWrap() ? room.width() : -1);
    QPointF inside = at - room.topLeft();
    const QSizeF size = document.size();
    if (label.alignment() & Qt::AlignVCenter) {
        inside.ry() -= (room.height() - size.height()) / 2;
    } else if (label.alignment() & Qt::AlignBottom) {
        inside.ry() -= room.height() - size.height();
    }
    if (!label.wordWrap() && (label.alignment() & Qt::AlignRight)) {
        inside.rx() -= room.width() - size.width();
    } else if (!label.wordWrap() && (label.alignment() & Qt::AlignHCenter)) {
        inside.rx() -= (room.width() - size.width()) / 2;
    }
    return document.documentLayout()->hitTest(inside, Qt::ExactHit);
}

/// What a widget says at a place.
QString wordsAt(const QWidget* widget, const QPoint& at) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        return plainOf(label->text());
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        return tabs->tabText(tabs->tabAt(at));
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        return box->currentText();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        return button->text();
    }
    const auto* header = qobject_cast<const QHeaderView*>(widget->parentWidget());
    if (header != nullptr && header->viewport() == widget && header->model() != nullptr) {
        const int section = header->logicalIndexAt(at);
        return header->model()->headerData(section, header->orientation()).toString();
    }
    return {};
}

/// Its own tip, or that of what it is a part of.
QString tipOf(const QWidget* widget, const QPoint& at) {
    const auto* tabs = qobject_cast<const QTabBar*>(widget);
    if (tabs != nullptr && tabs->tabAt(at) >= 0) {
        return tabs->tabToolTip(tabs->tabAt(at));
    }
    while (widget != nullptr && widget->toolTip().isEmpty() && !widget->isWindow()) {
        widget = widget->parentWidget();
    }
    return widget == nullptr ? QString() : widget->toolTip();
}

/// In lines: a tip of plain text has no others.
QString inLines(const QString& text) {
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QString line;
        for (const QString& word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && line.size() + word.size() >= lineLength) {
                lines << line;
                line.clear();
            }
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        }
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

void setTerm(QWidget* widget, const QString& id) {
    widget->setProperty(termProperty, id);
}

TermTips::TermTips(CourseState& course, QObject* parent) : QObject(parent), m_course(course) {}

bool TermTips::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ToolTip && watched->isWidgetType()) {
        return showTip(static_cast<QWidget*>(watched), *static_cast<QHelpEvent*>(event));
    }
    if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        QWidget* focus = static_cast<QWidget*>(watched);
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::NoModifier) {
            showHelp(focus);
            return true;
        }
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::ShiftModifier) {
            QWidget* under = QApplication::widgetAt(QCursor::pos());
            const course::Term* pointed =
                under == nullptr ? nullptr : termAt(under, under->mapFromGlobal(QCursor::pos()));
            return pointed == nullptr ? showEntry(focus, termAt(focus, focus->rect().center()))
                                      : showEntry(under, pointed);
        }
    }
    return false;
}

/// Null: none.
const course::Term* TermTips::termAt(const QWidget* widget, const QPoint& at) const {
    const course::Glossary& glossary = m_course.course().glossary;
    const auto entry = [&](const QString& id) { return glossary.find(id.toStdString()); };
    const QString told = widget->property(termProperty).toString();
    if (!told.isEmpty()) {
        return entry(told);
    }
    const QString words = wordsAt(widget, at);
    const auto places = termsIn(glossary, words);
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (label != nullptr && words.size() > caption) {
        const int letter = places.empty() ? -1 : letterAt(*label, at);
        for (const Place& place : places) {
            if (letter >= place.begin && letter < place.end) {
                return entry(place.id);
            }
        }
        return nullptr;
    }
    if (!places.empty()) {
        return entry(places.front().id);
    }
    // A control is called as the label beside it.
    const auto named = termsIn(glossary, widget->accessibleName().left(caption));
    return named.empty() ? nullptr : entry(named.front().id);
}

/// Empty without a term, and where its figures cannot be computed.
QString TermTips::entryText(const course::Term* term) const {
    if (term == nullptr) {
        return {};
    }
    const auto scope = scopeOf(m_course.course(), *term);
    return scope ? plainOfMarkdown(m_course.text(term->text, *scope, term->id)) : QString();
}

bool TermTips::showTip(QWidget* widget, const QHelpEvent& event) const {
    const course::Term* term = termAt(widget, event.pos());
    const QString text = entryText(term);
    if (text.isEmpty()) {
        return false;
    }
    const QString tip = tipOf(widget, event.pos());
    // No mark-up, as labels and tips show none: names of a file's tensors stand in some.
    const QString entry = tr("%1: %2").arg(QString::fromStdString(term->name.text), text);
    const QString own = tip.isEmpty() ? QString() : inLines(plainOf(tip)) + QStringLiteral("\n\n");
    QToolTip::showText(event.globalPos(), own + inLines(entry), widget);
    return true;
}

/// Its name, its own tip and the term that it is called by.
void TermTips::showHelp(QWidget* focus) const {
    const auto* tabs = qobject_cast<const QTabBar*>(focus);
    const QPoint at =
        tabs != nullptr ? tabs->tabRect(tabs->currentIndex()).center() : focus->rect().center();
    const QString words = wordsAt(focus, at);
    const QString name = focus->accessibleName().isEmpty() ? words : focus->accessibleName();
    const QString tip = plainOf(tipOf(focus, at));
    const course::Term* term = termAt(focus, at);
    const QString entry = entryText(term);
    auto* popup = new ExplainingPopup(focus, "help_popup", tipWidth);
    popup->setAccessibleName(name);
    popup->addLine(name.isEmpty() ? tr("Help") : name, "cardTitle");
    if (!tip.isEmpty()) {
        popup->addLine(tip, "secondary", "help_tip");
    }
    if (!entry.isEmpty()) {
        popup->addGap(4);
        popup->addLine(QString::fromStdString(term->name.text), "caption");
        popup->addLine(entry, "secondary", "help_term");
    }
    if (tip.isEmpty() && entry.isEmpty()) {
        popup->addLine(tr("Nothing more is said of it. The key ? lists all keys."), "secondary",
                       "help_tip");
    }
    popup->open();
}

bool TermTips::showEntry(QWidget* widget, const course::Term* term) const {
    const QString text = entryText(term);
    if (text.isEmpty()) {
        return false;
    }
    const QString name = QString::fromStdString(term->name.text);
    auto* popup = new ExplainingPopup(widget, "term_popup", tipWidth);
    popup->setAccessibleName(name);
    popup->setAccessibleDescription(text);
    popup->addLine(name, "cardTitle");
    popup->addLine(text, "secondary", "term_text");
    popup->open();
    return true;
}

}  // namespace zeropoint::ui
