// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/quant_recipe.h"
#include "ui/state/memory_view.h"
#include "ui/state/view_state.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace zeropoint::ui {

/// What each page shows of the state: tabs, scales, searches, orders. Looking around is no change
/// of anything, so nothing in here but the memory question is a step of undo. Choices are indices
/// in the order in which the page offers them; settings_catalogue.h gives them their names.

/// A window of a number axis.
struct AxisRange {
    double low = 0;
    double high = 0;

    bool operator==(const AxisRange&) const = default;
};

/// A part of a chart.
struct ChartWindow {
    AxisRange across;
    AxisRange up;

    bool operator==(const ChartWindow&) const = default;
};

struct NumbersView {
    int tab = 0;               ///< value, codes, range, blocks, NF4
    QString beside;            ///< id of the format beside the inspected one's codes; empty: none
    int weight = 0;            ///< of the block whose bytes are explained
    bool ownBlock = false;     ///< the block is one of the tensor that Calibrate shows
    std::uint64_t block = 0;   ///< which, counted row by row
    int nf4Step = 6;           ///< the last: the levels
    bool logarithmic = false;  ///< the axis of the stored values
    std::optional<AxisRange> zoom;  ///< of that axis; nothing: around the value

    bool operator==(const NumbersView&) const = default;
};

struct CalibrateView {
    int tab = 0;    ///< of the lower card; 0: the worked example
    int lower = 0;  ///< in a small window: metrics, or the error against the range
    bool sourcesOpen = false;
    int unit = -1;  ///< the channel or group that the page shows; -1: the worst
    bool logarithmic = true;
    int channelAxis = 0;
    int groupSize = 32;
    bool ownActivations = false;  ///< of the trial of remedies
    int plant = 2;                ///< nothing, a value, a channel
    int plantChannel = 7;
    double plantGain = 30;
    std::uint64_t integerSeed = 1;
    int bug = 0;           ///< that is replayed, in the order of historicBugs()
    QString search;        ///< in the names of the file's tensors
    int order = 0;         ///< of the file's tensors
    QStringList expanded;  ///< paths of open branches, when the tree was changed by hand

    bool operator==(const CalibrateView&) const = default;
};

struct TrainView {
    int tab = 0;      ///< in a small window: curves, runs, inside
    int inside = 0;   ///< output, attention, layer, QAT
    int insight = 0;  ///< of QAT: weights, codes, gradient, scale
    int block = 0;    ///< whose attention is shown
    int head = 0;
    bool outputs = false;  ///< of the layer that is looked at, instead of its inputs

    bool operator==(const TrainView&) const = default;
};

struct TradeOffView {
    int tab = 0;   ///< in a small window: chart, layers
    int side = 0;  ///< sensitivity, live, compare
    int sensitivityBits = 3;
    bool aloneKept = false;                 ///< each layer alone kept, instead of alone quantized
    double budgetKilobytes = 0;             ///< 0: none was chosen
    QString liveLayer;                      ///< empty: all of them
    std::optional<QuantRecipe> liveRecipe;  ///< that is tried; nothing: the form's first
    int sortColumn = -1;                    ///< of the table; -1: as it comes
    bool sortRising = false;

    bool operator==(const TradeOffView&) const = default;
};

/// Which of the kept runs are looked at. Names are those that the store knows them by.
struct RunChoice {
    QString experiment;               ///< empty: that of the youngest run
    bool linearLayersAlone = false;   ///< count as size
    QString run;                      ///< empty: none
    QString compared;                 ///< with it; empty: none
    QString layer;                    ///< chosen on any page; stays when the pointer leaves
    std::optional<ChartWindow> zoom;  ///< of the chart, kilobytes and per cent; nothing: all runs

    /// Another experiment: runs of the one before are none of its.
    void lookAt(const QString& other) {
        if (other != experiment) {
            experiment = other;
            run.clear();
            compared.clear();
            zoom.reset();
        }
    }
    bool operator==(const RunChoice&) const = default;
};

struct LearnView {
    QString lesson;  ///< id of the one that is open; empty: the first that is not done
    QString step;    ///< of it; empty: the first
    QString search;  ///< over terms, steps and cards
    QString entry;   ///< that is open: "term/ID", "step/ID" or "card/ID"; empty: none

    bool operator==(const LearnView&) const = default;
};

struct ComparisonView {
    int segment = 0;         ///< settings, two files, whole model
    int column = 0;          ///< that is chosen
    bool equalBits = false;  ///< only columns of about its bits per weight
    bool logarithmic = false;
    bool sortedChannels = false;  ///< the heat map's, by their error instead of their index
    QString fileA;                ///< paths; empty: none was chosen
    QString fileB;
    QString mapFile;
    QString filter;      ///< in the names of the pairs
    int sortColumn = 4;  ///< of the pairs' table: SQNR
    bool sortFalling = false;
    QString pair;                 ///< name in A of the pair that is looked at
    std::optional<double> value;  ///< of it, whose codes are counted; nothing: a typical one
    int scanSortColumn = -1;      ///< of the whole model's table; -1: in the file's order
    bool scanSortFalling = false;

    void lookAtPair(const QString& name) {
        if (name != pair) {
            pair = name;
            value.reset();
        }
    }
    bool operator==(const ComparisonView&) const = default;
};

struct InterviewView {
    int mode = 0;  ///< cards, mock interview
    QString deck;  ///< id; empty: all
    QString card;  ///< id of one that is asked for by name; empty: the next one of the day
    std::uint64_t seed = 0;  ///< of its fresh numbers; 0: new ones
    int chart = 0;           ///< the days ahead, the days behind
    int newPerDay = 10;      ///< cards that are asked for the first time
    double retention = 0.9;  ///< the chance to remember at which a card falls due

    bool operator==(const InterviewView&) const = default;
};

/// How large everything is drawn, text and pictures alike, from the program's next start on.
inline constexpr int zoomPercents[] = {100, 125, 150, 200};

struct WindowView {
    QString page = QStringLiteral("calibrate");
    std::optional<bool> coach;  ///< nothing: as the window's width says
    bool dark = false;
    bool singleKeys = true;  ///< letters and digits alone act where no text is typed
    int zoom = 0;            ///< index into zoomPercents

    bool operator==(const WindowView&) const = default;
};

/// The view states of the workbench, each observable by itself.
struct Views {
    ViewState<WindowView> window;
    ViewState<NumbersView> numbers;
    ViewState<CalibrateView> calibrate;
    ViewState<TrainView> train;
    ViewState<TradeOffView> tradeOff;
    ViewState<RunChoice> runs;
    ViewState<LearnView> learn;
    ViewState<ComparisonView> compare;
    ViewState<InterviewView> interview;
    ViewState<MemoryView> memory;
    ViewState<MemoryQuestion> memoryQuestion;  ///< the one that undo is about
};

}  // namespace zeropoint::ui
