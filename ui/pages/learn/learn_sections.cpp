// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/learn_sections.h"

#include "core/course/search.h"
#include "ui/state/course_state.h"
#include "ui/state/workbench.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class LearnSections {
    Q_DECLARE_TR_FUNCTIONS(LearnSections)
};

const QString icon = QStringLiteral(":/icons/learn.svg");

std::vector<PaletteEntry> lessonEntries(const course::Course& course) {
    std::vector<PaletteEntry> entries;
    for (const course::Lesson& lesson : course.lessons) {
        PaletteEntry entry;
        entry.id = QString::fromStdString(lesson.id);
        entry.title = QString::fromStdString(course::oneLine(lesson.title));
        entry.context = LearnSections::tr("lesson %1").arg(lesson.number);
        entry.icon = icon;
        entry.words =
            entry.id + QLatin1Char(' ') + QString::fromStdString(course::oneLine(lesson.summary));
        entries.push_back(std::move(entry));
    }
    return entries;
}

PaletteEntry termEntry(const course::Term& term) {
    PaletteEntry entry;
    entry.id = QString::fromStdString(term.id);
    entry.title = QString::fromStdString(course::oneLine(term.name));
    entry.context = LearnSections::tr("term");
    entry.icon = icon;
    entry.words = entry.id;
    for (const std::string& name : term.also) {
        entry.words += QLatin1Char(' ') + QString::fromStdString(name);
    }
    return entry;
}

std::vector<PaletteEntry> termEntries(const course::Course& course) {
    std::vector<PaletteEntry> entries;
    for (const course::Term& term : course.glossary.terms) {
        entries.push_back(termEntry(term));
    }
    return entries;
}

std::optional<QString> nearest(const course::Course& course, const QString& query) {
    const course::Term* term = course::nearestTerm(course.glossary, query.toStdString());
    return term != nullptr ? std::optional(QString::fromStdString(term->id)) : std::nullopt;
}

}  // namespace

std::vector<PaletteSection> learnSections(Workbench& bench) {
    CourseState& course = bench.course();
    return {
        {QStringLiteral("lessons"), LearnSections::tr("Lessons"), PaletteSection::Lessons,
         [&course] { return lessonEntries(course.course()); },
         [&bench](const PaletteEntry& entry) {
             if (const Result<void> begun = bench.course().begin(entry.id); !begun) {
                 bench.report(begun.error());
             }
         },
         nullptr},
        {QStringLiteral("terms"), LearnSections::tr("Glossary"), PaletteSection::Lessons,
         [&course] { return termEntries(course.course()); },
         [&course](const PaletteEntry& entry) { course.openTerm(entry.id); }, nullptr,
         [&course](const QString& query) { return nearest(course.course(), query); }},
    };
}

}  // namespace zeropoint::ui
