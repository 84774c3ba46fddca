// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/progress_store.h"

#include <QObject>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace zeropoint::ui {

class JobRunner;

/// What the learner has done, in memory and behind that in a file: no call waits for a disk. What a
/// locked or full disk refuses stays in memory, is told once and tried again until it is kept.
/// Before openFolder() everything is kept in memory alone, and goes to the file afterwards.
/// Everything here lives on the GUI thread.
class Progress : public QObject, public course::LessonRecord {
    Q_OBJECT

public:
    /// `helpers` runs reading and writing.
    explicit Progress(JobRunner& helpers, QObject* parent = nullptr);
    ~Progress() override;

    void openFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    /// Takes up what another window has written since; changed() follows when there is something.
    void reload();
    /// How many entries are not on the disk yet.
    int waiting() const { return static_cast<int>(m_waiting.size()); }

    /// Answers to interview cards, in the order of their times.
    const std::vector<course::CardReview>& reviews() const { return m_reviews; }
    void add(const course::CardReview& review);
    /// The answer that was being written to a card.
    std::optional<course::Draft> draft(const std::string& card);
    void keep(const course::Draft& draft);

    Result<void> shown(std::string_view lesson, std::string_view step, std::int64_t at) override;
    Result<void> finished(std::string_view lesson, std::string_view step, std::int64_t at) override;
    Result<void> answered(const course::StepAnswer& answer) override;
    Result<void> wrote(const course::WrittenAnswer& answer) override;
    Result<std::vector<course::LessonProgress>> lessons() override;
    Result<std::vector<course::WrittenAnswer>> written(std::string_view about) override;

signals:
    void changed();                     ///< by this window or another one
    void noticed(const QString& text);  ///< what happened to a file that could not be read
    void failed(const zeropoint::Error& error);

private:
    class Archive;
    struct Opened;
    using Write = std::function<Result<void>(course::ProgressStore&)>;

    Result<void> record(Write write);
    void open();
    void takeOpened(Result<Opened>&& opened);
    void takeMemory(course::ProgressStore&& memory);
    void flush();
    void tell(const Error& error);

    JobRunner& m_helpers;
    std::shared_ptr<Archive> m_archive;
    std::optional<course::ProgressStore> m_memory;
    std::vector<course::CardReview> m_reviews;
    std::deque<Write> m_waiting;
    QString m_folder;
    QTimer* m_again;
    bool m_open = false;
    bool m_writing = false;
    std::optional<Error> m_told;  ///< and not again until something was kept
};

}  // namespace zeropoint::ui
