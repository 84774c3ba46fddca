// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/compare_files.h"
#include "core/support/error.h"
#include "ui/job/job_runner.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace zeropoint::ui {

class Workbench;

/// Two opened files and how their tensors belong together.
struct OpenedPair {
    ModelSide a;
    ModelSide b;
    Pairing pairing;
};

/// Two files of one model, opened and compared by jobs. Reports come in the order of A; what was
/// read stays when the reading is stopped.
class FilesComparison : public QObject {
    Q_OBJECT

public:
    enum class State { Empty, Opening, Comparing, Stopped, Done };

    explicit FilesComparison(Workbench& bench, QObject* parent = nullptr);

    /// Opens both and compares them, unless they are what is compared. Empty paths: nothing yet.
    /// `map`: a file of own pairs, or empty.
    void setFiles(const QString& a, const QString& b, const QString& map);
    /// Goes on with what was stopped.
    void resume();

    State state() const { return m_state; }
    /// Null before both are open.
    const std::shared_ptr<const OpenedPair>& opened() const { return m_opened; }
    /// Of the first pairs, as many as were read.
    const std::vector<PairReport>& reports() const { return m_reports; }
    const ComparisonTotals& totals() const { return m_totals; }
    /// Why the files could not be opened or paired.
    const std::optional<Error>& problem() const { return m_problem; }

signals:
    void changed();  ///< the state, or which files there are
    void grew();     ///< more reports

private:
    struct Feed;

    void open();
    void compareFrom(std::size_t first);
    void collect();
    void enter(State state);

    Workbench& m_bench;
    QString m_pathA;
    QString m_pathB;
    QString m_map;
    State m_state = State::Empty;
    std::shared_ptr<const OpenedPair> m_opened;
    std::vector<PairReport> m_reports;
    ComparisonTotals m_totals;
    std::optional<Error> m_problem;
    std::shared_ptr<Feed> m_feed;
    QTimer* m_collect;
};

}  // namespace zeropoint::ui
