// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/table_dialog.h"
#include "ui/state/memory_study.h"
#include "ui/text/memory_words.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

struct DataColor;
struct Theme;

/// The colour of a part of a bar; overhead has none of the data colours.
const DataColor& partColor(const Theme& theme, MemoryPart part);
/// Solid, dotted or hatched: the second cue beside the colour.
QBrush partBrush(const Theme& theme, MemoryPart part, const QWidget* widget);

/// What each way to run or train a model takes, as stacked bars; what devices have, as lines across
/// them. Click or left and right choose a bar. Painted: a step of a slider costs one repaint.
class MemoryChart : public QWidget {
    Q_OBJECT

public:
    explicit MemoryChart(QWidget* parent = nullptr);

    /// `answer` must stay until the next call; null: nothing to show. `stale`: it answers an
    /// earlier question, and is drawn pale.
    void show(const MemoryAnswer* answer, int bar, bool binary, bool stale);
    TableContent table() const;
    std::vector<Legend::Entry> legend() const;
    /// Where a bar stands, for tests.
    QPoint pointOf(int bar) const;

    QSize sizeHint() const override { return {640, 420}; }
    QSize minimumSizeHint() const override { return {420, 220}; }

signals:
    void chosen(int bar);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    HowKnownAnswer howKnown(const QPoint& at) const;
    QRectF plotArea() const;
    double topBytes() const;
    double yOf(double bytes) const;
    void paint(QPainter& painter) const;
    void paintAxis(QPainter& painter) const;
    void paintGroups(QPainter& painter) const;
    void paintBar(QPainter& painter, int bar) const;
    void paintAboveBreak(QPainter& painter, const QRectF& end,
                         const MemoryEstimate& estimate) const;
    void paintTotal(QPainter& painter, int bar) const;
    void paintDevices(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    QString tipOf(int bar) const;
    QString description() const;

    const MemoryAnswer* m_answer = nullptr;
    int m_bar = -1;
    bool m_binary = false;
    bool m_stale = false;
};

}  // namespace zeropoint::ui
