// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/facts/bit_texts.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cstdlib>

namespace zeropoint::ui {
namespace {

class BitTexts {
    Q_DECLARE_TR_FUNCTIONS(BitTexts)
};

qulonglong fieldOf(const std::string& bits) {
    return bits.empty() ? 0 : std::strtoull(bits.c_str(), nullptr, 2);
}

std::vector<BitGroup> integerGroups(const RowFacts& facts) {
    const NumberFormat& format = *facts.format;
    const QString magnitude =
        BitTexts::tr("Two's complement: q = %1").arg(formatNumber(decode(format, facts.code), 9));
    if (!format.isSigned) {
        return {{BitGroup::Kind::Mantissa, format.bits,
                 QStringLiteral("q = %1").arg(formatNumber(decode(format, facts.code), 9))}};
    }
    return {{BitGroup::Kind::Sign, 1, BitTexts::tr("Sign")},
            {BitGroup::Kind::Mantissa, format.bits - 1, magnitude}};
}

std::vector<BitGroup> floatGroups(const RowFacts& facts) {
    const NumberFormat& format = *facts.format;
    const BitFields fields = bitFields(format, facts.code);
    std::vector<BitGroup> groups;
    if (format.isSigned) {
        groups.push_back({BitGroup::Kind::Sign, 1, BitTexts::tr("Sign")});
    }
    groups.push_back({BitGroup::Kind::Exponent, format.exponentBits,
                      BitTexts::tr("Exponent = %1").arg(fieldOf(fields.exponent))});
    if (format.mantissaBits > 0) {
        groups.push_back({BitGroup::Kind::Mantissa, format.mantissaBits,
                          BitTexts::tr("Mantissa = %1 / %2")
                              .arg(formatCount(fieldOf(fields.mantissa)),
                                   format.mantissaBits > 23
                                       ? QStringLiteral("2") + superscript(format.mantissaBits)
                                       : formatCount(1ULL << format.mantissaBits))});
    }
    return groups;
}

}  // namespace

std::vector<BitGroup> bitGroups(const RowFacts& facts) {
    switch (facts.format->kind) {
        case FormatKind::Integer:
            return integerGroups(facts);
        case FormatKind::Minifloat:
            return floatGroups(facts);
        case FormatKind::CodeBook:
            break;
    }
    return {{BitGroup::Kind::Index, facts.format->bits,
             BitTexts::tr("Table index = %1").arg(facts.code)}};
}

QStringList bitWeights(const NumberFormat& format) {
    QStringList weights;
    if (format.kind == FormatKind::Minifloat) {
        if (format.isSigned) {
            weights << QStringLiteral("±");
        }
        for (int bit = format.exponentBits - 1; bit >= 0; --bit) {
            weights << formatCount(1ULL << bit);
        }
        for (int bit = 1; bit <= format.mantissaBits; ++bit) {
            weights << QStringLiteral("2") + superscript(-bit);
        }
        return weights;
    }
    for (int bit = format.bits - 1; bit >= 0; --bit) {
        weights << formatCount(1ULL << bit);
    }
    if (format.kind == FormatKind::Integer && format.isSigned) {
        weights.first().prepend(QChar(0x2212));
    }
    return weights;
}

QString codeNote(const RowFacts& facts) {
    switch (facts.format->kind) {
        case FormatKind::Integer:
            return QStringLiteral("q = ") + formatNumber(decode(*facts.format, facts.code), 9);
        case FormatKind::CodeBook:
            return BitTexts::tr("entry %1 of 0…%2")
                .arg(facts.code)
                .arg(facts.format->book.size() - 1);
        case FormatKind::Minifloat:
            break;
    }
    return {};
}

}  // namespace zeropoint::ui
