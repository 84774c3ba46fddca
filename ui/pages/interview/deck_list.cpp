// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/deck_list.h"

#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/row_painter.h"
#include "ui/state/interview/interview.h"
#include "ui/state/settings_catalogue.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 50;
constexpr int barWidth = 70;

/// Title over a bar and a count; a pill at the right.
class DeckDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {160, rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = themeOf(option.widget);
        const bool chosen = (option.state & QStyle::State_Selected) != 0;
        RowPainter row(painter, option.rect, theme);
        row.ground(RowPainter::stateOf(option));
        row.line(theme.grid);
        if ((option.state & QStyle::State_HasFocus) != 0) {
            painter->setPen(QPen(theme.accent, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        const QRect box = option.rect.adjusted(16, 0, -14, 0);
        const int pill = paintPill(row, box, index);
        row.words({box.left(), box.top() + 7, box.width() - pill - 8, 20}, index.data().toString(),
                  textFont(13, chosen ? QFont::DemiBold : QFont::Medium), theme.text);
        row.share(QRectF(box.left(), box.top() + 34, barWidth, 4),
                  index.data(DeckList::RecallRole).toDouble(), theme.control);
        row.words({box.left() + barWidth + 10, box.top() + 27, 100, 18},
                  DeckList::tr("%n card(s)", nullptr, index.data(DeckList::CardsRole).toInt()),
                  monoFont(11), theme.text3);
    }

private:
    /// The room that it takes.
    static int paintPill(RowPainter& row, const QRect& box, const QModelIndex& index) {
        const int due = index.data(DeckList::DueRole).toInt();
        const bool fresh = index.data(DeckList::NewRole).toBool();
        if (due == 0 && !fresh) {
            return 0;
        }
        const Theme& theme = row.theme();
        const QString text = due > 0 ? DeckList::tr("%1 due").arg(due) : DeckList::tr("new");
        const QFont font = textFont(12, due > 0 ? QFont::DemiBold : QFont::Normal);
        const int width = QFontMetrics(font).horizontalAdvance(text) + 18;
        row.tag(QRectF(box.right() - width + 0.5, box.center().y() - 11.5, width, 22), 11,
                due > 0 ? theme.accent : theme.border, text, font,
                due > 0 ? theme.accent : theme.text3);
        return width;
    }
};

}  // namespace

DeckList::DeckList(Interview& interview, SettingsCatalogue& settings, QWidget* parent)
    : QListWidget(parent), m_interview(interview), m_settings(settings) {
    setObjectName(QStringLiteral("deck_list"));
    setHowKnown(this, QStringLiteral("interview.days"), false);
    setAccessibleName(tr("Decks"));
    setItemDelegate(new DeckDelegate(this));
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAnchor(this, QStringLiteral("interview.deck"));
    rebuild();
    connect(&m_interview, &Interview::decksChanged, this, &DeckList::rebuild);
    connect(&m_interview, &Interview::standingChanged, this, &DeckList::refresh);
    connect(&m_interview.view(), &ViewStateSignals::changed, this, &DeckList::followDeck);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (const QListWidgetItem* chosen = item(row)) {
            static_cast<void>(
                m_settings.set(QStringLiteral("interview.deck"), chosen->data(IdRole).toString()));
        }
    });
}

void DeckList::rebuild() {
    const QSignalBlocker quiet(this);
    clear();
    auto* all = new QListWidgetItem(tr("All decks"), this);
    all->setData(IdRole, QString());
    for (const course::Deck& deck : m_interview.decks()) {
        auto* row = new QListWidgetItem(QString::fromStdString(deck.title.text), this);
        row->setData(IdRole, QString::fromStdString(deck.id));
    }
    refresh();
    followDeck();
}

void DeckList::refresh() {
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem* row = item(i);
        const Interview::Standing standing = m_interview.standingOf(row->data(IdRole).toString());
        row->setData(CardsRole, standing.cards);
        row->setData(DueRole, standing.due);
        row->setData(NewRole, standing.answered == 0 && standing.cards > 0);
        row->setData(RecallRole, standing.recall);
        row->setToolTip(tr("%1: %2 due, %3 of %4 cards answered")
                            .arg(row->text())
                            .arg(standing.due)
                            .arg(standing.answered)
                            .arg(standing.cards));
        row->setData(Qt::AccessibleTextRole, row->toolTip());
    }
}

void DeckList::followDeck() {
    const QSignalBlocker quiet(this);
    const QString deck = m_interview.view()->deck;
    setCurrentRow(-1);
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(IdRole).toString() == deck) {
            setCurrentRow(i);
        }
    }
}

}  // namespace zeropoint::ui
