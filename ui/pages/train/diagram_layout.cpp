// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/diagram_layout.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr double nodeHeight = 40;
constexpr double pillHeight = 28;
constexpr double partHeight = 24;  ///< of Q, K and V, which stand above each other
constexpr double partPitch = 27;
constexpr double sumSize = 16;
constexpr double frameAbove = 62;
constexpr double frameBelow = 48;
constexpr double rowPitch = 128;
constexpr double firstRow = 72;
constexpr double frameRadius = 6;
constexpr double leading = 18;  ///< for the x before the first row
constexpr double embedWidth = 92;
constexpr double trailingText = 14;
constexpr double frameInset = 6;  ///< from a frame to the stream that enters it
constexpr double lastGap = 8;

// Widths of a row's nodes and the gaps before them, in the order of the pass.
constexpr double nodeWidths[] = {40, 66, 56, 62, sumSize, 40, 66, 46, 62, sumSize};
constexpr double gaps[] = {34, 34, 14, 30, 14, 24, 34, 14, 30, 14};
constexpr double tailWidths[] = {40, 74};
constexpr double tailGaps[] = {34, 34};

class TrainDiagram {
    Q_DECLARE_TR_FUNCTIONS(TrainDiagram)
};

double sum(const auto& values) {
    double total = 0;
    for (const double value : values) {
        total += value;
    }
    return total;
}

double fixedWidth() {
    return leading + embedWidth + sum(nodeWidths) + sum(tailWidths) + trailingText - frameInset;
}

double gapWidth() {
    return gaps[0] / 2 + sum(gaps) + sum(tailGaps) + lastGap;
}

/// Draws the layout from left to right along the current row.
class Pen {
public:
    Pen(DiagramLayout& layout, double stretch) : m_layout(layout), m_stretch(stretch) {}

    double x() const { return m_x; }
    double y() const { return m_y; }
    void moveTo(double x, double y) {
        m_x = x;
        m_y = y;
    }

    /// The stream runs on for a gap and ends in an arrow.
    void arrow(double gap) {
        m_gap = gap * m_stretch;
        const double end = m_x + gap * m_stretch;
        line(m_x, m_y, end, m_y);
        head(end, m_y, 1, 0);
        m_x = end;
    }

    QRectF place(double width, double height) {
        const QRectF rect(m_x, m_y - height / 2, width, height);
        m_x += width;
        return rect;
    }

    void add(DiagramNode node) {
        node.gap = m_gap;
        m_layout.nodes.push_back(std::move(node));
    }

    void line(double x1, double y1, double x2, double y2) {
        m_layout.edges.moveTo(x1, y1);
        m_layout.edges.lineTo(x2, y2);
    }

    /// Two strokes that meet at a point, coming from (-dx, -dy).
    void head(double x, double y, double dx, double dy) {
        constexpr double back = 4;
        constexpr double side = 3;
        m_layout.edges.moveTo(x - dx * back - dy * side, y - dy * back - dx * side);
        m_layout.edges.lineTo(x, y);
        m_layout.edges.lineTo(x - dx * back + dy * side, y - dy * back + dx * side);
    }

    /// Around a branch: up at `from`, along, down into the sum at `to`.
    void residual(double from, double to) {
        const double top = m_y - frameAbove + 14;
        m_layout.edges.moveTo(from, m_y);
        m_layout.edges.lineTo(from, top + frameRadius);
        m_layout.edges.quadTo(from, top, from + frameRadius, top);
        m_layout.edges.lineTo(to - frameRadius, top);
        m_layout.edges.quadTo(to, top, to, top + frameRadius);
        m_layout.edges.lineTo(to, m_y - sumSize / 2);
        head(to, m_y - sumSize / 2, 0, 1);
    }

private:
    DiagramLayout& m_layout;
    double m_stretch;
    double m_x = 0;
    double m_y = 0;
    double m_gap = 0;  ///< of the last arrow
};

