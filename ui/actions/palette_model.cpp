// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/palette_model.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace zeropoint::ui {

PaletteModel::PaletteModel(std::vector<PaletteSection> sections, const QStringList& used,
                           QObject* parent)
    : QAbstractListModel(parent), m_sections(std::move(sections)) {
    std::ranges::stable_sort(m_sections, {}, &PaletteSection::rank);
    for (std::size_t section = 0; section < m_sections.size(); ++section) {
        m_lists.push_back(m_sections[section].entries());
        const std::vector<PaletteEntry>& list = m_lists.back();
        m_entries += static_cast<int>(list.size());
        for (qsizetype rank = 0; rank < used.size(); ++rank) {
            const QString prefix = m_sections[section].name + QLatin1Char(':');
            const auto found = std::ranges::find_if(list, [&](const PaletteEntry& entry) {
                return used[rank].startsWith(prefix) && entry.id == used[rank].mid(prefix.size());
            });
            if (found != list.end()) {
                m_used.emplace(
                    std::pair(static_cast<int>(section), static_cast<int>(found - list.begin())),
                    static_cast<int>(rank));
            }
        }
    }
    rebuild();
}

void PaletteModel::setQuery(const QString& query) {
    m_query = query;
    m_expanded.clear();
    rebuild();
}

const PaletteEntry& PaletteModel::entryOf(const Row& row) const {
    return m_lists[static_cast<std::size_t>(row.section)][static_cast<std::size_t>(row.entry)];
}

int PaletteModel::usedRank(int section, int entry) const {
    const auto found = m_used.find({section, entry});
    return found == m_used.end() ? std::numeric_limits<int>::max() : found->second;
}

/// The best first; among equals what was used last.
std::vector<PaletteModel::Row> PaletteModel::matchesOf(int section,
                                                       const QStringList& words) const {
    const std::vector<PaletteEntry>& list = m_lists[static_cast<std::size_t>(section)];
    std::vector<Row> rows;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (auto match = matchPalette(list[i], words)) {
            rows.push_back({Line::Entry, section, static_cast<int>(i), std::move(*match)});
        }
    }
    std::ranges::stable_sort(rows, {}, [this](const Row& row) {
        return std::pair(row.match.distance, usedRank(row.section, row.entry));
    });
    return rows;
}

void PaletteModel::addSection(int section, std::vector<Row> rows) {
    if (rows.empty()) {
        return;
    }
    m_rows.push_back({Line::Heading, section, -1, {}});
    const auto count = static_cast<int>(rows.size());
    const int shown = m_expanded.contains(section) || count <= cut + 1 ? count : cut;
    std::move(rows.begin(), rows.begin() + shown, std::back_inserter(m_rows));
    if (shown < count) {
        m_rows.push_back({Line::More, section, count - shown, {}});
    }
}

/// Before anything is typed: what was used last, then the pages.
void PaletteModel::addUsed() {
    std::vector<std::pair<int, Row>> ranked;
    for (const auto& [place, rank] : m_used) {
        ranked.push_back({rank, {Line::Entry, place.first, place.second, {}}});
    }
    std::ranges::sort(ranked, {}, [](const auto& row) { return row.first; });
    std::vector<Row> rows;
    for (auto& [rank, row] : ranked) {
        if (rows.size() < usedShown) {
            rows.push_back(std::move(row));
        }
    }
    if (!rows.empty() && m_sections.size() > 1) {
        m_rows.push_back({Line::Heading, -1, -1, {}});
        std::ranges::move(rows, std::back_inserter(m_rows));
    }
    for (int section = 0; section < static_cast<int>(m_sections.size()); ++section) {
        const bool pages =
            m_sections[static_cast<std::size_t>(section)].rank == PaletteSection::Pages;
        if (pages || m_sections.size() == 1) {
            addSection(section, matchesOf(section, {}));
        }
    }
}

void PaletteModel::addNearest() {
    for (int section = 0; section < static_cast<int>(m_sections.size()); ++section) {
        const auto& nearest = m_sections[static_cast<std::size_t>(section)].nearest;
        const std::optional<QString> id = nearest ? nearest(m_query) : std::nullopt;
        const auto& list = m_lists[static_cast<std::size_t>(section)];
        const auto found = std::ranges::find_if(
            list, [&](const PaletteEntry& entry) { return id && entry.id == *id; });
        if (found != list.end()) {
            m_rows.push_back({Line::Entry, section, static_cast<int>(found - list.begin()), {}});
        }
    }
}

