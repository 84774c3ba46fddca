// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/column_card.h"

#include "ui/controls/how_known.h"
#include "ui/controls/icon.h"
#include "ui/controls/notice.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int badgeSize = 28;
constexpr int plotHeight = 260;
constexpr double cardRadius = 8;

QToolButton* iconButton(const QString& tip) {
    auto* button = new QToolButton;
    button->setProperty("role", "icon");
    button->setFixedSize(24, 24);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

}  // namespace

QString figureName(ColumnCard::Figure figure) {
    switch (figure) {
        case ColumnCard::Sqnr:
            return ColumnCard::tr("SQNR");
        case ColumnCard::MedianChannel:
            return ColumnCard::tr("Median channel");
        case ColumnCard::MaxError:
            return ColumnCard::tr("Max error");
        case ColumnCard::BecameZero:
            return ColumnCard::tr("Became zero");
        case ColumnCard::BitsPerWeight:
            return ColumnCard::tr("Bits per weight");
        case ColumnCard::Size:
            return ColumnCard::tr("Size");
        case ColumnCard::FigureCount:
            break;
    }
    return {};
}

ColumnCard::ColumnCard(int column, QWidget* parent)
    : QFrame(parent),
      m_letter(columnLetter(column)),
      m_plot(new SettingPlot(tr("Values and errors of column %1").arg(columnLetter(column)))),
      m_problem(new Notice(this)) {
    setProperty("role", "card");
    setObjectName(QStringLiteral("compare_column_%1").arg(column));
    m_plot->setObjectName(QStringLiteral("compare_plot_%1").arg(column));
    m_plot->setMinimumHeight(plotHeight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(buildHeader(column));
    m_problem->floatOver(m_plot);
    layout->addWidget(m_plot, 1);
    layout->addWidget(buildFigures());
    tint();
}

QWidget* ColumnCard::buildHeader(int column) {
    auto* header = new QWidget;
    m_badge = new QLabel(m_letter);
    m_badge->setFixedSize(badgeSize, badgeSize);
    m_badge->setAlignment(Qt::AlignCenter);
    m_badge->setProperty("role", "inset");
    m_name = new QLabel;
    m_name->setProperty("role", "cardTitle");
    m_name->setObjectName(QStringLiteral("compare_name_%1").arg(column));
    m_detail = new QLabel;
    m_detail->setProperty("role", "secondary");
    m_detail->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_detail->setObjectName(QStringLiteral("compare_detail_%1").arg(column));
    m_pin = new QLabel;
    m_pin->setProperty("role", "accent");
    m_pin->hide();
    m_edit = iconButton(tr("Change column %1").arg(m_letter));
    m_edit->setObjectName(QStringLiteral("compare_edit_%1").arg(column));
    setTintedIcon(m_edit, "edit");
    m_menu = iconButton(tr("More for column %1").arg(m_letter));
    m_menu->setObjectName(QStringLiteral("compare_menu_%1").arg(column));
    m_menu->setText(QStringLiteral("⋯"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto* first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_name);
    first->addWidget(m_pin);
    first->addStretch();
    first->addWidget(m_edit);
    first->addWidget(m_menu);
    // The detail has the width of the buttons too.
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addLayout(first);
    names->addWidget(m_detail);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_badge);
    row->addLayout(names, 1);
    return header;
}

QWidget* ColumnCard::buildFigures() {
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    constexpr const char* known[FigureCount] = {"calibrate.sqnr",      "compare.median_channel",
                                                "calibrate.max_error", "compare.became_zero",
                                                "calibrate.bits",      "calibrate.size"};
    for (int i = 0; i < FigureCount; ++i) {
        auto* name = new QLabel(figureName(Figure(i)));
        name->setProperty("role", "secondary");
        auto* value = new QLabel(QStringLiteral("–"));
        value->setObjectName(objectName() + QStringLiteral("_figure_%1").arg(i));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setTextFormat(Qt::PlainText);
        value->setAccessibleName(figureName(Figure(i)));
        setHowKnown(value, QLatin1String(known[i]));
        grid->addWidget(name, i, 0);
        grid->addWidget(value, i, 1);
        m_values.push_back(value);
    }
    return table;
}

void ColumnCard::setSetting(const QString& name, const QString& detail) {
    m_name->setText(name);
    m_detailText = detail;
    elide();
    m_detail->setToolTip(detail);
    setAccessibleName(tr("Column %1: %2, %3").arg(m_letter, name, detail));
}

void ColumnCard::elide() {
    m_detail->setText(
        m_detail->fontMetrics().elidedText(m_detailText, Qt::ElideRight, m_detail->width()));
}

void ColumnCard::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    layout()->activate();
    elide();
}

void ColumnCard::setPin(const QString& side) {
    m_pin->setText(side.isEmpty() ? QString() : tr("pinned %1").arg(side));
    m_pin->setVisible(!side.isEmpty());
}

void ColumnCard::setChosen(bool chosen) {
    if (chosen != m_isChosen) {
        m_isChosen = chosen;
        update();
    }
}

void ColumnCard::show(const Figures& figures) {
    m_figures = figures;
    for (int i = 0; i < FigureCount; ++i) {
        const ColumnFigure& figure = figures[static_cast<std::size_t>(i)];
        const QString text = figure.text.isEmpty() ? QStringLiteral("–") : figure.text;
        QLabel* value = m_values[static_cast<std::size_t>(i)];
        value->setText(figure.best ? tr("%1  best").arg(text) : text);
        setHowKnownNumbers(value, figure.numbers);
    }
    tint();
}

QString ColumnCard::figureText(Figure figure) const {
    return m_values[static_cast<std::size_t>(figure)]->text();
}

void ColumnCard::setProblem(const QString& text) {
    m_problem->setText(text);
}

void ColumnCard::tint() {
    const Theme& theme = themeOf(this);
    for (int i = 0; i < FigureCount; ++i) {
        QLabel* value = m_values[static_cast<std::size_t>(i)];
        const bool best = m_figures[static_cast<std::size_t>(i)].best;
        value->setFont(monoFont(12, best ? QFont::Bold : QFont::Normal));
        QPalette palette = value->palette();
        palette.setColor(QPalette::WindowText, best ? theme.good : theme.text);
        value->setPalette(palette);
    }
}

void ColumnCard::mousePressEvent(QMouseEvent* event) {
    QFrame::mousePressEvent(event);
    emit chosen();
}

void ColumnCard::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    if (m_isChosen) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeOf(this).accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), cardRadius, cardRadius);
    }
}

void ColumnCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_values.empty()) {
        tint();
    }
}

}  // namespace zeropoint::ui
