// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/experiment_question.h"

#include "ui/state/runs/experiment_clock.h"
#include "ui/state/trade_off.h"
#include "ui/text/durations.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace zeropoint::ui {
namespace {

class ExperimentQuestion {
    Q_DECLARE_TR_FUNCTIONS(ExperimentQuestion)
};

QString lengthWords(const ExperimentClock& clock, const QString& id) {
    if (const auto seconds = clock.seconds(id, false)) {
        return ExperimentQuestion::tr(
                   "It takes %1 on this machine: an estimate from a few of its own steps.")
            .arg(aboutTime(*seconds));
    }
    return clock.asked(id) ? ExperimentQuestion::tr("How long it takes is being measured…")
                           : ExperimentQuestion::tr("How long it takes could not be measured.");
}

}  // namespace

void askToRun(const ExperimentSpec& spec, TradeOff& tradeOff, QWidget* window,
              const std::function<void()>& run) {
    const QString name = QString::fromStdString(spec.name);
    auto* box = new QMessageBox(
        QMessageBox::Question, ExperimentQuestion::tr("Run an experiment"),
        ExperimentQuestion::tr("Run “%1”: %2, %3?")
            .arg(
                name,
                ExperimentQuestion::tr("%n run(s)", nullptr, static_cast<int>(spec.runs.size())),
                ExperimentQuestion::tr("%n seed(s)", nullptr, static_cast<int>(spec.seeds.size()))),
        QMessageBox::NoButton, window);
    box->setObjectName(QStringLiteral("experiment_question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    auto* yes = box->addButton(ExperimentQuestion::tr("Run"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("experiment_run"));
    box->addButton(ExperimentQuestion::tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(yes);
    ExperimentClock& clock = tradeOff.clock();
    const QString id =
        QStringLiteral("file-") + QString::number(qHash(QByteArray::fromStdString(toJson(spec))));
    const auto tell = [box, &clock, id] { box->setInformativeText(lengthWords(clock, id)); };
    QObject::connect(&clock, &ExperimentClock::changed, box, tell);
    QObject::connect(yes, &QPushButton::clicked, window, run);
    clock.ask(id, [spec] { return Result<ExperimentSpec>(spec); });
    tell();
    box->open();
}

}  // namespace zeropoint::ui
