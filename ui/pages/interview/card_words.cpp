// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/card_words.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

class CardWords {
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

constexpr course::Timestamp sixty = 60;
constexpr double daysPerMonth = 30.44;
constexpr double daysPerYear = 365.25;
constexpr double longestInDays = 60;

}  // namespace

QString cardKindName(course::CardKind kind) {
    switch (kind) {
        case course::CardKind::Open:
            return CardWords::tr("In words");
        case course::CardKind::Numeric:
            return CardWords::tr("Numeric");
        case course::CardKind::Choice:
            return CardWords::tr("Choice");
        case course::CardKind::SpotTheError:
            return CardWords::tr("Spot the error");
    }
    return {};
}

QString gradeName(course::Grade grade) {
    switch (grade) {
        case course::Grade::Again:
            return CardWords::tr("Again");
        case course::Grade::Hard:
            return CardWords::tr("Hard");
        case course::Grade::Good:
            return CardWords::tr("Good");
        case course::Grade::Easy:
            return CardWords::tr("Easy");
    }
    return {};
}

QString waitText(course::Timestamp seconds) {
    if (seconds < course::secondsPerDay) {
        const auto minutes = std::max<course::Timestamp>(seconds / sixty, 0);
        return minutes < 2 * sixty ? CardWords::tr("%1 min").arg(minutes)
                                   : CardWords::tr("%1 h").arg(minutes / sixty);
    }
    const double days = static_cast<double>(seconds) / static_cast<double>(course::secondsPerDay);
    if (days < longestInDays) {
        return CardWords::tr("%1 d").arg(std::lround(days));
    }
    if (days < 2 * daysPerYear) {
        return CardWords::tr("%1 months").arg(formatNumber(days / daysPerMonth, 2));
    }
    return CardWords::tr("%1 years").arg(formatNumber(days / daysPerYear, 2));
}

QString clockText(double seconds) {
    const auto whole = static_cast<course::Timestamp>(std::floor(seconds));
    return QStringLiteral("%1:%2").arg(whole / sixty).arg(whole % sixty, 2, 10, QLatin1Char('0'));
}

}  // namespace zeropoint::ui
