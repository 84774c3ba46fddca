// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/advice_words.h"

#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double sameDb = 0.05;

class AdviceWords {
    Q_DECLARE_TR_FUNCTIONS(AdviceWords)
};

QString count(std::int64_t number) {
    return formatCount(static_cast<qulonglong>(std::max<std::int64_t>(0, number)));
}

/// One advice and its unit.
class Sentences {
public:
    Sentences(const Advice& advice, bool binary) : m_advice(advice), m_binary(binary) {}

    QString of(const AdviceReason& reason) const;

private:
    const AdviceOption& option(const AdviceReason& reason) const {
        return m_advice.options[static_cast<std::size_t>(reason.option)];
    }
    QString name(const AdviceReason& reason) const { return optionName(option(reason)); }
    QString bytes(std::int64_t number) const {
        return memoryText(static_cast<double>(std::max<std::int64_t>(0, number)), m_binary);
    }
    QString mix(const AdviceReason& reason) const;
    QString otherContext(const AdviceReason& reason) const;

    const Advice& m_advice;
    bool m_binary;
};

QString Sentences::mix(const AdviceReason& reason) const {
    QStringList parts;
    for (const auto& [format, matrices] : option(reason).matrices) {
        parts << AdviceWords::tr("%1 as %2")
                     .arg(matrices)
                     .arg(QString::fromStdString(format).toUpper());
    }
    return AdviceWords::tr("Of its matrices %1.").arg(parts.join(QStringLiteral(", ")));
}

QString Sentences::otherContext(const AdviceReason& reason) const {
    const QString tokens = count(reason.tokens);
    const QString left = bytes(reason.bytes);
    const QString lost = decibelText(std::abs(reason.decibels));
    if (std::abs(reason.decibels) < sameDb) {
        return AdviceWords::tr("%1 tokens leave %2 for weights: %3 is best there too.")
            .arg(tokens, left, name(reason));
    }
    return (reason.decibels > 0
                ? AdviceWords::tr(
                      "%1 tokens leave %2 for weights: then %3 is best and loses %4 dB.")
                : AdviceWords::tr("%1 tokens leave %2 for weights: then %3 is best and gains %4 "
                                  "dB."))
        .arg(tokens, left, name(reason), lost);
}

QString Sentences::of(const AdviceReason& reason) const {
    switch (reason.kind) {
        case AdviceReason::Kind::SmallestError:
            return AdviceWords::tr(
                       "It has the smallest weight error of all that fit: %1 of "
                       "weights, %2 of cache and %3 of working memory make %4 of %5.")
                .arg(bytes(reason.bytes), bytes(reason.more), bytes(reason.rest),
                     bytes(reason.bytes + reason.more + reason.rest), bytes(reason.of));
        case AdviceReason::Kind::OnlySizes:
            return AdviceWords::tr(
                "No weights were read: sizes and contexts alone recommend "
                "nothing.");
        case AdviceReason::Kind::AgainstSmaller:
            return AdviceWords::tr(
                       "Against %1 it costs %2 more and gains %3 dB, in the worst "
                       "layer %4 dB.")
                .arg(name(reason), bytes(reason.bytes), decibelText(reason.decibels),
                     decibelText(reason.worstDb));
        case AdviceReason::Kind::NextLarger:
            return (
                reason.tokens > 0
                    ? AdviceWords::tr("%1 would be %2 dB better, but is %3 too large. It fits "
                                      "up to %4 tokens.")
                          .arg(name(reason), decibelText(reason.decibels), bytes(reason.bytes),
                               count(reason.tokens))
                    : AdviceWords::tr("%1 would be %2 dB better, but is %3 too large, however "
                                      "short the context.")
                          .arg(name(reason), decibelText(reason.decibels), bytes(reason.bytes)));
        case AdviceReason::Kind::OtherContext:
            return otherContext(reason);
        case AdviceReason::Kind::OtherContextNone:
            return AdviceWords::tr("%1 tokens leave %2 for weights: nothing here is that small.")
                .arg(count(reason.tokens), bytes(reason.bytes));
        case AdviceReason::Kind::MixContents:
            return mix(reason);
        case AdviceReason::Kind::WithinTheNoise:
            return AdviceWords::tr("%1 fits too, is %2 larger and better by only %3 dB.")
                .arg(name(reason), bytes(reason.bytes), formatNumber(reason.decibels, 2));
        case AdviceReason::Kind::NothingFits:
            return (reason.tokens > 0
                        ? AdviceWords::tr("Nothing fits: even %1 is %2 too large. With %3 tokens "
                                          "it would fit.")
                              .arg(name(reason), bytes(reason.bytes), count(reason.tokens))
                        : AdviceWords::tr("Nothing fits: even %1 is %2 too large, however short "
                                          "the context.")
                              .arg(name(reason), bytes(reason.bytes)));
        case AdviceReason::Kind::Unmeasured:
            return AdviceWords::tr(
                "The error of %n setting(s) is not known: their types are read here and not "
                "written, or their blocks do not fill the rows of a matrix. Sizes and contexts are "
                "exact.",
                nullptr, static_cast<int>(reason.tokens));
        case AdviceReason::Kind::DeviceThatWould:
            return AdviceWords::tr(
                       "The smallest device of the catalogue that would do is %1: it "
                       "lends %2.")
                .arg(QString::fromStdString(reason.device), bytes(reason.bytes));
    }
    return {};
}

}  // namespace

QString decibelText(double decibels) {
    return std::isnan(decibels) ? QStringLiteral("–")
                                : formatNumber(std::round(decibels * 10) / 10, 3);
}

QString optionName(const AdviceOption& option) {
    if (option.kind == OptionKind::Mix) {
        return AdviceWords::tr("Mix, %1 tokens").arg(count(option.mixContext));
    }
    const QString name =
        QString::fromStdString(option.name).section(QStringLiteral(", ends"), 0, 0);
    if (option.kind == OptionKind::OneFormat && option.ends == "q8_0") {
        return AdviceWords::tr("%1, ends 8 bit").arg(name);
    }
    if (name.endsWith(QStringLiteral(", head Q8_0"))) {
        return AdviceWords::tr("%1, head Q8_0").arg(name.section(QLatin1Char(','), 0, 0));
    }
    return option.kind == OptionKind::OneFormat ? AdviceWords::tr("%1, ends 16 bit").arg(name)
                                                : name;
}

QStringList adviceReasons(const Advice& advice, bool binary) {
    const Sentences sentences(advice, binary);
    QStringList all;
    for (const AdviceReason& reason : advice.reasons) {
        all << sentences.of(reason);
    }
    return all;
}

QString cannotTellTitle() {
    return AdviceWords::tr("What weight error cannot tell");
}

QString cannotTellText() {
    return AdviceWords::tr(
        "It is not quality. One layer can matter more than ten others, and "
        "activations and cache are not in it. No text was read for this page. "
        "Before you choose, measure perplexity on your own text.");
}

}  // namespace zeropoint::ui
