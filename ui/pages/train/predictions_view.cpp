// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/predictions_view.h"

#include "ui/controls/how_known.h"
#include "ui/controls/scrolled.h"
#include "ui/pages/train/digits_view.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr std::size_t sequencesShown = 5;

QString colored(const QString& text, const QColor& color, bool strong = false) {
    return QStringLiteral("<span style='color:%1;%2'>%3</span>")
        .arg(color.name(),
             strong ? QStringLiteral("font-weight:600;text-decoration:underline") : QString(),
             text.toHtmlEscaped());
}

QString symbols(const std::vector<std::int32_t>& values) {
    QStringList texts;
    for (const std::int32_t value : values) {
        texts << QString::number(value);
    }
    return texts.join(QLatin1Char(' '));
}

/// What paints itself, scrolled.
QScrollArea* scrolledChart(QWidget* content) {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(content);
    return scrolled(inside);
}

}  // namespace

PredictionsView::PredictionsView(QWidget* parent)
    : QWidget(parent),
      m_caption(new QLabel),
      m_stack(new QStackedWidget),
      m_digits(new DigitsView),
      m_text(new QLabel) {
    m_caption->setProperty("role", "secondary");
    m_caption->setWordWrap(true);
    setHowKnown(m_caption, QStringLiteral("train.steps"));
    m_digits->setObjectName(QStringLiteral("digit_predictions"));
    m_text->setObjectName(QStringLiteral("text_predictions"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFont(monoFont(12));
    m_stack->addWidget(scrolledChart(m_digits));
    m_stack->addWidget(scrolledChart(m_text));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_stack, 1);
    show({});
}

void PredictionsView::show(const SnapshotPtr& snapshot, bool trained) {
    m_snapshot = snapshot;
    if (!snapshot) {
        m_caption->setText(tr("What the model does with test data appears with the first run."));
        m_stack->hide();
        return;
    }
    m_stack->show();
    const ModelProbe& probe = snapshot->probe;
    const QString step = !trained ? tr("quantized as it stands")
                         : snapshot->step == 0
                             ? tr("before the first step")
                             : tr("after step %1").arg(formatCount(snapshot->step));
    if (!probe.digits.empty()) {
        m_caption->setText(tr("Test digits, %1").arg(step));
        m_digits->show(std::dynamic_pointer_cast<const Digits>(snapshot->data), probe.digits);
        m_stack->setCurrentIndex(0);
        return;
    }
    m_stack->setCurrentIndex(1);
    const bool sorts = !probe.sorts.empty();
    m_caption->setText(sorts ? tr("Test sequences, sorted one symbol after the other, %1").arg(step)
                             : tr("Written after the grey words, %1").arg(step));
    m_text->setText(sorts ? sortText() : writtenText());
}

QString PredictionsView::sortText() const {
    const Theme& theme = themeOf(this);
    QString html;
    const auto& guesses = m_snapshot->probe.sorts;
    for (std::size_t i = 0; i < std::min(sequencesShown, guesses.size()); ++i) {
        const SortGuess& guess = guesses[i];
        html += QStringLiteral("<p style='margin:0 0 10px 0;line-height:140%'>") +
                colored(symbols(guess.items), theme.text3) + QStringLiteral("<br/>");
        for (std::size_t k = 0; k < guess.produced.size(); ++k) {
            const bool right = guess.produced[k] == guess.wanted[k];
            html += colored(QString::number(guess.produced[k]), right ? theme.text : theme.bad,
                            !right) +
                    QLatin1Char(' ');
        }
        html += guess.right() ? colored(QStringLiteral("✓"), theme.good)
                              : colored(QStringLiteral("✗"), theme.bad);
        html += QStringLiteral("</p>");
    }
    return html;
}

QString PredictionsView::writtenText() const {
    const Theme& theme = themeOf(this);
    const auto lines = [&](const std::string& text, const QColor& color) {
        return colored(QString::fromStdString(text), color)
            .replace(QLatin1Char('\n'), QStringLiteral("<br/>"));
    };
    return QStringLiteral("<p style='line-height:150%'>") +
           lines(m_snapshot->probe.prompt, theme.text3) +
           lines(m_snapshot->probe.text, theme.text) + QStringLiteral("</p>");
}

void PredictionsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_snapshot) {
        show(m_snapshot);
    }
}

}  // namespace zeropoint::ui
