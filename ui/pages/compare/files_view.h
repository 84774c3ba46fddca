// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/compare/files_comparison.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;

namespace zeropoint::ui {

class FilesHeader;
class Notice;
class PairDetail;
class PairTableModel;
class RowTable;
class Workbench;

/// Two files of one model, tensor by tensor: a table that fills while both are read, and the
/// chosen pair beside it.
class FilesView : public QWidget {
    Q_OBJECT

public:
    explicit FilesView(Workbench& bench, QWidget* parent = nullptr);

    const FilesComparison& comparison() const { return *m_comparison; }

signals:
    void calibrateRequested();
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildTable();
    QLayout* buildTableHeader();
    QWidget* buildPairs();
    void follow();
    void refresh();
    void grow();
    void sortTable();
    void choose(const QModelIndex& current);
    void showChosen();
    void openInCalibrate();
    QString totalsText() const;
    QString readingText() const;
    QString doubtText() const;
    QString noticeText() const;

    Workbench& m_bench;
    FilesComparison* m_comparison;
    PairTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    FilesHeader* m_header;
    RowTable* m_table = nullptr;
    QLineEdit* m_filter = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_calibrate = nullptr;
    QLabel* m_reading = nullptr;  ///< the row that is being read, below those that are known
    QLabel* m_totals = nullptr;
    Notice* m_problem;
    PairDetail* m_detail;
    bool m_restoring = false;  ///< the table is being put in order: no choice of the hand
};

}  // namespace zeropoint::ui
