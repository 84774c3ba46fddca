// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/open_files.h"

#include "core/files/over_source.h"
#include "ui/state/runs/run_record.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QWidget>

#include <string>

namespace zeropoint::ui {

OpenFiles::OpenFiles(const Workbench& bench, QObject* window) : QObject(window), m_bench(bench) {}

const OpenFiles* OpenFiles::of(const QWidget* widget) {
    const OpenFiles* found = nullptr;
    for (; widget != nullptr && found == nullptr; widget = widget->parentWidget()) {
        found = widget->findChild<const OpenFiles*>(QString(), Qt::FindDirectChildrenOnly);
    }
    return found;
}

Result<void> OpenFiles::mayReplace(const QString& file) const {
    const std::string path = file.toStdString();
    if (m_bench.file()) {
        if (auto free = checkNotOver(*m_bench.file(), path); !free) {
            return free;
        }
    }
    const ComparisonView& compared = m_bench.views().compare.get();
    for (const std::string& read :
         {compared.fileA.toStdString(), compared.fileB.toStdString(),
          compared.mapFile.toStdString(), m_bench.training().next().task.textFile.string()}) {
        if (auto free = checkNotOver(read, path); !free) {
            return free;
        }
    }
    return {};
}

}  // namespace zeropoint::ui
