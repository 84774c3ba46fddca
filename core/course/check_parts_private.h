// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/check.h"
#include "core/course/course.h"
#include "core/course/scope.h"

namespace zeropoint::course {

constexpr int mostStepWords = 60;
constexpr int mostPromptWords = 40;
constexpr int mostReasonWords = 45;
constexpr int mostOptionWords = 15;
constexpr int mostTryWords = 25;
constexpr int mostAnswerWords = 120;

/// Checks what lessons, terms and cards are made of, and collects what is wrong.
class PartChecker {
public:
    /// All three must outlive the checker; `around` may be null.
    PartChecker(const Course& course, const WorkbenchNames& names, const Course* around)
        : m_course(course), m_names(names), m_around(around) {}

    void complain(const std::string& file, int line, const std::string& what,
                  const std::string& remedy);
    void complain(const std::string& file, int line, const Error& error);
    const Step* step(const std::string& path) const;
    bool hasCard(const std::string& id) const;
    bool hasTerm(const std::string& id) const;
    bool hasMisconception(const std::string& id) const;
    /// The rules of words, every placeholder, and where its links lead.
    void words(const Words& words, int most, const char* what, const Scope& scope);
    /// `below`: what is set already.
    void checkState(const State& state, const std::string& file, const Scope& scope,
                    const State& below = {});
    void checkPlace(const Place& place, const std::string& file, int line, const Scope& scope);
    void number(const std::string& expression, const std::string& file, int line,
                const Scope& scope);
    void checkValues(const Givens& givens, const std::string& file, const Scope& scope);
    void checkRubric(const std::vector<Words>& rubric, bool wanted, const std::string& file,
                     int line, const Scope& scope);

    const Course& course() const { return m_course; }
    const WorkbenchNames& names() const { return m_names; }
    Problems& problems() { return m_problems; }

private:
    void checkPlaceholders(const Words& words, const Scope& scope);
    void checkLinks(const Words& words);

    const Course& m_course;
    const WorkbenchNames& m_names;
    const Course* m_around;
    Problems m_problems;
};

/// Its words, its answers, and that each wrong one is met by its own reason. `mostPrompt`: words of
/// the question at most; `shown`: the state in which it is asked.
void checkQuestion(PartChecker& parts, const Question& question, const Scope& scope, int mostPrompt,
                   const State& shown);

}  // namespace zeropoint::course