DiagramNode weightNode(const QString& block, const QString& label, const std::string& site,
                       const std::string& input, const std::string& output, const QRectF& rect) {
    const QString title = block.isEmpty() ? label : block + QLatin1Char(' ') + label;
    return {DiagramNode::Kind::Weight, label, title, site, site + ".weight", input, output, rect};
}

/// Norm, Q K V, softmax, O, sum.
void attentionBranch(Pen& pen, const QString& block, const std::string& layer) {
    const double entry = pen.x() + 6;
    pen.arrow(gaps[0]);
    pen.add({DiagramNode::Kind::Function,
             TrainDiagram::tr("Norm"),
             TrainDiagram::tr("%1 first norm").arg(block),
             {},
             layer + "ln1.weight",
             {},
             layer + "ln1_out",
             pen.place(nodeWidths[0], pillHeight)});
    pen.arrow(gaps[1]);
    const QRectF column = pen.place(nodeWidths[1], partHeight);
    const char* const parts[] = {"q", "k", "v"};
    for (int i = 0; i < 3; ++i) {
        pen.add(weightNode(block, QString::fromLatin1(parts[i]).toUpper(),
                           layer + "attn." + parts[i], layer + "ln1_out", layer + parts[i],
                           column.translated(0, (i - 1) * partPitch)));
    }
    pen.arrow(gaps[2]);
    pen.add({DiagramNode::Kind::Function,
             TrainDiagram::tr("Softmax"),
             TrainDiagram::tr("%1 attention").arg(block),
             {},
             {},
             {},
             layer + "attn_probs",
             pen.place(nodeWidths[2], pillHeight)});
    pen.arrow(gaps[3]);
    pen.add(weightNode(block, TrainDiagram::tr("Out"), layer + "attn.o", layer + "context", {},
                       pen.place(nodeWidths[3], nodeHeight)));
    pen.arrow(gaps[4]);
    pen.residual(entry, pen.x() + sumSize / 2);
    pen.add({DiagramNode::Kind::Sum,
             QStringLiteral("+"),
             TrainDiagram::tr("%1 after attention").arg(block),
             {},
             {},
             {},
             layer + "after_attn",
             pen.place(nodeWidths[4], sumSize)});
}

/// Norm, FC1, activation, FC2, sum.
void mlpBranch(Pen& pen, const QString& block, const std::string& layer, ActivationKind kind) {
    const double entry = pen.x() + 8;
    pen.arrow(gaps[5]);
    pen.add({DiagramNode::Kind::Function,
             TrainDiagram::tr("Norm"),
             TrainDiagram::tr("%1 second norm").arg(block),
             {},
             layer + "ln2.weight",
             {},
             layer + "ln2_out",
             pen.place(nodeWidths[5], pillHeight)});
    pen.arrow(gaps[6]);
    pen.add(weightNode(block, TrainDiagram::tr("FC1"), layer + "ff1", layer + "ln2_out",
                       layer + "hidden", pen.place(nodeWidths[6], nodeHeight)));
    pen.arrow(gaps[7]);
    const QString name =
        kind == ActivationKind::Gelu ? QStringLiteral("GELU") : QStringLiteral("SiLU");
    pen.add({DiagramNode::Kind::Function,
             name,
             block + QLatin1Char(' ') + name,
             {},
             {},
             layer + "hidden",
             layer + "activated",
             pen.place(nodeWidths[7], pillHeight)});
    pen.arrow(gaps[8]);
    pen.add(weightNode(block, TrainDiagram::tr("FC2"), layer + "ff2", layer + "activated", {},
                       pen.place(nodeWidths[8], nodeHeight)));
    pen.arrow(gaps[9]);
    pen.residual(entry, pen.x() + sumSize / 2);
    pen.add({DiagramNode::Kind::Sum,
             QStringLiteral("+"),
             TrainDiagram::tr("%1 output").arg(block),
             {},
             {},
             {},
             layer + "out",
             pen.place(nodeWidths[9], sumSize)});
}

