// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QObject>

class QWidget;

namespace zeropoint::ui {

class Workbench;

/// The files that something shown is read from. What is written over one of them would be taken for
/// it when it is read again: by undo, a session, the next run.
class OpenFiles : public QObject {
    Q_OBJECT

public:
    /// A child of the window that shows what the workbench holds, for those who know that alone.
    explicit OpenFiles(const Workbench& bench, QObject* window = nullptr);
    /// Of the window that a widget stands in, or a dialog above it; null: of none.
    static const OpenFiles* of(const QWidget* widget);

    /// InvalidArgument for one of them, by whatever links the path leads there.
    Result<void> mayReplace(const QString& file) const;

private:
    const Workbench& m_bench;
};

}  // namespace zeropoint::ui
