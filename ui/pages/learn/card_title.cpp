// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/card_title.h"

#include "ui/controls/markdown_label.h"

#include <QRegularExpression>

namespace zeropoint::ui {
namespace {

constexpr int mostSigns = 72;

}  // namespace

QString cardTitle(const course::Card& card) {
    static const QRegularExpression figure(QStringLiteral(R"(\{\{[^}]*\}\})"));
    QString words = QString::fromStdString(card.question.text);
    words = plainOfMarkdown(words.replace(figure, QStringLiteral("…")));
    words.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (words.size() > mostSigns) {
        const qsizetype space = words.lastIndexOf(QLatin1Char(' '), mostSigns);
        words = words.left(space > 0 ? space : mostSigns) + QStringLiteral("…");
    }
    return words.replace(QStringLiteral("……"), QStringLiteral("…"))
        .replace(QStringLiteral("…."), QStringLiteral("…"));
}

}  // namespace zeropoint::ui
