// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace zeropoint::ui {

/// One thing that the Coach may say of a page. `Figures` is a plain struct that the page fills from
/// its state with what the core computed; a rule compares figures and words them, and so each can
/// be tried without a window.
template <typename Figures>
struct CoachRule {
    const char* name;  ///< stable: "calibrate.unused_codes"
    int weight;        ///< of the rules that apply, the heaviest are said
    bool (*applies)(const Figures&);
    QString (*say)(const Figures&);  ///< rich text, a sentence or two
    TryNext (*next)(const Figures&) = nullptr;
};

/// Something to try that a setting does.
inline TryNext setTo(const QString& text, const char* setting, const QJsonValue& value) {
    return {text, QString::fromLatin1(setting), value};
}

/// Those that apply, the heaviest first; equal ones in the order of the list.
template <typename Figures>
std::vector<const CoachRule<Figures>*> applying(std::span<const CoachRule<Figures>> rules,
                                                const Figures& figures) {
    std::vector<const CoachRule<Figures>*> found;
    for (const CoachRule<Figures>& rule : rules) {
        if (rule.applies(figures)) {
            found.push_back(&rule);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->weight > b->weight; });
    return found;
}

/// What the two heaviest say, and the next thing to try of the heaviest that names one.
template <typename Figures>
CoachText advise(std::span<const CoachRule<Figures>> rules, const Figures& figures) {
    constexpr qsizetype sentences = 2;
    CoachText text;
    for (const CoachRule<Figures>* rule : applying(rules, figures)) {
        if (text.paragraphs.size() < sentences) {
            text.paragraphs << rule->say(figures);
        }
        if (rule->next != nullptr && text.next.text.isEmpty()) {
            text.next = rule->next(figures);
        }
    }
    return text;
}

}  // namespace zeropoint::ui
