// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/coach_case.h"
#include "ui/pages/interview/interview_rules.h"
#include "ui/pages/learn/learn_rules.h"
#include "ui/pages/tradeoff/trade_off_rules.h"
#include "ui/pages/train/train_rules.h"

#include <vector>

namespace zeropoint::test {

using namespace zeropoint::ui;

/// Of the pages of runs and of the learner: a settled case of each, from which its cases differ.

inline TrainFigures usualRun() {
    TrainFigures f;
    f.run = true;
    f.name = QStringLiteral("FP32");
    f.parameters = 30'000;
    f.trained = 30'000;
    f.bytes = 120'000;
    f.outputs = 64;
    EvaluationReport report;
    for (std::uint64_t step = 1; step <= 5; ++step) {
        report.step = step * 100;
        report.trainLoss = report.testLoss = report.validationLoss = 2.0 / double(step);
        report.accuracy = 0.5;
        f.evaluations.push_back(report);
    }
    return f;
}

inline RunSummary summaryOf(const char* name, MethodKind method, double accuracy,
                            double kilobytes) {
    RunSummary run;
    run.name = name;
    run.method = method;
    run.accuracy = accuracy;
    run.sizeBytes = kilobytes * 1000;
    run.seeds = {1, 2};
    run.accuracyCi95.low = accuracy - 0.02;
    run.accuracyCi95.high = accuracy + 0.02;
    run.onFront = true;
    return run;
}

inline TradeOffFigures usualRuns() {
    TradeOffFigures f;
    f.runs = {summaryOf("FP32", MethodKind::Full, 0.96, 120),
              summaryOf("INT8 PTQ", MethodKind::Ptq, 0.95, 34),
              summaryOf("INT4 PTQ", MethodKind::Ptq, 0.85, 20)};
    return f;
}

inline InterviewFigures usualDay() {
    InterviewFigures f;
    f.all.cards = 100;
    f.all.answered = 80;
    f.all.recall = 0.7;
    f.fresh = 20;
    f.answersOfWeek = 20;
    f.rememberedOfWeek = 18;
    f.asked = true;
    f.limit = 180;
    return f;
}

inline std::vector<Case<TrainFigures>> trainCases() {
    using F = TrainFigures;
    const auto nothing = [](F&) {};
    const auto method = [](MethodKind kind) { return [kind](F& f) { f.method = kind; }; };
    return {
        {"train.nothing_yet", [](F& f) { f.run = false; }, nothing},
        {"train.failed", [](F& f) { f.failed = true; }, nothing},
        {"train.overfits", [](F& f) { f.evaluations.back().trainLoss -= 0.21; },
         [](F& f) { f.evaluations.back().trainLoss -= 0.19; }},
        {"train.past_its_best",
         [](F& f) { f.evaluations.back().validationLoss = f.best().validationLoss * 1.3; },
         [](F& f) {
             f.evaluations.back().validationLoss = f.evaluations[3].validationLoss * 1.01;
         }},
        {"train.learned_nothing", [](F& f) { f.evaluations.back().testLoss = 4.1; },
         [](F& f) { f.evaluations.back().testLoss = 4.0; }},
        {"train.rounding_broke_it",
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.61;
         },
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.59;
         }},
        {"train.rounding_was_free",
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.504;
             f.weightBits = 8;
         },
         [](F& f) {
             f.method = MethodKind::Ptq;
             f.baseAccuracy = 0.506;
             f.weightBits = 8;
         }},
        {"train.qat_keeps_fp32", method(MethodKind::Qat), nothing},
        {"train.ptq_trains_nothing", method(MethodKind::Ptq), nothing},
        {"train.full_costs_four", nothing, method(MethodKind::Qat)},
        {"train.adapters_train_few",
         [](F& f) {
             f.method = MethodKind::Lora;
             f.trained = 3000;
         },
         method(MethodKind::Lora)},
        {"train.qlora_freezes_nf4", method(MethodKind::Qlora), method(MethodKind::Lora)},
        {"train.adapters_are_large_here",
         [](F& f) {
             f.method = MethodKind::Lora;
             f.trained = 4600;
         },
         [](F& f) {
             f.method = MethodKind::Lora;
             f.trained = 4400;
         }},
        {"train.adapters_are_small",
         [](F& f) {
             f.method = MethodKind::Qlora;
             f.trained = 1400;
         },
         [](F& f) {
             f.method = MethodKind::Qlora;
             f.trained = 1600;
         }},
        {"train.near_entropy", [](F& f) { f.entropy = 0.39; }, [](F& f) { f.entropy = 0.37; }},
        {"train.above_entropy", [](F& f) { f.entropy = 0.37; }, [](F& f) { f.entropy = 0.39; }},
        {"train.plateau",
         [](F& f) { f.evaluations[4].testLoss = f.evaluations[1].testLoss * 0.995; }, nothing},
        {"train.progress", nothing, [](F& f) { f.evaluations.back().accuracy = 1; }},
    };
}

