// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/controls/anchor.h"
#include "ui/controls/spotlight.h"
#include "ui/state/anchors.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

/// A safetensors file with enough tensors for a search and an order.
void writeManyTensors(const QString& path) {
    constexpr int tensors = 16;
    QJsonObject header;
    for (int i = 0; i < tensors; ++i) {
        header.insert(QStringLiteral("layers.%1.weight").arg(i),
                      QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F32")},
                                  {QStringLiteral("shape"), QJsonArray{2}},
                                  {QStringLiteral("data_offsets"), QJsonArray{8 * i, 8 * i + 8}}});
    }
    const QByteArray text = QJsonDocument(header).toJson(QJsonDocument::Compact);
    QByteArray bytes(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(text.size()), bytes.data());
    bytes += text;
    for (int i = 0; i < 2 * tensors; ++i) {
        const auto value = static_cast<float>(i) - 7.5F;
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

}  // namespace

/// Places in the window by their names.
class TestAnchors : public QObject {
    Q_OBJECT

private slots:
    void everyAnchorIsThereOnceAndIsSeen() {
        WorkbenchFixture f;
        f.window->resize(1600, 1000);
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 32}}});
        // Shows everything that depends on a choice, one state after the other.
        const std::vector<std::vector<std::pair<QString, QJsonValue>>> states{
            {{QStringLiteral("calibrate.scheme.granularity"), QStringLiteral("group")},
             {QStringLiteral("calibrate.range.method"), QStringLiteral("percentile")}},
            {{QStringLiteral("calibrate.scheme.family"), QStringLiteral("float")},
             {QStringLiteral("train.next.method"), QStringLiteral("ptq")},
             {QStringLiteral("numbers.blocks.own"), true}},
            {{QStringLiteral("train.next.method"), QStringLiteral("qat")},
             {QStringLiteral("train.next.task"), QStringLiteral("text")},
             {QStringLiteral("calibrate.scheme.granularity"), QStringLiteral("channel")}},
            {{QStringLiteral("train.next.method"), QStringLiteral("lora")},
             {QStringLiteral("calibrate.scheme.family"), QStringLiteral("block")}},
        };
        QSet<QString> seen;
        for (const auto& state : states) {
            for (const auto& [name, value] : state) {
                QVERIFY2(f.bench->settings().set(name, value), qPrintable(name));
            }
            for (const Anchor& anchor : anchors()) {
                if (f.window->pointAt(anchor.name)) {
                    seen.insert(anchor.name);
                }
            }
        }
        const auto see = [&](const QString& prefix) {
            for (const Anchor& anchor : anchors()) {
                if (anchor.name.startsWith(prefix) && f.window->pointAt(anchor.name)) {
                    seen.insert(anchor.name);
                }
            }
        };
        // The parameters of every distribution.
        for (const SyntheticKind& kind : syntheticKinds()) {
            f.draw({std::string(kind.name), {}});
            QCoreApplication::processEvents();  // shows its sliders
            see(QStringLiteral("calibrate.synthetic."));
        }
        // What lists the tensors of a file and the runs.
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("many.safetensors"));
        writeManyTensors(path);
        f.window->openFile(path);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        see(QStringLiteral("calibrate."));
        f.bench->training().queueRun();
        f.bench->training().stop();
        see(QStringLiteral("train."));
        f.bench->tradeOff().openFolder(folder.path());
        RunResult result;
        result.name = "FP32";
        result.accuracy = 0.5;
        result.sizeBytes = 1000;
        f.bench->tradeOff().add(QStringLiteral("small"), result);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        f.bench->tradeOff().setExperiment(QStringLiteral("small"));
        f.window->showPageById(QStringLiteral("tradeoff"));
        QCoreApplication::processEvents();
        see(QStringLiteral("tradeoff."));
        // Small windows have tabs of their own.
        f.window->resize(1024, 700);
        QCoreApplication::processEvents();
        for (const char* name : {"calibrate.right", "calibrate.sources_open", "train.tab",
                                 "tradeoff.tab", "memory.tab", "memory.advise.tab"}) {
            QTRY_VERIFY2((see(QString::fromLatin1(name)), seen.contains(QString::fromLatin1(name))),
                         name);
        }
        // Buttons on tabs that no setting has brought up yet.
        for (const Action& action : f.window->actions().all()) {
            if (action.button && !bringOf(action.name).empty()) {
                (void)f.window->pointAt(action.name);
            }
        }
        QHash<QString, int> count;
        for (const QWidget* widget : f.window->findChildren<QWidget*>()) {
            if (const QString name = anchorOf(widget); !name.isEmpty()) {
                ++count[name];
            }
        }
        // In a popup, which is open only while it is used.
        static const QRegularExpression popup(
            QStringLiteral("^numbers\\.(formats|rounding|overflow|seed|scale_floats)$"));
        // One of them at a time has sliders: those of the last are left.
        static const QRegularExpression exchanged(QStringLiteral("^calibrate\\.synthetic\\..*$"));
        for (const Anchor& anchor : anchors()) {
            const bool inPopup = popup.match(anchor.name).hasMatch();
            const bool gone = exchanged.match(anchor.name).hasMatch();
            if (!inPopup && (!gone || count.contains(anchor.name))) {
                QVERIFY2(
                    count.value(anchor.name) == 1,
                    qPrintable(
                        QStringLiteral("%1: %2").arg(anchor.name).arg(count.value(anchor.name))));
            }
            QVERIFY2(inPopup || seen.contains(anchor.name), qPrintable(anchor.name));
        }
        f.window->resize(1600, 1000);
        QCoreApplication::processEvents();
        const Actions& actions = f.window->actions();
        for (const Action& action : actions.all()) {
            if (action.button) {
                QVERIFY2(f.window->pointAt(action.name), qPrintable(action.name));
                QVERIFY2(count.value(action.name) == 1, qPrintable(action.name));
            }
        }
        for (auto it = count.constBegin(); it != count.constEnd(); ++it) {
            const Action* action = actions.find(it.key());
            QVERIFY2(findAnchorNamed(it.key()) != nullptr || (action != nullptr && action->button),
                     qPrintable(it.key()));
        }
    }

    void theSpotlightFindsWhatIsBehindATab() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 32}}});
        f.window->showPage(0);
        QVERIFY(f.window->pointAt(QStringLiteral("calibrate.groups.size")));
        QVERIFY(f.find<QWidget>("page_calibrate")->isVisible());
        auto* ring = f.find<Spotlight>("spotlight");
        auto* slider = f.find<QWidget>("group_size_slider");
        QVERIFY(slider->isVisible());
        QTRY_VERIFY(ring->isVisible());
        const QRect target(slider->mapTo(f.window.get(), QPoint()), slider->size());
        QTRY_VERIFY(ring->ring().contains(target));
        // Everything else is dimmed.
        QCOMPARE(ring->geometry(), f.window->rect());
        QCOMPARE(ring->accessibleName(), slider->accessibleName());
        f.window->resize(1280, 800);
        QTRY_VERIFY(
            ring->ring().contains(QRect(slider->mapTo(f.window.get(), QPoint()), slider->size())));
        const Result<void> none = f.window->pointAt(QStringLiteral("no.such.place"));
        QVERIFY(!none);
        QVERIFY(!ring->isVisible());
        QVERIFY(ring->ring().isEmpty());
    }
};

QTEST_MAIN(TestAnchors)
#include "tst_anchors.moc"
