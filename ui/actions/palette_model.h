// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/palette_match.h"

#include <QAbstractListModel>
#include <QSet>

#include <map>
#include <utility>
#include <vector>

namespace zeropoint::ui {

/// The lines of the command palette: headings, entries that match, "more" behind each section that
/// is cut. Entries are taken from the sections once.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Line { Heading, Entry, More, Nothing };
    enum Role {
        LineRole = Qt::UserRole,
        ContextRole,
        IconRole,
        ValueRole,
        KeysRole,
        MissingRole,
        TitleMarksRole,  ///< QList<std::pair<int, int>>
        ContextMarksRole,
        StepsRole,
    };

    static constexpr int cut = 4;        ///< entries of a section before "more"
    static constexpr int usedShown = 5;  ///< of those that were used last, before anything is typed

    /// `used`: "section:id" of what was used before, the last one first.
    PaletteModel(std::vector<PaletteSection> sections, const QStringList& used,
                 QObject* parent = nullptr);

    void setQuery(const QString& query);
    int matches() const { return m_matches; }
    int entries() const { return m_entries; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    Line line(int row) const { return m_rows[static_cast<std::size_t>(row)].line; }
    /// Whether the row can be current: headings cannot.
    bool takes(int row) const;
    /// The next row that can, from `row` in steps of `step`; `row` itself where there is none.
    int next(int row, int step) const;
    /// The first entry of the next section.
    int nextSection(int row, int step) const;
    /// Shows all of the row's section.
    void expand(int row);
    /// "section:id" of an entry.
    QString key(int row) const;
    /// Does what the entry says.
    void run(int row) const;
    void change(int row, int step);
    /// Section, title, context, value, keys and reason in one line, as it is read out.
    QString spoken(int row) const;

private:
    struct Row {
        Line line = Line::Heading;
        int section = -1;
        int entry = -1;  ///< of the section; of Line::More: how many are left out
        PaletteMatch match;
    };

    const PaletteEntry& entryOf(const Row& row) const;
    QString textOf(const Row& row) const;
    std::vector<Row> matchesOf(int section, const QStringList& words) const;
    void addSection(int section, std::vector<Row> rows);
    void addUsed();
    void addNearest();
    int usedRank(int section, int entry) const;
    void rebuild();

    std::vector<PaletteSection> m_sections;
    std::vector<std::vector<PaletteEntry>> m_lists;  ///< of each section
    /// (section, entry) of what was used before: how long ago.
    std::map<std::pair<int, int>, int> m_used;
    QString m_query;
    QSet<int> m_expanded;
    std::vector<Row> m_rows;
    int m_matches = 0;
    int m_entries = 0;
};

}  // namespace zeropoint::ui
