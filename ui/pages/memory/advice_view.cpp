// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/advice_view.h"

#include "core/exchange/advice_report.h"
#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/notice.h"
#include "ui/controls/row_table.h"
#include "ui/controls/save_dialog.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/job/job_runner.h"
#include "ui/pages/memory/advice_plot.h"
#include "ui/pages/memory/bar_words.h"
#include "ui/pages/memory/recipe_text.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/memory_model.h"
#include "ui/state/memory_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/advice_words.h"
#include "ui/text/memory_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <cmath>
#include <span>
#include <string>

namespace zeropoint::ui {
namespace {

constexpr int whyWidth = 280;
constexpr int narrowWidth = 960;

enum Column { Name, Bits, Size, Fit, Context, Whole, Worst, Layer, Mark, columns };

QString decibels(double value) {
    return std::isnan(value) ? QStringLiteral("–") : formatNumber(std::round(value * 10) / 10, 3);
}

QString fitText(const DeviceFit& fit, bool binary) {
    if (fit.verdict == FitVerdict::Fits) {
        return verdictText(fit);
    }
    return QLatin1Char('+') + memoryText(double(fit.needed - fit.available), binary);
}

}  // namespace

AdviceView::AdviceView(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_study(bench.memory().advice()) {
    m_tabs = new Segment({tr("Table"), tr("Why this one")});
    m_tabs->setObjectName(QStringLiteral("memory_advise_tabs"));
    m_tabs->setAccessibleName(tr("What to show of the advice"));
    bindSetting(m_tabs, bench.settings(), QStringLiteral("memory.advise.tab"));
    auto* column = new QVBoxLayout;
    column->setSpacing(12);
    column->addWidget(buildPlotCard(), 3);
    column->addWidget(m_tabs);
    m_tableCard = buildTableCard();
    column->addWidget(m_tableCard, 3);
    m_why = buildReasons();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(column, 1);
    row->addWidget(m_why);
    connect(&m_study, &AdviceStudy::changed, this, &AdviceView::refresh);
    connect(&bench.views().memory, &ViewStateSignals::changed, this, &AdviceView::refresh);
    refresh();
}

QWidget* AdviceView::buildPlotCard() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    auto* title = new QLabel(tr("Weight error against size"));
    title->setProperty("role", "cardTitle");
    m_legend = new Legend;
    m_legend->setEntries(optionLegend());
    m_plot = new AdvicePlot;
    m_plot->setObjectName(QStringLiteral("memory_advice_plot"));
    m_measure = new QPushButton(tr("Measure the weights' error"));
    m_measure->setObjectName(QStringLiteral("memory_measure"));
    m_measure->setProperty("role", "primary");
    setAction(m_measure, QStringLiteral("memory.measure_weights"));
    m_notice = new Notice;
    m_notice->setObjectName(QStringLiteral("memory_advice_notice"));
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addWidget(m_legend, 1);
    head->addWidget(m_measure);
    auto* table = tableButton(m_plot);
    table->setFigure([this](const QString& title) {
        return chartFigure(figureParts(), title, memoryCaptionOf(m_bench));
    });
    head->addWidget(table);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_notice);
    column->addWidget(m_plot, 1);
    connect(m_plot, &AdvicePlot::chosen, this, &AdviceView::choose);
    connect(m_measure, &QPushButton::clicked, &m_study, &AdviceStudy::measure);
    return card;
}

QWidget* AdviceView::buildTableCard() {
    auto* card = new QFrame;
    card->setProperty("role", "card");
    m_items = new QStandardItemModel(0, columns, this);
    m_table = new RowTable;
    m_table->setObjectName(QStringLiteral("memory_advice_table"));
    setHowKnownColumns(m_table, {{},
                                 QStringLiteral("advice.bits"),
                                 QStringLiteral("advice.size"),
                                 QStringLiteral("memory.fits"),
                                 QStringLiteral("memory.context"),
                                 QStringLiteral("advice.error")});
    m_table->setAccessibleName(tr("Settings from the largest to the smallest"));
    setAnchor(m_table, QStringLiteral("memory.advise.row"));
    m_table->setModel(m_items);
    m_table->fitColumns({Bits, Layer, Worst});
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(8, 4, 8, 4);
    column->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!m_filling && now.isValid()) {
                    choose(now.row());
                }
            });
    return card;
}

