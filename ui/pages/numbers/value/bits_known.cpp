// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/bits_known.h"

#include "ui/pages/numbers/facts/formula_text.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class BitsKnown {
    Q_DECLARE_TR_FUNCTIONS(BitsKnown)
};

}  // namespace

HowKnownAnswer bitsKnown(const RowFacts& facts, const QWidget& widget) {
    if (facts.format == nullptr) {
        return {QStringLiteral("numbers.bits"), {}};
    }
    const FormulaLines lines = formulaLines(facts, themeOf(&widget));
    const QStringList parts{lines.rule, lines.bits, lines.value, errorSum(facts).toHtmlEscaped()};
    return {QStringLiteral("numbers.bits"), parts.join(QStringLiteral("<br>"))};
}

QString errorSum(const RowFacts& facts) {
    return BitsKnown::tr("%1 − %2 = %3; a step is %4")
        .arg(storedText(facts), formatNumber(facts.value, 8), formatNumber(facts.error),
             stepText(facts.ulp));
}

}  // namespace zeropoint::ui
