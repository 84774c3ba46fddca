// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/durations.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

class Durations {
    Q_DECLARE_TR_FUNCTIONS(Durations)
};

constexpr double minute = 60;
constexpr double hour = 3600;
constexpr double roughly = 5;  ///< seconds, below which nobody counts

}  // namespace

QString aboutTime(double seconds) {
    if (seconds < minute - roughly / 2) {
        return Durations::tr("about %1 s")
            .arg(std::max(1.0, std::round(seconds / roughly)) * roughly);
    }
    if (seconds < 1.5 * hour) {
        return Durations::tr("about %1 min").arg(std::max(1.0, std::round(seconds / minute)));
    }
    return Durations::tr("about %1 h").arg(std::round(seconds / hour));
}

}  // namespace zeropoint::ui
