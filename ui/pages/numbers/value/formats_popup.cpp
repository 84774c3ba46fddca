// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/formats_popup.h"

#include "ui/controls/anchor.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/messages.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr Rounding offeredRoundings[] = {
    Rounding::NearestEven, Rounding::HalfAway,   Rounding::HalfUp,    Rounding::Floor,
    Rounding::Ceil,        Rounding::TowardZero, Rounding::Stochastic};
constexpr int formatColumns = 3;
constexpr double mostSeed = 9007199254740992;  ///< whole numbers up to here are exact in JSON

QLabel* caption(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", "caption");
    return label;
}

}  // namespace

QStringList presetFormats(int preset) {
    const QStringList presets[] = {
        {QStringLiteral("fp64"), QStringLiteral("fp32"), QStringLiteral("fp16"),
         QStringLiteral("int16"), QStringLiteral("int8"), QStringLiteral("uint8")},
        NumberState().formats,
        {QStringLiteral("fp8-e4m3"), QStringLiteral("fp8-e5m2"), QStringLiteral("fp8-e4m3-ieee"),
         QStringLiteral("fp8-e3m4"), QStringLiteral("fp8-e4m3fnuz"), QStringLiteral("fp8-e5m2fnuz"),
         QStringLiteral("fp8-e4m3b11fnuz"), QStringLiteral("e8m0")},
        {QStringLiteral("fp4-e2m1"), QStringLiteral("fp4-bnb"), QStringLiteral("nf4"),
         QStringLiteral("iq4nl"), QStringLiteral("int4"), QStringLiteral("uint4")},
    };
    return presets[preset];
}

FormatsPopup::FormatsPopup(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setObjectName(QStringLiteral("formatsPopup"));
    setAnchor(this, QStringLiteral("numbers.formats"));
    setProperty("role", "popup");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(makePresets());
    column->addWidget(makeFormats(), 1);
    column->addWidget(makeRules());
}

QWidget* FormatsPopup::makePresets() {
    auto* presets = new QWidget(this);
    auto* row = new QHBoxLayout(presets);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(caption(tr("Formats"), presets));
    row->addStretch(1);
    int preset = 0;
    for (const QString& text : {tr("Classic"), tr("LLM"), tr("8-bit floats"), tr("4-bit")}) {
        auto* button = new QPushButton(text, presets);
        button->setObjectName(QStringLiteral("preset%1").arg(preset));
        button->setProperty("role", "small");
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, preset] {
            NumberState next = m_state;
            next.formats = presetFormats(preset);
            send(next);
        });
        ++preset;
    }
    return presets;
}

QWidget* FormatsPopup::makeFormats() {
    auto* scroll = new QScrollArea(this);
    auto* list = new QWidget(scroll);
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 12, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    int at = 0;
    for (const NumberFormat& format : numberFormats()) {
        auto* check = new QCheckBox(nameOf(format), list);
        check->setObjectName(QStringLiteral("format-") + idOf(format));
        check->setToolTip(
            QString::fromLatin1(format.source.data(), qsizetype(format.source.size())));
        m_checks[idOf(format)] = check;
        grid->addWidget(check, at / formatColumns, at % formatColumns);
        connect(check, &QCheckBox::clicked, this, &FormatsPopup::takeFormats);
        ++at;
    }
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFixedHeight(280);
    scroll->setMinimumWidth(list->sizeHint().width() + 16);
    return scroll;
}

