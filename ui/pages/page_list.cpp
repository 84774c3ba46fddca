// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_page.h"
#include "ui/pages/numbers/numbers_page.h"
#include "ui/pages/page.h"
#include "ui/pages/tradeoff/trade_off_page.h"
#include "ui/pages/train/train_page.h"

#include <QCoreApplication>

namespace zeropoint::ui {

std::vector<PageEntry> pageList() {
    const auto title = [](const char* text) {
        return QCoreApplication::translate("PageList", text);
    };
    return {
        {QStringLiteral("numbers"), title(QT_TRANSLATE_NOOP("PageList", "Numbers")),
         QStringLiteral(":/icons/numbers.svg"),
         [](Workbench& bench) { return new NumbersPage(bench); }},
        {QStringLiteral("calibrate"), title(QT_TRANSLATE_NOOP("PageList", "Calibrate")),
         QStringLiteral(":/icons/calibrate.svg"),
         [](Workbench& bench) { return new CalibratePage(bench); }},
        {QStringLiteral("train"), title(QT_TRANSLATE_NOOP("PageList", "Train")),
         QStringLiteral(":/icons/train.svg"),
         [](Workbench& bench) { return new TrainPage(bench); }},
        {QStringLiteral("tradeoff"), title(QT_TRANSLATE_NOOP("PageList", "Trade-off")),
         QStringLiteral(":/icons/tradeoff.svg"),
         [](Workbench& bench) { return new TradeOffPage(bench); }},
    };
}

}  // namespace zeropoint::ui
