// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/pages/page.h"
#include "ui/state/settings_catalogue.h"

#include <QHelpEvent>
#include <QLabel>
#include <QTabBar>
#include <QTextDocument>
#include <QToolTip>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

/// The entry of a term as its file has it, up to the first figure that the core computes.
QString entryOf(const QString& id) {
    QFile file(QStringLiteral(":/lessons/en/glossary.md"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString all = QString::fromUtf8(file.readAll());
    const qsizetype heading = all.indexOf(QStringLiteral("{#%1}").arg(id));
    const qsizetype blank = all.indexOf(QStringLiteral("\n\n"), heading);
    return heading < 0 || blank < 0 ? QString()
                                    : all.mid(blank + 2)
                                          .section(QLatin1Char('\n'), 0, 0)
                                          .section(QStringLiteral("{{"), 0, 0)
                                          .trimmed();
}

/// What the pointer is told over a place.
QString tipAt(QWidget* widget, const QPoint& at) {
    const QString nothing = QStringLiteral("nothing yet");
    QToolTip::showText(widget->mapToGlobal(QPoint(1, 1)), nothing, widget);
    QHelpEvent event(QEvent::ToolTip, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &event);
    return QToolTip::text() == nothing ? QString() : QToolTip::text();
}

QLabel* labelThatSays(const QWidget* page, const QString& text) {
    for (QLabel* label : page->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text() == text) {
            return label;
        }
    }
    return nullptr;
}

}  // namespace

