// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/progress.h"

#include "ui/job/job_runner.h"

#include <QDir>
#include <QTimer>

#include <mutex>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int againMilliseconds = 5000;
const QString fileName = QStringLiteral("progress.sqlite");

}  // namespace

/// What opening the file comes to.
struct Progress::Opened {
    course::ProgressStore memory;
    QString movedTo;
    QString restoredFrom;
};

/// The file, from several threads one after the other.
class Progress::Archive {
public:
    Result<Opened> open(const std::string& path) {
        const std::scoped_lock lock(m_mutex);
        Result<course::ProgressStore> store = course::ProgressStore::open(path);
        if (!store) {
            return tl::unexpected(store.error());
        }
        Result<course::ProgressStore> memory = store->snapshot();
        if (!memory) {
            return tl::unexpected(memory.error());
        }
        const auto text = [](const std::optional<std::filesystem::path>& place) {
            return place ? QString::fromStdString(place->string()) : QString();
        };
        Opened opened{std::move(*memory), text(store->movedTo()), text(store->restoredFrom())};
        m_store.emplace(std::move(*store));
        m_seen = m_store->foreignChanges().value_or(0);
        return opened;
    }

    /// How many of them are kept; the error says why not the next one.
    std::pair<std::size_t, Result<void>> write(const std::deque<Write>& writes) {
        const std::scoped_lock lock(m_mutex);
        for (std::size_t i = 0; i < writes.size(); ++i) {
            if (Result<void> kept = writes[i](*m_store); !kept) {
                return {i, kept};
            }
        }
        m_store->copyWhenDue();
        return {writes.size(), {}};
    }

    /// Nothing while no other program has written.
    Result<std::optional<course::ProgressStore>> readAgain() {
        const std::scoped_lock lock(m_mutex);
        const Result<std::int64_t> version = m_store->foreignChanges();
        if (!version) {
            return tl::unexpected(version.error());
        }
        if (std::exchange(m_seen, *version) == *version) {
            return std::optional<course::ProgressStore>();
        }
        return m_store->snapshot().map([](course::ProgressStore&& memory) {
            return std::optional<course::ProgressStore>(std::move(memory));
        });
    }

private:
    std::mutex m_mutex;
    std::optional<course::ProgressStore> m_store;
    std::int64_t m_seen = 0;
};

Progress::Progress(JobRunner& helpers, QObject* parent)
    : QObject(parent),
      m_helpers(helpers),
      m_archive(std::make_shared<Archive>()),
      m_again(new QTimer(this)) {
    if (Result<course::ProgressStore> memory = course::ProgressStore::inMemory()) {
        m_memory.emplace(std::move(*memory));
    }
    m_again->setSingleShot(true);
    m_again->setInterval(againMilliseconds);
    connect(m_again, &QTimer::timeout, this, [this] { m_open ? flush() : open(); });
}

Progress::~Progress() = default;

void Progress::openFolder(const QString& folder) {
    m_folder = folder;
    QDir().mkpath(folder);
    open();
}

void Progress::open() {
    const std::string path = QDir(m_folder).filePath(fileName).toStdString();
    m_helpers.startSaving(
        tr("Opening your progress"),
        [archive = m_archive, path](const Execution&) { return archive->open(path); }, this,
        [this](Result<Opened>&& opened) { takeOpened(std::move(opened)); });
}

void Progress::takeOpened(Result<Opened>&& opened) {
    if (!opened) {
        tell(opened.error());
        // What another program holds it lets go; what a newer version wrote stays so.
        if (opened.error().code != ErrorCode::Unsupported) {
            m_again->start();
        }
        return;
    }
    m_open = true;
    takeMemory(std::move(opened->memory));
    if (!opened->movedTo.isEmpty() && !opened->restoredFrom.isEmpty()) {
        emit noticed(tr("The record of your progress could not be read. It was moved to %1, and "
                        "the copy in %2 took its place.")
                         .arg(opened->movedTo, opened->restoredFrom));
    } else if (!opened->movedTo.isEmpty()) {
        emit noticed(tr("The record of your progress could not be read. It was moved to %1, and a "
                        "new one was begun.")
                         .arg(opened->movedTo));
    } else if (!opened->restoredFrom.isEmpty()) {
        emit noticed(tr("The record of your progress was empty. The copy in %1 took its place.")
                         .arg(opened->restoredFrom));
    }
    flush();
}

