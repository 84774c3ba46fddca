// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/add_to_compare.h"

#include "ui/state/workbench.h"

#include <utility>

namespace zeropoint::ui {

AddToCompare::AddToCompare(Workbench& bench, std::function<std::optional<QuantScheme>()> settings,
                           QWidget* parent)
    : QPushButton(tr("Add to Compare"), parent), m_bench(bench), m_settings(std::move(settings)) {
    connect(this, &QPushButton::clicked, this, [this] {
        if (const auto scheme = m_settings()) {
            m_bench.setCompare(withColumn(m_bench.compare(), *scheme));
        }
    });
    connect(&bench, &Workbench::compareChanged, this, &AddToCompare::refresh);
    refresh();
}

void AddToCompare::refresh() {
    const auto columns = static_cast<int>(m_bench.compare().columns.size());
    const bool room = columns < CompareState::mostColumns;
    const bool any = m_settings().has_value();
    setEnabled(room && any);
    setToolTip(!any   ? tr("There is nothing here that quantizes a tensor")
               : room ? tr("These settings as another column of the Compare page, which has %n now",
                           nullptr, columns)
                      : tr("The Compare page has as many columns as it takes"));
}

}  // namespace zeropoint::ui