class TestTerms : public QObject {
    Q_OBJECT

private slots:
    void aTermSaysWhatItIs_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("term");
        const auto row = [](const char* page, const char* label, const char* term) {
            QTest::addRow("%s: %s", page, label)
                << QString::fromLatin1(page) << QString::fromUtf8(label)
                << QString::fromLatin1(term);
        };
        row("calibrate", "Zero point", "zero-point");
        row("calibrate", "Scale per", "granularity");
        row("calibrate", "Range", "range");
        row("calibrate", "Rounding", "tie");
        row("calibrate", "SQNR", "sqnr");
        row("calibrate", "Mean squared error", "mse");
        row("calibrate", "Clipping", "clipping-error");
        row("calibrate", "Bits per weight", "bits-per-weight");
        row("train", "Rank", "rank");
        row("train", "Alpha", "alpha");
    }

    void aTermSaysWhatItIs() {
        QFETCH(QString, page);
        QFETCH(QString, label);
        QFETCH(QString, term);
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        f.window->showPageById(page);
        QVERIFY(
            f.bench->settings().set(QStringLiteral("train.next.method"), QStringLiteral("lora")));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QLabel* said = labelThatSays(f.window->currentPage(), label);
        QVERIFY(said != nullptr);
        const QString entry = entryOf(term);
        QVERIFY(entry.size() > 10);
        const QString tip = tipAt(said, said->rect().center());
        QVERIFY2(tip.simplified().contains(entry.simplified()), qPrintable(tip));
        // Plain text in lines: neither mark-up nor one line across the screen.
        QVERIFY2(!tip.contains(QLatin1Char('<')), qPrintable(tip));
        for (const QString& line : tip.split(QLatin1Char('\n'))) {
            QCOMPARE_LE(line.size(), qsizetype{80});
        }
    }

    // A tab's own tip stays, and the term stands below it.
    void aTabAndItsTerm() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        auto* tabs = f.find<QTabBar>("analysis_tabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab) == QStringLiteral("Outliers")) {
                const QString tip = tipAt(tabs, tabs->tabRect(tab).center());
                QVERIFY2(tip.simplified().contains(tabs->tabToolTip(tab)), qPrintable(tip));
                QVERIFY(tip.contains(entryOf(QStringLiteral("outlier")).left(30)));
            }
        }
    }

    // Of a sentence it is the word under the pointer that is explained, and no other.
    void theWordUnderThePointer() {
        WorkbenchFixture f;
        auto* label =
            new QLabel(QStringLiteral("A sentence that is long enough, and says scale and "
                                      "at its end also zero point"),
                       f.window->currentPage());
        label->adjustSize();
        label->show();
        const QFontMetrics metrics = label->fontMetrics();
        const auto over = [&](const QString& word) {
            const QString before = label->text().section(word, 0, 0);
            return QPoint(metrics.horizontalAdvance(before) + metrics.horizontalAdvance(word) / 2,
                          label->height() / 2);
        };
        QVERIFY(tipAt(label, over(QStringLiteral("scale")))
                    .contains(entryOf(QStringLiteral("scale")).left(30)));
        QVERIFY(tipAt(label, over(QStringLiteral("zero point")))
                    .contains(entryOf(QStringLiteral("zero-point")).left(30)));
        QVERIFY(tipAt(label, over(QStringLiteral("sentence"))).isEmpty());
    }

    // The keyboard asks of what has the focus.
    void theKeyboardAsks() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        auto* field = f.find<QWidget>("scheme_symmetry");
        QCursor::setPos(f.window->mapToGlobal(QPoint(-50, -50)));
        field->setFocus();
        QTest::keyClick(f.window->focusWidget(), Qt::Key_F1, Qt::ShiftModifier);
        auto* popup = f.window->findChild<QWidget*>(QStringLiteral("term_popup"));
        QVERIFY(popup != nullptr);
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->accessibleName(), QStringLiteral("Zero point"));
        QVERIFY(popup->accessibleDescription().contains(
            entryOf(QStringLiteral("zero-point")).left(30)));
        popup->close();
    }

    // The scale of a gamma distribution is none of a quantizer.
    void aWordOfAnotherMeaningIsNoTerm() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        f.window->showPageById(QStringLiteral("calibrate"));
        f.window->resize(1440, 900);
        QCoreApplication::processEvents();
        auto* slider = f.find<QWidget>("synthetic_scale");
        int asked = 0;
        for (QWidget* part : slider->findChildren<QWidget*>()) {
            if (part->isVisible()) {
                const QString tip = tipAt(part, part->rect().center());
                QVERIFY2(!tip.contains(entryOf(QStringLiteral("scale")).left(30)), qPrintable(tip));
                ++asked;
            }
        }
        QCOMPARE_GT(asked, 1);
    }

    void helpOnTheFocus_data() {
        QTest::addColumn<QString>("page");
        for (const char* page : {"numbers", "calibrate", "compare", "train", "tradeoff", "memory",
                                 "learn", "interview"}) {
            QTest::newRow(page) << QString(page);
        }
    }
    /// F1 answers whatever has the focus, by its tip and by the term that it is called by.
    void helpOnTheFocus() {
        QFETCH(QString, page);
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        f.window->showPageById(page);
        QCoreApplication::processEvents();
        QCursor::setPos(f.window->mapToGlobal(QPoint(-50, -50)));
        int asked = 0;
        for (QWidget* widget : f.window->currentPage()->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !widget->isEnabled() ||
                !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() != nullptr) {
                continue;
            }
            widget->setFocus();
            QTest::keyClick(widget, Qt::Key_F1);
            auto* popup = f.window->findChild<QWidget*>(QStringLiteral("help_popup"));
            QVERIFY2(popup != nullptr && popup->isVisible(), qPrintable(widget->objectName()));
            const auto* tip = popup->findChild<QLabel*>(QStringLiteral("help_tip"));
            const auto* term = popup->findChild<QLabel*>(QStringLiteral("help_term"));
            QVERIFY2((tip != nullptr && !tip->text().isEmpty()) ||
                         (term != nullptr && !term->text().isEmpty()),
                     qPrintable(widget->objectName()));
            delete popup;
            ++asked;
        }
        QCOMPARE_GT(asked, 2);
    }

    // Tips show no mark-up, so none has any.
    void noTipHasMarkUp_data() {
        QTest::addColumn<QString>("page");
        for (const char* page : {"numbers", "calibrate", "train", "tradeoff"}) {
            QTest::newRow(page) << QString::fromLatin1(page);
        }
    }

    void noTipHasMarkUp() {
        QFETCH(QString, page);
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 4000}}});
        f.window->showPageById(page);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        for (const QWidget* widget : f.window->currentPage()->findChildren<QWidget*>()) {
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
        }
    }

    // Nothing is said where there is no term.
    void aPlainLabelSaysNothing() {
        WorkbenchFixture f;
        QLabel plain(QStringLiteral("Undo"));
        plain.show();
        QVERIFY(tipAt(&plain, plain.rect().center()).isEmpty());
    }
};

QTEST_MAIN(TestTerms)
#include "tst_terms.moc"
