// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roofline/roofline.h"

#include <QObject>

#include <memory>
#include <optional>

class QTimer;

namespace zeropoint::ui {

class Workbench;

/// What this machine reaches, measured here: kept in the program's data folder with the machine's
/// name. While it is measured again, new points take the place of the old ones as they come.
class RooflineStudy : public QObject {
    Q_OBJECT

public:
    explicit RooflineStudy(Workbench& bench, QObject* parent);
    ~RooflineStudy() override;

    /// Null before the first measurement. The first call reads what was kept.
    const Roofline* roofline();
    bool measuring() const { return m_measuring; }
    /// Points that are there of those that are wanted, while it measures.
    int pointsDone() const { return m_done; }
    int pointsWanted() const { return m_wanted; }
    /// Why the last measurement ended early; nothing when it did not.
    const std::optional<Error>& problem() const { return m_problem; }

    void measure(const RooflineSpec& spec = {});
    void cancel();

signals:
    void changed();

private:
    struct Mailbox;
    void takeMail();
    void take(const Roofline& fresh);

    Workbench& m_bench;
    std::shared_ptr<Mailbox> m_mail;
    QTimer* m_look;  ///< into the mailbox
    std::optional<Roofline> m_roofline;
    std::optional<Error> m_problem;
    bool m_read = false;
    bool m_measuring = false;
    int m_done = 0;
    int m_wanted = 0;
};

}  // namespace zeropoint::ui
