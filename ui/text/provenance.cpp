// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/provenance.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr auto context = "Provenance";  // of every QT_TRANSLATE_NOOP of the table

}  // namespace

const Provenance* findProvenance(const QString& id) {
    const auto table = allProvenance();
    const auto found = std::find_if(table.begin(), table.end(), [&](const Provenance& row) {
        return id == QLatin1String(row.id);
    });
    return found == table.end() ? nullptr : &*found;
}

QString provenanceText(const char* marked) {
    return QCoreApplication::translate(context, marked);
}

}  // namespace zeropoint::ui
