// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/deck.h"
#include "core/course/glossary.h"
#include "core/course/lesson.h"
#include "core/course/measured_results.h"
#include "core/course/problem.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// Everything there is to learn, in one language.
struct Course {
    std::vector<Lesson> lessons;  ///< by number
    Glossary glossary;
    std::vector<Misconception> misconceptions;
    std::vector<Deck> decks;
    std::shared_ptr<const MeasuredResults> measured;

    /// The results of both can be named in both: one set, in which an experiment of this course
    /// goes before one of the same name in the other.
    void shareResults(Course& own);
    const Lesson* lesson(std::string_view id) const;
    /// "calibration/step-width"; null for what there is not.
    const Step* step(std::string_view path) const;
    const Card* card(std::string_view id) const;
    const Misconception* misconception(std::string_view id) const;
};

/// The files of a course by their path: "lessons/en/5-calibration.md", "lessons/results/x.json",
/// "decks/en/formats.json". They come from a folder or from the program itself.
struct CourseFile {
    std::string text;
    std::string shown;  ///< as problems name it
};
using CourseFiles = std::map<std::string, CourseFile>;

inline constexpr std::size_t mostFileBytes = 1 << 20;
inline constexpr std::size_t mostFiles = 1000;

/// The files of a folder: one that holds "lessons" and "decks", or a folder of lessons, with or
/// without folders of languages in it. Hidden files are left out. NotFound, ReadFailed, TooLarge.
Result<CourseFiles> readCourseFiles(const std::filesystem::path& folder);

struct Loaded {
    Course course;
    Problems problems;  ///< in the order of the files
};

/// Reads what can be read; the rest are problems. `language` "de": its words, step by step over
/// the English ones.
Loaded loadCourse(const CourseFiles& files, std::string_view language = "en");

/// What the workbench has, for whoever checks the names in a course; what is absent is not checked.
struct WorkbenchNames {
    std::function<bool(const std::string& setting)> hasSetting;
    /// Those of a state's settings, taken together, that do not go, each with the reason.
    std::function<std::map<std::string, std::string>(const std::vector<Setting>& state)> refused;
    std::function<bool(const std::string& anchor)> hasAnchor;
    std::function<bool(const std::string& figure)> hasFigure;
};

/// The rules of docs/lessons.md over a course: every figure can be computed, every name leads
/// somewhere, every distractor differs from the right answer, texts are short and hold no typed
/// figures. `whole`: it is the course of the program, with which nothing may be missing; a folder
/// of somebody's own may name cards and steps of it.
Problems checkCourse(const Course& course, const WorkbenchNames& names,
                     const Course* around = nullptr);

/// What expressions of a step, a card or a term may name; the same seed, the same numbers.
Result<Scope> scopeOf(const Course& course, const Step& step, std::uint64_t seed = 1);
Result<Scope> scopeOf(const Course& course, const Card& card, std::uint64_t seed = 1);
Result<Scope> scopeOf(const Course& course, const Term& term);

}  // namespace zeropoint::course
