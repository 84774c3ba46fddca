// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/scheme_more.h"

#include "core/scheme/format_settings.h"
#include "core/scheme/scheme_words.h"
#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/number_field.h"
#include "ui/controls/setting_binding.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/text/shown_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace zeropoint::ui {
namespace {

constexpr int labelWidth = 66;  ///< as in the card above
constexpr double mostSeed = 9007199254740992;

}  // namespace

SchemeMore::SchemeMore(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_open(new QToolButton),
      m_grid(new QGridLayout),
      m_convention(new QComboBox),
      m_narrow(new QCheckBox(tr("without the lowest"))),
      m_scaleFormat(new QComboBox),
      m_doubleBlock(new NumberField),
      m_seed(new NumberField),
      m_power(new NumberField),
      m_sigmas(new NumberField) {
    fillBoxes();
    m_doubleBlock->setLimits({1, 65536, true});
    m_seed->setLimits({0, mostSeed, true});
    m_power->setLimits({0.1, 16, false});
    m_sigmas->setLimits({0.01, 100, false});
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
    m_open->setObjectName(QStringLiteral("scheme_more"));
    setAction(m_open, QStringLiteral("calibrate.more_settings"));
    m_open->setProperty("role", "button");
    m_open->setProperty("density", "compact");
    m_open->setCheckable(true);
    m_open->setToolTip(
        tr("Conventions of other libraries, the range of codes, how scales are stored"));
    addRows();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_grid);
    connect(m_open, &QToolButton::toggled, this, &SchemeMore::refresh);
    connect(&bench, &Workbench::schemeChanged, this, &SchemeMore::refresh);
    refresh();
}

void SchemeMore::addRows() {
    m_powerRow = addRow(tr("Power"), m_power, QStringLiteral("calibrate.range.power"),
                        tr("p of the mean |x − x′|^p that the range keeps small"));
    m_sigmasRow = addRow(tr("Deviations"), m_sigmas, QStringLiteral("calibrate.range.sigmas"),
                         tr("How many standard deviations around the mean the range keeps"));
    m_conventionRow = addRow(
        tr("As in"), m_convention, QStringLiteral("calibrate.scheme.convention"),
        tr("Whose arithmetic is followed to the code: how scale and zero point are found and "
           "how values are rounded"));
    m_narrowRow = addRow(tr("Codes"), m_narrow, QStringLiteral("calibrate.scheme.narrow"),
                         tr("Symmetric codes without the most negative one: −127 to 127 of eight "
                            "bits, the same on both sides of zero"));
    m_scaleFormatRow = addRow(
        tr("Scales in"), m_scaleFormat, QStringLiteral("calibrate.scheme.scale_format"),
        tr("How each scale itself is stored; it is rounded to that before any code is made"));
    m_doubleRow =
        addRow(tr("Scales a block"), m_doubleBlock, QStringLiteral("calibrate.scheme.double_block"),
               tr("How many scales share a scale of their own"));
    m_seedRow = addRow(tr("Seed"), m_seed, QStringLiteral("calibrate.scheme.seed"),
                       tr("The same seed rounds the same values up"));
    SettingsCatalogue& settings = m_bench.settings();
    bindSetting(m_convention, settings, m_conventionRow.setting);
    bindSetting(m_narrow, settings, m_narrowRow.setting);
    bindSetting(m_scaleFormat, settings, m_scaleFormatRow.setting);
    m_scaleFormatRow.setting.clear();  // its place is on the tab of groups
    bindSetting(m_doubleBlock, settings, m_doubleRow.setting);
    bindSetting(m_seed, settings, m_seedRow.setting);
    bindSetting(m_power, settings, m_powerRow.setting);
    bindSetting(m_sigmas, settings, m_sigmasRow.setting);
}

