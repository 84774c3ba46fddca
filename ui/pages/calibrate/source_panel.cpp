// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/source_panel.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/form_arrows.h"
#include "ui/controls/setting_binding.h"
#include "ui/models/tensor_tree_model.h"
#include "ui/pages/calibrate/model_info_dialog.h"
#include "ui/pages/calibrate/tensor_delegate.h"
#include "ui/state/model_overview.h"
#include "ui/state/recent_files.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/model_words.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int expandUpTo = 60;  ///< tensors of a tree that is shown whole
constexpr int titleWidth = 130;
constexpr int mostRecent = 3;
constexpr int indentation = 12;

QPushButton* link(const QString& text, const QString& name) {
    auto* button = new QPushButton(text);
    button->setProperty("role", "link");
    button->setObjectName(name);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QLabel* caption(const QString& name) {
    auto* label = new QLabel;
    label->setProperty("role", "caption");
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString pathOf(const QModelIndex& branch) {
    const QString name = branch.data().toString();
    return branch.parent().isValid() ? pathOf(branch.parent()) + QLatin1Char('.') + name : name;
}

/// What has something below it, parents first.
QList<QModelIndex> branches(const QAbstractItemModel& model, const QModelIndex& below = {}) {
    QList<QModelIndex> found;
    for (int row = 0; row < model.rowCount(below); ++row) {
        const QModelIndex index = model.index(row, 0, below);
        if (model.hasChildren(index)) {
            found << index << branches(model, index);
        }
    }
    return found;
}

void add(QVBoxLayout& column, QWidget* widget) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(widget);
    column.addLayout(row);
}

/// As wide as the panel, with rows of one height.
void setUpTree(QTreeView* tree) {
    tree->setItemDelegate(new TensorDelegate(tree));
    tree->setHeaderHidden(true);
    tree->setUniformRowHeights(true);
    tree->setIndentation(indentation);
    tree->setMouseTracking(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

}  // namespace

SourcePanel::SourcePanel(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_overview(bench.overview()),
      m_model(new TensorTreeModel(m_overview, this)),
      m_title(new QLabel),
      m_count(new QLabel),
      m_totals(caption(QStringLiteral("model_totals"))),
      m_architecture(caption(QStringLiteral("model_architecture"))),
      m_notes(caption(QStringLiteral("model_notes"))),
      m_search(new QLineEdit),
      m_order(new QComboBox),
      m_tree(new QTreeView),
      m_empty(
          new QLabel(tr("No file is open. Drop weights here (safetensors, GGUF, PyTorch, ONNX, "
                        ".npy, .npz or text), or open a file: the histogram follows at once."))),
      m_open(link(tr("Open file…"), QStringLiteral("open_file"))),
      m_folder(link(tr("Folder…"), QStringLiteral("open_folder"))),
      m_about(link(tr("About"), QStringLiteral("about_file"))),
      m_recent(new QWidget) {
    setProperty("role", "card");
    m_title->setProperty("role", "cardTitle");
    m_count->setProperty("role", "caption");
    m_count->setObjectName(QStringLiteral("tensor_count"));
    m_empty->setProperty("role", "secondary");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_search->setPlaceholderText(tr("Search tensors"));
    m_search->setAccessibleName(tr("Search tensors"));
    m_search->setToolTip(tr("Shows the tensors whose names contain the text"));
    m_search->setObjectName(QStringLiteral("tensor_search"));
    m_search->setClearButtonEnabled(true);
    m_order->addItems({tr("In the file's order"), tr("Largest first"), tr("By dtype"),
                       tr("Outliers first"), tr("Largest error first")});
    m_order->setAccessibleName(tr("Order of the tensors"));
    m_order->setToolTip(
        tr("Outliers: the largest value over the RMS. Error: as INT8 with one "
           "scale over the full range. Of a large tensor a sample says about (≈) what "
           "they are until all of its values are measured."));
    m_order->setObjectName(QStringLiteral("tensor_order"));
    m_tree->setModel(m_model);
    setUpTree(m_tree);
    m_tree->setObjectName(QStringLiteral("tensor_tree"));
    m_tree->setAccessibleName(tr("Tensors of the open file"));
    setAnchor(m_tree, QStringLiteral("calibrate.expanded"));
    setAction(m_open, QStringLiteral("window.open"));
    setAction(m_folder, QStringLiteral("calibrate.open_folder"));
    setAction(m_about, QStringLiteral("calibrate.about_file"));
    m_about->setToolTip(tr("Sums, architecture and metadata of the file"));
    (new ArrowGroup(this))->setMembers({m_open, m_folder, m_about});
    new FormArrows({m_search, m_order});
    arrange();
    connectSignals();
    showFile();
}

void SourcePanel::arrange() {
    auto* header = new QHBoxLayout;
    header->setContentsMargins(12, 10, 12, 0);
    header->addWidget(m_title);
    header->addWidget(m_count);
    header->addStretch();
    auto* footer = new QHBoxLayout;
    footer->setContentsMargins(12, 0, 12, 8);
    footer->setSpacing(8);
    footer->addWidget(m_open);
    footer->addWidget(m_folder);
    footer->addStretch();
    footer->addWidget(m_about);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(6);
    column->addLayout(header);
    add(*column, m_totals);
    add(*column, m_architecture);
    add(*column, m_notes);
    add(*column, m_search);
    add(*column, m_order);
    add(*column, m_empty);
    auto* recent = new QVBoxLayout(m_recent);
    recent->setContentsMargins(0, 0, 0, 0);
    recent->setSpacing(2);
    add(*column, m_recent);
    column->addWidget(m_tree, 1);
    column->addLayout(footer);
}

void SourcePanel::connectSignals() {
    bindSetting(m_search, m_bench.settings(), QStringLiteral("calibrate.search"));
    bindSetting(m_order, m_bench.settings(), QStringLiteral("calibrate.order"));
    connect(&m_bench.settings(), &SettingsCatalogue::changed, this, [this](const QString& name) {
        if (name == anchorOf(m_search)) {
            search();
        } else if (name == anchorOf(m_order)) {
            order();
        }
    });
    connect(m_open, &QPushButton::clicked, this, &SourcePanel::openRequested);
    m_folder->setToolTip(tr("A model whose weights lie in several files of one folder"));
    connect(m_folder, &QPushButton::clicked, this, &SourcePanel::chooseFolder);
    connect(m_about, &QPushButton::clicked, this, [this] {
        auto* dialog = new ModelInfoDialog(m_overview, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_tree, &QTreeView::expanded, this, &SourcePanel::rememberBranches);
    connect(m_tree, &QTreeView::collapsed, this, &SourcePanel::rememberBranches);
    connect(m_tree, &QTreeView::clicked, this, &SourcePanel::choose);
    connect(m_tree, &QTreeView::activated, this, &SourcePanel::choose);
    connect(&m_overview, &ModelOverview::architectureReady, this, &SourcePanel::showFacts);
    connect(&m_bench, &Workbench::fileChanged, this, &SourcePanel::showFile);
    connect(&m_bench, &Workbench::sourceChanged, this, &SourcePanel::showCurrent);
}

void SourcePanel::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Open a folder of weights"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("folder_dialog"));
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_bench.openFile(folder); });
    dialog->open();
}

/// What was opened before, while nothing is open; what is gone is not offered.
void SourcePanel::showRecent() {
    qDeleteAll(m_recent->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly));
    int shown = 0;
    if (m_bench.file() == nullptr) {
        for (const QString& path : recentWeights()) {
            if (shown == mostRecent || !QFileInfo::exists(path)) {
                continue;
            }
            const QString name = QFileInfo(path).fileName();
            auto* button = link(fontMetrics().elidedText(name, Qt::ElideMiddle, titleWidth),
                                QStringLiteral("recent%1").arg(shown++));
            button->setToolTip(path);
            button->setAccessibleName(tr("Open %1 again").arg(name));
            connect(button, &QPushButton::clicked, this, [this, path] { m_bench.openFile(path); });
            m_recent->layout()->addWidget(button);
        }
    }
    m_recent->setVisible(shown > 0);
}

void SourcePanel::choose(const QModelIndex& index) {
    const QVariant tensor = index.data(TensorTreeModel::TensorRole);
    if (tensor.isValid()) {
        m_bench.selectTensor(static_cast<std::size_t>(tensor.toULongLong()));
    } else {
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    }
}

void SourcePanel::order() {
    m_model->setOrder(static_cast<TensorTreeModel::Order>(m_bench.views().calibrate->order));
}

void SourcePanel::search() {
    m_model->setFilter(m_bench.views().calibrate->search.trimmed());
    showCurrent();
    if (m_model->matches() <= expandUpTo) {
        const QScopedValueRollback following(m_following, true);
        m_tree->expandAll();
    }
    showFacts();
}

void SourcePanel::showFile() {
    m_model->reload();
    m_model->setFilter(m_bench.views().calibrate->search.trimmed());
    order();
    const std::size_t count = m_bench.file() ? m_bench.file()->tensors().size() : 0;
    m_search->setVisible(count >= manyTensors);
    m_order->setVisible(count >= manyTensors);
    m_tree->setVisible(m_bench.file() != nullptr);
    m_empty->setVisible(m_bench.file() == nullptr);
    m_about->setVisible(m_bench.file() != nullptr);
    m_open->setText(m_bench.file() != nullptr ? tr("Open…") : tr("Open file…"));
    showRecent();
    expand();
    showFacts();
    showCurrent();
}

/// The branches that a hand opened, or all where they are few.
void SourcePanel::expand() {
    const QScopedValueRollback following(m_following, true);
    const QStringList& open = m_bench.views().calibrate->expanded;
    if (open.isEmpty()) {
        if (m_model->matches() <= expandUpTo) {
            m_tree->expandAll();
        }
        return;
    }
    for (const QModelIndex& branch : branches(*m_model)) {
        m_tree->setExpanded(branch, open.contains(pathOf(branch)));
    }
}

void SourcePanel::rememberBranches() {
    if (m_following) {
        return;
    }
    QStringList open;
    for (const QModelIndex& branch : branches(*m_model)) {
        if (m_tree->isExpanded(branch)) {
            open << pathOf(branch);
        }
    }
    m_bench.views().calibrate.set(&CalibrateView::expanded, open);
}

void SourcePanel::showFacts() {
    const bool open = m_bench.file() != nullptr;
    const QString name =
        open ? QFileInfo(QString::fromStdString(m_bench.file()->path())).fileName() : QString();
    m_title->setText(open ? QFontMetrics(textFont(13, QFont::DemiBold))
                                .elidedText(name, Qt::ElideMiddle, titleWidth)
                          : tr("Weights"));
    m_title->setToolTip(name);
    const std::size_t all = open ? m_bench.file()->tensors().size() : 0;
    const auto shown = static_cast<std::size_t>(m_model->matches());
    m_count->setText(!open          ? QString()
                     : shown == all ? formatCount(all)
                                    : tr("%1 of %2").arg(formatCount(shown), formatCount(all)));
    m_totals->setVisible(open);
    m_totals->setText(open ? totalsText(m_overview.totals()) : QString());
    const QString types = open ? totalsByType(m_overview.totals()) : QString();
    m_totals->setToolTip(types);
    m_totals->setAccessibleDescription(types);
    const QString architecture =
        m_overview.architecture() ? architectureText(*m_overview.architecture()) : QString();
    m_architecture->setVisible(!architecture.isEmpty());
    m_architecture->setText(architecture);
    showNotes();
}

/// What the reader left out or took for something is said beside the tensors.
void SourcePanel::showNotes() {
    constexpr qsizetype mostShown = 90;  // the names of many classes; the whole is in "About"
    QStringList lines;
    if (m_bench.file() != nullptr) {
        for (const FileNote& note : m_bench.file()->notes()) {
            const auto [subject, words] = noteWords(note);
            const QString shown =
                words.size() > mostShown ? words.left(mostShown) + QStringLiteral("…") : words;
            lines << tr("%1: %2").arg(subject, shown);
        }
    }
    m_notes->setVisible(!lines.isEmpty());
    m_notes->setText(lines.join(QLatin1Char('\n')));
}

void SourcePanel::showCurrent() {
    m_tree->clearSelection();
    const auto* origin =
        m_bench.source() ? std::get_if<FileOrigin>(&m_bench.source()->origin) : nullptr;
    if (origin != nullptr) {
        const QModelIndex row =
            origin->file == m_bench.file() ? m_model->indexOf(origin->index) : QModelIndex();
        m_tree->setCurrentIndex(row);
        m_tree->scrollTo(row);
    }
}

/// The hint is whole in a low window too, where the other cards of the column scroll.
void SourcePanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    m_empty->setMinimumHeight(m_empty->heightForWidth(layout()->contentsRect().width()));
}

}  // namespace zeropoint::ui
