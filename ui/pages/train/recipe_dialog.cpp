// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/recipe_dialog.h"

#include "core/files/atomic_file.h"
#include "ui/controls/fit_screen.h"
#include "ui/controls/notice.h"
#include "ui/controls/save_dialog.h"
#include "ui/state/runs/run_form.h"
#include "ui/text/messages.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 34;
constexpr qint64 mostBytes = 4 << 20;  ///< of a recipe; a real one has a few thousand

}  // namespace

RecipeDialog::RecipeDialog(const QuantRecipe& recipe, Transformer<float> model,
                           std::optional<QatConfig> qat, QWidget* parent)
    : QDialog(parent),
      m_recipe(recipe),
      m_model(std::move(model)),
      m_qat(qat),
      m_table(new QTableWidget),
      m_notice(new Notice),
      m_use(new QPushButton(tr("Use"))) {
    setWindowTitle(tr("Recipe"));
    setObjectName(QStringLiteral("recipe_dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(withinScreen(*this, {860, 600}));
    m_notice->setObjectName(QStringLiteral("recipe_notice"));
    buildTable();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_table, 1);
    column->addWidget(m_notice);
    column->addWidget(buildButtons());
    refresh();
}

void RecipeDialog::buildTable() {
    QStringList titles{tr("Layer")};
    for (const RecipeColumn column : recipeColumns) {
        titles << recipeColumnTitle(column);
    }
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setObjectName(QStringLiteral("recipe_table"));
    m_table->setAccessibleName(tr("Recipe, a row for each layer"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    addRow({}, true);
    for (const WeightSite& site : m_model.sites()) {
        addRow(site.name, site.linear);
    }
}

void RecipeDialog::addRow(const std::string& site, bool linear) {
    const int at = m_table->rowCount();
    m_table->insertRow(at);
    const QString name = site.empty() ? tr("All layers") : QString::fromStdString(site);
    m_table->setItem(at, 0, new QTableWidgetItem(name));
    Row& row = m_rows.emplace_back(Row{site, linear, {}});
    for (const RecipeColumn column : recipeColumns) {
        auto* box = new QComboBox;
        const QString title = recipeColumnTitle(column);
        box->setObjectName(
            QStringLiteral("recipe_%1_%2")
                .arg(site.empty() ? QStringLiteral("all") : name, recipeColumnId(column)));
        box->setAccessibleName(tr("%1 of %2").arg(title, name));
        m_table->setCellWidget(at, static_cast<int>(row.cells.size()) + 1, box);
        const std::size_t cell = row.cells.size();
        connect(box, &QComboBox::activated, this,
                [this, line = static_cast<std::size_t>(at), cell](int index) {
                    const Row& own = m_rows[line];
                    const auto& choices = own.cells[cell].choices;
                    if (index >= 0 && index < static_cast<int>(choices.size())) {
                        choose(own, choices[static_cast<std::size_t>(index)]);
                    }
                });
        row.cells.push_back({box, column, recipeChoices(column)});
    }
}

QWidget* RecipeDialog::buildButtons() {
    auto* buttons = new QWidget;
    auto* open = new QPushButton(tr("Open…"));
    open->setObjectName(QStringLiteral("recipe_open"));
    open->setToolTip(tr("A recipe from a JSON file"));
    auto* save = new QPushButton(tr("Save…"));
    save->setObjectName(QStringLiteral("recipe_save"));
    save->setToolTip(tr("As JSON, for zeropoint-cli and for experiments"));
    auto* cancel = new QPushButton(tr("Cancel"));
    m_use->setObjectName(QStringLiteral("recipe_use"));
    m_use->setProperty("role", "primary");
    m_use->setDefault(true);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(open);
    row->addWidget(save);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_use);
    connect(open, &QPushButton::clicked, this, &RecipeDialog::openFile);
    connect(save, &QPushButton::clicked, this, &RecipeDialog::saveFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, [this] {
        emit used(m_recipe);
        accept();
    });
    return buttons;
}

void RecipeDialog::choose(const Row& row, const RecipeChoice& choice) {
    if (row.site.empty()) {
        choice.apply(m_recipe.base);
        for (SiteOverride& other : m_recipe.overrides) {
            choice.apply(other.recipe);
        }
    } else {
        SiteRecipe own = recipeOfSite(m_recipe, row.site);
        choice.apply(own);
        setRecipeOfSite(m_recipe, row.site, own);
    }
    refresh();
}

void RecipeDialog::refresh() {
    for (const Row& row : m_rows) {
        const SiteRecipe site = row.site.empty() ? m_recipe.base : recipeOfSite(m_recipe, row.site);
        for (const Cell& cell : row.cells) {
            const bool applies = recipeApplies(site, cell.column, row.linear);
            int current = applies ? currentChoice(cell.choices, site) : -1;
            cell.box->clear();
            for (const RecipeChoice& choice : cell.choices) {
                cell.box->addItem(choice.text);
            }
            if (current < 0) {  // from a file, or nothing to choose
                current = cell.box->count();
                cell.box->addItem(recipeText(site, cell.column));
            }
            cell.box->setCurrentIndex(current);
            cell.box->setEnabled(applies);
        }
    }
    const Result<void> sound = check(m_recipe);
    m_notice->setText(sound ? QString() : errorText(sound.error()));
    m_use->setEnabled(sound.has_value());
    m_use->setToolTip(sound ? tr("For the next run") : tr("The recipe does not fit the model"));
}

Result<void> RecipeDialog::check(const QuantRecipe& recipe) const {
    return validate(recipe, m_model).and_then([&]() -> Result<void> {
        if (!m_qat) {
            return {};
        }
        Transformer<float> copy = m_model.clone();
        return attachQat(copy, recipe, *m_qat).map([](const auto&) {});
    });
}

void RecipeDialog::openFile() {
    auto* dialog = new QFileDialog(this, tr("Open a recipe"), QString(), tr("Recipes (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("recipe_open_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RecipeDialog::read);
    dialog->open();
}

/// A file that does not work leaves the table as it is.
void RecipeDialog::read(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
        m_notice->setText(
            tr("The file cannot be read, or is too large to be a recipe: %1").arg(name));
        return;
    }
    const auto recipe = quantRecipeFromJson(file.readAll().toStdString());
    const Result<void> sound =
        recipe ? check(*recipe) : Result<void>(tl::unexpected(recipe.error()));
    if (!sound) {
        m_notice->setText(errorText(sound.error()));
        return;
    }
    m_recipe = *recipe;
    refresh();
}

void RecipeDialog::saveFile() {
    QFileDialog* dialog = saveDialog(this, QStringLiteral("recipe_save_dialog"),
                                     tr("Save the recipe"), tr("Recipes (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &RecipeDialog::write);
    dialog->open();
}

void RecipeDialog::write(const QString& name) {
    const auto written = replaceFile(name.toStdString(), toJson(m_recipe) + '\n');
    m_notice->setText(written ? tr("Saved as %1.").arg(name) : errorText(written.error()));
}

}  // namespace zeropoint::ui
