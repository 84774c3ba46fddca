// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/files_header.h"

#include "core/files/model_totals.h"
#include "ui/actions/actions.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/table_dialog.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/files_comparison.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int longestName = 220;

QString ComparisonView::*pathOf(int side) {
    return side == 0 ? &ComparisonView::fileA : &ComparisonView::fileB;
}

/// "safetensors · BF16 · 16.1 GB".
QString fileDetail(const WeightFile& file) {
    const ModelTotals totals = totalsOf(file.tensors());
    QStringList parts{
        QString::fromUtf8(file.formatName().data(), qsizetype(file.formatName().size()))};
    if (!totals.byDType.empty()) {
        parts << shownText(totals.byDType.front().dtype);
    }
    parts << formatBytes(totals.bytes);
    return parts.join(QStringLiteral(" · "));
}

/// How the tensors were found to belong together, in words.
QString ruleText(const OpenedPair& opened) {
    const auto& pairs = opened.pairing.pairs;
    const auto count = [&](auto matches) {
        return static_cast<int>(std::ranges::count_if(pairs, matches));
    };
    QStringList parts;
    if (count([](const TensorPair& pair) { return pair.by == MatchedBy::KnownName; }) > 0) {
        parts << FilesHeader::tr("by the names of the model's family");
    } else if (count([](const TensorPair& pair) { return pair.by == MatchedBy::Name; }) > 0) {
        parts << FilesHeader::tr("by equal names");
    }
    if (const int shapes =
            count([](const TensorPair& pair) { return pair.by == MatchedBy::Shape; })) {
        parts << FilesHeader::tr("%n by its shape alone", nullptr, shapes);
    }
    if (const int own = count([](const TensorPair& pair) { return pair.by == MatchedBy::Map; })) {
        parts << FilesHeader::tr("%n by your own pairs", nullptr, own);
    }
    if (count([](const TensorPair& pair) { return pair.arrangement.headSize > 0; }) > 0) {
        parts << FilesHeader::tr("rows of q and k put back in A's order");
    }
    if (count([](const TensorPair& pair) {
            return pair.partOfA.rows > 0 || pair.partOfB.rows > 0;
        }) > 0) {
        parts << FilesHeader::tr("joined matrices taken apart by their rows");
    }
    if (count([](const TensorPair& pair) { return pair.arrangement.transposed; }) > 0) {
        parts << FilesHeader::tr("matrices that are stored by inputs are turned");
    }
    return parts.join(QStringLiteral("; "));
}

}  // namespace

FilesHeader::FilesHeader(Workbench& bench, const FilesComparison& comparison, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_comparison(comparison),
      m_matched(new QLabel),
      m_rule(new QLabel),
      m_map(new QPushButton(tr("Mapping…"))) {
    setProperty("role", "card");
    auto* swap = new QPushButton(QStringLiteral("⇄"));
    swap->setObjectName(QStringLiteral("compare_swap"));
    swap->setAccessibleName(tr("Swap A and B"));
    bindAction(swap, m_bench, QStringLiteral("compare.swap"));
    m_matched->setProperty("role", "good");
    m_matched->setObjectName(QStringLiteral("compare_matched"));
    m_rule->setProperty("role", "dim");
    m_rule->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_rule->setWordWrap(true);
    for (QLabel* label : {m_matched, m_rule}) {
        setHowKnown(label, QStringLiteral("compare.matched"));
    }
    m_map->setObjectName(QStringLiteral("compare_map"));
    setAnchor(m_map, QStringLiteral("compare.files.map"));
    connect(m_map, &QPushButton::clicked, this, &FilesHeader::chooseMap);
    auto* first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(m_matched);
    for (const int side : {0, 1}) {
        m_alone[side] = new QPushButton;
        m_alone[side]->setProperty("role", "link");
        m_alone[side]->setObjectName(QStringLiteral("compare_alone_%1").arg(side));
        connect(m_alone[side], &QPushButton::clicked, this, [this, side] { showAlone(side); });
        first->addWidget(m_alone[side]);
    }
    first->addStretch();
    auto* pairing = new QVBoxLayout;
    pairing->setSpacing(2);
    pairing->addLayout(first);
    pairing->addWidget(m_rule);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(12);
    row->addWidget(buildSide(0));
    row->addWidget(swap);
    row->addWidget(buildSide(1));
    row->addSpacing(8);
    row->addLayout(pairing, 1);
    row->addWidget(m_map);
    refresh();
}

QWidget* FilesHeader::buildSide(int side) {
    auto* place = new QWidget;
    auto* badge = new QLabel(columnLetter(side));
    badge->setFixedSize(28, 28);
    badge->setAlignment(Qt::AlignCenter);
    badge->setProperty("role", "inset");
    m_open[side] = new QPushButton;
    m_open[side]->setObjectName(side == 0 ? QStringLiteral("compare_open_a")
                                          : QStringLiteral("compare_open_b"));
    setAnchor(m_open[side],
              side == 0 ? QStringLiteral("compare.files.a") : QStringLiteral("compare.files.b"));
    connect(m_open[side], &QPushButton::clicked, this, [this, side] { chooseFile(side); });
    m_detail[side] = new QLabel;
    m_detail[side]->setProperty("role", "dim");
    setHowKnown(m_detail[side], QStringLiteral("compare.file"));
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_open[side]);
    names->addWidget(m_detail[side]);
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(badge);
    row->addLayout(names);
    return place;
}

