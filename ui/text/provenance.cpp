// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/provenance.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr auto context = "Provenance";  // of every QT_TRANSLATE_NOOP below

constexpr Provenance table[] = {
    {"calibrate.sqnr", QT_TRANSLATE_NOOP("Provenance", "Signal to quantization noise"),
     QT_TRANSLATE_NOOP("Provenance", "10 log₁₀(Σ x² / Σ (x − x′)²), in dB, summed in double"),
     QT_TRANSLATE_NOOP("Provenance",
                       "Definition of a power ratio in decibels; 6.02 dB a bit for a "
                       "full-range uniform source"),
     "tests/core/metrics/tst_error_report.cpp"},
    {"calibrate.mse", QT_TRANSLATE_NOOP("Provenance", "Mean squared error"),
     QT_TRANSLATE_NOOP("Provenance",
                       "Σ (x − x′)² / n over the n finite values; clipping + rounding"),
     QT_TRANSLATE_NOOP("Provenance", "docs/DEFINITIONS.md, Errors"),
     "tests/core/metrics/tst_error_report.cpp"},
    {"calibrate.clipping", QT_TRANSLATE_NOOP("Provenance", "Clipping error"),
     QT_TRANSLATE_NOOP("Provenance", "the part of Σ (x − x′)² / n from values outside the range"),
     QT_TRANSLATE_NOOP("Provenance",
                       "docs/DEFINITIONS.md, Errors; the split is Banner and others "
                       "(ACIQ), 2019"),
     "tests/core/metrics/tst_clipping.cpp"},
    {"calibrate.rounding", QT_TRANSLATE_NOOP("Provenance", "Rounding error"),
     QT_TRANSLATE_NOOP("Provenance", "MSE − clipping; s² / 12 for values spread evenly"),
     QT_TRANSLATE_NOOP("Provenance", "docs/DEFINITIONS.md, Errors; s² / 12 is Bennett, 1948"),
     "tests/core/metrics/tst_error_report.cpp"},
    {"calibrate.max_error", QT_TRANSLATE_NOOP("Provenance", "Largest error"),
     QT_TRANSLATE_NOOP("Provenance", "max |x − x′|; at most s / 2 inside the range"),
     QT_TRANSLATE_NOOP("Provenance", "docs/DEFINITIONS.md, Errors"),
     "tests/core/metrics/tst_error_report.cpp"},
    {"calibrate.clipped", QT_TRANSLATE_NOOP("Provenance", "Clipped values"),
     QT_TRANSLATE_NOOP("Provenance", "how many finite values lie beyond the outermost levels"),
     QT_TRANSLATE_NOOP("Provenance", "docs/DEFINITIONS.md, Errors"),
     "tests/core/metrics/tst_clipping.cpp"},
    {"calibrate.size", QT_TRANSLATE_NOOP("Provenance", "Stored size"),
     QT_TRANSLATE_NOOP("Provenance", "⌈n b / 8⌉ bytes of codes + scales + zero points"),
     QT_TRANSLATE_NOOP("Provenance", "docs/DEFINITIONS.md, Size"),
     "tests/core/quantization/tst_scheme_ledger.cpp"},
    {"calibrate.bits", QT_TRANSLATE_NOOP("Provenance", "Bits per weight"),
     QT_TRANSLATE_NOOP("Provenance", "8 × stored bytes / n"),
     QT_TRANSLATE_NOOP("Provenance", "docs/DEFINITIONS.md, Size"),
     "tests/core/quantization/tst_scheme_ledger.cpp"},
    {"numbers.row", QT_TRANSLATE_NOOP("Provenance", "A value in a format"),
     QT_TRANSLATE_NOOP("Provenance",
                       "the value rounded to the format's grid; error = stored − value; a step is "
                       "the distance of the stored values around it"),
     QT_TRANSLATE_NOOP("Provenance",
                       "IEEE 754-2019; OCP 8-bit and microscaling formats; the NF4 "
                       "code book of QLoRA (Dettmers and others, 2023)"),
     "tests/core/numerics/tst_every_float.cpp"},
};

}  // namespace

std::span<const Provenance> allProvenance() {
    return table;
}

const Provenance* findProvenance(const QString& id) {
    const auto* found = std::find_if(std::begin(table), std::end(table), [&](const Provenance& p) {
        return id == QLatin1String(p.id);
    });
    return found == std::end(table) ? nullptr : found;
}

QString provenanceText(const char* marked) {
    return QCoreApplication::translate(context, marked);
}

}  // namespace zeropoint::ui
