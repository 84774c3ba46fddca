// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

namespace zeropoint::ui {

/// One value travelling through a formula: boxes with a caption, a number and a note, the arrow
/// between them. The notes hide first when the strip is low.
class PipelineStrip : public QWidget {
    Q_OBJECT

public:
    struct Box {
        QString caption;
        QString number;
        QString note;
        bool emphasised = false;
    };

    explicit PipelineStrip(QWidget* parent = nullptr);
    void setBoxes(const QVector<Box>& boxes);
    const QVector<Box>& boxes() const { return m_boxes; }
    QSize sizeHint() const override { return {520, 72}; }
    QSize minimumSizeHint() const override { return {380, 52}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<Box> m_boxes;
};

}  // namespace zeropoint::ui
