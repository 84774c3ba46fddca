// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/banner.h"

#include "ui/access/access.h"
#include "ui/controls/icon.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int longestList = 3;  ///< of problems
constexpr int widest = 640;     ///< what stands in the other lower corner (Stop) stays in reach
/// Milliseconds that a text is there: to be noticed, and to be read at ten letters a second.
constexpr int toNotice = 4000;
constexpr int perLetter = 100;

void setLook(QWidget* widget, const char* property, const QVariant& value) {
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

}  // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel),
      m_text(new QLabel),
      m_offer(new QToolButton),
      m_reading(new QTimer(this)) {
    setProperty("role", "banner");
    setObjectName(QStringLiteral("error_banner"));
    setMaximumWidth(widest);
    m_reading->setSingleShot(true);
    connect(m_reading, &QTimer::timeout, this, &Banner::wasRead);
    setAccess(this, {.role = QAccessible::AlertMessage});
    m_text->setProperty("role", "error");
    m_text->setObjectName(QStringLiteral("error_text"));
    m_text->setWordWrap(true);
    m_offer->setProperty("role", "button");
    m_offer->setObjectName(QStringLiteral("raise_limit"));
    auto* dismiss = new QToolButton;
    dismiss->setProperty("role", "button");
    dismiss->setText(tr("Dismiss"));
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_offer);
    row->addWidget(dismiss);
    tintIcon();
    hide();
}

void Banner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tintIcon();
    }
}

void Banner::tintIcon() {
    const QColor color = themeOf(this).bad;
    m_icon->setPixmap(tintedIcon(QStringLiteral(":/icons/warning.svg"), color, color)
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
}

void Banner::say(const QString& text, Tone tone, bool passes) {
    m_passes = passes;
    m_icon->setVisible(tone == Tone::Problem);
    setLook(m_text, "role", tone == Tone::Problem ? QStringLiteral("error") : QString());
    setLook(this, "news", tone == Tone::News);
    m_text->setText(text);
    m_offer->hide();
    m_reading->stop();
    if (tone == Tone::News) {
        m_reading->start(toNotice + perLetter * static_cast<int>(text.size()));
    }
    setAccessibleName(text);
    show();
    announce(this);
}

void Banner::wasRead() {
    if (underMouse() || isAncestorOf(QApplication::focusWidget())) {
        m_reading->start(toNotice);
    } else {
        hide();
    }
}

void Banner::showText(const QString& text) {
    say(text, Tone::News, false);
}

void Banner::showError(const Error& error) {
    say(errorText(error), Tone::Problem, true);
}

void Banner::pass() {
    if (m_passes) {
        hide();
    }
}

void Banner::showProblems(const std::vector<Error>& problems) {
    QStringList lines;
    for (const Error& problem : problems) {
        if (lines.size() == longestList) {
            lines << tr("%n more", nullptr, static_cast<int>(problems.size()) - longestList);
            break;
        }
        lines << errorText(problem);
    }
    say(lines.join(QLatin1Char('\n')), Tone::Problem, false);
}

void Banner::offer(const QString& action, const QString& tip, std::function<void()> act) {
    m_offer->disconnect();
    m_offer->setText(action);
    m_offer->setToolTip(tip);
    connect(m_offer, &QToolButton::clicked, this, [this, act = std::move(act)] {
        hide();
        act();
    });
    m_offer->show();
    m_reading->stop();  // it is for somebody to decide
}

}  // namespace zeropoint::ui
