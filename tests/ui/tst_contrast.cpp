// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/drawn_texts.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/pages/page.h"

#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

/// Milliseconds after which a page takes the hand to rest and works its figures out.
constexpr int handRests = 130;

/// Texts of a widget that stand out too little from what they stand on, in a picture of its window.
QStringList paleTexts(QWidget* widget, const QImage& picture) {
    QStringList faults;
    const QPointF origin = widget->mapTo(widget->window(), QPointF());
    const double ratio = picture.devicePixelRatio();
    const QRectF seen = widget->visibleRegion().boundingRect();
    for (const test::DrawnText& one : test::textsOf(*widget)) {
        if (!seen.contains(one.ink)) {
            continue;  // scrolled out of sight
        }
        // The ground shows around the strokes of a bold word too.
        const QRectF ink = one.ink.translated(origin).adjusted(-3, -3, 3, 3);
        const QColor ground = test::groundIn(
            picture, QRectF(ink.topLeft() * ratio, ink.size() * ratio).toAlignedRect());
        const double found = test::contrast(one.color, ground);
        if (found < (one.large ? 3 : 4.5)) {
            faults << QStringLiteral("%1 (%2) “%3”: %4, %5 on %6 at %7,%8")
                          .arg(widget->objectName(),
                               QString::fromLatin1(widget->metaObject()->className()), one.text)
                          .arg(found, 0, 'f', 2)
                          .arg(one.color.name(), ground.name())
                          .arg(ink.x())
                          .arg(ink.y());
        }
    }
    return faults;
}

}  // namespace

class TestContrast : public QObject {
    Q_OBJECT

private slots:
    void everyTextStandsOut_data() {
        QTest::addColumn<bool>("dark");
        for (const PageEntry& page : pageList()) {
            QTest::addRow("%s light", qPrintable(page.id)) << false;
            QTest::addRow("%s dark", qPrintable(page.id)) << true;
        }
    }

    /// Every text of every view has the contrast against its ground that WCAG 2.1 asks for (4.5,
    /// large ones 3), as the picture of the window has that ground. What is disabled is exempt.
    void everyTextStandsOut() {
        QFETCH(bool, dark);
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 128}, {"seed", 2}}});
        f.window->setDark(dark);
        f.window->showPageById(QString::fromLatin1(QTest::currentDataTag()).section(' ', 0, 0));
        // As large as a screen of 1080 lines shows at scale factor 2.
        f.window->resize(qApp->devicePixelRatio() < 2 ? QSize(1440, 900) : QSize(960, 540));
        Page* shown = f.window->currentPage();
        QStringList faults;
        for (int view = 0; view <= shown->viewNames().size(); ++view) {
            shown->showView(view);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QTest::qWait(handRests);
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
            QCoreApplication::processEvents();
            const QImage picture = f.window->grab().toImage();
            QCOMPARE(picture.devicePixelRatio(), qApp->devicePixelRatio());
            for (QWidget* widget : f.window->findChildren<QWidget*>()) {
                if (widget->isVisible() && widget->isEnabled() &&
                    !widget->visibleRegion().isEmpty() && widget->window() == f.window.get()) {
                    for (const QString& fault : paleTexts(widget, picture)) {
                        faults << QStringLiteral("view %1: %2").arg(view).arg(fault);
                    }
                }
            }
        }
        faults.removeDuplicates();
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
