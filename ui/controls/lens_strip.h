// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/affine.h"

#include <QWidget>

namespace zeropoint::ui {

/// The axis around the sample, enlarged until single levels are apart: which codes are near, and
/// which one the sample goes to. For integer formats.
class LensStrip : public QWidget {
    Q_OBJECT

public:
    explicit LensStrip(QWidget* parent = nullptr);

    /// @param pictureWidth real values that the histogram above shows: the zoom is against it.
    void show(const SampleTrace& trace, const QuantParams& params, const CodeRange& codes,
              double pictureWidth);
    QSize sizeHint() const override { return {400, 76}; }
    QSize minimumSizeHint() const override { return {240, 64}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SampleTrace m_trace;
    QuantParams m_params;
    CodeRange m_codes;
    double m_pictureWidth = 1;
};

}  // namespace zeropoint::ui
