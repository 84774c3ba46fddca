// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/left_out_words.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class LeftOutWords {
    Q_DECLARE_TR_FUNCTIONS(LeftOutWords)
};

}  // namespace

QString leftOutSentence(qulonglong leftOut, qulonglong finite) {
    if (leftOut == 0) {
        return {};
    }
    const QString sentence =
        finite == 0
            ? LeftOutWords::tr(
                  "NaN or infinite and left out of the figures: %1 of %2 "
                  "values. None is left, so the figures are undefined.")
            : LeftOutWords::tr("NaN or infinite and left out of the figures: %1 of %2 values.");
    return sentence.arg(formatCount(leftOut), formatCount(leftOut + finite));
}

QString leftOutShort(qulonglong leftOut) {
    return leftOut == 0
               ? QString()
               : LeftOutWords::tr("%1 NaN or infinite, left out").arg(formatCount(leftOut));
}

}  // namespace zeropoint::ui