void FilesHeader::chooseFile(int side) {
    auto* dialog = new QFileDialog(
        this, side == 0 ? tr("Open the reference, A") : tr("Open the other file, B"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("compare_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, side](const QString& file) { m_bench.views().compare.set(pathOf(side), file); });
    dialog->open();
}

void FilesHeader::chooseMap() {
    auto* dialog =
        new QFileDialog(this, tr("Open own pairs of names"), QString(), tr("Pairs (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_bench.views().compare.set(&ComparisonView::mapFile, file);
    });
    dialog->open();
}

void FilesHeader::showAlone(int side) {
    const auto& opened = m_comparison.opened();
    if (!opened) {
        return;
    }
    const WeightFile& file = (side == 0 ? opened->a : opened->b).file();
    TableContent content;
    content.title = tr("Only in %1").arg(columnLetter(side));
    content.columns = QStringList{tr("Tensor"), tr("Shape"), tr("Format")};
    for (const std::size_t index : side == 0 ? opened->pairing.onlyInA : opened->pairing.onlyInB) {
        const TensorInfo& info = file.tensors()[index];
        content.rows.append({tensorTitle(file, info), QString::fromStdString(toString(info.shape)),
                             shownText(info.dtypeText)});
    }
    (new TableDialog(content, this))->open();
}

void FilesHeader::refresh() {
    const ComparisonView& view = m_bench.views().compare.get();
    const auto& opened = m_comparison.opened();
    for (const int side : {0, 1}) {
        const QString path = view.*pathOf(side);
        QPushButton* button = m_open[side];
        const QString name = QFileInfo(path).fileName();
        button->setText(path.isEmpty()
                            ? (side == 0 ? tr("Open file A…") : tr("Open file B…"))
                            : fontMetrics().elidedText(name, Qt::ElideMiddle, longestName));
        button->setToolTip(path);
        m_detail[side]->setText(
            opened ? fileDetail((side == 0 ? opened->a : opened->b).file())
                   : (side == 0 ? tr("the reference") : tr("another file of the same model")));
        const std::size_t alone =
            !opened ? 0 : (side == 0 ? opened->pairing.onlyInA : opened->pairing.onlyInB).size();
        m_alone[side]->setVisible(alone > 0);
        m_alone[side]->setText(side == 0 ? tr("%n only in A", nullptr, static_cast<int>(alone))
                                         : tr("%n only in B", nullptr, static_cast<int>(alone)));
    }
    m_matched->setText(
        opened ? tr("✓ %n matched", nullptr, static_cast<int>(opened->pairing.pairs.size()))
               : QString());
    const QString rule = opened ? ruleText(*opened) : QString();
    m_rule->setText(rule);
    m_rule->setToolTip(rule);
    m_map->setEnabled(opened != nullptr);
}

}  // namespace zeropoint::ui