QWidget* AdviceView::buildReasons() {
    auto* inside = new QFrame;
    inside->setProperty("role", "card");
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("memory_advice_title"));
    m_title->setProperty("role", "cardTitle");
    m_title->setWordWrap(true);
    m_error = new MetricTile(tr("weight error"), MetricTile::Size::Small);
    m_size = new MetricTile(tr("weights"), MetricTile::Size::Small);
    m_bits = new MetricTile(tr("bits"), MetricTile::Size::Small);
    setHowKnown(m_error, QStringLiteral("advice.error"));
    setHowKnown(m_size, QStringLiteral("advice.size"));
    setHowKnown(m_bits, QStringLiteral("advice.bits"));
    auto* tiles = new QHBoxLayout;
    tiles->addWidget(m_error);
    tiles->addWidget(m_size);
    tiles->addWidget(m_bits);
    m_reasons = new QLabel;
    m_reasons->setObjectName(QStringLiteral("memory_reasons"));
    setHowKnown(m_reasons, QStringLiteral("advice.size"));
    m_reasons->setProperty("role", "secondary");
    m_reasons->setWordWrap(true);
    m_reasons->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* limits = new QFrame;
    limits->setProperty("role", "inset");
    auto* limitsTitle = new QLabel(cannotTellTitle());
    limitsTitle->setProperty("role", "cardTitle");
    limitsTitle->setWordWrap(true);
    auto* limitsText = new QLabel(cannotTellText());
    limitsText->setProperty("role", "secondary");
    limitsText->setWordWrap(true);
    auto* inset = new QVBoxLayout(limits);
    inset->setContentsMargins(12, 8, 12, 8);
    inset->addWidget(limitsTitle);
    inset->addWidget(limitsText);
    m_recipe = new QPushButton(tr("Make the recipe…"));
    m_recipe->setObjectName(QStringLiteral("memory_recipe"));
    m_recipe->setProperty("role", "primary");
    m_calibrate = new QPushButton(tr("Open in Calibrate"));
    m_calibrate->setObjectName(QStringLiteral("memory_open_calibrate"));
    connect(m_calibrate, &QPushButton::clicked, this, &AdviceView::openInCalibrate);
    m_compare = new QPushButton(tr("Open in Compare"));
    m_compare->setObjectName(QStringLiteral("memory_open_compare"));
    connect(m_compare, &QPushButton::clicked, this, &AdviceView::openInCompare);
    auto* report = new QPushButton(tr("Export report…"));
    report->setObjectName(QStringLiteral("memory_report"));
    setAction(m_recipe, QStringLiteral("memory.make_recipe"));
    setAction(m_calibrate, QStringLiteral("memory.open_in_calibrate"));
    setAction(m_compare, QStringLiteral("memory.open_in_compare"));
    setAction(report, QStringLiteral("memory.export_report"));
    connect(m_recipe, &QPushButton::clicked, this, &AdviceView::makeRecipe);
    connect(report, &QPushButton::clicked, this, &AdviceView::exportReport);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addLayout(tiles);
    column->addWidget(m_reasons);
    column->addWidget(limits);
    column->addStretch();
    column->addWidget(m_recipe);
    column->addWidget(m_calibrate);
    column->addWidget(m_compare);
    column->addWidget(report);
    return scrolled(inside);
}

QList<QWidget*> AdviceView::figureParts() const {
    return {m_legend, m_plot};
}

