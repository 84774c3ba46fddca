// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/check.h"
#include "core/course/course.h"

#include <QByteArray>
#include <QStringList>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace zeropoint::test {

using namespace zeropoint::course;

/// A short course without a mistake, file by file.
inline constexpr const char* words = R"(# Steps

What a step is.

## First {#first}

The weights run from {{lo}} to {{hi}}.

### predict
How wide is one step?

### reason codes
You counted the codes.

### reason otherwise
Divide by the steps.

### reveal
It is {{step}}.

## Second {#second}

Which is larger?

### predict
Choose.

### option a
{{hi}}

### option b
{{lo}}

### reason b
It is smaller.

### reveal
The first.

## In order {#order}

### predict
Put them in order.

### option x
four

### option y
eight

### reason falling
The other way round.

### reason otherwise
Count.

### reveal
Done.

## Drag {#drag}

### predict
Clip some.

### reason far
Too far.

### reason otherwise
Pull.

### reveal
Done.

## Case {#case}

A case.

## Rule {#rule}

### rule
A rule about the zero point.

## Another {#another}

See [scale](term:scale).

## Explain {#explain}

Say it.

### model
It is so.

### rubric
- one
- two
)";

inline constexpr const char* figures = R"json({
  "lesson": 5,
  "id": "steps",
  "minutes": 10,
  "state": { "calibrate.scheme.bits": 8, "calibrate.sample": {"=": "hi / 4"} },
  "values": { "lo": 0, "hi": 1000, "step": "scale(lo, hi, 'uint8')" },
  "cards": [],
  "steps": [
    { "id": "first", "kind": "predict", "target": "calibrate.sample", "answers": ["q27"],
      "predict": { "kind": "number", "right": "step", "tolerance": "0.005",
        "distractors": [ {"id": "codes", "value": "hi / 256", "misconception": "m"} ] } },
    { "id": "second", "kind": "predict",
      "predict": { "kind": "choice", "options": ["a", "b"], "right": "a",
        "proof": {"a": "hi", "b": "lo"},
        "distractors": [ {"id": "b", "misconception": "m"} ] } },
    { "id": "order", "kind": "predict",
      "predict": { "kind": "order", "options": ["y", "x"], "by": {"x": 4, "y": 8},
        "distractors": [ {"id": "falling", "order": ["y", "x"], "misconception": "m"} ] } },
    { "id": "drag", "kind": "predict",
      "predict": { "kind": "until", "right": "figure('calibrate.clipped') > 0",
        "solution": {"calibrate.range.high": 800},
        "distractors": [ {"id": "far", "when": "setting('calibrate.range.high') < 100",
          "by": {"calibrate.range.high": 10}, "misconception": "m"} ] } },
    { "id": "case", "kind": "case" },
    { "id": "rule", "kind": "rule" },
    { "id": "another", "kind": "new-case" },
    { "id": "explain", "kind": "explain" }
  ]
})json";

inline constexpr const char* terms = R"(# Glossary

## Scale {#scale}
also: step size, delta
see: zero-point

The width of one step.

## Zero point {#zero-point}

The code of zero.
)";

inline constexpr const char* places = R"({"terms": {
  "scale": {"target": "calibrate.sample"},
  "zero-point": {"state": {"calibrate.scheme.bits": 4}}}})";

inline constexpr const char* misconceptions = R"(# Misconceptions

## Everything {#m}

It is not so.
)";

inline constexpr const char* cards = R"({ "deck": "calibration", "title": "Calibration", "cards": [
  { "id": "calibration.step", "kind": "numeric", "topic": "scale", "questions": ["q27"], "lesson": "steps/first",
    "seconds": 60,
    "draw": { "hi": {"from": 100, "to": 900, "step": 100} }, "values": { "step": "hi / 255" },
    "question": "From zero to {{hi}}: how wide is a step?", "right": "step", "tolerance": "step / 1000",
    "distractors": [ {"id": "codes", "value": "hi / 256", "misconception": "m", "reason": "You counted {{hi}}."} ],
    "otherwise": "Divide.", "answer": ["One.", "Two: {{step}}."],
    "rubric": ["one", "two"],
    "follow_ups": [ {"question": "And?", "answer": "So."}, {"question": "Why?", "answer": "Thus."} ],
    "show": { "state": {"calibrate.scheme.bits": 8}, "target": "calibrate.sample" } } ] })";

inline CourseFiles goodFiles() {
    return {{"lessons/en/5-steps.md", {words, "5-steps.md"}},
            {"lessons/en/5-steps.json", {figures, "5-steps.json"}},
            {"lessons/en/glossary.md", {terms, "glossary.md"}},
            {"lessons/en/glossary.json", {places, "glossary.json"}},
            {"lessons/en/misconceptions.md", {misconceptions, "misconceptions.md"}},
            {"decks/en/calibration.json", {cards, "calibration.json"}}};
}

inline WorkbenchNames names() {
    const QStringList settings{"calibrate.scheme.bits", "calibrate.sample", "calibrate.range.high"};
    return {[settings](const std::string& setting) {
                return settings.contains(QString::fromStdString(setting));
            },
            [](const std::vector<Setting>& state) {
                std::map<std::string, std::string> refused;
                for (const Setting& setting : state) {
                    if (setting.json == "\"sideways\"") {
                        refused[setting.name] = "Give a number";
                    }
                }
                return refused;
            },
            [](const std::string& anchor) { return anchor == "calibrate.sample"; },
            [](const std::string& figure) { return figure == "calibrate.clipped"; }};
}

inline Problems problemsOf(const CourseFiles& files) {
    Loaded loaded = loadCourse(files);
    const Problems checked = checkCourse(loaded.course, names());
    loaded.problems.insert(loaded.problems.end(), checked.begin(), checked.end());
    return loaded.problems;
}

inline QByteArray listOf(const Problems& problems) {
    QByteArray list;
    for (const Problem& problem : problems) {
        list += QByteArray::fromStdString(toString(problem)) + '\n';
    }
    return list;
}

/// The line on which `text` stands, from 1.
inline int lineOf(const std::string& file, const std::string& text) {
    const std::size_t at = file.find(text);
    return at == std::string::npos
               ? -1
               : 1 + int(std::count(file.begin(), file.begin() + std::ptrdiff_t(at), '\n'));
}

}  // namespace zeropoint::test
