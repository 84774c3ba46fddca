// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

class QWidget;

namespace zeropoint::ui {

/// One data colour in its four roles. `fill` is the same in both themes; `line` keeps 3:1 and
/// `text` 4.5:1 against the surface; `soft` is a tint for areas.
struct DataColor {
    QColor fill;
    QColor line;
    QColor text;
    QColor soft;
};

/// A bit cell: fills for 1 and 0 and the outline of a 0 (that of a 1 is the full colour).
struct BitColor {
    QColor one;
    QColor zero;
    QColor zeroBorder;
};

/// Every colour of the program by its meaning. Chrome is neutral and colour belongs to data;
/// no other file holds a colour value.
struct Theme {
    bool dark = false;

    QColor background;     ///< window and page
    QColor surface;        ///< card, bars, rail
    QColor sunken;         ///< slider groove, disabled fill
    QColor hover;          ///< hover fill
    QColor border;         ///< card outline, divider
    QColor control;        ///< outline of inputs and buttons
    QColor text;           ///< main text
    QColor text2;          ///< secondary text
    QColor text3;          ///< captions, tick labels
    QColor accent;         ///< what the user can act on; never data
    QColor accentSoft;     ///< selected row or segment
    QColor onAccent;       ///< text on accent
    QColor good;           ///< always with a word or a tick
    QColor bad;            ///< always with an icon
    QColor grid;           ///< plot grid
    QColor axis;           ///< axis line, ticks
    QColor histogramBody;  ///< histogram fill

    DataColor vermillion;  ///< sign; clipping error; optimizer
    DataColor blue;        ///< exponent; QAT; dequantized
    DataColor green;       ///< mantissa; activations; fits
    DataColor orange;      ///< PTQ; gradients; tight
    DataColor pink;        ///< LoRA; adapters
    DataColor sky;         ///< QLoRA; rounding error; KV cache
    DataColor grey;        ///< FP32; weights; original

    BitColor signBit;
    BitColor exponentBit;
    BitColor mantissaBit;
    BitColor indexBit;

    std::array<QColor, 7> heat;  ///< Cividis from least to most: alike in both themes
};

const Theme& lightTheme();
const Theme& darkTheme();

/// The theme that a widget is drawn in, read from its palette: follows PaletteChange events.
const Theme& themeOf(const QWidget* widget);

}  // namespace zeropoint::ui
