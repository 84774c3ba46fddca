// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QSize>
#include <QString>

#include <memory>

namespace zeropoint::ui {

class SvgEngine;

/// Something to paint on that becomes an SVG. Qt's own QSvgGenerator knows neither clipping nor
/// brushes with a texture: bars that are cut would run over the page and hatched ones be gone.
/// Text stays text; painting on it ends before svg() is asked. A pixel is a pixel at 96 dpi.
class SvgDevice : public QPaintDevice {
public:
    SvgDevice(const QSize& size, QString title, QString description);
    ~SvgDevice() override;

    QByteArray svg() const;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSize m_size;
    QString m_title;
    QString m_description;
    std::unique_ptr<SvgEngine> m_engine;
};

}  // namespace zeropoint::ui
