// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/setting_words.h"

#include "core/scheme/scheme_words.h"
#include "ui/text/messages.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QHash>

#include <map>

namespace zeropoint::ui {
namespace {

class SettingWords {
    Q_DECLARE_TR_FUNCTIONS(SettingWords)
};

/// Those that are more than a word of English with hyphens.
QHash<QString, QString> makeChoices() {
    QHash<QString, QString> words{
        {QStringLiteral("auto"), SettingWords::tr("automatic")},
        {QStringLiteral("code-book"), SettingWords::tr("code book")},
        {QStringLiteral("log"), SettingWords::tr("logarithmic")},
        {QStringLiteral("nf4"), SettingWords::tr("NF4")},
        {QStringLiteral("fp32"), SettingWords::tr("FP32")},
        {QStringLiteral("ptq"), SettingWords::tr("PTQ")},
        {QStringLiteral("qat"), SettingWords::tr("QAT")},
        {QStringLiteral("lora"), SettingWords::tr("LoRA")},
        {QStringLiteral("qlora"), SettingWords::tr("QLoRA")},
        {QStringLiteral("rtn"), SettingWords::tr("round to nearest")},
        {QStringLiteral("awq"), SettingWords::tr("AWQ")},
        {QStringLiteral("gptq"), SettingWords::tr("GPTQ")},
        {QStringLiteral("adaround"), SettingWords::tr("AdaRound")},
        {QStringLiteral("hqq"), SettingWords::tr("HQQ")},
        {QStringLiteral("lsq"), SettingWords::tr("LSQ")},
        {QStringLiteral("clipped-ste"), SettingWords::tr("clipped STE")},
        {QStringLiteral("plain-ste"), SettingWords::tr("plain STE")},
        {QStringLiteral("dtype"), SettingWords::tr("stored type")},
    };
    for (const auto& word : roundingWords) {
        words.insert(QString::fromUtf8(word.text.data(), qsizetype(word.text.size())),
                     roundingName(word.value));
    }
    for (const auto& word : rangeWords) {
        words.insert(QString::fromUtf8(word.text.data(), qsizetype(word.text.size())),
                     rangeMethodName(word.value));
    }
    return words;
}

QString withSpaces(const QString& word) {
    QString text = word;
    text.replace(QLatin1Char('-'), QLatin1Char(' '));
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    return text;
}

QString capital(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

}  // namespace

QString choiceWords(const QString& choice) {
    const QHash<QString, QString> choices = makeChoices();
    const auto found = choices.constFind(choice);
    if (found != choices.constEnd()) {
        return *found;
    }
    return findNumberFormat(choice.toStdString()) != nullptr ? formatName(choice)
                                                             : withSpaces(choice);
}

QString syntheticKindTitle(std::string_view name) {
    return capital(withSpaces(toText(name)));
}

QString syntheticParameterTitle(std::string_view key) {
    const std::map<QString, QString> titles = {
        {QStringLiteral("n"), SettingWords::tr("Count")},
        {QStringLiteral("std"), SettingWords::tr("Standard deviation")},
        {QStringLiteral("mean"), SettingWords::tr("Mean")},
        {QStringLiteral("shape"), SettingWords::tr("Shape")},
        {QStringLiteral("scale"), SettingWords::tr("Scale")},
        {QStringLiteral("zeros"), SettingWords::tr("Share of zeros")},
        {QStringLiteral("dof"), SettingWords::tr("Degrees of freedom")},
        {QStringLiteral("seed"), SettingWords::tr("Seed")},
        {QStringLiteral("gain"), SettingWords::tr("Gain of the outliers")},
    };
    const auto found = titles.find(toText(key));
    return found == titles.end() ? capital(withSpaces(toText(key))) : found->second;
}

}  // namespace zeropoint::ui
