// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/startup_report.h"

#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QTextStream>
#include <QTimer>

#include <unistd.h>

#include <ctime>
#include <memory>

namespace zeropoint {
namespace {

constexpr int idleMilliseconds = 2000;
constexpr int startTimeField =
    22;  ///< of /proc/self/stat, counted from 1, in clock ticks since boot

double millisecondsSinceProcessStart() {
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    // The second field, the program's name in parentheses, may itself hold blanks.
    const QByteArray line = file.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double sinceBoot =
        static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    return sinceBoot - fields.value(startTimeField - 3).toDouble() * 1e3 /
                           static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// Of all threads: what the start costs whatever else the machine does.
double processorMilliseconds() {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

double residentMebibytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

/// Notes the first paint of the window it watches.
class PaintWatch : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            // After this paint is through.
            QTimer::singleShot(0, this, [] {
                QTextStream(stdout)
                    << "first paint after " << millisecondsSinceProcessStart() << " ms, "
                    << processorMilliseconds() << " ms of processor time\n";
            });
            QTimer::singleShot(idleMilliseconds, this, [] {
                QTextStream(stdout) << "resident when idle " << residentMebibytes() << " MiB\n";
                QApplication::quit();
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_seen = false;
};

}  // namespace

void reportStartup(ui::MainWindow& window) {
    window.installEventFilter(new PaintWatch(&window));
}

}  // namespace zeropoint