void PaletteModel::rebuild() {
    beginResetModel();
    m_rows.clear();
    const QStringList words = m_query.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        m_matches = m_entries;
        addUsed();
    } else {
        m_matches = 0;
        for (int section = 0; section < static_cast<int>(m_sections.size()); ++section) {
            std::vector<Row> rows = matchesOf(section, words);
            m_matches += static_cast<int>(rows.size());
            addSection(section, std::move(rows));
        }
        if (m_rows.empty()) {
            m_rows.push_back({Line::Nothing, -1, -1, {}});
            addNearest();
        }
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool PaletteModel::takes(int row) const {
    return row >= 0 && row < rowCount() && (line(row) == Line::Entry || line(row) == Line::More);
}

int PaletteModel::next(int row, int step) const {
    int at = row + step;
    while (at >= 0 && at < rowCount() && !takes(at)) {
        at += step > 0 ? 1 : -1;
    }
    return takes(at) ? at : row;
}

int PaletteModel::nextSection(int row, int step) const {
    int at = row;
    const auto toHeading = [&] {
        do {
            at += step;
        } while (at >= 0 && at < rowCount() && line(at) != Line::Heading);
    };
    toHeading();
    if (step < 0 && next(at, 1) == row) {
        toHeading();  // the row is the first of its own section
    }
    return at >= 0 && at < rowCount() ? next(at, 1) : row;
}

void PaletteModel::expand(int row) {
    m_expanded.insert(m_rows[static_cast<std::size_t>(row)].section);
    rebuild();
}

QString PaletteModel::key(int row) const {
    const Row& at = m_rows[static_cast<std::size_t>(row)];
    return m_sections[static_cast<std::size_t>(at.section)].name + QLatin1Char(':') +
           entryOf(at).id;
}

void PaletteModel::run(int row) const {
    const Row& at = m_rows[static_cast<std::size_t>(row)];
    m_sections[static_cast<std::size_t>(at.section)].run(entryOf(at));
}

void PaletteModel::change(int row, int step) {
    const Row& at = m_rows[static_cast<std::size_t>(row)];
    const PaletteSection& section = m_sections[static_cast<std::size_t>(at.section)];
    PaletteEntry& entry =
        m_lists[static_cast<std::size_t>(at.section)][static_cast<std::size_t>(at.entry)];
    entry.value = section.change(entry, step);
    emit dataChanged(index(row), index(row));
}

QString PaletteModel::textOf(const Row& row) const {
    switch (row.line) {
        case Line::Heading:
            return row.section < 0 ? tr("Used last")
                                   : m_sections[static_cast<std::size_t>(row.section)].title;
        case Line::Entry:
            return entryOf(row).title;
        case Line::More:
            return tr("%n more", nullptr, row.entry);
        case Line::Nothing:
            return tr("Nothing is called so");
    }
    return {};
}

QString PaletteModel::spoken(int row) const {
    const Row& at = m_rows[static_cast<std::size_t>(row)];
    if (at.line != Line::Entry) {
        return textOf(at);
    }
    const PaletteEntry& entry = entryOf(at);
    QStringList parts{m_sections[static_cast<std::size_t>(at.section)].title,
                      entry.title,
                      entry.context,
                      entry.value,
                      entry.keys.join(QLatin1Char('+')),
                      entry.missing};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == LineRole) {
        return static_cast<int>(row.line);
    }
    if (role == Qt::DisplayRole) {
        return textOf(row);
    }
    if (role == Qt::AccessibleTextRole) {
        return spoken(index.row());
    }
    if (row.line != Line::Entry) {
        return {};
    }
    const PaletteEntry& entry = entryOf(row);
    switch (role) {
        case ContextRole:
            return entry.context;
        case IconRole:
            return entry.icon;
        case ValueRole:
            return entry.value;
        case KeysRole:
            return entry.keys;
        case MissingRole:
            return entry.missing;
        case TitleMarksRole:
            return QVariant::fromValue(row.match.title);
        case ContextMarksRole:
            return QVariant::fromValue(row.match.context);
        case StepsRole:
            return entry.steps;
        default:
            return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return {};
    }
    return takes(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                              : Qt::ItemNeverHasChildren;
}

}  // namespace zeropoint::ui
