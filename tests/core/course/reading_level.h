// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace zeropoint::test {

/// The words of each sentence of Markdown. A placeholder and a piece of code are one short word,
/// of a link the words count. A colon and a semicolon end a sentence: what follows stands alone.
std::vector<QStringList> sentencesOf(const QString& markdown);

/// Groups of vowels, without a silent e at the end: right for most English words, within one for
/// the others.
int syllablesOf(const QString& word);

/// School grade after Flesch and Kincaid (1975):
/// 0.39 words / sentences + 11.8 syllables / words - 15.59.
double gradeOf(const std::vector<QStringList>& sentences);

}  // namespace zeropoint::test
