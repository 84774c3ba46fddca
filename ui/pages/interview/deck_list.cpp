// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/deck_list.h"

#include "ui/controls/anchor.h"
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
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(*painter, option, theme, chosen);
        const QRect box = option.rect.adjusted(16, 0, -14, 0);
        const int pill = paintPill(*painter, box, index, theme);
        painter->setPen(theme.text);
        painter->setFont(textFont(13, chosen ? QFont::DemiBold : QFont::Medium));
        const QRect title(box.left(), box.top() + 7, box.width() - pill - 8, 20);
        painter->drawText(title, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            title.width()));
        paintRecall(*painter, box, index, theme);
        painter->restore();
    }

private:
    static void paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                            const Theme& theme, bool chosen) {
        if (chosen) {
            painter.fillRect(option.rect, theme.accentSoft);
            painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                             theme.accent);
        } else if ((option.state & QStyle::State_MouseOver) != 0) {
            painter.fillRect(option.rect, theme.hover);
        }
        painter.setPen(theme.grid);
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if ((option.state & QStyle::State_HasFocus) != 0) {
            painter.setPen(QPen(theme.accent, 2));
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
    }

    /// The room that it takes.
    static int paintPill(QPainter& painter, const QRect& box, const QModelIndex& index,
                         const Theme& theme) {
        const int due = index.data(DeckList::DueRole).toInt();
        const bool fresh = index.data(DeckList::NewRole).toBool();
        if (due == 0 && !fresh) {
            return 0;
        }
        const QString text = due > 0 ? DeckList::tr("%1 due").arg(due) : DeckList::tr("new");
        painter.setFont(textFont(12, due > 0 ? QFont::DemiBold : QFont::Normal));
        const int width = painter.fontMetrics().horizontalAdvance(text) + 18;
        const QRectF pill(box.right() - width + 0.5, box.center().y() - 11.5, width, 22);
        painter.setPen(due > 0 ? theme.accent : theme.border);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(pill, 11, 11);
        painter.setPen(due > 0 ? theme.accent : theme.text3);
        painter.drawText(pill, Qt::AlignCenter, text);
        return width;
    }

    static void paintRecall(QPainter& painter, const QRect& box, const QModelIndex& index,
                            const Theme& theme) {
        const QRectF bar(box.left(), box.top() + 34, barWidth, 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.sunken);
        painter.drawRoundedRect(bar, 2, 2);
        QRectF known = bar;
        known.setWidth(bar.width() * index.data(DeckList::RecallRole).toDouble());
        painter.setBrush(theme.control);
        painter.drawRoundedRect(known, 2, 2);
        painter.setPen(theme.text3);
        painter.setFont(monoFont(11));
        painter.drawText(
            QRect(box.left() + barWidth + 10, box.top() + 27, 100, 18), Qt::AlignVCenter,
            DeckList::tr("%n card(s)", nullptr, index.data(DeckList::CardsRole).toInt()));
    }
};

}  // namespace

DeckList::DeckList(Interview& interview, SettingsCatalogue& settings, QWidget* parent)
    : QListWidget(parent), m_interview(interview), m_settings(settings) {
    setObjectName(QStringLiteral("deck_list"));
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
