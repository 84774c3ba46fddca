// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/numbers/value/format_row.h"

#include <QFrame>

class QToolButton;
class QVBoxLayout;

namespace zeropoint::ui {

class FormatTableHeader;
class TableButton;
class Workbench;

/// The card with one row per chosen format, all showing the same value.
class FormatTable : public QFrame {
    Q_OBJECT

public:
    explicit FormatTable(const Workbench& bench, QWidget* parent = nullptr);

    void show(const NumberState& state);
    FormatRow* row(const QString& formatId) const;
    /// The button in the header that opens the choice of formats.
    QToolButton* formatsButton() const;
    TableContent table() const;

signals:
    void rowSelected(const QString& formatId);
    void gestureStarted();
    void bitToggled(const QString& formatId, int fromMsb);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild(const QStringList& formatIds);
    void moveFrom(FormatRow* row, int rows);
    void setColumns();

    QWidget* m_body;  ///< all but the buttons: what a picture shows
    FormatTableHeader* m_header;
    QVBoxLayout* m_column;
    TableButton* m_tableButton;
    QStringList m_ids;
    QList<FormatRow*> m_rows;
};

}  // namespace zeropoint::ui
