// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memory_choices.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace zeropoint::ui {

/// What the Memory page asks the estimator. It is changed, not looked at: each change is a step of
/// undo. Texts are the names that core/memory knows.
struct MemoryQuestion {
    QString model = QStringLiteral("llama-3.1-70b");  ///< of the catalogue; "file": the open one
    ModelSizes sizes;                                 ///< apart from the model's own
    std::int64_t parameters = 0;  ///< in place of the count of the shapes; 0: the shapes' own
    std::int64_t context = 8192;  ///< of inference
    std::int64_t batch = 1;
    std::int64_t length = 2048;  ///< of a training sequence
    std::int64_t trainingBatch = 1;
    QString format = QStringLiteral("int4");  ///< of the bar that is chosen by hand
    std::int64_t block = 128;                 ///< of formats that have scales
    std::int64_t doubleBlock = 0;
    QString scaleFormat = QStringLiteral("fp16");
    bool zeroPoints = false;
    bool importanceMatrix = false;
    QString embedding;  ///< empty: as the format says
    QString head;
    QString keyFormat = QStringLiteral("f16");
    QString valueFormat = QStringLiteral("f16");
    QString cacheForm = QStringLiteral("compact");
    std::int64_t microBatch = 512;
    std::int64_t rank = 16;
    QStringList targets{QStringLiteral("all")};
    QString optimizer = QStringLiteral("adamw");
    QString states = QStringLiteral("mixed-16");
    QString activations = QStringLiteral("bf16");
    bool checkpointing = true;
    bool keepsScores = false;
    bool adaptersApart = false;  ///< for each part of a joined matrix, as LitGPT makes them
    double overheadGb = 0;       ///< 10^9 bytes
    double reservePercent = 5;   ///< of a device
    QStringList devices{QStringLiteral("h100-sxm"), QStringLiteral("rtx-6000-ada"),
                        QStringLiteral("rtx-4090"), QStringLiteral("m4"),
                        QStringLiteral("galaxy-s24")};
    QStringList ownDevices;                       ///< as own_device.h writes them
    QString device = QStringLiteral("rtx-4090");  ///< that advice is about
    QString keep = QStringLiteral("nothing");     ///< at 8 bits or more: of advice

    bool operator==(const MemoryQuestion&) const = default;
};

/// How the Memory page shows it.
struct MemoryView {
    int part = 0;         ///< what fits, which setting, why not faster
    bool binary = false;  ///< GiB in place of GB
    int bar = 6;          ///< fp32, fp16, int8, own; full, lora, qlora, qat
    int lower = 0;        ///< devices, this setting, assumptions
    int tab = 1;          ///< in a small window: model, answer
    int adviseTab = 0;    ///< in a small window: table, reasons
    QString row;          ///< the row of advice that is looked at; empty: the recommended one

    bool operator==(const MemoryView&) const = default;
};

}  // namespace zeropoint::ui
