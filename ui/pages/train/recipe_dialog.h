// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/qat/qat.h"
#include "core/methods/recipe/quant_recipe.h"
#include "ui/pages/train/recipe_choices.h"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QPushButton;
class QTableWidget;

namespace zeropoint::ui {

class Notice;

/// A recipe as a table: a row for each place of the model that can be quantized, and one for all
/// of them. Nothing is taken over before "Use"; what does not fit is said and cannot be used.
class RecipeDialog : public QDialog {
    Q_OBJECT

public:
    /// @param qat  the settings of a quantization-aware training; nullopt: quantized afterwards
    RecipeDialog(const QuantRecipe& recipe, Transformer<float> model, std::optional<QatConfig> qat,
                 QWidget* parent = nullptr);

    const QuantRecipe& recipe() const { return m_recipe; }

signals:
    void used(const zeropoint::QuantRecipe& recipe);

private:
    struct Cell {
        QComboBox* box;
        RecipeColumn column;
        std::vector<RecipeChoice> choices;
    };
    struct Row {
        std::string site;  ///< empty: all of them
        bool linear;
        std::vector<Cell> cells;
    };

    void buildTable();
    void addRow(const std::string& site, bool linear);
    QWidget* buildButtons();
    void choose(const Row& row, const RecipeChoice& choice);
    void refresh();
    Result<void> check(const QuantRecipe& recipe) const;
    void openFile();
    void read(const QString& file);
    void saveFile();
    void write(const QString& file);

    QuantRecipe m_recipe;
    Transformer<float> m_model;
    std::optional<QatConfig> m_qat;
    QTableWidget* m_table;
    Notice* m_notice;
    QPushButton* m_use;
    std::vector<Row> m_rows;
};

}  // namespace zeropoint::ui
