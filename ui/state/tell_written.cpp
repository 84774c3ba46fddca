// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/tell_written.h"

#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QFileInfo>

namespace zeropoint::ui {

void tellWritten(Workbench& bench, const QString& file, const Result<void>& written) {
    if (!written) {
        bench.report(written.error());
        return;
    }
    const QFileInfo made(file);
    bench.tell(Workbench::tr("%1 is written: %2 bytes.")
                   .arg(made.fileName(), formatCount(static_cast<qulonglong>(made.size()))));
}

}  // namespace zeropoint::ui
