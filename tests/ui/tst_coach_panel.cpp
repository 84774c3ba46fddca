// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/coach_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;

class TestCoachPanel : public QObject {
    Q_OBJECT

private slots:
    // What was revealed was about the figures that were asked of.
    void aRevealedAnswerBelongsToItsFigures() {
        CoachPanel panel;
        panel.show();
        CoachText text;
        text.paragraphs = {QStringLiteral("x")};
        text.prediction = {QStringLiteral("Q?"),
                           {QStringLiteral("a"), QStringLiteral("b")},
                           1,
                           QStringLiteral("because of 1")};
        panel.setText(text);
        QCoreApplication::processEvents();  // what has just been made gets its place
        // Only the mark and the words of a choice take clicks.
        QTest::mouseClick(panel.findChild<QRadioButton*>(QStringLiteral("coach_option_1")),
                          Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("coach_reveal")),
                          Qt::LeftButton);
        auto* answer = panel.findChild<QLabel*>(QStringLiteral("coach_answer"));
        QVERIFY(answer->isVisible());
        panel.setText(text);
        QVERIFY(answer->isVisible());
        text.prediction.explanation = QStringLiteral("because of 2");
        panel.setText(text);
        QVERIFY(!answer->isVisible());
    }

    /// Long answers fold: nothing reaches beyond the panel, whose close button stays in sight.
    void longAnswersFold() {
        CoachPanel panel;
        panel.resize(panel.width(), 700);
        panel.show();
        CoachText text;
        text.paragraphs = {QStringLiteral("x")};
        const QString answer = QStringLiteral("One scale is stored for every 128 of the weights");
        text.prediction = {QStringLiteral("Q?"), {answer, QStringLiteral("b")}, 1, {}};
        panel.setText(text);
        QCoreApplication::processEvents();
        auto* option = panel.findChild<QRadioButton*>(QStringLiteral("coach_option_0"));
        QCOMPARE(option->text().simplified(), answer);
        QVERIFY(option->text().contains(QLatin1Char('\n')));
        QCOMPARE(option->accessibleName(), answer);
        for (const char* name : {"coach_option_0", "coach_close", "coach_reveal"}) {
            const auto* widget = panel.findChild<QWidget*>(QLatin1String(name));
            QCOMPARE_LE(widget->mapTo(&panel, widget->rect().bottomRight()).x(), panel.width());
        }
    }

    void whatToTryNextIsOneClick() {
        CoachPanel panel;
        panel.show();
        QSignalSpy tried(&panel, &CoachPanel::tried);
        auto* button = panel.findChild<QPushButton*>(QStringLiteral("coach_try"));
        CoachText text;
        text.next = {QStringLiteral("Try it"), QStringLiteral("calibrate.scheme.bits"), 4};
        panel.setText(text);
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(tried.count(), 1);
        QCOMPARE(tried[0][0].toString(), QStringLiteral("calibrate.scheme.bits"));
        text.next.setting.clear();
        panel.setText(text);
        QVERIFY(!button->isVisible());
        QVERIFY(panel.findChild<QLabel*>(QStringLiteral("coach_next"))->isVisible());
        panel.setText({});
        QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("coach_next"))->isVisible());
    }
};

QTEST_MAIN(TestCoachPanel)
#include "tst_coach_panel.moc"
