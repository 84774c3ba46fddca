// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/keys_sheet.h"

#include "ui/actions/actions.h"
#include "ui/controls/fit_screen.h"
#include "ui/controls/setting_binding.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/theme/fonts.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace zeropoint::ui {
namespace {

class KeysSheet {
    Q_DECLARE_TR_FUNCTIONS(KeysSheet)
};

enum Column { Keys, Does, Where };

/// The page on show, then the window, then the others in their order.
std::vector<const Action*> listed(const Actions& actions) {
    std::vector<const Action*> rows;
    for (const Action& action : actions.all()) {
        if (!action.keys.isEmpty()) {
            rows.push_back(&action);
        }
    }
    const auto rank = [&actions](const Action* action) {
        const QString page = pageOf(*action);
        return action->kind == ActionKind::Page   ? 1
               : page == actions.page()           ? 0
               : page == QStringLiteral("window") ? 1
                                                  : 2;
    };
    std::ranges::stable_sort(rows, {}, rank);
    return rows;
}

QString whereOf(const Actions& actions, const Action& action) {
    const Action* page = actions.find(pageOf(action) + QStringLiteral(".show"));
    return page == nullptr || action.kind == ActionKind::Page ? KeysSheet::tr("everywhere")
                                                              : page->title;
}

QTableWidget* makeTable(const Actions& actions) {
    const std::vector<const Action*> rows = listed(actions);
    auto* table = new QTableWidget(static_cast<int>(rows.size()), 3);
    table->setObjectName(QStringLiteral("keys_table"));
    table->setAccessibleName(KeysSheet::tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels(
        {KeysSheet::tr("Keys"), KeysSheet::tr("What they do"), KeysSheet::tr("Where")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(Does, QHeaderView::Stretch);
    for (int row = 0; row < table->rowCount(); ++row) {
        const Action& action = *rows[static_cast<std::size_t>(row)];
        auto* keys = new QTableWidgetItem(keysText(action));
        keys->setFont(monoFont(12));
        table->setItem(row, Keys, keys);
        table->setItem(row, Does, new QTableWidgetItem(action.title));
        table->setItem(row, Where, new QTableWidgetItem(whereOf(actions, action)));
    }
    table->resizeColumnToContents(Keys);
    table->resizeColumnToContents(Where);
    return table;
}

}  // namespace

void showKeysSheet(Workbench& bench, QWidget* window) {
    auto* dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("keys_sheet"));
    dialog->setWindowTitle(KeysSheet::tr("Keyboard shortcuts"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(withinScreen(*dialog, {620, 560}));
    auto* single = new QCheckBox(KeysSheet::tr("Single keys act where no text is typed"));
    single->setObjectName(QStringLiteral("keys_single"));
    bindSetting(single, bench.settings(), QStringLiteral("window.single_keys"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(makeTable(Actions::of(bench)));
    column->addWidget(single);
    column->addWidget(buttons);
    dialog->open();
}

}  // namespace zeropoint::ui
