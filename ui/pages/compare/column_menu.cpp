// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/column_menu.h"

#include "ui/pages/compare/compare_words.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>
#include <QMenu>

#include <utility>

namespace zeropoint::ui {
namespace {

class ColumnMenu {
    Q_DECLARE_TR_FUNCTIONS(ColumnMenu)

public:
    ColumnMenu(QMenu& menu, Workbench& bench, int column)
        : m_menu(menu), m_bench(bench), m_column(column) {}

    void addOrder();
    void addPins();
    void addCopies();
    void addCalibrate(std::function<void()> calibrate);
    void addRemove();

private:
    const CompareState& state() const { return m_bench.compare(); }
    int count() const { return static_cast<int>(state().columns.size()); }
    const QuantScheme& scheme() const {
        return state().columns[static_cast<std::size_t>(m_column)];
    }
    /// An entry that makes another state of the columns.
    template <typename Make>
    void add(const QString& text, const char* name, bool enabled, Make make) {
        auto* action = m_menu.addAction(text, &m_menu, [&bench = m_bench, column = m_column, make] {
            bench.setCompare(make(bench.compare(), column));
        });
        action->setObjectName(QLatin1String(name));
        action->setEnabled(enabled);
    }

    QMenu& m_menu;
    Workbench& m_bench;
    int m_column;
};

void ColumnMenu::addOrder() {
    add(tr("Duplicate"), "column_duplicate", count() < CompareState::mostColumns, withDuplicate);
    add(tr("Move left"), "column_left", m_column > 0,
        [](const CompareState& now, int at) { return withMoved(now, at, at - 1); });
    add(tr("Move right"), "column_right", m_column + 1 < count(),
        [](const CompareState& now, int at) { return withMoved(now, at, at + 1); });
}

void ColumnMenu::addPins() {
    for (const int side : {0, 1}) {
        const QString letter = columnLetter(side);
        const bool pinned = state().pinned[static_cast<std::size_t>(side)] == m_column;
        add(pinned ? tr("Unpin from %1").arg(letter) : tr("Pin as %1").arg(letter),
            side == 0 ? "column_pin_a" : "column_pin_b", true,
            [side](const CompareState& now, int at) { return withPin(now, side, at); });
    }
}

void ColumnMenu::addCopies() {
    QMenu* from = m_menu.addMenu(tr("Copy settings from"));
    const auto add = [&](const QString& text, const QuantScheme& other) {
        return from->addAction(text, &m_menu, [&bench = m_bench, column = m_column, other] {
            bench.setCompare(withScheme(bench.compare(), column, other));
        });
    };
    for (int other = 0; other < count(); ++other) {
        const QuantScheme& settings = state().columns[static_cast<std::size_t>(other)];
        add(tr("%1: %2").arg(columnLetter(other), settingName(settings)), settings)
            ->setEnabled(other != m_column);
    }
    add(tr("Calibrate"), m_bench.scheme());
}

void ColumnMenu::addCalibrate(std::function<void()> calibrate) {
    auto* use =
        m_menu.addAction(tr("Use in Calibrate"), &m_menu,
                         [&bench = m_bench, settings = scheme(), calibrate = std::move(calibrate)] {
                             bench.setScheme(settings);
                             calibrate();
                         });
    use->setObjectName(QStringLiteral("column_use"));
}

void ColumnMenu::addRemove() {
    add(tr("Remove"), "column_remove", count() > 1, withoutColumn);
}

}  // namespace

void fillColumnMenu(QMenu& menu, Workbench& bench, int column, std::function<void()> calibrate) {
    menu.clear();
    if (column >= static_cast<int>(bench.compare().columns.size())) {
        return;
    }
    ColumnMenu entries(menu, bench, column);
    entries.addOrder();
    entries.addPins();
    menu.addSeparator();
    entries.addCopies();
    entries.addCalibrate(std::move(calibrate));
    menu.addSeparator();
    entries.addRemove();
}

}  // namespace zeropoint::ui
