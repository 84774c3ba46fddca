// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_actions.h"
#include "ui/pages/calibrate/calibrate_page.h"
#include "ui/pages/calibrate/calibrate_sections.h"
#include "ui/pages/compare/compare_actions.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/interview/interview_actions.h"
#include "ui/pages/interview/interview_page.h"
#include "ui/pages/interview/interview_sections.h"
#include "ui/pages/learn/learn_actions.h"
#include "ui/pages/learn/learn_page.h"
#include "ui/pages/learn/learn_sections.h"
#include "ui/pages/memory/memory_actions.h"
#include "ui/pages/memory/memory_page.h"
#include "ui/pages/numbers/numbers_actions.h"
#include "ui/pages/numbers/numbers_page.h"
#include "ui/pages/numbers/numbers_sections.h"
#include "ui/pages/page.h"
#include "ui/pages/tradeoff/trade_off_actions.h"
#include "ui/pages/tradeoff/trade_off_page.h"
#include "ui/pages/tradeoff/trade_off_sections.h"
#include "ui/pages/train/train_actions.h"
#include "ui/pages/train/train_page.h"
#include "ui/pages/train/train_sections.h"

#include <QCoreApplication>

namespace zeropoint::ui {

namespace {

class PageList {
    Q_DECLARE_TR_FUNCTIONS(PageList)
};

template <typename Shown>
auto makerOf() {
    return [](Workbench& bench, QWidget* parent) { return new Shown(bench, parent); };
}

}  // namespace

std::vector<PageEntry> pageList() {
    return {
        {QStringLiteral("numbers"), PageList::tr("Numbers"), QStringLiteral(":/icons/numbers.svg"),
         makerOf<NumbersPage>(), numbersActions, numbersSections},
        {QStringLiteral("calibrate"), PageList::tr("Calibrate"),
         QStringLiteral(":/icons/calibrate.svg"), makerOf<CalibratePage>(), calibrateActions,
         calibrateSections},
        {QStringLiteral("compare"), PageList::tr("Compare"), QStringLiteral(":/icons/compare.svg"),
         makerOf<ComparePage>(), compareActions},
        {QStringLiteral("train"), PageList::tr("Train"), QStringLiteral(":/icons/train.svg"),
         makerOf<TrainPage>(), trainActions, trainSections},
        {QStringLiteral("tradeoff"), PageList::tr("Trade-off"),
         QStringLiteral(":/icons/tradeoff.svg"), makerOf<TradeOffPage>(), tradeOffActions,
         tradeOffSections},
        {QStringLiteral("memory"), PageList::tr("Memory"), QStringLiteral(":/icons/memory.svg"),
         makerOf<MemoryPage>(), memoryActions},
        {QStringLiteral("learn"), PageList::tr("Learn"), QStringLiteral(":/icons/learn.svg"),
         makerOf<LearnPage>(), learnActions, learnSections},
        {QStringLiteral("interview"), PageList::tr("Interview"),
         QStringLiteral(":/icons/interview.svg"), makerOf<InterviewPage>(), interviewActions,
         interviewSections},
    };
}

}  // namespace zeropoint::ui
