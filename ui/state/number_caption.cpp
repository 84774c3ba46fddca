// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/number_caption.h"

#include "core/numerics/block_format.h"
#include "ui/state/source.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class NumberCaption {
    Q_DECLARE_TR_FUNCTIONS(NumberCaption)
};

QString joinedParts(const QStringList& parts) {
    return parts.join(QStringLiteral(" · "));
}

QString ruleText(ScaleRule rule) {
    switch (rule) {
        case ScaleRule::Floor:
            return NumberCaption::tr("scale rounded down");
        case ScaleRule::Ceil:
            return NumberCaption::tr("scale rounded up");
        case ScaleRule::Even:
            return NumberCaption::tr("scale rounded to even");
    }
    return {};
}

}  // namespace

QString captionOf(const NumberState& number) {
    QStringList parts{NumberCaption::tr("x = %1").arg(formatExact(number.value)),
                      formatName(number.inspected),
                      NumberCaption::tr("scales for |x| up to %1").arg(formatExact(number.absMax)),
                      roundingName(number.rounding)};
    if (number.rounding == Rounding::Stochastic) {
        parts << NumberCaption::tr("seed %1").arg(number.seed);
    }
    return joinedParts(parts);
}

QString blockCaptionOf(const Workbench& bench) {
    const BlockLook& look = bench.number().blocks;
    const BlockFormat* format = findBlockFormat(look.format.toStdString());
    if (format == nullptr) {
        return {};
    }
    QStringList parts{
        QString::fromUtf8(format->name.data(), static_cast<qsizetype>(format->name.size()))};
    if (format->hasScaleRule) {
        parts << ruleText(look.rule);
    }
    const NumbersView& view = bench.views().numbers.get();
    const bool own = view.ownBlock && bench.source() != nullptr && format->quantizes();
    parts << (own ? NumberCaption::tr("block %1 of %2").arg(view.block).arg(bench.source()->title())
                  : NumberCaption::tr("drawn weights, seed %1").arg(look.seed));
    return joinedParts(parts);
}

}  // namespace zeropoint::ui
