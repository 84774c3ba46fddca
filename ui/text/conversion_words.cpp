// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/conversion_words.h"

#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class ConversionWords {
    Q_DECLARE_TR_FUNCTIONS(ConversionWords)
};

QString sentenceOf(const ConversionNote& note) {
    using Kind = ConversionNote::Kind;
    const QString detail = shownText(note.detail);
    const int number = pluralOf(note.count);
    const QString count = formatCount(note.count);
    switch (note.kind) {
        case Kind::WiderType:
            return ConversionWords::tr(
                       "%1 weight(s) with rows that do not fill the blocks: written as %2.",
                       nullptr, number)
                .arg(count, detail);
        case Kind::OwnNames:
            return ConversionWords::tr(
                "Names and metadata are those of the source; programs that run GGUF files look "
                "for theirs.");
        case Kind::NoTokenizer:
            return ConversionWords::tr("The file has no vocabulary (%1): it is fed by token ids.")
                .arg(detail);
        case Kind::NotCarried:
            return ConversionWords::tr("The model's %1 is not carried over.").arg(detail);
        case Kind::Approximated:
            return ConversionWords::tr("Programs that run this format compute %1.").arg(detail);
        case Kind::Singles:
            return ConversionWords::
                tr("%1 tensor(s) of integers or doubles written as float32, which keeps 24 bits of "
                   "each; .safetensors and .npy hold 64 bits.",
                   nullptr, number)
                    .arg(count);
        case Kind::Infinite:
            return ConversionWords::tr(
                       "%1 value(s) infinite or beyond float32, written as infinite; "
                       ".safetensors and .npy keep float64.",
                       nullptr, number)
                .arg(count);
        case Kind::Saturated:
            return ConversionWords::tr(
                       "%1 value(s) beyond F16 in weights whose rows do not fill the blocks, "
                       "written as its largest value, 65504.",
                       nullptr, number)
                .arg(count);
    }
    return {};
}

/// "%1" is which values.
QString notFiniteSentence(NotFiniteAs stored) {
    switch (stored) {
        case NotFiniteAs::Zero:  // a book without a level of 0 has one that stands for it
            return ConversionWords::tr("%1: stored as 0 would be.");
        case NotFiniteAs::Nan:
            return ConversionWords::tr("%1: stored as NaN.");
        case NotFiniteAs::Infinity:
            return ConversionWords::tr("%1: stored as infinity.");
        case NotFiniteAs::LargestOfBlock:
            return ConversionWords::tr("%1: stored as the largest magnitude of the block.");
        case NotFiniteAs::LargestLevel:
            break;
    }
    return ConversionWords::tr("%1: stored as the largest level.");
}

}  // namespace

QStringList conversionSentences(const std::vector<ConversionNote>& notes) {
    QStringList sentences;
    for (const ConversionNote& note : notes) {
        sentences << sentenceOf(note);
    }
    return sentences;
}

QStringList writtenValuesSentences(const LeftOut& leftOut, bool overflowed,
                                   const QuantScheme& scheme) {
    const StoredNotFinite stored = storedNotFinite(scheme);
    QStringList sentences;
    if (leftOut.nan > 0) {
        sentences << notFiniteSentence(stored.nan)
                         .arg(ConversionWords::tr("%1 NaN").arg(formatCount(leftOut.nan)));
    }
    if (leftOut.infinite > 0) {
        sentences << notFiniteSentence(stored.infinite)
                         .arg(ConversionWords::tr("%1 infinite or beyond float32")
                                  .arg(formatCount(leftOut.infinite)));
    }
    if (overflowed) {
        sentences << ConversionWords::tr(
            "Values beyond the largest level read back as infinite or NaN; \"Saturate\" keeps "
            "them finite.");
    }
    return sentences;
}

}  // namespace zeropoint::ui
