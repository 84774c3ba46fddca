// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/model_info_dialog.h"

#include "ui/controls/fit_screen.h"
#include "ui/state/model_overview.h"
#include "ui/text/model_words.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

/// Texts of a file may be long; the whole of one is in its tool tip.
constexpr qsizetype mostShown = 2000;

QTreeWidgetItem* addSection(QTreeWidget& table, const QString& title) {
    auto* section = new QTreeWidgetItem(&table, {title});
    section->setFirstColumnSpanned(true);
    section->setExpanded(true);
    return section;
}

void addRow(QTreeWidgetItem* section, const QString& key, const QString& value) {
    auto* row = new QTreeWidgetItem(section, {key, value.left(mostShown).simplified()});
    row->setToolTip(0, key);
    row->setToolTip(1, value.left(mostShown));
}

void addTotals(QTreeWidget& table, const ModelOverview& overview) {
    QTreeWidgetItem* section = addSection(table, ModelInfoDialog::tr("Totals"));
    const ModelTotals& totals = overview.totals();
    addRow(section, ModelInfoDialog::tr("Format"),
           QString::fromStdString(std::string(overview.file()->formatName())));
    addRow(section, ModelInfoDialog::tr("Tensors"), formatCount(overview.file()->tensors().size()));
    addRow(section, ModelInfoDialog::tr("Parameters"), formatCount(totals.parameters));
    addRow(section, ModelInfoDialog::tr("Bytes"), formatCount(totals.bytes));
    for (const DTypeShare& share : totals.byDType) {
        addRow(section, shownText(share.dtype),
               ModelInfoDialog::tr("tensors: %1, parameters: %2, %3")
                   .arg(formatCount(share.tensors), formatCount(share.parameters),
                        formatBytes(share.bytes)));
    }
}

}  // namespace

ModelInfoDialog::ModelInfoDialog(const ModelOverview& overview, QWidget* parent) : QDialog(parent) {
    const QString path = QString::fromStdString(overview.file()->path());
    setWindowTitle(tr("About %1").arg(QFileInfo(path).fileName()));
    auto* table = new QTreeWidget;
    table->setObjectName(QStringLiteral("model_info"));
    table->setAccessibleName(tr("What the file says of itself"));
    table->setHeaderLabels({tr("Name"), tr("Value")});
    table->setRootIsDecorated(false);
    addTotals(*table, overview);
    if (overview.architecture()) {
        QTreeWidgetItem* section = addSection(*table, tr("Architecture (config.json)"));
        for (const auto& [key, value] : architectureFigures(*overview.architecture())) {
            addRow(section, key, value);
        }
    }
    if (!overview.file()->notes().empty()) {
        QTreeWidgetItem* section = addSection(*table, tr("Remarks of the reader"));
        for (const FileNote& note : overview.file()->notes()) {
            const auto [subject, words] = noteWords(note);
            addRow(section, subject, words);
        }
    }
    if (!overview.file()->metadata().empty()) {
        QTreeWidgetItem* section = addSection(*table, tr("Metadata"));
        for (const auto& [key, value] : overview.file()->metadata()) {
            addRow(section, shownText(key), shownText(value));
        }
    }
    table->header()->resizeSection(0, 220);
    table->setCurrentItem(table->topLevelItem(0));
    auto* where = new QLabel(path);
    where->setProperty("role", "caption");
    where->setTextFormat(Qt::PlainText);
    where->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(where);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    resize(withinScreen(*this, {560, 480}));
}

}  // namespace zeropoint::ui