void AdviceView::choose(int option) {
    const Advice* advice = m_study.advice();
    if (advice != nullptr && option >= 0 && option < static_cast<int>(advice->options.size())) {
        m_bench.views().memory.set(
            &MemoryView::row,
            QString::fromStdString(advice->options[static_cast<std::size_t>(option)].name));
    }
}

/// The row that is looked at; the recommended one where there is none.
int AdviceView::chosenIn(const Advice& advice) const {
    const std::string wanted = m_bench.views().memory->row.toStdString();
    for (std::size_t i = 0; i < advice.options.size(); ++i) {
        if (advice.options[i].name == wanted) {
            return static_cast<int>(i);
        }
    }
    return advice.recommended;
}

void AdviceView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void AdviceView::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const bool binary = m_bench.views().memory->binary;
    const Advice* advice = m_study.advice();
    const auto& problem = m_study.problem();
    const WeightErrors* errors = m_study.isOfFile() ? m_study.errors() : nullptr;
    QStringList notices;
    if (problem) {
        notices << errorText(*problem);
    } else if (errors != nullptr) {
        if (errors->requantized) {
            notices << tr("The file's weights are quantized already: errors are beside those.");
        }
        if (const std::size_t left = errors->leftOut.nan + errors->leftOut.infinite; left > 0) {
            notices << tr("%1 NaN or infinite values are left out.").arg(formatCount(left));
        }
    }
    m_notice->setText(notices.join(QLatin1Char(' ')));
    const bool canMeasure = m_study.isOfFile() && !m_study.measured();
    m_measure->setVisible(!m_study.measured() || !m_study.isOfFile());
    m_measure->setEnabled(canMeasure && !m_study.measuring());
    m_measure->setToolTip(m_study.measuring() ? tr("The weights are being measured")
                          : canMeasure
                              ? tr("Reads every weight of the file under every setting")
                              : tr("Open the weights and choose “The open file” as the model"));
    const int chosen = advice != nullptr ? chosenIn(*advice) : -1;
    const auto device = deviceOf(m_bench.views().memoryQuestion.get());
    m_plot->show(advice, device ? shortDeviceName(*device) : QString(), chosen, binary);
    fillTable(advice, chosen);
    showReasons(advice, chosen);
    arrange();
}

void AdviceView::fillTable(const Advice* advice, int chosen) {
    const bool binary = m_bench.views().memory->binary;
    m_filling = true;
    m_items->setHorizontalHeaderLabels({tr("Scheme or mix"), tr("Bits"),
                                        tr("Size, %1").arg(memoryUnit(binary)),
                                        tr("On this device"), tr("Longest context"),
                                        tr("Whole, dB"), tr("Worst, dB"), tr("Layer"), QString()});
    for (const int column : {Bits, Size, Fit, Context, Whole, Worst, Layer}) {
        m_items->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                               Qt::TextAlignmentRole);
    }
    const int rows = advice == nullptr ? 0 : static_cast<int>(advice->options.size());
    m_items->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const AdviceOption& o = advice->options[static_cast<std::size_t>(row)];
        const QStringList texts{optionName(o),
                                formatNumber(std::round(o.bits * 100) / 100, 4),
                                memoryAmount(double(o.weights), binary),
                                fitText(o.fit, binary),
                                o.fit.longestContext > 0
                                    ? formatCount(qulonglong(o.fit.longestContext))
                                    : QStringLiteral("–"),
                                decibels(o.sqnrDb),
                                decibels(o.worstDb),
                                o.worstLayer >= 0 ? QString::number(o.worstLayer) : QString(),
                                row == advice->recommended ? tr("recommended")
                                : o.onFront                ? tr("front")
                                                           : QString()};
        for (int column = 0; column < columns; ++column) {
            auto* item = m_items->item(row, column);
            if (item == nullptr) {
                item = new QStandardItem;
                const bool figure = column != Name && column != Fit && column != Mark;
                item->setTextAlignment((figure || column == Fit ? Qt::AlignRight : Qt::AlignLeft) |
                                       Qt::AlignVCenter);
                m_items->setItem(row, column, item);
                item->setFont(figure ? monoFont(12) : textFont(12));
            }
            item->setText(texts[column]);
        }
        m_items->item(row, Name)->setFont(
            textFont(12, row == advice->recommended ? QFont::DemiBold : QFont::Normal));
    }
    m_table->reset();
    if (chosen >= 0 && chosen < rows) {
        m_table->selectRow(chosen);
    }
    m_filling = false;
}

