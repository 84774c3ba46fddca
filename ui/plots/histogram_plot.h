// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/grid_view.h"
#include "core/scheme/affine.h"
#include "ui/plots/plot_widget.h"

class QCPGraph;
class QCPItemRect;
class QCPItemStraightLine;
class QCPItemText;

namespace zeropoint::ui {

class NumberField;

class RangeHandle;

/// Everything the histogram view shows at one moment.
struct HistogramScene {
    GridView grid;
    double viewLo = 0;  ///< the picture's ends
    double viewHi = 1;
    double dataLo = 0;  ///< the tensor's ends: Home and End of the handles
    double dataHi = 1;
    RealRange range;  ///< the range asked for: where the handles stand
    RealRange clip;   ///< values outside of it are clipped
    double sample = 0;
    QuantParams params;
    CodeRange codes;
    bool codeAxis = true;    ///< codes are integers that grow with the value
    bool mirrored = false;   ///< the ends of the range are -m and m
    bool handles = true;     ///< the range can be chosen
    bool estimated = false;  ///< counts of clipped values are shares of bins
    double below = 0;        ///< values under the clip range, and above it
    double above = 0;
};

/// The histogram before and after quantization with two handles for the clipping range, a sample
/// marker and the code as a second axis.
class HistogramPlot : public PlotWidget {
    Q_OBJECT

public:
    explicit HistogramPlot(QWidget* parent = nullptr);

    void show(const HistogramScene& scene);
    void setLogarithmic(bool logarithmic);
    bool logarithmic() const { return m_logarithmic; }
    const HistogramScene& scene() const { return m_scene; }
    /// Whether nothing is drawn: a tensor without a finite value.
    bool isBlank() const;
    RangeHandle* lowHandle() const { return m_low; }
    RangeHandle* highHandle() const { return m_high; }
    RangeHandle* sampleHandle() const { return m_sample; }
    /// Where a value stands, in this widget's pixels, and back: for handles and tests.
    double pixelOf(double value) const;
    double valueAt(double pixel) const;

signals:
    void rangeMoved(double lo, double hi);
    void sampleMoved(double x);
    void optimumRequested();

private:
    void buildItems();
    void restyle() final;
    void replot();
    void clear();
    void updateCodeAxis();
    QString besideHandles(const QString& code, double level) const;
    static void updateBand(QCPItemRect* band, double from, double to);
    void placeTexts();
    void placeBandText(const QCPItemRect* band, QCPItemText* text, double from, double to,
                       double count, const QStringList& forms);
    void placeZeroText(const QRect& inner);
    double middleOfSample(const QRect& inner, double line) const;
    void placeHandles();
    void connectHandle(RangeHandle* handle, bool low);
    void moveEnd(bool low, double value);
    enum class Edited { Low, High, Sample };
    void edit(Edited what);
    void takeEdited(double value);
    void spreadFlags();

    QCPGraph* m_original = nullptr;
    QCPGraph* m_dequantized = nullptr;
    QCPGraph* m_stems = nullptr;
    QCPItemRect* m_belowBand = nullptr;
    QCPItemRect* m_aboveBand = nullptr;
    QCPItemText* m_belowText = nullptr;
    QCPItemText* m_aboveText = nullptr;
    QCPItemStraightLine* m_zeroLine = nullptr;
    QCPItemText* m_zeroText = nullptr;
    QCPItemText* m_codeText = nullptr;
    RangeHandle* m_low;
    RangeHandle* m_high;
    RangeHandle* m_sample;
    NumberField* m_editor;
    Edited m_edited = Edited::Low;
    HistogramScene m_scene;
    bool m_logarithmic = true;
    int m_laidOutWidth = 0;  ///< of the axes, when the codes were chosen
};

}  // namespace zeropoint::ui
