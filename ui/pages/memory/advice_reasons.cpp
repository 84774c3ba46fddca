// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/advice_reasons.h"

#include "core/exchange/advice_report.h"
#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/save_dialog.h"
#include "ui/job/job_runner.h"
#include "ui/pages/memory/recipe_text.h"
#include "ui/state/memory_study.h"
#include "ui/state/tell_written.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/advice_words.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <span>
#include <string>

namespace zeropoint::ui {

AdviceReasons::AdviceReasons(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_study(bench.memory().advice()),
      m_title(new QLabel),
      m_error(new MetricTile(tr("weight error"), MetricTile::Size::Small)),
      m_size(new MetricTile(tr("weights"), MetricTile::Size::Small)),
      m_bits(new MetricTile(tr("bits"), MetricTile::Size::Small)),
      m_reasons(new QLabel),
      m_recipe(new QPushButton(tr("Make the recipe…"))),
      m_calibrate(new QPushButton(tr("Open in Calibrate"))),
      m_compare(new QPushButton(tr("Open in Compare"))),
      m_report(new QPushButton(tr("Export report…"))) {
    setProperty("role", "card");
    m_title->setObjectName(QStringLiteral("memory_advice_title"));
    m_title->setProperty("role", "cardTitle");
    m_title->setWordWrap(true);
    setHowKnown(m_error, QStringLiteral("advice.error"));
    setHowKnown(m_size, QStringLiteral("advice.size"));
    setHowKnown(m_bits, QStringLiteral("advice.bits"));
    m_reasons->setObjectName(QStringLiteral("memory_reasons"));
    setHowKnown(m_reasons, QStringLiteral("advice.size"));
    m_reasons->setProperty("role", "secondary");
    m_reasons->setWordWrap(true);
    m_reasons->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_recipe->setProperty("role", "primary");
    connectButtons();
    layOut();
}

void AdviceReasons::connectButtons() {
    const auto connectTo = [this](QPushButton* button, const char* object, const char* action,
                                  void (AdviceReasons::*act)()) {
        button->setObjectName(QLatin1String(object));
        setAction(button, QLatin1String(action));
        connect(button, &QPushButton::clicked, this, act);
    };
    connectTo(m_recipe, "memory_recipe", "memory.make_recipe", &AdviceReasons::makeRecipe);
    connectTo(m_calibrate, "memory_open_calibrate", "memory.open_in_calibrate",
              &AdviceReasons::openInCalibrate);
    connectTo(m_compare, "memory_open_compare", "memory.open_in_compare",
              &AdviceReasons::openInCompare);
    connectTo(m_report, "memory_report", "memory.export_report", &AdviceReasons::exportReport);
}

void AdviceReasons::layOut() {
    auto* tiles = new QHBoxLayout;
    for (MetricTile* tile : {m_error, m_size, m_bits}) {
        tiles->addWidget(tile);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addLayout(tiles);
    column->addWidget(m_reasons);
    column->addWidget(makeLimits());
    column->addStretch();
    for (QPushButton* button : {m_recipe, m_calibrate, m_compare, m_report}) {
        column->addWidget(button);
    }
}

/// What such figures cannot tell.
QWidget* AdviceReasons::makeLimits() {
    auto* limits = new QFrame;
    limits->setProperty("role", "inset");
    auto* title = new QLabel(cannotTellTitle());
    title->setProperty("role", "cardTitle");
    title->setWordWrap(true);
    auto* text = new QLabel(cannotTellText());
    text->setProperty("role", "secondary");
    text->setWordWrap(true);
    auto* inset = new QVBoxLayout(limits);
    inset->setContentsMargins(12, 8, 12, 8);
    inset->addWidget(title);
    inset->addWidget(text);
    return limits;
}

void AdviceReasons::show(const Advice* advice, int chosen) {
    m_chosen = chosen;
    const AdviceOption* shown = option();
    m_title->setText(shown == nullptr ? tr("No recommendation")
                     : chosen == advice->recommended
                         ? tr("Why this one: %1").arg(optionName(*shown))
                         : tr("%1, and why another is recommended").arg(optionName(*shown)));
    showFigures(shown);
    showButtons(shown);
    const bool binary = m_bench.views().memory->binary;
    m_reasons->setText(advice != nullptr
                           ? adviceReasons(*advice, binary).join(QStringLiteral("\n\n"))
                           : QString());
}

void AdviceReasons::showFigures(const AdviceOption* option) {
    const bool binary = m_bench.views().memory->binary;
    const QString none = QStringLiteral("–");
    m_error->setValue(option != nullptr ? decibelText(option->sqnrDb) : none, QStringLiteral("dB"));
    m_size->setValue(option != nullptr ? memoryAmount(double(option->weights), binary) : none,
                     memoryUnit(binary));
    m_bits->setValue(option != nullptr ? formatNumber(std::round(option->bits * 100) / 100, 4)
                                       : none);
    if (option == nullptr) {
        return;
    }
    setHowKnownNumbers(m_error, tr("noise / signal = %1; 10 log₁₀ of its inverse = %2 dB")
                                    .arg(formatNumber(std::pow(10, -option->sqnrDb / 10)),
                                         decibelText(option->sqnrDb)));
    setHowKnownNumbers(m_size, tr("%1 bytes").arg(formatCount(qulonglong(option->weights))));
    setHowKnownNumbers(m_bits,
                       tr("8 × %1 bytes a parameter = %2")
                           .arg(formatNumber(option->bits / 8, 5), formatNumber(option->bits, 5)));
}

void AdviceReasons::showButtons(const AdviceOption* option) {
    m_recipe->setEnabled(option != nullptr && option->kind != OptionKind::OneFormat);
    m_recipe->setToolTip(
        m_recipe->isEnabled()
            ? tr("The arguments of llama-quantize that make this file; nothing is run")
            : tr("Choose a GGUF recipe or a mix"));
    const auto shown = option != nullptr ? m_study.example(*option) : std::nullopt;
    const QString why = option == nullptr ? tr("Choose a setting first")
                        : !shown          ? tr("This type is read here and not written: there are "
                                                        "no values of it to look at")
                        : shown->tensor   ? tr("The weight that it harms most, under this setting")
                                          : tr("This setting for the tensor that is open");
    for (QPushButton* button : {m_calibrate, m_compare}) {
        button->setEnabled(shown.has_value());
        button->setToolTip(why);
    }
}

const AdviceOption* AdviceReasons::option() const {
    const Advice* advice = m_study.advice();
    return advice != nullptr && m_chosen >= 0 && m_chosen < static_cast<int>(advice->options.size())
               ? &advice->options[static_cast<std::size_t>(m_chosen)]
               : nullptr;
}

std::optional<AdviceStudy::Example> AdviceReasons::example() {
    const AdviceOption* chosen = option();
    return chosen == nullptr ? std::nullopt : m_study.example(*chosen);
}

void AdviceReasons::makeRecipe() {
    const AdviceOption* chosen = option();
    if (chosen == nullptr) {
        return;
    }
    const QString text = quantizeArguments(*chosen);
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("The recipe"),
                                tr("These arguments make the file with llama.cpp's "
                                   "llama-quantize. They are copied; nothing is run."),
                                QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("memory_recipe_box"));
    box->setDetailedText(text);
    QGuiApplication::clipboard()->setText(text);
    box->open();
}

void AdviceReasons::openInCalibrate() {
    if (const auto shown = example()) {
        if (shown->tensor) {
            m_bench.selectTensor(*shown->tensor);
        }
        m_bench.setScheme(shown->scheme);
        emit pageRequested(QStringLiteral("calibrate"));
    }
}

/// Beside what the recommended row does to the same weight.
void AdviceReasons::openInCompare() {
    if (const auto shown = example()) {
        if (shown->tensor) {
            m_bench.selectTensor(*shown->tensor);
        }
        CompareState state;
        state.columns = {shown->scheme};
        const QuantScheme other = shown->recommended.value_or(m_bench.scheme());
        if (other != shown->scheme) {
            state.columns.push_back(other);
        }
        m_bench.setCompare(state);
        m_bench.views().compare.set(&ComparisonView::segment, 0);
        emit pageRequested(QStringLiteral("compare"));
    }
}

void AdviceReasons::exportReport() {
    QFileDialog* dialog =
        saveDialog(this, QStringLiteral("memory_report_dialog"), tr("Export the report"),
                   tr("Page of its own (*.html)") + QStringLiteral(";;") +
                       tr("Markdown (*.md);;Tables (*.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const Advice* advice = m_study.advice();
        if (advice == nullptr) {
            return;
        }
        writeReport(*advice, path);
    });
    dialog->open();
}

/// On a worker, since the file that was read is hashed for the page.
void AdviceReasons::writeReport(const Advice& advice, const QString& path) {
    const AdviceReportFacts facts = m_study.facts();
    const std::string file = facts.source.empty() ? std::string() : m_bench.file()->path();
    m_bench.jobs().startSaving(
        tr("Writing %1").arg(QFileInfo(path).fileName()),
        [advice, facts, file, binary = m_bench.views().memory->binary,
         path = path.toStdString()](const Execution&) {
            return writeAdviceReport(path, advice, facts, binary,
                                     std::span(&file, file.empty() ? 0 : 1));
        },
        &m_bench,
        [bench = &m_bench, path](const Result<void>& written) {
            tellWritten(*bench, path, written);
        });
}

}  // namespace zeropoint::ui