inline std::vector<Case<TradeOffFigures>> tradeOffCases() {
    using F = TradeOffFigures;
    const auto nothing = [](F&) {};
    const auto with = [](const char* name, MethodKind method, double accuracy, double kilobytes) {
        return [=](F& f) { f.runs.push_back(summaryOf(name, method, accuracy, kilobytes)); };
    };
    return {
        {"tradeoff.nothing_yet", [](F& f) { f.runs.clear(); }, nothing},
        {"tradeoff.chosen_is_beaten",
         [](F& f) {
             f.runs.push_back(summaryOf("NF4 PTQ", MethodKind::Ptq, 0.80, 21));
             f.selected = "NF4 PTQ";
         },
         [](F& f) { f.selected = "INT4 PTQ"; }},
        {"tradeoff.same_size", with("INT4 QAT", MethodKind::Qat, 0.9, 20.1),
         with("INT4 QAT", MethodKind::Qat, 0.9, 21)},
        {"tradeoff.cliff", [](F& f) { f.runs[2].accuracy = 0.74; },
         // A smaller one stands as high.
         [](F& f) {
             f.runs[2].accuracy = 0.74;
             f.runs.push_back(summaryOf("NF4 PTQ", MethodKind::Ptq, 0.94, 19));
         }},
        {"tradeoff.not_told_from_full", [](F& f) { f.runs[1].alike = {"FP32"}; }, nothing},
        {"tradeoff.adapters_behind", with("LoRA", MethodKind::Lora, 0.9, 130),
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.95, 130));
             f.runs.back().alike = {"FP32"};
         }},
        {"tradeoff.adapters_as_good",
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.95, 130));
             f.runs.back().alike = {"FP32"};
         },
         with("LoRA", MethodKind::Lora, 0.9, 130)},
        {"tradeoff.adapters_are_large", with("LoRA", MethodKind::Lora, 0.9, 121),
         with("LoRA", MethodKind::Lora, 0.9, 119)},
        {"tradeoff.qlora_pays_little",
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.9, 130));
             f.runs.push_back(summaryOf("QLoRA", MethodKind::Qlora, 0.89, 40));
         },
         [](F& f) {
             f.runs.push_back(summaryOf("LoRA", MethodKind::Lora, 0.9, 130));
             f.runs.push_back(summaryOf("QLoRA", MethodKind::Qlora, 0.87, 40));
         }},
        {"tradeoff.unsteady", [](F& f) { f.runs[2].accuracySd = 0.04; },
         [](F& f) { f.runs[2].accuracySd = 0.02; }},
        {"tradeoff.one_seed",
         [](F& f) {
             for (RunSummary& run : f.runs) {
                 run.seeds = {1};
             }
         },
         [](F& f) { f.runs[0].seeds = {1}; }},
        {"tradeoff.wide_intervals", [](F& f) { f.runs[2].accuracyCi95.low = 0.7; }, nothing},
        {"tradeoff.cheapest_as_good", [](F& f) { f.runs[1].alike = {"FP32"}; }, nothing},
        {"tradeoff.front", nothing, [](F& f) { f.runs.clear(); }},
    };
}

inline std::vector<Case<InterviewFigures>> interviewCases() {
    using F = InterviewFigures;
    const auto nothing = [](F&) {};
    return {
        {"interview.first_time", [](F& f) { f.all.answered = 0; }, nothing},
        {"interview.wrong_number", [](F& f) { f.revealed = f.judged = true; },
         [](F& f) { f.revealed = f.judged = f.right = true; }},
        {"interview.nothing_written", [](F& f) { f.revealed = true; },
         [](F& f) { f.revealed = f.written = true; }},
        {"interview.over_time", [](F& f) { f.seconds = 181; }, [](F& f) { f.seconds = 180; }},
        {"interview.often_forgotten", [](F& f) { f.rememberedOfWeek = 13; },
         // As was wished.
         [](F& f) {
             f.rememberedOfWeek = 13;
             f.retention = 0.7;
         }},
        {"interview.hardly_forgotten", [](F& f) { f.rememberedOfWeek = 20; },
         [](F& f) { f.rememberedOfWeek = 19; }},
        {"interview.weak_topic",
         [](F& f) {
             f.weakTopic = QStringLiteral("Scale");
             f.weakness = 0.61;
         },
         [](F& f) {
             f.weakTopic = QStringLiteral("Scale");
             f.weakness = 0.59;
         }},
        {"interview.many_due", [](F& f) { f.all.due = 21; }, [](F& f) { f.all.due = 20; }},
        {"interview.half_unseen", [](F& f) { f.fresh = 51; }, [](F& f) { f.fresh = 50; }},
        {"interview.recall", nothing, [](F& f) { f.all.answered = 0; }},
    };
}

inline LearnFigures usualLearner() {
    LearnFigures f;
    f.lessons = 8;
    f.finished = 2;
    f.asked = 20;
    f.right = 12;
    f.cards = 9;
    return f;
}

inline std::vector<Case<LearnFigures>> learnCases() {
    using F = LearnFigures;
    const auto nothing = [](F&) {};
    return {
        {"learn.first_time", [](F& f) { f.asked = 0; }, nothing},
        {"learn.all_done", [](F& f) { f.finished = 8; }, [](F& f) { f.finished = 7; }},
        {"learn.nearly_finished",
         [](F& f) {
             f.begun = QStringLiteral("Formats");
             f.begunLeft = 3;
         },
         [](F& f) {
             f.begun = QStringLiteral("Formats");
             f.begunLeft = 4;
         }},
        {"learn.mostly_wrong", [](F& f) { f.right = 7; }, [](F& f) { f.right = 8; }},
        {"learn.nearly_all_right", [](F& f) { f.right = 19; }, [](F& f) { f.right = 18; }},
        {"learn.skipped", [](F& f) { f.skipped = QStringLiteral("Formats"); }, nothing},
        {"learn.cards_are_ready", nothing, [](F& f) { f.finished = 0; }},
        {"learn.next_one", [](F& f) { f.minutes = 100; }, nothing},
    };
}

}  // namespace zeropoint::test
