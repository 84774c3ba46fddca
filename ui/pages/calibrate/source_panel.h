// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace zeropoint::ui {

class TensorListModel;
class Thumbnails;
class Workbench;

/// The open file's tensors with a search field; without a file, how to open one.
class SourcePanel : public QFrame {
    Q_OBJECT

public:
    explicit SourcePanel(Workbench& bench, QWidget* parent = nullptr);

signals:
    void openRequested();

private:
    void refresh();

    Workbench& m_bench;
    Thumbnails* m_thumbnails;
    TensorListModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLabel* m_title;
    QLabel* m_count;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_empty;
};

}  // namespace zeropoint::ui