void embedding(Pen& pen, const TransformerConfig& model) {
    pen.line(leading - 8, pen.y(), leading, pen.y());
    pen.head(leading, pen.y(), 1, 0);
    pen.moveTo(leading, pen.y());
    const bool patches = model.input == InputKind::Patches;
    pen.add(weightNode({}, TrainDiagram::tr("Embed"), patches ? "patch_emb" : "tok_emb", {},
                       "embedded", pen.place(embedWidth, nodeHeight)));
}

void readOut(Pen& pen, const TransformerConfig& model) {
    pen.arrow(tailGaps[0]);
    pen.add({DiagramNode::Kind::Function,
             TrainDiagram::tr("Norm"),
             TrainDiagram::tr("Last norm"),
             {},
             "ln_f.weight",
             {},
             "ln_f_out",
             pen.place(tailWidths[0], pillHeight)});
    pen.arrow(tailGaps[1]);
    DiagramNode head =
        weightNode({}, TrainDiagram::tr("Head"), "head", model.pooled ? "" : "ln_f_out", "logits",
                   pen.place(tailWidths[1], nodeHeight));
    if (model.tiedHead) {
        head.site.clear();
        head.weight = "tok_emb.weight";
    }
    pen.add(std::move(head));
    pen.arrow(lastGap);
}

/// From the end of a row down and back to the beginning of the next.
void wrap(QPainterPath& edges, double x, double y, double rightEdge, double leftEdge) {
    const double middle = y + frameBelow + (rowPitch - frameAbove - frameBelow) / 2;
    const double below = y + rowPitch;
    edges.moveTo(x, y);
    edges.lineTo(rightEdge - frameRadius, y);
    edges.quadTo(rightEdge, y, rightEdge, y + frameRadius);
    edges.lineTo(rightEdge, middle - frameRadius);
    edges.quadTo(rightEdge, middle, rightEdge - frameRadius, middle);
    edges.lineTo(leftEdge + frameRadius, middle);
    edges.quadTo(leftEdge, middle, leftEdge, middle + frameRadius);
    edges.lineTo(leftEdge, below - frameRadius);
    edges.quadTo(leftEdge, below, leftEdge + frameRadius, below);
}

}  // namespace

double narrowestDiagram() {
    constexpr double least = 0.39;
    return fixedWidth() + least * gapWidth();
}

DiagramLayout layoutDiagram(const TransformerConfig& model, double width) {
    DiagramLayout layout;
    const double stretch = (std::max(width, narrowestDiagram()) - fixedWidth()) / gapWidth();
    Pen pen(layout, stretch);
    pen.moveTo(leading, firstRow);
    embedding(pen, model);
    const double begin = pen.x();
    const double inset = gaps[0] * stretch / 2;
    for (std::size_t layer = 0; layer < model.layers; ++layer) {
        const double y = firstRow + static_cast<double>(layer) * rowPitch;
        const QString block = TrainDiagram::tr("Block %1").arg(layer);
        const std::string name = "layers." + std::to_string(layer) + ".";
        const double enters = begin + inset - frameInset;
        pen.line(layer == 0 ? begin : enters - 14, y, enters, y);
        pen.moveTo(enters, y);
        attentionBranch(pen, block, name);
        mlpBranch(pen, block, name, model.activation);
        const QRectF frame(enters, y - frameAbove, pen.x() + 8 - enters, frameAbove + frameBelow);
        layout.frames.push_back({block, frame});
        if (layer + 1 < model.layers) {
            wrap(layout.edges, pen.x(), y, frame.right() + 14, enters - 20);
        }
    }
    readOut(pen, model);
    layout.size = QSizeF(pen.x() + trailingText, pen.y() + frameBelow + 4);
    return layout;
}

}  // namespace zeropoint::ui
