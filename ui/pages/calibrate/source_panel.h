// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace zeropoint::ui {

class ModelOverview;
class TensorTreeModel;
class Workbench;

/// The open file as a tree of modules with search, order, sums and what it says of itself;
/// without a file, how to open one.
class SourcePanel : public QFrame {
    Q_OBJECT

public:
    /// From so many tensors on, search and order help, and the list is worth more room.
    static constexpr std::size_t manyTensors = 12;

    explicit SourcePanel(Workbench& bench, QWidget* parent = nullptr);

signals:
    void openRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void connectSignals();
    void showFile();
    void showCurrent();
    void showFacts();
    void showNotes();
    void search();
    void order();
    void expand();
    void rememberBranches();
    void chooseFolder();
    void showRecent();
    void choose(const QModelIndex& index);

    Workbench& m_bench;
    ModelOverview& m_overview;
    TensorTreeModel* m_model;
    QLabel* m_title;
    QLabel* m_count;
    QLabel* m_totals;
    QLabel* m_architecture;
    QLabel* m_notes;
    QLineEdit* m_search;
    QComboBox* m_order;
    QTreeView* m_tree;
    QLabel* m_empty;
    QPushButton* m_open;
    QPushButton* m_folder;
    QPushButton* m_about;
    QWidget* m_recent;
    bool m_following = false;  ///< the tree is shown its branches, no hand opens them
};

}  // namespace zeropoint::ui
