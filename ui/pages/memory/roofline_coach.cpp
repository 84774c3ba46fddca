// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/roofline_coach.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class RooflineCoach {
    Q_DECLARE_TR_FUNCTIONS(RooflineCoach)
};

/// The smallest batch whose INT8 product does more for each byte than the ridge asks; null: none.
const RooflinePoint* firstBeyond(const Roofline& roofline, double ridge) {
    const RooflinePoint* first = nullptr;
    for (const RooflinePoint& point : roofline.points) {
        if (point.format == ProductFormat::Int8 && point.operationsPerByte() >= ridge &&
            (first == nullptr || point.batch < first->batch)) {
            first = &point;
        }
    }
    return first;
}

}  // namespace

CoachText rooflineCoach(const Roofline* roofline) {
    CoachText text;
    const double ridge = roofline != nullptr ? roofline->ridge(ProductFormat::Int8) : 0;
    if (roofline == nullptr || !(ridge > 0)) {
        text.paragraphs = {RooflineCoach::tr(
            "<b>Fewer bits are faster only where bytes are the limit.</b> Which limit is met "
            "where, a measurement of this machine tells.")};
        text.prediction = {
            RooflineCoach::tr("Eight users at once. How many more bytes of weights are read?"),
            {RooflineCoach::tr("None: each weight serves all of them"),
             RooflineCoach::tr("Eight times as many"), RooflineCoach::tr("Twice as many")},
            0,
            RooflineCoach::tr("The operations grow with the users, the bytes of weights do not.")};
        text.next = {RooflineCoach::tr("Measure this machine."), {}, {}};
        return text;
    }
    const RooflinePoint* beyond = firstBeyond(*roofline, ridge);
    text.paragraphs = {
        RooflineCoach::tr("<b>INT8's roof bends at %1 operations a byte</b>: below it the bytes "
                          "limit, above it the arithmetic.")
            .arg(formatNumber(ridge, 3)),
        beyond != nullptr
            ? RooflineCoach::tr("Of the batches that were measured, %1 is the first beyond it: %2 "
                                "operations a byte.")
                  .arg(beyond->batch)
                  .arg(formatNumber(beyond->operationsPerByte(), 3))
            : RooflineCoach::tr("No batch that was measured reaches it.")};
    text.prediction = {
        RooflineCoach::tr("Memory twice as fast. Which products get faster?"),
        {RooflineCoach::tr("Those with less than %1 operations a byte").arg(formatNumber(ridge, 3)),
         RooflineCoach::tr("Those with more"), RooflineCoach::tr("All of them")},
        0,
        RooflineCoach::tr("What the arithmetic limits waits for no byte.")};
    text.next = {RooflineCoach::tr("Find the batch at which INT8 gains most."), {}, {}};
    return text;
}

}  // namespace zeropoint::ui
