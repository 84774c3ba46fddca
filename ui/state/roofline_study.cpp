// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/roofline_study.h"

#include "core/files/atomic_file.h"
#include "ui/job/job_runner.h"
#include "ui/state/workbench.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <mutex>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int lookMilliseconds = 200;
constexpr qint64 mostKept = 1 << 20;  ///< bytes of a measurement that is read

QString keptFile() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return folder + QStringLiteral("/roofline.json");
}

}  // namespace

/// What the worker has so far.
struct RooflineStudy::Mailbox {
    std::mutex mutex;
    std::optional<Roofline> latest;
};

RooflineStudy::RooflineStudy(Workbench& bench, QObject* parent)
    : QObject(parent), m_bench(bench), m_look(new QTimer(this)) {
    m_look->setInterval(lookMilliseconds);
    connect(m_look, &QTimer::timeout, this, &RooflineStudy::takeMail);
}

RooflineStudy::~RooflineStudy() = default;

const Roofline* RooflineStudy::roofline() {
    if (!std::exchange(m_read, true)) {
        QFile file(keptFile());
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray text = file.read(mostKept);
            // What is no measurement is told, and replaced by the next one.
            if (auto kept = rooflineFromJson(text.toStdString(), keptFile().toStdString())) {
                m_roofline = std::move(*kept);
            } else {
                m_bench.report(kept.error());
            }
        }
    }
    return m_roofline ? &*m_roofline : nullptr;
}

void RooflineStudy::measure(const RooflineSpec& spec) {
    if (m_measuring) {
        return;
    }
    (void)roofline();
    m_measuring = true;
    m_problem.reset();
    m_done = 0;
    m_wanted = static_cast<int>(spec.formats.size() * spec.batches.size());
    m_mail = std::make_shared<Mailbox>();
    m_look->start();
    QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    m_bench.jobs().startLong(
        tr("Measuring this machine"), QStringLiteral("roofline"),
        [spec, mail = m_mail,
         path = keptFile().toStdString()](const Execution& execution) -> Result<Roofline> {
            auto measured = measureRoofline(spec, execution, [&mail](const Roofline& so) {
                const std::lock_guard lock(mail->mutex);
                mail->latest = so;
            });
            if (measured) {
                if (auto kept = replaceFile(path, rooflineToJson(*measured)); !kept) {
                    return tl::unexpected(kept.error());
                }
            }
            return measured;
        },
        this,
        [this](const Result<Roofline>& measured) {
            takeMail();
            m_look->stop();
            m_measuring = false;
            if (measured) {
                m_roofline = *measured;
            } else {
                m_problem = measured.error();
                m_bench.report(measured.error());
            }
            emit changed();
        });
    emit changed();
}

void RooflineStudy::cancel() {
    m_bench.jobs().cancelAll(this);
}

void RooflineStudy::takeMail() {
    std::optional<Roofline> fresh;
    if (m_mail) {
        const std::lock_guard lock(m_mail->mutex);
        fresh = std::exchange(m_mail->latest, std::nullopt);
    }
    if (fresh) {
        take(*fresh);
        emit changed();
    }
}

/// Old points stay until they are replaced.
void RooflineStudy::take(const Roofline& fresh) {
    m_done = static_cast<int>(fresh.points.size());
    Roofline merged = fresh;
    if (m_roofline) {
        for (const Ceiling& old : m_roofline->ceilings) {
            if (fresh.ceiling(old.format) == nullptr) {
                merged.ceilings.push_back(old);
            }
        }
        for (const RooflinePoint& old : m_roofline->points) {
            if (fresh.point(old.format, old.batch) == nullptr) {
                merged.points.push_back(old);
            }
        }
    }
    m_roofline = std::move(merged);
}

}  // namespace zeropoint::ui
