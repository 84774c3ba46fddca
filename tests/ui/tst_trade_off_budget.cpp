// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trade_off_fixture.h"
#include "ui/controls/number_field.h"
#include "ui/state/layer_study.h"
#include "ui/text/numbers.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;
using namespace zeropoint::test;

/// Bits for each layer within so many bytes.
class TestTradeOffBudget : public QObject {
    Q_OBJECT

private slots:
    void aBudgetIsSolvedAndAddsItsRun() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        QVERIFY(f.tradeOff.study().hasBase());
        auto* field = f.find<QLineEdit>("budget_field");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("30"));
        QTest::keyClick(field, Qt::Key_Return);
        f.click("budget_solve");
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("40"));  // asks for nothing yet
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{9}, waitMilliseconds);
        const RunResult& mixed = f.tradeOff.runs().back().result;
        QVERIFY(f.find<QLabel>("budget_words")->text().contains(QStringLiteral("within 30 KB")));
        QCOMPARE(mixed.method, MethodKind::Ptq);
        QCOMPARE_LE(mixed.sizeBytes, std::uint64_t{30'000});
        QCOMPARE(f.tradeOff.selected(), QString::fromStdString(mixed.name));
        // A budget buys more than two bits everywhere do.
        QCOMPARE_GT(mixed.accuracy, f.tradeOff.summary(QStringLiteral("PTQ INT2"))->accuracy);
        // One seed is told against the same seed, not against the mean of several.
        const auto same = std::ranges::find_if(f.tradeOff.runs(), [&](const StoredRun& run) {
            return run.result.method == MethodKind::Full && run.result.seed == mixed.seed;
        });
        QVERIFY(same != f.tradeOff.runs().end());
        const auto* model =
            qobject_cast<const TradeOffModel*>(f.find<QTableView>("results_table")->model());
        const int row = model->rowOf(QString::fromStdString(mixed.name));
        QCOMPARE(model->index(row, TradeOffModel::Against).data().toString(),
                 formatSigned((mixed.accuracy - same->result.accuracy) * 100, 3));
        // The answer is in sight, and stands whole in its card in every size: the card scrolls.
        f.window->resize(1440, 900);
        f.click("budget_solve");
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{10}, waitMilliseconds);
        const auto* train = f.find<QPushButton>("budget_train");
        QTRY_COMPARE(train->visibleRegion().boundingRect().height(), train->height());
        f.click("sensitivity_measure");
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QLabel>("sensitivity_words")->isVisible(),
                                 waitMilliseconds);
        for (const QSize& size : {QSize(1440, 900), QSize(1280, 720)}) {
            f.window->resize(size);
            QCoreApplication::processEvents();
            for (const char* name : {"budget_slider", "budget_field", "budget_solve",
                                     "budget_words", "budget_train"}) {
                const auto* part = f.find<QWidget>(name);
                const int least = part->hasHeightForWidth() ? part->heightForWidth(part->width())
                                                            : part->minimumSizeHint().height();
                QTRY_VERIFY2(part->height() >= least, name);
            }
        }
        // Beside the runs of another experiment it would be an answer about these.
        QVERIFY(f.find<QPushButton>("budget_train")->isVisible());
        f.tradeOff.setExperiment(f.tradeOff.experiments().constLast());
        QVERIFY(f.tradeOff.shipped());
        QVERIFY(!f.find<QLabel>("budget_words")->isVisible());
        QVERIFY(!f.find<QPushButton>("budget_train")->isVisible());
    }

    // With nothing but a full-precision run the budget begins where a mix can meet it, and one
    // that no mix meets is told by the size of the whole model, which then works.
    void aBudgetIsOneThatCanBeMet() {
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runFirst(1);
        LayerStudy& study = f.tradeOff.study();
        QTRY_VERIFY_WITH_TIMEOUT(study.leastBytes() > 0, waitMilliseconds);
        auto* field = f.find<NumberField>("budget_field");
        QCOMPARE_GT(field->value() * 1000, double(study.leastBytes()));
        QCOMPARE_LT(field->value() * 1000, double(study.fullBytes()));
        f.click("budget_solve");
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{2}, waitMilliseconds);
        // What is typed below the least is refused there, and does not solve for the one before.
        QSignalSpy solved(&study, &LayerStudy::budgetSolved);
        QSignalSpy failed(&study, &LayerStudy::failed);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("9.3"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->refusal().isEmpty());
        f.click("budget_solve");
        f.jobs.waitForIdle(waitMilliseconds);
        QCOMPARE(solved.size(), 0);
        study.solve(9300);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, waitMilliseconds);
        const auto error = failed[0][0].value<Error>();
        const QString remedy = QString::fromStdString(error.remedy);
        QVERIFY2(remedy.contains(QStringLiteral(" KB or more")), qPrintable(remedy));
        const double kilobytes = remedy.section(QLatin1Char(' '), 1, 1).toDouble();
        QCOMPARE_GT(kilobytes, 20.0);  // the weights that keep 32 bits are a part of it
        study.solve(static_cast<quint64>(std::llround(kilobytes * 1000)));
        QTRY_COMPARE_WITH_TIMEOUT(solved.size(), 1, waitMilliseconds);
        QCOMPARE_LE(double(solved[0][1].value<RunResult>().sizeBytes), kilobytes * 1000);
    }

    // One click: the experiment has a run that trains through what the budget chose. Its name is
    // the same in every locale: sessions know it by that.
    void theMixOfABudgetIsTrained() {
        const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German));
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        f.runSmall();
        QVERIFY(f.find<QPushButton>("budget_train")->isHidden());
        auto* field = f.find<QLineEdit>("budget_field");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("29,9"));
        QTest::keyClick(field, Qt::Key_Return);
        f.click("budget_solve");
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{9}, waitMilliseconds);
        const RunResult mixed = f.tradeOff.runs().back().result;
        QCOMPARE(mixed.name, std::string("Mixed PTQ 29.9 KB"));
        QTRY_VERIFY(f.find<QPushButton>("budget_train")->isVisible());
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        QSignalSpy listed(&f.tradeOff, &TradeOff::runsChanged);
        f.click("budget_train");
        // Rows of runs that an earlier experiment did not finish are taken from the table at once.
        QCOMPARE_GE(listed.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.running(), waitMilliseconds);
        QTRY_COMPARE_WITH_TIMEOUT(f.tradeOff.runs().size(), std::size_t{10}, waitMilliseconds);
        const RunResult& trained = f.tradeOff.runs().back().result;
        QCOMPARE(trained.method, MethodKind::Qat);
        QCOMPARE(trained.name, "QAT of " + mixed.name);
        QCOMPARE(trained.sizeBytes, mixed.sizeBytes);
        QCOMPARE(f.tradeOff.experiment(), QStringLiteral("small"));
        QVERIFY(f.find<QLabel>("budget_words")
                    ->text()
                    .contains(QStringLiteral("Trained through these bits: %1 %")
                                  .arg(formatNumber(trained.accuracy * 100, 3))));
    }
};

QTEST_MAIN(TestTradeOffBudget)
#include "tst_trade_off_budget.moc"
