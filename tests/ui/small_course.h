// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/course.h"

namespace zeropoint::test {

/// Two decks: one card of each kind, and one without anything but its words.
inline course::Course smallCourse() {
    const auto words = [](const char* text) { return course::Words{text, "small.json", 1}; };
    course::Card scale;
    scale.id = "calibration.scale";
    scale.deck = "calibration";
    scale.kind = course::CardKind::Numeric;
    scale.topic = "scale";
    scale.seconds = 180;
    scale.givens.draws.push_back({"hi", 200, 2000, 50, {}, 1});
    scale.givens.values.push_back({"step", "hi / 255", 1});
    scale.question = words("Values run from 0 to {{hi}}. How wide is *one* step of UINT8?");
    course::Question asked;
    asked.kind = course::QuestionKind::Number;
    asked.right = "step";
    asked.tolerance = "step / 1000";
    asked.distractors.push_back({.id = "divisor-256",
                                 .value = "hi / 256",
                                 .order = {},
                                 .when = {},
                                 .by = {},
                                 .misconception = "codes-not-steps",
                                 .reason = words("You counted **codes**, not steps."),
                                 .line = 1});
    asked.otherwise = words("Divide {{hi}} by the steps.");
    scale.asked = asked;
    scale.answer = words("{{hi}} over {{codes('uint8') - 1}} steps is **{{step}}**.");
    scale.rubric = {words("Divides by steps"), words("Says that codes are one more"),
                    words("Gives the number")};
    scale.followUps = {{words("Why not 256?"), words("Between five fingers are four gaps.")},
                       {words("And from −20?"), words("The range is wider.")}};
    course::Place place;
    place.state = {{"calibrate.scheme.format", "\"int4\"", "", 1},
                   {"calibrate.sample", "", "hi / 4", 1}};
    place.target = "calibrate.scheme.format";
    scale.show = place;

    course::Card bf16;
    bf16.id = "formats.bf16";
    bf16.deck = "formats";
    bf16.kind = course::CardKind::Choice;
    bf16.topic = "bf16";
    bf16.question = words("Which has the range of FP32?");
    course::Question choice;
    choice.kind = course::QuestionKind::Choice;
    choice.options = {{"fp16", words("FP16")}, {"bf16", words("BF16")}};
    choice.right = "bf16";
    choice.distractors.push_back({.id = "fp16",
                                  .value = {},
                                  .order = {},
                                  .when = {},
                                  .by = {},
                                  .misconception = "half-is-half",
                                  .reason = words("FP16 has five exponent bits."),
                                  .line = 1});
    bf16.asked = choice;
    bf16.answer = words("BF16 keeps the exponent of FP32.");
    bf16.rubric = {words("Names the exponent"), words("Says what is given up")};

    course::Card plain;
    plain.id = "formats.plain";
    plain.deck = "formats";
    plain.topic = "formats";
    plain.question = words("What is a format?");
    plain.answer = words("A way to write numbers in bits.");

    course::Course course;
    course.decks = {{"calibration", words("Calibration"), {scale}},
                    {"formats", words("Number formats"), {bf16, plain}}};
    return course;
}

}  // namespace zeropoint::test