void AdviceView::showReasons(const Advice* advice, int chosen) {
    const bool binary = m_bench.views().memory->binary;
    const AdviceOption* option = advice != nullptr && chosen >= 0
                                     ? &advice->options[static_cast<std::size_t>(chosen)]
                                     : nullptr;
    m_title->setText(option == nullptr ? tr("No recommendation")
                     : chosen == advice->recommended
                         ? tr("Why this one: %1").arg(optionName(*option))
                         : tr("%1, and why another is recommended").arg(optionName(*option)));
    m_error->setValue(option != nullptr ? decibels(option->sqnrDb) : QStringLiteral("–"),
                      QStringLiteral("dB"));
    m_size->setValue(
        option != nullptr ? memoryAmount(double(option->weights), binary) : QStringLiteral("–"),
        memoryUnit(binary));
    m_bits->setValue(option != nullptr ? formatNumber(std::round(option->bits * 100) / 100, 4)
                                       : QStringLiteral("–"));
    if (option != nullptr) {
        setHowKnownNumbers(m_error, tr("noise / signal = %1; 10 log₁₀ of its inverse = %2 dB")
                                        .arg(formatNumber(std::pow(10, -option->sqnrDb / 10)),
                                             decibels(option->sqnrDb)));
        setHowKnownNumbers(m_size, tr("%1 bytes").arg(formatCount(qulonglong(option->weights))));
        setHowKnownNumbers(
            m_bits, tr("8 × %1 bytes a parameter = %2")
                        .arg(formatNumber(option->bits / 8, 5), formatNumber(option->bits, 5)));
    }
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
    m_reasons->setText(advice != nullptr
                           ? adviceReasons(*advice, binary).join(QStringLiteral("\n\n"))
                           : QString());
}

void AdviceView::makeRecipe() {
    const Advice* advice = m_study.advice();
    const int chosen = advice != nullptr ? chosenIn(*advice) : -1;
    if (chosen < 0) {
        return;
    }
    const QString text = quantizeArguments(advice->options[static_cast<std::size_t>(chosen)]);
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

std::optional<AdviceStudy::Example> AdviceView::example() {
    const Advice* advice = m_study.advice();
    const int chosen = advice != nullptr ? chosenIn(*advice) : -1;
    return chosen < 0 ? std::nullopt
                      : m_study.example(advice->options[static_cast<std::size_t>(chosen)]);
}

void AdviceView::openInCalibrate() {
    if (const auto shown = example()) {
        if (shown->tensor) {
            m_bench.selectTensor(*shown->tensor);
        }
        m_bench.setScheme(shown->scheme);
        emit pageRequested(QStringLiteral("calibrate"));
    }
}

/// Beside what the recommended row does to the same weight.
void AdviceView::openInCompare() {
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

void AdviceView::exportReport() {
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
void AdviceView::writeReport(const Advice& advice, const QString& path) {
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
        [bench = &m_bench](const Result<void>& written) {
            if (!written) {
                bench->report(written.error());
            }
        });
}

void AdviceView::arrange() {
    const bool narrow = width() < narrowWidth;
    const int tab = m_bench.views().memory->adviseTab;
    m_tabs->setVisible(narrow);
    m_tableCard->setVisible(!narrow || tab == 0);
    m_why->setVisible(!narrow || tab == 1);
    m_why->setMinimumWidth(narrow ? whyWidth - 60 : whyWidth);
    m_why->setMaximumWidth(whyWidth);
}

void AdviceView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace zeropoint::ui
