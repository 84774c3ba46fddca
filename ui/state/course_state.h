// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/check.h"
#include "core/course/course.h"
#include "core/course/lesson_record.h"
#include "ui/state/source.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QFileSystemWatcher;
class QTimer;

namespace zeropoint::ui {

class Workbench;
struct WorkbenchValues;

/// The course, and where the learner stands in it. A step that is shown sets the workbench as one
/// step of undo and asks for its place to be pointed at; what the learner had before the lesson is
/// kept, and comes back when it is asked for.
class CourseState : public QObject {
    Q_OBJECT

public:
    explicit CourseState(Workbench& bench);
    ~CourseState() override;

    /// The program's own course with the lessons of the learner's folder behind it; read when it is
    /// first asked for.
    const course::Course& course();
    /// What is wrong with the folder's files.
    const course::Problems& problems();

    /// Lessons of the learner's own, watched and read again as they are saved; empty: none.
    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    /// Actions that a button does: places that a step can point at beside the settings. Told before
    /// the course is first asked for.
    void setButtons(const QStringList& names) { m_buttons = names; }

    /// What outlives the program; until it is set, progress is kept in memory.
    void setRecord(std::shared_ptr<course::LessonRecord> record);
    course::LessonRecord& record();
    /// By lesson; empty where the record cannot be read (which failed() said).
    const std::vector<course::LessonProgress>& progress();
    const course::LessonProgress* progressOf(const std::string& lesson);

    // The lesson that runs; null: none.
    const course::Lesson* lesson() const { return m_lesson; }
    const course::Step* step() const { return m_step; }
    int stepNumber() const;  ///< from 0
    /// Shows a step of a lesson, where it was left when none is named. NotFound.
    Result<void> begin(const QString& lesson, const QString& step = {});
    void next();
    void back();
    bool isFirst() const;
    bool isLast() const;
    /// Ends the lesson; what it set stays until backToOwn().
    void leave();

    /// What the learner had before the lesson began, or before something was shown.
    bool hasOwn() const { return m_own != nullptr; }
    void backToOwn();

    /// The interview cards that a lesson prepares.
    std::vector<const course::Card*> cardsOf(const course::Lesson& lesson);
    /// Leaves the lesson for one of the interview cards that it prepares.
    void askCard(const QString& id);

    /// Opens an entry of the glossary on the Learn page.
    void openTerm(const QString& id);

    /// Sets the workbench as `place` says and asks for its target to be pointed at: "show me" of
    /// cards and terms. `title` names the step of undo. Fails, and changes nothing, for a state
    /// that the workbench does not take.
    Result<void> show(const course::Place& place, const course::Scope& scope, const QString& title);
    /// What a page could not show of the course: the window says it.
    void report(const Error& error) { emit failed(error); }

    /// Makes settings of the live window what `state` says, each a step of undo of its own.
    void apply(const course::State& state);

    /// What the step's texts and questions are computed from.
    const course::Scope& scope() const { return m_scope; }
    /// Markdown of the running course with figures and terms; empty for no words.
    /// `except`: a term that is not linked.
    QString text(const course::Words& words, const course::Scope& scope,
                 const std::string& except = {});
    QString text(const course::Words& words) { return text(words, m_scope); }

    /// The first answer counts for the progress; it stays until the next step.
    Result<course::Verdict> answer(const course::Answer& answer, const QString& given);
    const std::optional<course::Verdict>& verdict() const { return m_verdict; }
    /// Whether the step's question is answered, or asks nothing.
    bool answered() const;
    /// Words of the learner's own with the lines of the rubric that they hold.
    void keepWritten(const QString& about, const QString& text, const std::vector<int>& ticks);

signals:
    void courseChanged();
    /// Another step, or none, runs.
    void stepChanged();
    void answeredChanged();
    void progressChanged();
    /// Somewhere in the window shall be looked at; empty: nowhere any more.
    void pointRequested(const QString& anchor);
    /// An interview card shall be asked.
    void cardRequested(const QString& card);
    void failed(const zeropoint::Error& error);

private:
    struct Own;

    void load();
    void reload();
    void finish();
    void forgetVerdict();
    void watchFolder();
    void showStep(const course::Step& step);
    void keepOwn();
    void pointAt(const QString& target);
    void note(const Result<void>& written);
    void noteStep(const course::Step& step);
    course::Scope liveScope() const;

    Workbench& m_bench;
    std::unique_ptr<WorkbenchValues> m_initial;
    std::unique_ptr<Own> m_own;
    std::unique_ptr<course::Course> m_course;
    course::Problems m_problems;
    QString m_folder;
    QString m_awaited;  ///< the place to point at once its tensor is loaded
    QStringList m_buttons;
    std::unique_ptr<WorkbenchValues> m_judged;  ///< what a question of doing was judged by
    QFileSystemWatcher* m_watcher;
    QTimer* m_settle;  ///< editors write a file in several steps
    std::shared_ptr<course::LessonRecord> m_record;
    std::vector<course::LessonProgress> m_progress;
    bool m_progressRead = false;
    const course::Lesson* m_lesson = nullptr;
    const course::Step* m_step = nullptr;
    course::Scope m_scope;
    std::optional<course::Verdict> m_verdict;
    std::uint64_t m_seed = 1;
};

}  // namespace zeropoint::ui
