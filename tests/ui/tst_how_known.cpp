// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/metric_tile.h"
#include "ui/state/views.h"
#include "ui/text/provenance.h"

#include <QFileInfo>
#include <QLabel>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

class TestHowKnown : public QObject {
    Q_OBJECT

private:
    static QString part(QWidget* popup, const char* name) {
        const auto* label = popup->findChild<QLabel*>(QLatin1String(name));
        return label != nullptr ? label->text() : QString();
    }

private slots:
    void everyRowNamesAFileThatHoldsIt() {
        QSet<QString> ids;
        for (const Provenance& row : allProvenance()) {
            QVERIFY2(!ids.contains(QLatin1String(row.id)), row.id);
            ids.insert(QLatin1String(row.id));
            QVERIFY2(QFileInfo::exists(
                         test::testData(QStringLiteral("../../") + QLatin1String(row.heldBy))),
                     row.heldBy);
            QVERIFY(!provenanceText(row.formula).isEmpty());
        }
    }

    void aFigureAnswersAClick() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"min", 0}, {"max", 1000}}});
        f.rest();
        auto* tile = f.find<MetricTile>("metric_mse");
        QTest::mouseClick(tile, Qt::LeftButton);
        auto* popup = tile->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        QVERIFY(part(popup, "how_known_formula").contains(QStringLiteral("Σ (x − x′)²")));
        // What is put in comes to what is shown.
        QVERIFY2(part(popup, "how_known_numbers")
                     .contains(QStringLiteral(" = ") + tile->value().left(4)),
                 qPrintable(part(popup, "how_known_numbers")));
        QVERIFY(part(popup, "how_known_test").endsWith(QStringLiteral(".cpp")));
        popup->close();
    }

    void everyMetricAnswers() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"min", 0}, {"max", 1000}}});
        f.rest();
        for (const char* name : {"metric_sqnr", "metric_mse", "metric_clip", "metric_round",
                                 "metric_max", "metric_clipped", "metric_size", "metric_bits"}) {
            auto* figure = f.find<QWidget>(name);
            QTest::mouseClick(figure, Qt::LeftButton);
            auto* popup = figure->findChild<QWidget*>(QStringLiteral("how_known"));
            QVERIFY2(popup != nullptr, name);
            QVERIFY2(!part(popup, "how_known_numbers").isEmpty(), name);
            popup->close();
        }
    }

    void aRowAnswersShiftF1() {
        WorkbenchFixture f(0);
        auto* row = f.find<QWidget>("row-fp16");
        QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(20, 10));
        QVERIFY(row->findChild<QWidget*>(QStringLiteral("how_known")) == nullptr);
        QTest::keyClick(f.find<QWidget>("bits-fp16"), Qt::Key_F1, Qt::ShiftModifier);
        auto* popup = row->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        // FP16(0.1) = 0.0999755859375, 2.441e-5 below.
        QVERIFY2(part(popup, "how_known_numbers").contains(QStringLiteral("2.441")),
                 qPrintable(part(popup, "how_known_numbers")));
        popup->close();
    }
};

QTEST_MAIN(TestHowKnown)
#include "tst_how_known.moc"
