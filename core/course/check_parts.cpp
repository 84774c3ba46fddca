// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/check_parts_private.h"
#include "core/course/expression.h"
#include "core/course/placeholders.h"
#include "core/course/words_rules.h"
#include "core/support/in_quotes.h"

#include <algorithm>

namespace zeropoint::course {
namespace {

constexpr std::size_t leastRubric = 2;
constexpr std::size_t mostRubric = 5;

int linesBefore(const std::string& text, const std::string& part) {
    const std::size_t at = std::min(text.find(part), text.size());
    return int(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n'));
}

}  // namespace

void PartChecker::complain(const std::string& file, int line, const std::string& what,
                           const std::string& remedy) {
    Problem problem{file, line, what, remedy};
    if (std::find(m_problems.begin(), m_problems.end(), problem) == m_problems.end()) {
        m_problems.push_back(std::move(problem));
    }
}

void PartChecker::complain(const std::string& file, int line, const Error& error) {
    complain(file, line, error.what + (error.where.empty() ? "" : " (" + error.where + ')'),
             error.remedy);
}

const Step* PartChecker::step(const std::string& path) const {
    const Step* found = m_course.step(path);
    return found == nullptr && m_around != nullptr ? m_around->step(path) : found;
}

bool PartChecker::hasCard(const std::string& id) const {
    return m_course.card(id) != nullptr || (m_around != nullptr && m_around->card(id) != nullptr);
}

bool PartChecker::hasTerm(const std::string& id) const {
    return m_course.glossary.find(id) != nullptr ||
           (m_around != nullptr && m_around->glossary.find(id) != nullptr);
}

bool PartChecker::hasMisconception(const std::string& id) const {
    return m_course.misconception(id) != nullptr ||
           (m_around != nullptr && m_around->misconception(id) != nullptr);
}

void PartChecker::words(const Words& words, int most, const char* what, const Scope& scope) {
    const std::size_t before = m_problems.size();
    checkWords(words, most, what, m_problems);
    if (m_problems.size() == before || placeholdersOf(words.text)) {
        checkPlaceholders(words, scope);
    }
    checkLinks(words);
}

void PartChecker::checkPlaceholders(const Words& words, const Scope& scope) {
    const auto placeholders = placeholdersOf(words.text);
    for (const Placeholder& placeholder :
         placeholders ? *placeholders : std::vector<Placeholder>()) {
        const std::string whole = words.text.substr(placeholder.at, placeholder.size);
        if (const auto filled = fillIn(whole, scope); !filled) {
            complain(words.file, words.line + linesBefore(words.text, whole), filled.error());
        }
    }
}

void PartChecker::checkLinks(const Words& words) {
    for (const std::string kind : {"](term:", "](lesson:"}) {
        for (std::size_t at = words.text.find(kind); at != std::string::npos;
             at = words.text.find(kind, at + 1)) {
            const std::size_t begin = at + kind.size();
            const std::string to = words.text.substr(begin, words.text.find(')', begin) - begin);
            const bool term = kind == "](term:";
            const bool there = term ? to.empty() || hasTerm(to)  // to none: glossary.h
                                    : step(to) != nullptr || m_course.lesson(to) != nullptr;
            if (!there) {
                complain(
                    words.file, words.line + linesBefore(words.text, kind + to),
                    "There is no " + std::string(term ? "term " : "step ") + inQuotes(to),
                    term ? "Add it to glossary.md, or correct its id" : "Write lesson:ID/STEP");
            }
        }
    }
}

void PartChecker::checkState(const State& state, const std::string& file, const Scope& scope,
                             const State& below) {
    State sound;
    for (const StateEntry& entry : state) {
        if (const auto resolved = resolve({entry}, scope); !resolved) {
            complain(file, entry.line, resolved.error());
        } else if (m_names.hasSetting && !m_names.hasSetting(entry.setting)) {
            complain(file, entry.line, "There is no setting " + inQuotes(entry.setting),
                     "zeropoint --list settings names them all");
        } else {
            sound.push_back(entry);
        }
    }
    const auto settings = resolve(joined(below, sound), scope);
    if (!settings || !m_names.refused) {
        return;
    }
    const auto refused = m_names.refused(*settings);
    for (const StateEntry& entry : sound) {
        if (const auto found = refused.find(entry.setting); found != refused.end()) {
            complain(file, entry.line,
                     "The setting " + inQuotes(entry.setting) + " does not take this value here",
                     found->second);
        }
    }
}

void PartChecker::checkPlace(const Place& place, const std::string& file, int line,
                             const Scope& scope) {
    checkState(place.state, file, scope);
    if (m_names.hasAnchor && !place.target.empty() && !m_names.hasAnchor(place.target)) {
        complain(file, line, "There is no place " + inQuotes(place.target) + " to point at",
                 "zeropoint --list anchors names them all");
    }
}

void PartChecker::number(const std::string& expression, const std::string& file, int line,
                         const Scope& scope) {
    if (const auto value = evaluateNumber(expression, scope); !value) {
        complain(file, line, value.error());
    }
}

void PartChecker::checkValues(const Givens& givens, const std::string& file, const Scope& scope) {
    for (const NamedExpression& value : givens.values) {
        if (const auto result = scope.value(value.name); !result) {
            complain(file, value.line, result.error());
        }
    }
}

void PartChecker::checkRubric(const std::vector<Words>& rubric, bool wanted,
                              const std::string& file, int line, const Scope& scope) {
    if (wanted && (rubric.size() < leastRubric || rubric.size() > mostRubric)) {
        complain(file, line, "The rubric has " + std::to_string(rubric.size()) + " lines",
                 "2 to 5 are wanted");
    }
    for (const Words& row : rubric) {
        words(row, mostTryWords, "A line of a rubric", scope);
    }
}

}  // namespace zeropoint::course
