// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/course/reading_level.h"

#include <QRegularExpression>

namespace zeropoint::test {
namespace {

QString plain(QString markdown) {
    static const QRegularExpression fenced(QStringLiteral("```.*?```"),
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression code(QStringLiteral("`[^`]*`"));
    static const QRegularExpression placeholder(QStringLiteral("\\{\\{.*?\\}\\}"),
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression address(QStringLiteral("\\]\\([^)]*\\)"));
    return markdown.replace(fenced, QStringLiteral(" "))
        .replace(code, QStringLiteral("it"))
        .replace(placeholder, QStringLiteral("ten"))
        .replace(address, QString());
}

bool isWord(const QString& part) {
    static const QRegularExpression letter(QStringLiteral("[A-Za-z0-9]"));
    return part.contains(letter);
}

}  // namespace

std::vector<QStringList> sentencesOf(const QString& markdown) {
    static const QRegularExpression end(QStringLiteral("\\n\\n|\\n- |(?<=[.!?:;])[\")]?\\s+"));
    std::vector<QStringList> sentences;
    for (const QString& sentence : plain(markdown).split(end)) {
        QStringList words;
        for (const QString& part : sentence.simplified().split(QLatin1Char(' '))) {
            if (isWord(part)) {
                words << part;
            }
        }
        if (!words.isEmpty()) {
            sentences.push_back(words);
        }
    }
    return sentences;
}

int syllablesOf(const QString& word) {
    static const QRegularExpression vowels(QStringLiteral("[aeiouy]+"));
    static const QRegularExpression others(QStringLiteral("[^a-z]"));
    static const QRegularExpression silentPast(QStringLiteral("[^aeiouytd]ed$"));
    const QString letters = word.toLower().remove(others);
    int count = 0;
    for (auto group = vowels.globalMatch(letters); group.hasNext(); group.next()) {
        ++count;
    }
    static const QRegularExpression silentEnd(QStringLiteral("([^l]|[aeiouy]l)e$"));
    if (count > 1 && (letters.contains(silentEnd) || letters.contains(silentPast))) {
        --count;
    }
    return std::max(count, 1);
}

double gradeOf(const std::vector<QStringList>& sentences) {
    double words = 0;
    double syllables = 0;
    for (const QStringList& sentence : sentences) {
        words += double(sentence.size());
        for (const QString& word : sentence) {
            syllables += syllablesOf(word);
        }
    }
    return 0.39 * words / double(sentences.size()) + 11.8 * syllables / words - 15.59;
}

}  // namespace zeropoint::test
