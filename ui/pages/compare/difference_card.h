// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/setting_difference.h"
#include "ui/access/table_content.h"
#include "ui/state/source.h"

#include <QFrame>

#include <optional>
#include <utility>

class QLabel;

namespace zeropoint::ui {

class LinePlot;
class Workbench;

/// The two pinned columns against each other: where they read values back differently, and which
/// is closer. Takes no room without two pins.
class DifferenceCard : public QFrame {
    Q_OBJECT

public:
    explicit DifferenceCard(Workbench& bench, QWidget* parent = nullptr);

    /// Asks for the difference if it is another one than was asked for.
    void follow();

private:
    using Pair = std::pair<QuantScheme, QuantScheme>;

    std::optional<Pair> pinnedPair() const;
    void show(const SettingDifference& difference);
    TableContent table() const;

    Workbench& m_bench;
    SourcePtr m_source;
    std::optional<Pair> m_asked;
    QLabel* m_title;
    QLabel* m_text;
    LinePlot* m_plot;
};

}  // namespace zeropoint::ui
