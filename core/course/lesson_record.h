// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint::course {

/// A moment is in seconds since 1970.
struct StepAnswer {
    std::string lesson;
    std::string step;
    std::string answer;  ///< Verdict::answer
    std::string misconception;
    std::string given;  ///< as it was typed or chosen
    bool right = false;
    std::int64_t at = 0;
};

/// What a learner wrote in words of their own.
struct WrittenAnswer {
    std::string about;  ///< "calibration/explain", or the id of a card
    std::string text;
    std::vector<int> ticks;  ///< lines of the rubric that hold
    std::int64_t at = 0;
};

struct LessonProgress {
    std::string lesson;
    std::string step;               ///< the one shown last
    std::vector<std::string> done;  ///< steps
    int asked = 0;                  ///< questions
    int right = 0;                  ///< of them at the first answer
};

/// What outlives the program of a learner's way through the lessons. One thread at a time.
class LessonRecord {
public:
    virtual ~LessonRecord() = default;

    virtual Result<void> shown(std::string_view lesson, std::string_view step, std::int64_t at) = 0;
    virtual Result<void> finished(std::string_view lesson, std::string_view step,
                                  std::int64_t at) = 0;
    virtual Result<void> answered(const StepAnswer& answer) = 0;
    virtual Result<void> wrote(const WrittenAnswer& answer) = 0;
    virtual Result<std::vector<LessonProgress>> lessons() = 0;
    /// Newest first.
    virtual Result<std::vector<WrittenAnswer>> written(std::string_view about) = 0;
};

}  // namespace zeropoint::course
