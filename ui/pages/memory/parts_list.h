// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/state/memory_study.h"

#include <QWidget>

namespace zeropoint::ui {

/// The rows of an estimate with their formulas and their sum. Painted: it follows every step of a
/// slider.
class PartsList : public QWidget {
    Q_OBJECT

public:
    explicit PartsList(QWidget* parent = nullptr);

    void show(const MemoryEstimate* estimate, bool binary, bool stale);

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintPart(QPainter& painter, const QRect& place, const MemoryRow& part) const;
    std::vector<AccessItem> items() const;
    HowKnownAnswer howKnown(const QPoint& at) const;

    std::vector<MemoryRow> m_rows;
    std::int64_t m_total = 0;
    bool m_binary = false;
    bool m_stale = false;
};

}  // namespace zeropoint::ui