/// What is on its way to the file is not in a picture of it.
void Progress::takeMemory(course::ProgressStore&& memory) {
    m_memory.emplace(std::move(memory));
    for (const Write& write : m_waiting) {
        static_cast<void>(write(*m_memory));
    }
    m_reviews = m_memory->reviews().value_or(std::vector<course::CardReview>());
    emit changed();
}

void Progress::reload() {
    if (!m_open || m_writing || !m_waiting.empty()) {
        return;
    }
    m_helpers.start(
        tr("Reading your progress"), QStringLiteral("progress"),
        [archive = m_archive](const Execution&) { return archive->readAgain(); }, this,
        [this](Result<std::optional<course::ProgressStore>>&& read) {
            // Written meanwhile: the next time takes it up.
            if (read && read->has_value() && !m_writing && m_waiting.empty()) {
                takeMemory(std::move(**read));
            }
        });
}

void Progress::tell(const Error& error) {
    if (!m_told || m_told->what != error.what) {
        m_told = error;
        emit failed(error);
    }
}

Result<void> Progress::record(Write write) {
    Result<void> kept =
        m_memory ? write(*m_memory)
                 : Result<void>(fail(ErrorCode::Internal, "There is no memory for your progress"));
    m_waiting.push_back(std::move(write));
    flush();
    emit changed();
    return kept;
}

void Progress::flush() {
    if (!m_open || m_writing || m_waiting.empty()) {
        return;
    }
    m_writing = true;
    using Written = std::pair<std::size_t, Result<void>>;
    m_helpers.startSaving(
        tr("Keeping your answers"),
        [archive = m_archive, writes = m_waiting](const Execution&) -> Result<Written> {
            return archive->write(writes);
        },
        this,
        [this](const Result<Written>& written) {
            m_writing = false;
            const std::size_t kept = written ? written->first : 0;
            m_waiting.erase(m_waiting.begin(),
                            m_waiting.begin() + static_cast<std::ptrdiff_t>(kept));
            const Result<void> last =
                written ? written->second : Result<void>(tl::unexpected(written.error()));
            if (!last) {
                tell(last.error());
                m_again->start();
                return;
            }
            m_told.reset();
            flush();
        });
}

void Progress::add(const course::CardReview& review) {
    const auto later = [](const course::CardReview& a, const course::CardReview& b) {
        return a.at < b.at;
    };
    m_reviews.insert(std::upper_bound(m_reviews.begin(), m_reviews.end(), review, later), review);
    static_cast<void>(record([review](course::ProgressStore& store) { return store.add(review); }));
}

std::optional<course::Draft> Progress::draft(const std::string& card) {
    if (m_memory) {
        for (course::Draft& draft : m_memory->drafts().value_or(std::vector<course::Draft>())) {
            if (draft.card == card) {
                return std::move(draft);
            }
        }
    }
    return std::nullopt;
}

void Progress::keep(const course::Draft& draft) {
    static_cast<void>(record([draft](course::ProgressStore& store) { return store.keep(draft); }));
}

Result<void> Progress::shown(std::string_view lesson, std::string_view step, std::int64_t at) {
    return record([lesson = std::string(lesson), step = std::string(step),
                   at](course::ProgressStore& store) { return store.shown(lesson, step, at); });
}

Result<void> Progress::finished(std::string_view lesson, std::string_view step, std::int64_t at) {
    return record([lesson = std::string(lesson), step = std::string(step),
                   at](course::ProgressStore& store) { return store.finished(lesson, step, at); });
}

Result<void> Progress::answered(const course::StepAnswer& answer) {
    return record([answer](course::ProgressStore& store) { return store.answered(answer); });
}

Result<void> Progress::wrote(const course::WrittenAnswer& answer) {
    return record([answer](course::ProgressStore& store) { return store.wrote(answer); });
}

Result<std::vector<course::LessonProgress>> Progress::lessons() {
    return m_memory ? m_memory->lessons() : std::vector<course::LessonProgress>();
}

Result<std::vector<course::WrittenAnswer>> Progress::written(std::string_view about) {
    return m_memory ? m_memory->written(about) : std::vector<course::WrittenAnswer>();
}

}  // namespace zeropoint::ui
