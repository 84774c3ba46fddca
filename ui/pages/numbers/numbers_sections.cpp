// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/numbers_sections.h"

#include "core/numerics/number_format.h"
#include "ui/actions/guide.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class NumbersSections {
    Q_DECLARE_TR_FUNCTIONS(NumbersSections)
};

const QString inspected = QStringLiteral("numbers.inspected");

std::vector<PaletteEntry> formatEntries() {
    std::vector<PaletteEntry> entries;
    for (const NumberFormat& format : numberFormats()) {
        PaletteEntry entry;
        entry.id = QString::fromUtf8(format.id.data(), qsizetype(format.id.size()));
        entry.title = formatName(entry.id);
        entry.icon = QStringLiteral(":/icons/numbers.svg");
        entry.value = NumbersSections::tr("%n bit(s)", nullptr, format.bits);
        entry.words = entry.id;
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace

std::vector<PaletteSection> numbersSections(Workbench& bench) {
    return {{QStringLiteral("formats"), NumbersSections::tr("Formats"), PaletteSection::Formats,
             [] { return formatEntries(); },
             [&bench](const PaletteEntry& entry) {
                 (void)bench.settings().set(inspected, entry.id);
                 (void)Guide::of(bench).goTo(inspected);
             },
             nullptr}};
}

}  // namespace zeropoint::ui
