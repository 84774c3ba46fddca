// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"

#include <QWidget>

#include <cstdint>
#include <vector>

namespace zeropoint::ui {

/// The axis around the sample, enlarged until single levels are apart: which codes are near, and
/// which one the sample goes to. For every format whose levels can be listed.
class LensStrip : public QWidget {
    Q_OBJECT

public:
    explicit LensStrip(QWidget* parent = nullptr);

    struct Level {
        double value = 0;
        std::int64_t code = 0;
    };

    /// @param levels the neighbours of the sample, ascending; @param pictureWidth real values that
    /// the histogram above shows: the zoom is against it.
    void show(const SampleTrace& trace, const std::vector<Level>& levels, double pictureWidth);
    const std::vector<Level>& levels() const { return m_levels; }
    QSize sizeHint() const override { return {400, 76}; }
    QSize minimumSizeHint() const override { return {240, 64}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SampleTrace m_trace;
    std::vector<Level> m_levels;
    double m_pictureWidth = 1;
};

}  // namespace zeropoint::ui