QWidget* FormatsPopup::makeRules() {
    auto* rules = new QWidget(this);
    m_rounding = new QComboBox(rules);
    m_rounding->setObjectName(QStringLiteral("rounding"));
    setAnchor(m_rounding, QStringLiteral("numbers.rounding"));
    for (const Rounding rounding : offeredRoundings) {
        m_rounding->addItem(roundingName(rounding));
    }
    m_seed = new NumberField(rules);
    m_seed->setObjectName(QStringLiteral("roundingSeed"));
    setAnchor(m_seed, QStringLiteral("numbers.seed"));
    m_seed->setAccessibleName(tr("Seed of stochastic rounding"));
    m_seed->setHint(tr("Each seed draws anew: up as often as the value is near the upper one"));
    m_seed->setLimits({0, mostSeed, true});
    m_overflow = new Segment({tr("As specified"), tr("Saturate")}, rules);
    m_overflow->setObjectName(QStringLiteral("overflow"));
    setAnchor(m_overflow, QStringLiteral("numbers.overflow"));
    m_scaleFloats = new QCheckBox(tr("Scale floats of 8 bits or fewer to |max| as well"), rules);
    m_scaleFloats->setObjectName(QStringLiteral("scaleFloats"));
    setAnchor(m_scaleFloats, QStringLiteral("numbers.scale_floats"));
    auto* grid = new QGridLayout(rules);
    grid->setContentsMargins(0, 0, 0, 0);
    auto* rounding = caption(tr("Rounding"), rules);
    rounding->setBuddy(m_rounding);
    grid->addWidget(rounding, 0, 0);
    grid->addWidget(m_rounding, 0, 1);
    auto* seed = caption(tr("Seed"), rules);
    seed->setBuddy(m_seed);
    auto* seedRow = new QHBoxLayout;
    seedRow->addWidget(seed);
    seedRow->addWidget(m_seed, 1);
    grid->addLayout(seedRow, 0, 2);
    grid->addWidget(caption(tr("Beyond the largest"), rules), 1, 0);
    grid->addWidget(m_overflow, 1, 1, 1, 2);
    grid->addWidget(m_scaleFloats, 2, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connectRules();
    return rules;
}

void FormatsPopup::connectRules() {
    connect(m_rounding, &QComboBox::activated, this, [this](int index) {
        NumberState next = m_state;
        next.rounding = offeredRoundings[index];
        send(next);
    });
    connect(m_seed, &NumberField::valueEntered, this, [this](double seed) {
        NumberState next = m_state;
        next.seed = static_cast<std::uint64_t>(seed);
        send(next);
    });
    connect(m_overflow, &Segment::chosen, this, [this](int index) {
        NumberState next = m_state;
        next.overflow = index == 1 ? Overflow::Saturate : Overflow::Specified;
        send(next);
    });
    connect(m_scaleFloats, &QCheckBox::clicked, this, [this](bool on) {
        NumberState next = m_state;
        next.scaleFloats = on;
        send(next);
    });
}

void FormatsPopup::show(const NumberState& state) {
    m_state = state;
    for (auto check = m_checks.cbegin(); check != m_checks.cend(); ++check) {
        check.value()->setChecked(state.formats.contains(check.key()));
    }
    int index = 0;
    for (const Rounding rounding : offeredRoundings) {
        if (rounding == state.rounding) {
            m_rounding->setCurrentIndex(index);
        }
        ++index;
    }
    m_seed->setValue(static_cast<double>(state.seed));
    m_seed->setEnabled(state.rounding == Rounding::Stochastic);
    m_overflow->setCurrent(state.overflow == Overflow::Saturate ? 1 : 0);
    m_scaleFloats->setChecked(state.scaleFloats);
}

void FormatsPopup::takeFormats() {
    NumberState next = m_state;
    next.formats.clear();
    for (const NumberFormat& format : numberFormats()) {
        if (m_checks[idOf(format)]->isChecked()) {
            next.formats << idOf(format);
        }
    }
    if (next.formats.isEmpty()) {
        show(m_state);  // a table without rows shows nothing: the last one stays
        return;
    }
    send(next);
}

void FormatsPopup::send(NumberState next) {
    if (!next.formats.contains(next.inspected)) {
        next.inspected = next.formats.first();
    }
    emit changed(next);
}

}  // namespace zeropoint::ui
