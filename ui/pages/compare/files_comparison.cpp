// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/files_comparison.h"

#include "ui/state/workbench.h"

#include <QTimer>

#include <mutex>
#include <utility>

namespace zeropoint::ui {
namespace {

/// How often the table takes up what was read.
constexpr int collectMilliseconds = 100;

Result<ModelSide> openSide(const std::string& path, const Execution& execution) {
    OpenOptions options;
    options.stop = execution.stop;
    return openWeightFile(path, options).map([](std::shared_ptr<const WeightFile> file) {
        return ModelSide(std::move(file));
    });
}

using Opened = Result<std::shared_ptr<const OpenedPair>>;

Opened openBoth(const std::string& a, const std::string& b, const std::string& mapFile,
                const Execution& execution) {
    NameMap map;
    if (!mapFile.empty()) {
        auto read = readNameMap(mapFile);
        if (!read) {
            return tl::unexpected(read.error());
        }
        map = std::move(*read);
    }
    const auto first = openSide(a, execution);
    if (!first) {
        return tl::unexpected(first.error());
    }
    const auto second = openSide(b, execution);
    if (!second) {
        return tl::unexpected(second.error());
    }
    return pairTensors(*first, *second, map).map([&](Pairing pairing) {
        return std::make_shared<const OpenedPair>(OpenedPair{*first, *second, std::move(pairing)});
    });
}

}  // namespace

/// Between the worker and the window.
struct FilesComparison::Feed {
    std::mutex mutex;
    std::vector<PairReport> reports;
};

FilesComparison::FilesComparison(Workbench& bench, QObject* parent)
    : QObject(parent), m_bench(bench), m_collect(new QTimer(this)) {
    m_collect->setInterval(collectMilliseconds);
    connect(m_collect, &QTimer::timeout, this, &FilesComparison::collect);
}

void FilesComparison::setFiles(const QString& a, const QString& b, const QString& map) {
    if (a == m_pathA && b == m_pathB && map == m_map) {
        return;
    }
    m_bench.jobs().cancelAll(this);
    m_pathA = a;
    m_pathB = b;
    m_map = map;
    m_opened.reset();
    m_reports.clear();
    m_totals = {};
    m_problem.reset();
    m_feed.reset();
    m_collect->stop();
    if (a.isEmpty() || b.isEmpty()) {
        enter(State::Empty);
    } else {
        open();
    }
}

void FilesComparison::open() {
    enter(State::Opening);
    m_bench.jobs().startLong(
        tr("Opening two files"), QStringLiteral("compare"),
        [a = m_pathA.toStdString(), b = m_pathB.toStdString(), map = m_map.toStdString()](
            const Execution& execution) { return openBoth(a, b, map, execution); },
        this,
        [this, a = m_pathA, b = m_pathB](const Opened& opened) {
            if (a != m_pathA || b != m_pathB) {
                return;
            }
            if (!opened) {
                m_problem = opened.error();
                enter(opened.error().code == ErrorCode::Cancelled ? State::Stopped : State::Empty);
                return;
            }
            m_opened = *opened;
            compareFrom(0);
        });
}

void FilesComparison::compareFrom(std::size_t first) {
    m_feed = std::make_shared<Feed>();
    m_collect->start();
    enter(State::Comparing);
    m_bench.jobs().startLong(
        tr("Comparing two files"), QStringLiteral("compare"),
        [opened = m_opened, feed = m_feed, first](const Execution& execution) {
            const auto take = [&feed](std::size_t, const PairReport& report) {
                const std::scoped_lock lock(feed->mutex);
                feed->reports.push_back(report);
            };
            return comparePairs(opened->a, opened->b,
                                std::span(opened->pairing.pairs).subspan(first), take, execution);
        },
        this,
        [this, opened = m_opened](const Result<void>& done) {
            if (opened != m_opened) {
                return;  // other files were chosen since
            }
            collect();
            m_collect->stop();
            enter(done ? State::Done : State::Stopped);
            if (!done) {
                m_bench.report(done.error());
            }
        });
}

void FilesComparison::resume() {
    if (m_state != State::Stopped) {
        return;
    }
    if (m_opened) {
        compareFrom(m_reports.size());
    } else {
        m_problem.reset();
        open();
    }
}

void FilesComparison::collect() {
    std::vector<PairReport> reports;
    if (m_feed) {
        const std::scoped_lock lock(m_feed->mutex);
        reports = std::exchange(m_feed->reports, {});
    }
    if (reports.empty() || !m_opened) {
        return;
    }
    for (const PairReport& report : reports) {
        const TensorPair& pair = m_opened->pairing.pairs[m_reports.size()];
        m_totals.add(report, infoOfA(m_opened->a, pair));
        m_reports.push_back(report);
    }
    emit grew();
}

void FilesComparison::enter(State state) {
    m_state = state;
    emit changed();
}

}  // namespace zeropoint::ui
