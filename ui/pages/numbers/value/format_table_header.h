// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/value/format_row.h"

#include <QWidget>

class QToolButton;

namespace zeropoint::ui {

/// Column titles, the legend of the bit colours and the button that chooses the formats, which
/// stands over it and belongs to `owner`: a picture of the header has its words alone.
class FormatTableHeader : public QWidget {
    Q_OBJECT

public:
    FormatTableHeader(QWidget* parent, QWidget* owner);

    void setColumns(const FormatColumns& columns);
    QToolButton* formatsButton() const { return m_formats; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLegend(QPainter& painter, int left) const;

    QToolButton* m_formats;
    FormatColumns m_columns;
};

}  // namespace zeropoint::ui
