// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/train_fixture.h"
#include "ui/state/settings_catalogue.h"

#include <QtTest>

#include <memory>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::TrainFixture;
using test::WorkbenchFixture;

namespace {

/// Counts what the plots of a window draw anew while they are not seen.
class HiddenReplots {
public:
    explicit HiddenReplots(const QWidget* window) {
        for (QWidget* widget : window->findChildren<QWidget*>()) {
            if (widget->inherits("QCustomPlot") && !widget->isVisible()) {
                m_plots.push_back(widget);
                m_spies.push_back(std::make_unique<QSignalSpy>(widget, SIGNAL(afterReplot())));
            }
        }
    }

    std::size_t plots() const { return m_plots.size(); }
    QStringList drawn() const {
        QStringList names;
        for (std::size_t i = 0; i < m_spies.size(); ++i) {
            if (m_spies[i]->count() > 0) {
                names << QStringLiteral("%1: %2 times")
                             .arg(m_plots[i]->parentWidget()->objectName())
                             .arg(m_spies[i]->count());
            }
        }
        return names;
    }

private:
    std::vector<QWidget*> m_plots;
    std::vector<std::unique_ptr<QSignalSpy>> m_spies;
};

}  // namespace

/// What is not shown costs nothing.
class TestHidden : public QObject {
    Q_OBJECT

private slots:
    void aHiddenPageReplotsNothingWhileARunTrains() {
        TrainFixture f;
        f.draw({"normal", {{"n", 1000}}});
        for (int page = 0; page < static_cast<int>(f.window->pages().size()); ++page) {
            f.window->showPage(page);
            QCoreApplication::processEvents();
        }
        f.window->showPage(test::trainPage);
        f.makeSmall(60);
        f.window->showPage(0);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
        const HiddenReplots replots(f.window.get());
        QCOMPARE_GT(replots.plots(), std::size_t{4});
        f.session.queueRun();
        QVERIFY(f.wait(RunState::Finished));
        QCoreApplication::processEvents();
        QVERIFY2(replots.drawn().isEmpty(), qPrintable(replots.drawn().join(QStringLiteral("; "))));
        // Once it is seen it shows what happened.
        f.window->showPage(test::trainPage);
        QCoreApplication::processEvents();
        QVERIFY(!replots.drawn().isEmpty());
    }

    void aHiddenPageReplotsNothingWhileTheSchemeChanges() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        for (int page = 0; page < static_cast<int>(f.window->pages().size()); ++page) {
            f.window->showPage(page);
            QCoreApplication::processEvents();
        }
        f.window->showPage(0);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
        const HiddenReplots replots(f.window.get());
        for (int bits = 2; bits <= 8; ++bits) {
            QVERIFY(f.bench->settings().set(QStringLiteral("calibrate.scheme.bits"), bits));
            QCoreApplication::processEvents();
        }
        f.rest();
        QVERIFY2(replots.drawn().isEmpty(), qPrintable(replots.drawn().join(QStringLiteral("; "))));
    }
};

QTEST_MAIN(TestHidden)
#include "tst_hidden.moc"
