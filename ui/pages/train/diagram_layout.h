// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/transformer_config.h"

#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <string>
#include <vector>

namespace zeropoint::ui {

/// One part of the drawn model. Names are those of core/nn: parameters and trace entries.
struct DiagramNode {
    enum class Kind {
        Weight,    ///< a product with a weight matrix, or a table
        Function,  ///< norm, softmax, activation
        Sum,       ///< a branch joins the stream
    };
    Kind kind = Kind::Weight;
    QString label;       ///< what stands in it: "Q", "FC1"
    QString title;       ///< for people: "Block 0 Q"
    std::string site;    ///< "layers.0.attn.q"; empty for what cannot be quantized
    std::string weight;  ///< parameter that it holds; empty: none
    std::string input;   ///< trace entry that it takes in; empty: not kept
    std::string output;  ///< trace entry that it makes; empty: not kept
    QRectF rect;
    double gap = 0;  ///< of the stream before it, where a fake-quantize node fits

    /// Which part of the model, the same in every language.
    const std::string& id() const { return site.empty() ? output : site; }
};

/// How a node's weight is stored and its input is quantized.
struct DiagramChip {
    enum class Kind { Plain, Quantized, Adapter };
    QString text;  ///< "32", "W4", "NF4", "r8"; empty: no chip
    Kind kind = Kind::Plain;
    QString input;  ///< "A8", "A32"; empty: no fake-quantize node
    bool inputQuantized = false;
};

/// A frame around a block, named on its upper edge.
struct DiagramFrame {
    QString title;
    QRectF rect;
};

struct DiagramLayout {
    std::vector<DiagramNode> nodes;  ///< in the order of the pass
    std::vector<DiagramFrame> frames;
    QPainterPath edges;
    QSizeF size;
};

/// Places a model's parts, one block a row, over `width` pixels: nodes keep their size, the gaps
/// between them share what is left.
DiagramLayout layoutDiagram(const TransformerConfig& model, double width);

/// The narrowest width at which nothing overlaps.
double narrowestDiagram();

}  // namespace zeropoint::ui
