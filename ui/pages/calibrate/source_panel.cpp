// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/source_panel.h"

#include "ui/models/tensor_list_model.h"
#include "ui/plots/sparkline.h"
#include "ui/state/thumbnails.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 38;
constexpr int sparkWidth = 40;
constexpr int searchFrom = 12;  ///< tensors from which a search field helps

/// Name over shape, sparkline at the right; the current row has a bar and a soft fill.
class TensorDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {160, rowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = themeOf(option.widget);
        const QRect area = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        if (selected) {
            painter->fillRect(area, theme.accentSoft);
            painter->fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.accent);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(area, theme.hover);
        }
        painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.grid);
        const QRect text = area.adjusted(12, 3, -sparkWidth - 20, -3);
        const QFont nameFont = textFont(12, selected ? QFont::DemiBold : QFont::Normal);
        painter->setFont(nameFont);
        painter->setPen(selected ? theme.accent : theme.text);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                          QFontMetrics(nameFont).elidedText(index.data().toString(),
                                                            Qt::ElideMiddle, text.width()));
        painter->setFont(monoFont(11));
        painter->setPen(theme.text3);
        painter->drawText(text.adjusted(0, 0, 16, 0), Qt::AlignLeft | Qt::AlignBottom,
                          QFontMetrics(monoFont(11))
                              .elidedText(index.data(TensorListModel::DetailRole).toString(),
                                          Qt::ElideRight, text.width() + 16));
        paintSparkline(
            *painter,
            QRectF(area.right() - sparkWidth - 10, area.top() + 8, sparkWidth, rowHeight - 18),
            index.data(TensorListModel::BarsRole).value<QVector<float>>(), theme);
    }
};

}  // namespace

SourcePanel::SourcePanel(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_thumbnails(new Thumbnails(this)),
      m_model(new TensorListModel(bench, *m_thumbnails, this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_title(new QLabel),
      m_count(new QLabel),
      m_search(new QLineEdit),
      m_list(new QListView),
      m_empty(
          new QLabel(tr("No file is open. Drop .npy or .safetensors weights here, or open a file: "
                        "the histogram follows at once."))) {
    setProperty("role", "card");
    m_title->setProperty("role", "cardTitle");
    m_count->setProperty("role", "caption");
    m_empty->setProperty("role", "secondary");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_search->setPlaceholderText(tr("Search tensors"));
    m_search->setAccessibleName(tr("Search tensors"));
    m_search->setObjectName(QStringLiteral("tensor_search"));
    m_search->setClearButtonEnabled(true);
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new TensorDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setObjectName(QStringLiteral("tensor_list"));
    m_list->setAccessibleName(tr("Tensors of the open file"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* open = new QPushButton(tr("Open a file…"));
    open->setProperty("role", "link");
    open->setObjectName(QStringLiteral("open_file"));
    open->setCursor(Qt::PointingHandCursor);

    auto* header = new QHBoxLayout;
    header->setContentsMargins(12, 10, 12, 0);
    header->addWidget(m_title);
    header->addWidget(m_count);
    header->addStretch();
    auto* searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(12, 0, 12, 0);
    searchRow->addWidget(m_search);
    auto* emptyRow = new QHBoxLayout;
    emptyRow->setContentsMargins(12, 0, 12, 0);
    emptyRow->addWidget(m_empty);
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(12, 0, 12, 8);
    footer->addWidget(open);
    footer->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(6);
    column->addLayout(header);
    column->addLayout(searchRow);
    column->addLayout(emptyRow);
    column->addWidget(m_list, 1);
    column->addLayout(footer);

    connect(m_search, &QLineEdit::textChanged, m_filtered,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(open, &QPushButton::clicked, this, &SourcePanel::openRequested);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid()) {
            m_bench.selectTensor(static_cast<std::size_t>(m_filtered->mapToSource(index).row()));
        }
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(&bench, &Workbench::fileChanged, this, &SourcePanel::refresh);
    connect(&bench, &Workbench::sourceChanged, this, &SourcePanel::refresh);
    refresh();
}

void SourcePanel::refresh() {
    const bool open = m_bench.file() != nullptr;
    const std::size_t count = open ? m_bench.file()->tensors().size() : 0;
    m_title->setText(
        open ? QFontMetrics(textFont(13, QFont::DemiBold))
                   .elidedText(QFileInfo(QString::fromStdString(m_bench.file()->path())).fileName(),
                               Qt::ElideMiddle, 130)
             : tr("Weights"));
    m_count->setText(open ? formatCount(count) : QString());
    m_search->setVisible(count >= searchFrom);
    m_list->setVisible(open);
    m_empty->setVisible(!open);
    m_list->clearSelection();
    const auto* origin =
        m_bench.source() ? std::get_if<FileOrigin>(&m_bench.source()->origin) : nullptr;
    if (origin != nullptr) {
        const QModelIndex row =
            m_filtered->mapFromSource(m_model->index(static_cast<int>(origin->index)));
        m_list->setCurrentIndex(row);
        m_list->scrollTo(row);
    }
}

}  // namespace zeropoint::ui
