// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/worked_example_card.h"

#include "core/numerics/block_format.h"
#include "core/quantization/block_example.h"
#include "core/scheme/format_settings.h"
#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/figure_label.h"
#include "ui/controls/formula_line.h"
#include "ui/controls/how_known.h"
#include "ui/controls/if_room.h"
#include "ui/controls/number_field.h"
#include "ui/controls/pipeline_strip.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/setting_binding.h"
#include "ui/job/job_runner.h"
#include "ui/pages/calibrate/block_formula.h"
#include "ui/pages/calibrate/calibrate_coach.h"
#include "ui/pages/calibrate/formula_digits.h"
#include "ui/pages/calibrate/input_notes.h"
#include "ui/pages/calibrate/param_formula.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <functional>

namespace zeropoint::ui {
namespace {

constexpr int sampleWidth = 96;
constexpr int leastWords = 20;

/// With enough digits to differ from x where it differs.
int readBackDigits(const SampleTrace& trace) {
    int digits = 4;
    while (digits < 9 && trace.error != 0 &&
           formatNumber(trace.dequantized, digits) == formatNumber(trace.x, digits)) {
        ++digits;
    }
    // 250.98, not 251, of 250 beside a step of 3.92: an error of one per cent of the step shows.
    while (digits < 6 && trace.error != 0 &&
           std::abs(formatted(trace.dequantized, digits) - trace.dequantized) >
               std::abs(trace.error) / 100) {
        ++digits;
    }
    return digits;
}

QString tieNote(const SampleTrace& trace, Rounding rounding) {
    if (!trace.tie) {
        return {};
    }
    return rounding == Rounding::NearestEven ? WorkedExampleCard::tr("tie, to even")
                                             : WorkedExampleCard::tr("tie, away");
}

/// Below what enters: that float32 cannot hold it, or else `usual`.
QString floatNote(const SampleTrace& trace, const QString& usual) {
    if (std::isfinite(trace.x) && std::isinf(trace.scaled)) {
        return WorkedExampleCard::tr("overflow");
    }
    return trace.x != 0 && trace.scaled == 0 ? WorkedExampleCard::tr("underflow") : usual;
}

}  // namespace

WorkedExampleCard::WorkedExampleCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_outcome(new FigureLabel(textFont(12), Qt::AlignRight)),
      m_scale(new FormulaLine),
      m_zeroPoint(new FormulaLine),
      m_pipeline(new PipelineStrip),
      m_title(new QLabel),
      m_words(new QLabel),
      m_sample(new NumberField) {
    setProperty("role", "card");
    m_pipeline->setObjectName(QStringLiteral("example_pipeline"));
    setHowKnown(m_pipeline, QStringLiteral("calibrate.example"), false);
    m_pipeline->setAccessibleName(tr("The sample value on its way through the formula"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 14);
    column->setSpacing(8);
    column->addLayout(makeHeader());
    column->addLayout(makeGrid());
    column->addWidget(m_pipeline);
    column->addWidget(makeWords(), 1);
    connect(&bench, &Workbench::schemeChanged, this, &WorkedExampleCard::refresh);
    connect(&bench, &Workbench::sampleChanged, this, &WorkedExampleCard::refresh);
    refresh();
}

QLayout* WorkedExampleCard::makeHeader() {
    m_title->setProperty("role", "cardTitle");
    m_title->setObjectName(QStringLiteral("example_title"));
    setHowKnown(m_outcome, QStringLiteral("calibrate.example"));
    m_sample->setObjectName(QStringLiteral("example_sample"));
    m_sample->setProperty("density", "compact");
    m_sample->setFixedWidth(sampleWidth);
    m_sample->setAccessibleName(tr("Sample value"));
    m_sample->setHint(
        tr("The value that goes through the formula: type any, or drag the diamond "
           "in the histogram"));
    bindSetting(m_sample, m_bench.settings(), QStringLiteral("calibrate.sample"));
    setAnchor(m_sample, {});  // the diamond in the histogram is its place
    auto* sampleLabel = new QLabel(tr("x ="));
    sampleLabel->setProperty("role", "secondary");
    sampleLabel->setBuddy(m_sample);
    m_outcome->setObjectName(QStringLiteral("example_outcome"));
    auto* copy = new QToolButton;
    copy->setProperty("role", "button");
    copy->setText(tr("Copy"));
    copy->setObjectName(QStringLiteral("example_copy"));
    setAction(copy, QStringLiteral("calibrate.copy_example"));
    copy->setToolTip(tr("Copy the formula with its numbers as text"));
    connect(copy, &QToolButton::clicked, this, &WorkedExampleCard::copyFormula);
    auto* header = new QHBoxLayout;
    header->addWidget(m_title);
    header->addSpacing(8);
    header->addWidget(sampleLabel);
    header->addWidget(m_sample);
    // The words below say it too.
    header->addWidget(new IfRoom(m_outcome), 1);
    header->addWidget(copy);
    return header;
}

QLayout* WorkedExampleCard::makeGrid() {
    auto* grid = new QGridLayout;
    grid->setColumnMinimumWidth(0, 66);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& name, FormulaLine* formula, const char* objectName) {
        auto* label = new QLabel(name);
        label->setProperty("role", "secondary");
        formula->setObjectName(QLatin1String(objectName));
        formula->setAccessibleName(name);
        grid->addWidget(label, row, 0);
        grid->addWidget(formula, row++, 1);
    };
    add(tr("scale"), m_scale, "example_scale");
    add(tr("zero point"), m_zeroPoint, "example_zero_point");
    return grid;
}

QWidget* WorkedExampleCard::makeWords() {
    m_words->setObjectName(QStringLiteral("example_words"));
    setHowKnown(m_words, QStringLiteral("calibrate.example"));
    m_words->setProperty("role", "secondary");
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // In a low window they scroll.
    auto* words = scrolled(m_words);
    words->setMinimumHeight(leastWords);
    return words;
}

void WorkedExampleCard::refreshParams() {
    const LiveResult& live = m_bench.live();
    const QuantScheme scheme = m_bench.wholeScheme();
    if (hasNoRange(m_bench)) {
        m_scale->setFormula(tr("no value is finite: s = "),
                            tr("%1 stands in", "a scale").arg(formatNumber(live.params.scale)));
        m_zeroPoint->setFormula(QStringLiteral("z = "), QString::number(live.params.zeroPoint));
        return;
    }
    const auto equation = paramEquation(live.range.lo, live.range.hi, scheme);
    if (!equation) {
        return;
    }
    const Formula scale = scaleFormula(equation->scale, live.params, scheme);
    m_scale->setFormula(scale.working, scale.result);
    const Formula zeroPoint = zeroPointFormula(equation->zeroPoint, live.params);
    m_zeroPoint->setFormula(zeroPoint.working, zeroPoint.result);
}

void WorkedExampleCard::refresh() {
    if (!m_bench.source()) {
        return;
    }
    const QuantScheme scheme = m_bench.wholeScheme();
    if (findBlockFormat(scheme.format) != nullptr) {
        askForBlock();
        return;
    }
    const QuantParams& params = m_bench.live().params;
    m_words->setText(exampleWords(m_bench));
    const CodeRange codes = codeRange(scheme);
    const SampleTrace trace = traceSample(m_bench.sample(), params, scheme);
    const std::optional<UnitView>& unit = m_bench.unit();
    m_title->setText(
        unit ? tr("Worked example of %1").arg(unitName(m_bench.scheme().granularity, unit->index))
             : tr("Worked example"));
    m_outcome->setFigure(QString(), tr("x = %1 comes back as %2, error %3")
                                        .arg(formatNumber(trace.x, resultDigits),
                                             formatNumber(trace.dequantized, readBackDigits(trace)),
                                             formatSigned(trace.error)));
    const FormatSettings follows = settingsOf(scheme.format);
    QStringList known{tr("x = %1").arg(formatNumber(trace.x, resultDigits))};
    if (follows.scale) {
        known << tr("s = %1").arg(formatNumber(params.scale));
    }
    if (follows.zeroPoint) {
        known << tr("z = %1").arg(params.zeroPoint);
    }
    setHowKnownNumbers(
        m_outcome,
        tr("%1: q = %2").arg(known.join(QStringLiteral(", ")), QString::number(trace.code)));
    refreshParams();
    const QString x = formatNumber(trace.x, resultDigits);
    const QString z = formatNumber(params.zeroPoint);
    const NumberFormat* format = findNumberFormat(scheme.format);
    const bool integer = follows.zeroPoint;
    const auto scaledText = [integer](double scaled) {
        return integer ? formatBeforeRounding(scaled) : formatNumber(scaled);
    };
    const QString scaled = scaledText(trace.scaled);
    const int backDigits = readBackDigits(trace);
    const QString back = formatNumber(trace.dequantized, backDigits);
    const double steps =
        integer ? static_cast<double>(trace.code - params.zeroPoint) : trace.rounded;
    const QString s = formatNumber(
        params.scale, digitsFor(scaled + back, [&](int digits) {
            const double scale = formatted(params.scale, digits);
            return (std::isfinite(trace.scaled) ? scaledText(trace.x / scale) : scaled) +
                   formatNumber(steps * scale, backDigits);
        }));
    QVector<PipelineStrip::Box> boxes{
        {QStringLiteral("x"), x, follows.scale ? tr("sample") : floatNote(trace, tr("sample"))},
    };
    if (follows.scale) {
        boxes.append({QStringLiteral("÷ s"), scaled, floatNote(trace, QStringLiteral("÷ ") + s)});
    }
    boxes.append({integer ? QStringLiteral("round") : tr("nearest level"),
                  formatNumber(trace.rounded), tieNote(trace, scheme.rounding)});
    if (integer) {
        boxes.append({QStringLiteral("+ z"), formatNumber(trace.shifted),
                      QStringLiteral("%1 + %2").arg(formatNumber(trace.rounded), z)});
        boxes.append({QStringLiteral("clamp"), QString::number(trace.code),
                      QStringLiteral("%1…%2").arg(codes.qmin).arg(codes.qmax)});
    }
    boxes.append({QStringLiteral("q"), QString::number(trace.code),
                  tr("%n bit(s)", nullptr, format ? format->bits : 0), true});
    boxes.append(
        {integer         ? QStringLiteral("(q−z)×s")
         : follows.scale ? QStringLiteral("level × s")
                         : tr("its value"),
         back, follows.scale ? QStringLiteral("%1 × %2").arg(formatNumber(steps), s) : QString()});
    m_pipeline->setBoxes(boxes);
}

void WorkedExampleCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    if (std::exchange(m_stopped, false)) {
        refresh();
    }
}

