// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_store.h"

#include <QUndoCommand>

#include <cstdint>
#include <functional>
#include <vector>

namespace zeropoint::ui {

/// Removes a run of the store with all its seeds. They leave the disk together with this command:
/// until then, and if the program ends otherwise than by its own hand, they are there.
class RemoveStored : public QUndoCommand {
public:
    /// @param look  called after each step: what to look at then
    RemoveStored(RunStore& store, const QString& name, std::vector<std::int64_t> ids,
                 std::function<void(bool removed)> look);
    ~RemoveStored() override;

    void redo() override;
    void undo() override;

private:
    RunStore& m_store;
    std::shared_ptr<RunArchive> m_archive;
    std::vector<std::int64_t> m_ids;
    std::function<void(bool)> m_look;
    bool m_removed = false;
};

}  // namespace zeropoint::ui
