// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/numbers_coach.h"

#include "ui/pages/numbers/row_texts.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>
#include <vector>

namespace zeropoint::ui {
namespace {

class NumbersCoach {
    Q_DECLARE_TR_FUNCTIONS(NumbersCoach)
};

QString bold(const QString& text) {
    return QStringLiteral("<b>%1</b>").arg(text);
}

std::vector<RowFacts> allRows(const NumberState& state) {
    std::vector<RowFacts> rows;
    for (const QString& id : state.formats) {
        rows.push_back(rowFacts(numberFormat(id.toStdString()), state));
    }
    return rows;
}

QString exactness(const NumberState& state, const std::vector<RowFacts>& rows) {
    if (!std::isfinite(state.value)) {
        return bold(NumbersCoach::tr("%1 is not a finite number.").arg(formatNumber(state.value))) +
               QLatin1Char(' ') +
               NumbersCoach::tr(
                   "Formats without a code for it store what stands nearest, or 0 for NaN.");
    }
    QStringList exact;
    const RowFacts* closest = nullptr;
    for (const RowFacts& row : rows) {
        if (row.isExact()) {
            exact << nameOf(*row.format);
        }
        if (!closest || std::abs(row.error) < std::abs(closest->error)) {
            closest = &row;
        }
    }
    if (!exact.isEmpty()) {
        return bold(NumbersCoach::tr("%1 of %2 formats store %3 exactly:")
                        .arg(exact.size())
                        .arg(rows.size())
                        .arg(formatNumber(state.value, 6))) +
               QLatin1Char(' ') + exact.join(QStringLiteral(", ")) + QLatin1Char('.');
    }
    return bold(NumbersCoach::tr("No format here stores %1 exactly.")
                    .arg(formatNumber(state.value, 6))) +
           QLatin1Char(' ') +
           NumbersCoach::tr("The closest is %1, off by %2.")
               .arg(nameOf(*closest->format), formatNumber(std::abs(closest->error), 2));
}

QString inspectedParagraph(const RowFacts& row, const std::vector<RowFacts>& rows) {
    const QString name = nameOf(*row.format);
    QString text;
    if (row.isExact() || !std::isfinite(row.errorInUlp())) {
        text = rowSentence(row) + QLatin1Char('.');
    } else {
        const QString steps = formatNumber(std::abs(row.errorInUlp()), 2);
        text = (row.error < 0 ? NumbersCoach::tr("%1 lands %2 steps below x; a step is %3 here.")
                              : NumbersCoach::tr("%1 lands %2 steps above x; a step is %3 here."))
                   .arg(name, steps, stepText(row.ulp));
    }
    for (const RowFacts& other : rows) {
        const bool sameMantissa = other.format->mantissaBits == row.format->mantissaBits;
        if (other.format != row.format && other.stored == row.stored && sameMantissa &&
            other.format->kind == FormatKind::Minifloat && !row.isExact()) {
            text +=
                QLatin1Char(' ') +
                NumbersCoach::tr("%1 lands on the same value: it has the same %2 mantissa bits.")
                    .arg(nameOf(*other.format))
                    .arg(row.format->mantissaBits);
        }
    }
    return text;
}

QString troubleParagraph(const std::vector<RowFacts>& rows) {
    for (const RowFacts& row : rows) {
        const QString name = nameOf(*row.format);
        if (row.tag == RowTag::Underflow) {
            const double smallest = limits(*row.format).minSubnormal * row.scale;
            return NumbersCoach::tr(
                       "%1 has no value between 0 and %2, so %3 becomes 0. A scale per block is "
                       "how small formats escape this.")
                .arg(name, formatNumber(smallest), formatNumber(row.value, 6));
        }
        if (row.tag == RowTag::Overflow || row.tag == RowTag::Saturated) {
            return NumbersCoach::tr("%1 ends at %2: beyond that it stores %3.")
                .arg(name, formatNumber(row.value < 0 ? row.lowest : row.max, 8), storedText(row));
        }
    }
    return {};
}

/// E4M3 against E5M2 on a value that is not the present one.
Prediction prediction(const NumberState& state) {
    constexpr double candidates[] = {300, 0.001, 70000, 5, 1e-5};
    double asked = candidates[0];
    for (const double candidate : candidates) {
        if (candidate != state.value) {
            asked = candidate;
            break;
        }
    }
    NumberState other = withValue(state, asked);
    other.scaleFloats = false;
    const RowFacts e4m3 = rowFacts(numberFormat("fp8-e4m3"), other);
    const RowFacts e5m2 = rowFacts(numberFormat("fp8-e5m2"), other);
    const auto size = [](const RowFacts& row) {
        return std::isfinite(row.error) ? std::abs(row.error) : HUGE_VAL;
    };
    Prediction question;
    question.question =
        NumbersCoach::tr("Type %1. Which 8-bit float stores it with the smaller error?")
            .arg(formatNumber(asked, 6));
    question.options = {NumbersCoach::tr("E4M3: 3 mantissa bits"),
                        NumbersCoach::tr("E5M2: 5 exponent bits"),
                        NumbersCoach::tr("Both with the same error")};
    question.correct = size(e4m3) < size(e5m2) ? 0 : size(e4m3) > size(e5m2) ? 1 : 2;
    question.explanation =
        rowSentence(e4m3) + QStringLiteral(". ") + rowSentence(e5m2) + QLatin1Char('.');
    return question;
}

}  // namespace

CoachText numbersCoach(const NumberState& state) {
    const std::vector<RowFacts> rows = allRows(state);
    CoachText text;
    text.paragraphs << exactness(state, rows)
                    << inspectedParagraph(
                           rowFacts(numberFormat(state.inspected.toStdString()), state), rows);
    const QString trouble = troubleParagraph(rows);
    if (!trouble.isEmpty()) {
        text.paragraphs << trouble;
    }
    text.prediction = prediction(state);
    return text;
}

}  // namespace zeropoint::ui
