// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/remove_stored.h"

#include <QCoreApplication>

#include <utility>

namespace zeropoint::ui {

RemoveStored::RemoveStored(RunStore& store, const QString& name, std::vector<std::int64_t> ids,
                           std::function<void(bool removed)> look)
    : QUndoCommand(QCoreApplication::translate("RemoveStored", "remove %1").arg(name)),
      m_store(store),
      m_archive(store.archive()),
      m_ids(std::move(ids)),
      m_look(std::move(look)) {}

RemoveStored::~RemoveStored() {
    for (const std::int64_t id : m_removed ? m_ids : std::vector<std::int64_t>()) {
        // One that cannot be removed is there again at the next start: nothing is lost by it.
        (void)m_archive->remove(id);
    }
}

void RemoveStored::redo() {
    m_removed = true;
    m_store.hide(m_ids);
    m_look(true);
}

void RemoveStored::undo() {
    m_removed = false;
    m_store.unhide(m_ids);
    m_look(false);
}

}  // namespace zeropoint::ui
