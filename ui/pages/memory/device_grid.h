// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"
#include "ui/state/memory_study.h"

#include <QWidget>

namespace zeropoint::ui {

/// Which bar fits on which device, in the columns of the chart above it.
class DeviceGrid : public QWidget {
    Q_OBJECT

public:
    /// `above` is the chart whose columns it goes on with.
    explicit DeviceGrid(const QWidget* above, QWidget* parent = nullptr);

    void show(const MemoryAnswer* answer, int bar, bool binary, bool stale);
    /// What a cell says, for tests and for its tool tip.
    QString cellText(int device, int bar) const;
    QPoint pointOf(int device, int bar) const;

signals:
    void chosen(int bar);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    int rowAt(double y) const;
    void paintRow(QPainter& painter, int row) const;
    void paintCell(QPainter& painter, const QRectF& cell, const DeviceFit& fit) const;
    TableContent table() const;
    QString description() const;

    const QWidget* m_above;
    const MemoryAnswer* m_answer = nullptr;
    int m_bar = -1;
    bool m_binary = false;
    bool m_stale = false;
};

}  // namespace zeropoint::ui
