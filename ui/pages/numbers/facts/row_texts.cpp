// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/facts/row_texts.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>

namespace zeropoint::ui {
namespace {

class RowTexts {
    Q_DECLARE_TR_FUNCTIONS(RowTexts)
};

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

/// An end of a range: whole numbers in full, large ones in two digits.
QString endText(double value) {
    return formatNumber(value, std::abs(value) < 1e7 && value == std::floor(value) ? 8
                               : std::abs(value) < 1e7                             ? 4
                                                                                   : 2);
}

}  // namespace

QString storedText(const RowFacts& facts) {
    return formatNumber(facts.stored, 10);
}

QString relativeText(const RowFacts& facts) {
    if (std::isnan(facts.relative)) {
        return QStringLiteral("–");
    }
    if (!std::isfinite(facts.relative)) {
        return formatSigned(facts.relative);
    }
    const double percent = facts.relative * 100;
    if (percent == 0) {
        return QStringLiteral("0 %");
    }
    if (std::abs(percent) >= 1e5) {
        return formatSigned(percent, 2) + QStringLiteral(" %");
    }
    if (std::abs(percent) < 1) {
        return formatSigned(percent, std::abs(percent) < 1e-4 ? 2 : 3) + QStringLiteral(" %");
    }
    const QString digits = QString::number(std::abs(percent), 'f', 1);
    return (percent < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + digits +
           QStringLiteral(" %");
}

QString stepText(double ulp) {
    if (std::isnan(ulp)) {
        return QStringLiteral("–");
    }
    return formatNumber(ulp, std::abs(ulp) < 1e-3 ? 3 : 5);
}

QString rangeText(const RowFacts& facts, int digits) {
    const auto end = [digits](double value) {
        return digits > 0 ? formatNumber(value, digits) : endText(value);
    };
    if (facts.lowest == -facts.max) {
        return QStringLiteral("±") + end(facts.max);
    }
    return end(facts.lowest) + QStringLiteral("…") + end(facts.max);
}

QString tagText(RowTag tag) {
    switch (tag) {
        case RowTag::None:
            break;
        case RowTag::Underflow:
            return RowTexts::tr("underflow");
        case RowTag::Overflow:
            return RowTexts::tr("overflow");
        case RowTag::Saturated:
            return RowTexts::tr("saturated");
        case RowTag::Subnormal:
            return RowTexts::tr("subnormal");
        case RowTag::Infinite:
            return RowTexts::tr("infinite");
        case RowTag::Nan:
            return RowTexts::tr("NaN");
    }
    return {};
}

QString directionText(const RowFacts& facts) {
    if (std::isnan(facts.stored) || std::isnan(facts.value)) {
        return RowTexts::tr("no number");
    }
    if (facts.isExact()) {
        return RowTexts::tr("not at all");
    }
    return facts.error < 0 ? RowTexts::tr("down") : RowTexts::tr("up");
}

QString rowSentence(const RowFacts& facts) {
    const QString name = nameOf(*facts.format);
    if (facts.isExact()) {
        return RowTexts::tr("%1 stores %2 exactly").arg(name, storedText(facts));
    }
    const QString tag = tagText(facts.tag);
    const QString sentence = RowTexts::tr("%1 stores %2, relative error %3")
                                 .arg(name, storedText(facts), relativeText(facts));
    return tag.isEmpty() ? sentence : sentence + QStringLiteral(", ") + tag;
}

QString nameOf(const NumberFormat& format) {
    return latin(format.name);
}

QString idOf(const NumberFormat& format) {
    return latin(format.id);
}

}  // namespace zeropoint::ui