void WorkedExampleCard::askForBlock() {
    m_words->clear();
    m_bench.jobs().start(
        tr("Looking for the block"), QStringLiteral("block-example"),
        [source = m_bench.source(), x = m_bench.sample(),
         scheme = m_bench.scheme()](const Execution& execution) {
            return blockExampleNear(source->tensor, x, scheme, execution);
        },
        this,
        [this](const Result<BlockExample>& example) {
            m_stopped = !example && example.error().code == ErrorCode::Cancelled;
            if (example && findBlockFormat(m_bench.scheme().format) == example->format) {
                showBlock(*example);
            }
        });
}

/// The value of the tensor that is nearest to the sample, in its own block.
void WorkedExampleCard::showBlock(const BlockExample& example) {
    const BlockFormat& format = *example.format;
    const double scale = example.term.scale;
    const double value = example.value;
    m_title->setText(
        tr("Worked example of block %1, %2 values").arg(example.block).arg(format.valuesPerBlock));
    m_outcome->setFigure(QString(),
                         tr("%1 comes back as %2, error %3")
                             .arg(formatNumber(value, 5), formatNumber(example.decoded, 5),
                                  formatSigned(double{example.decoded} - value)));
    const Formula scaleOf = blockScaleFormula(example, m_bench.scheme().scaleRule);
    m_scale->setFormula(scaleOf.working, scaleOf.result);
    const Formula minimum = blockMinimumFormula(example);
    m_zeroPoint->setFormula(minimum.working, minimum.result);
    const QString s = formatNumber(scale);
    const double shifted = value - example.term.minimum;
    QVector<PipelineStrip::Box> boxes{
        {QStringLiteral("x"), formatNumber(value), tr("place %1").arg(example.place)}};
    if (format.hasMinimum) {
        boxes.append({QStringLiteral("− m"), formatNumber(shifted), QString()});
    }
    boxes.append(
        {QStringLiteral("÷ s"), scale != 0 ? formatNumber(shifted / scale) : QString(), s});
    boxes.append({tr("nearest level"), formatNumber(example.term.level), QString()});
    boxes.append({QStringLiteral("q"), QString::number(example.term.code),
                  QString::fromUtf8(format.name.data(), qsizetype(format.name.size())), true});
    boxes.append({format.hasMinimum ? QStringLiteral("level × s + m") : QStringLiteral("level × s"),
                  formatNumber(example.decoded, 5), QString()});
    m_pipeline->setBoxes(boxes);
}

void WorkedExampleCard::copyFormula() const {
    QStringList lines{m_scale->text(), m_zeroPoint->text()};
    QStringList stations;
    for (const PipelineStrip::Box& box : m_pipeline->boxes()) {
        stations << box.caption + QStringLiteral(": ") + box.number;
    }
    lines << stations.join(QStringLiteral("  ->  "));
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace zeropoint::ui
