// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/plain_labels.h"
#include "ui/text/shown_text.h"

#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolTip>
#include <QtTest>

using namespace zeropoint::ui;

namespace {

const QString hostile =
    QStringLiteral("<img src='file:///etc/passwd'><b>bold</b> <a href='x'>y</a>");

QLabel* shownTip() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QTipLabel") && widget->isVisible()) {
            return qobject_cast<QLabel*>(widget);
        }
    }
    return nullptr;
}

}  // namespace

class TestPlainLabels : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qApp->installEventFilter(new PlainLabels(this)); }

    void labelsGuessNothing() {
        QWidget window;
        QLabel plain(hostile, &window);
        QLabel rich(QStringLiteral("<b>bold</b>"), &window);
        rich.setTextFormat(Qt::RichText);
        window.show();
        QCOMPARE(plain.textFormat(), Qt::PlainText);
        QCOMPARE(plain.text(), hostile);
        QCOMPARE(rich.textFormat(), Qt::RichText);
        // As wide as all of its characters, the marks among them.
        QCOMPARE_GE(plain.sizeHint().width(), plain.fontMetrics().horizontalAdvance(hostile));
        QLabel later(&window);
        later.show();
        later.setText(hostile);
        QCOMPARE(later.textFormat(), Qt::PlainText);
    }

    void toolTipsGuessNothing() {
        QPushButton button(QStringLiteral("button"));
        button.setToolTip(hostile);
        button.show();
        QVERIFY(QTest::qWaitForWindowExposed(&button));
        QHelpEvent help(QEvent::ToolTip, QPoint(2, 2), button.mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(&button, &help);
        QLabel* const tip = shownTip();
        QVERIFY(tip != nullptr);
        QCOMPARE(tip->textFormat(), Qt::PlainText);
        QCOMPARE(tip->text(), hostile);
        QToolTip::hideText();
    }

    void namesDoNotAct() {
        QCOMPARE(shownText("a\x1B[31m\n\xE2\x80\xAE"
                           "b"),
                 "a\\x1B[31m\\x0A\\xE2\\x80\\xAEb");
        QCOMPARE(shownText("gr\xF6\xDF"), "gr\\xF6\\xDF");
        QCOMPARE(shownText("größe"), QString::fromUtf8("größe"));
    }
};

QTEST_MAIN(TestPlainLabels)
#include "tst_plain_labels.moc"
