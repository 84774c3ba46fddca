// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/palette.h"

#include "ui/actions/palette_delegate.h"
#include "ui/actions/palette_model.h"
#include "ui/controls/dim.h"
#include "ui/controls/icon.h"
#include "ui/controls/key_label.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int cardWidth = 678;
constexpr int smallCardWidth = 560;
constexpr int smallWindow = 1280;
constexpr int cardTop = 72;
constexpr int mostHeight = 552;       ///< of the list: about sixteen lines
constexpr int smallMostHeight = 410;  ///< about twelve
constexpr int fieldHeight = 52;
constexpr int longestMemory = 20;
const QString usedKey = QStringLiteral("paletteUsed");

QFrame* divider() {
    auto* line = new QFrame;
    line->setProperty("role", "divider");
    return line;
}

}  // namespace

Palette::Palette(QWidget* window, std::vector<PaletteSection> sections, const QString& placeholder)
    : QWidget(window),
      m_model(new PaletteModel(std::move(sections), used(), this)),
      m_field(new QLineEdit),
      m_list(new QListView),
      m_count(new QLabel),
      m_card(buildCard(placeholder)),
      m_before(QApplication::focusWidget()) {
    setObjectName(QStringLiteral("palette"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Command palette"));
    window->installEventFilter(this);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        moveTo(index.row());
        choose();
    });
    search({});
    show();
    raise();
    m_field->setFocus();
}

QFrame* Palette::buildCard(const QString& placeholder) {
    auto* card = new QFrame(this);
    card->setProperty("role", "card");
    const Theme& theme = themeOf(this);
    auto* glass = new QLabel;
    glass->setPixmap(
        tintedIcon(QStringLiteral(":/icons/search.svg"), theme.text2, theme.text2).pixmap(18, 18));
    m_field->setObjectName(QStringLiteral("palette_field"));
    m_field->setProperty("role", "bare");
    m_field->setFont(textFont(16));
    m_field->setPlaceholderText(placeholder);
    m_field->setAccessibleName(placeholder);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(16, 0, 16, 0);
    top->setSpacing(12);
    top->addWidget(glass);
    top->addWidget(m_field, 1);
    top->addWidget(new KeyLabel(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    auto* head = new QWidget;
    head->setLayout(top);
    head->setFixedHeight(fieldHeight);
    m_list->setObjectName(QStringLiteral("palette_list"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(divider());
    column->addWidget(m_list);
    column->addWidget(divider());
    column->addWidget(buildFooter());
    return card;
}

QWidget* Palette::buildFooter() {
    auto* footer = new QWidget;
    footer->setFixedHeight(38);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(6);
    const auto hint = [row](std::initializer_list<QString> keys, const QString& what) {
        for (const QString& key : keys) {
            row->addWidget(new KeyLabel(key));
        }
        auto* label = new QLabel(what);
        label->setProperty("role", "secondary");
        row->addWidget(label);
        row->addSpacing(12);
    };
    hint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choose"));
    hint({QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)}, tr("open or run"));
    hint({QStringLiteral("←"), QStringLiteral("→")}, tr("change a setting here"));
    row->addStretch();
    m_count->setObjectName(QStringLiteral("palette_count"));
    m_count->setFont(monoFont(12));
    m_count->setProperty("role", "secondary");
    row->addWidget(m_count);
    return footer;
}

void Palette::search(const QString& query) {
    m_model->setQuery(query);
    m_count->setText(tr("%1 of %2").arg(m_model->matches()).arg(m_model->entries()));
    arrange();
    moveTo(m_model->next(-1, 1));
}

void Palette::arrange() {
    const QWidget* window = parentWidget();
    setGeometry(window->rect());
    const bool small = window->width() < smallWindow;
    const int width = std::min(small ? smallCardWidth : cardWidth, window->width() - 32);
    int lines = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        lines += m_list->itemDelegate()->sizeHint({}, m_model->index(row)).height();
    }
    const int room = window->height() - cardTop - fieldHeight - 60;
    m_list->setFixedHeight(std::min({lines, small ? smallMostHeight : mostHeight, room}));
    m_card->setFixedWidth(width);
    m_card->adjustSize();
    m_card->move((window->width() - width) / 2, cardTop);
}

int Palette::currentRow() const {
    return m_list->currentIndex().row();
}

/// The reader hears the line, though the focus stays in the field.
void Palette::moveTo(int row) {
    if (!m_model->takes(row)) {
        m_field->setAccessibleDescription(
            m_model->rowCount() > 0 ? m_model->index(0).data().toString() : QString());
        return;
    }
    m_list->setCurrentIndex(m_model->index(row));
    // The heading of a section's first line belongs to it.
    const bool first = row > 0 && !m_model->takes(row - 1);
    m_list->scrollTo(m_model->index(first ? row - 1 : row));
    m_list->scrollTo(m_model->index(row));
    m_field->setAccessibleDescription(m_model->spoken(row));
    QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void Palette::step(int direction) {
    const QModelIndex index = m_list->currentIndex();
    m_model->change(index.row(), direction);
    moveTo(index.row());
}

void Palette::choose() {
    const int row = currentRow();
    if (!m_model->takes(row)) {
        return;
    }
    if (m_model->line(row) == PaletteModel::Line::More) {
        m_model->expand(row);
        arrange();
        moveTo(row);
        return;
    }
    if (!m_model->index(row).data(PaletteModel::MissingRole).toString().isEmpty()) {
        moveTo(row);  // says once more why not
        return;
    }
    remember(m_model->key(row));
    leave();
    m_model->run(row);
}

void Palette::leave() {
    m_field->removeEventFilter(this);
    hide();
    if (m_before != nullptr) {
        m_before->setFocus();
    }
    close();
}

QStringList Palette::used() {
    return QSettings().value(usedKey).toStringList();
}

void Palette::remember(const QString& key) {
    QStringList keys = used();
    keys.removeAll(key);
    keys.prepend(key);
    QSettings().setValue(usedKey, keys.mid(0, longestMemory));
}

bool Palette::takeKey(int key) {
    const int row = currentRow();
    switch (key) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            moveTo(m_model->next(row, key == Qt::Key_Down ? 1 : -1));
            return true;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            moveTo(m_model->nextSection(row, key == Qt::Key_PageDown ? 1 : -1));
            return true;
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (!m_list->currentIndex().data(PaletteModel::StepsRole).toBool()) {
                return false;  // moves in the text
            }
            step(key == Qt::Key_Right ? 1 : -1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        case Qt::Key_Escape:
            leave();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true;  // the focus stays
        default:
            return false;
    }
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        arrange();
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
        return plain && takeKey(key->key());
    }
    return QWidget::eventFilter(watched, event);
}

void Palette::mousePressEvent(QMouseEvent*) {
    leave();
}

void Palette::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), dimColor(themeOf(this)));
}

}  // namespace zeropoint::ui