void SchemeMore::fillBoxes() {
    for (const auto& [convention, name] :
         {std::tuple{Convention::Zeropoint, QStringLiteral("Zeropoint")},
          std::tuple{Convention::PyTorch, QStringLiteral("PyTorch")},
          std::tuple{Convention::Onnx, QStringLiteral("ONNX")},
          std::tuple{Convention::TfLite, QStringLiteral("TFLite")},
          std::tuple{Convention::TensorRt, QStringLiteral("TensorRT")},
          std::tuple{Convention::Gguf, QStringLiteral("GGUF")}}) {
        m_convention->addItem(name, toText(wordOf(conventionWords, convention)));
    }
    for (const auto& [format, name] : {std::tuple{ScaleFormat::Fp32, QStringLiteral("FP32")},
                                       std::tuple{ScaleFormat::Fp16, QStringLiteral("FP16")},
                                       std::tuple{ScaleFormat::Bf16, QStringLiteral("BF16")},
                                       std::tuple{ScaleFormat::E8m0, tr("Powers of two (E8M0)")},
                                       std::tuple{ScaleFormat::Double, tr("Doubly quantized")}}) {
        m_scaleFormat->addItem(name, toText(wordOf(scaleFormatWords, format)));
    }
}

SchemeMore::Row SchemeMore::addRow(const QString& title, QWidget* control, const QString& setting,
                                   const QString& tip) {
    auto* label = new QLabel(title);
    label->setProperty("role", "secondary");
    label->setBuddy(control);
    label->setToolTip(tip);
    control->setObjectName(QStringLiteral("scheme_") + setting.section(QLatin1Char('.'), -1));
    control->setAccessibleName(title);
    control->setToolTip(tip);
    control->setProperty("density", "compact");
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(control, row, 1);
    return {label, control, setting};
}

/// A setting's place is where it is shown.
void SchemeMore::show(const Row& row, bool shown) {
    row.label->setVisible(shown);
    row.control->setVisible(shown);
    setAnchor(row.control, shown ? row.setting : QString());
}

bool SchemeMore::differs() const {
    const QuantScheme scheme = followed(m_bench.scheme());
    const QuantScheme usual;
    return scheme.convention != usual.convention || scheme.narrow != usual.narrow ||
           scheme.scaleFormat != usual.scaleFormat;
}

void SchemeMore::refresh() {
    const QuantScheme scheme = followed(m_bench.scheme());
    const FormatSettings follows = settingsOf(scheme.format);
    const bool integer = follows.zeroPoint;
    const bool scaled = follows.scale;
    const bool open = m_open->isChecked() || differs();
    const bool stochastic = scheme.rounding == Rounding::Stochastic;
    show(m_powerRow, scheme.range.kind == RangeMethod::Kind::LpNorm);
    show(m_sigmasRow, scheme.range.kind == RangeMethod::Kind::MeanSigma);
    m_open->setVisible(scaled && !differs());  // what differs is not folded away
    m_open->setText(open ? tr("Less ▴") : tr("More ▾"));
    m_open->setAccessibleName(open ? tr("Fewer settings of the scheme")
                                   : tr("More settings of the scheme"));
    show(m_conventionRow, open && integer);
    show(m_narrowRow, open && integer && scheme.symmetric);
    QuantScheme unasked = scheme;
    unasked.narrow = false;
    const bool always = usesNarrowRange(unasked);  // by the convention, whatever is chosen here
    const QSignalBlocker quiet(m_narrow);
    m_narrow->setChecked(usesNarrowRange(scheme));
    m_narrow->setEnabled(!always);
    m_narrow->setToolTip(always
                             ? tr("This convention leaves out the lowest code of symmetric weights")
                             : m_narrowRow.label->toolTip());
    show(m_scaleFormatRow, open && scaled);
    show(m_doubleRow, open && scaled && scheme.scaleFormat == ScaleFormat::Double);
    show(m_seedRow, stochastic);
    // Without a row it takes no room of the card.
    const Row* const rows[] = {&m_powerRow,       &m_sigmasRow, &m_conventionRow, &m_narrowRow,
                               &m_scaleFormatRow, &m_doubleRow, &m_seedRow};
    setVisible(std::ranges::any_of(rows, [](const Row* row) { return !row->control->isHidden(); }));
}

}  // namespace zeropoint::ui
