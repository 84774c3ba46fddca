// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/numbers/facts/row_facts.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// Every code of a format of 8 bits or fewer with its value, sixteen to a line: the code of the
/// value is outlined, codes that another format has no value for are marked.
class CodeTable : public QWidget {
    Q_OBJECT

public:
    explicit CodeTable(QWidget* parent = nullptr);

    /// `facts.format` has at most 8 bits.
    void show(const RowFacts& facts);
    /// Codes to mark as different; empty for none.
    void setDiffering(const std::vector<bool>& differing);
    QRectF cellRect(int code) const;

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void codePicked(quint64 code);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int codeCount() const;
    int columns() const;
    int codeAt(const QPointF& point) const;
    void paintCell(QPainter& painter, int code) const;
    QString codeText(int code) const;

    RowFacts m_facts;
    std::vector<bool> m_differing;
    int m_hovered = -1;
};

/// Which codes of `format` have a value that `other` lacks, both scaled to their largest value.
std::vector<bool> codesMissingIn(const NumberFormat& format, const NumberFormat& other);

}  // namespace zeropoint::ui
