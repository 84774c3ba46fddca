// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace zeropoint::ui {

/// One line of the command palette.
struct PaletteEntry {
    QString id;          ///< within its section; stable, so that it can be found as used before
    QString title;       ///< translated
    QString context;     ///< where: the page, the file
    QString icon;        ///< ":/icons/bolt.svg"
    QString value;       ///< at the right
    QStringList keys;    ///< "Ctrl", "K"
    QString missing;     ///< why it cannot be chosen now; empty: it can
    QString words;       ///< is found by these too
    bool steps = false;  ///< left and right change its value
};

/// What the command palette finds of one kind. A page registers its own (PageEntry::sections).
struct PaletteSection {
    /// In which they stand; the same rank more than once: in the order in which they came.
    enum Rank { Actions, Settings, Tensors, Pages, Formats, Runs, Lessons };

    QString name;   ///< stable: "tensors"
    QString title;  ///< translated: "Tensors"
    Rank rank = Actions;
    /// All of them, asked once each time that the palette opens.
    std::function<std::vector<PaletteEntry>()> entries;
    std::function<void(const PaletteEntry&)> run;
    /// For entries with `steps`: changes the value and returns it as shown.
    std::function<QString(const PaletteEntry&, int step)> change;
    /// What may have been meant where nothing is called so: the id of an entry; nothing: none.
    std::function<std::optional<QString>(const QString& query)> nearest{};
};

}  // namespace zeropoint::ui
