// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/top_bar.h"

#include "ui/actions/actions.h"
#include "ui/controls/anchor.h"
#include "ui/controls/icon.h"
#include "ui/main_window/chip.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/tensor_title.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace zeropoint::ui {
namespace {

/// More tensors than this are picked on the Calibrate page, not in a menu.
constexpr std::size_t longestMenu = 12;

QToolButton* iconButton(const QString& name, const QString& objectName) {
    auto* button = new QToolButton;
    button->setProperty("role", "icon");
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIconSize({18, 18});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

TopBar::TopBar(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_menu(new QMenu(this)),
      m_logo(iconButton(tr("Menu"), QStringLiteral("program_menu"))),
      m_source(new Chip(tr("Tensor"))),
      m_scheme(new Chip(tr("Scheme"))),
      m_light(iconButton(QString(), QStringLiteral("theme_light"))),
      m_dark(iconButton(QString(), QStringLiteral("theme_dark"))),
      m_coach(iconButton(QString(), QStringLiteral("coach_toggle"))) {
    setProperty("role", "bar");
    setFixedHeight(48);
    m_logo->setMenu(m_menu);
    m_logo->setPopupMode(QToolButton::InstantPopup);
    m_logo->setIconSize({26, 26});
    m_source->setObjectName(QStringLiteral("source_chip"));
    m_scheme->setObjectName(QStringLiteral("scheme_chip"));
    m_source->setMenu(new QMenu(m_source));
    m_scheme->setMenu(new QMenu(m_scheme));
    m_light->setCheckable(true);
    m_dark->setCheckable(true);
    setAnchor(m_coach, QStringLiteral("window.coach"));
    m_coach->setCheckable(true);

    auto* name = new QLabel(QStringLiteral("Zeropoint"));
    name->setFont(textFont(15, QFont::DemiBold));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 1);
    row->setSpacing(8);
    row->addWidget(m_logo);
    row->addSpacing(8);
    row->addWidget(name);
    row->addSpacing(20);
    row->addWidget(m_source);
    row->addWidget(m_scheme);
    row->addStretch();
    row->addWidget(buildThemes());
    row->addWidget(m_coach);

    connect(m_source->menu(), &QMenu::aboutToShow, this, &TopBar::fillSourceMenu);
    connect(m_scheme->menu(), &QMenu::aboutToShow, this, &TopBar::fillSchemeMenu);
    connect(&bench, &Workbench::sourceChanged, this, &TopBar::refresh);
    connect(&bench, &Workbench::schemeChanged, this, &TopBar::refresh);
    refresh();
    for (const auto& [button, icon] : {std::pair(m_logo, "zeropoint"), std::pair(m_light, "sun"),
                                       std::pair(m_dark, "moon"), std::pair(m_coach, "bulb")}) {
        setTintedIcon(button, icon, &Theme::text2, &Theme::text);
    }
    bindAction(m_light, bench, QStringLiteral("window.light_theme"));
    bindAction(m_dark, bench, QStringLiteral("window.dark_theme"));
    bindAction(m_coach, bench, QStringLiteral("window.toggle_coach"));
}

QWidget* TopBar::buildThemes() {
    auto* both = new QWidget;
    both->setAccessibleName(tr("Theme"));
    setAnchor(both, QStringLiteral("window.dark"));
    auto* group = new QButtonGroup(both);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QToolButton* button : {m_light, m_dark}) {
        group->addButton(button);
        row->addWidget(button);
    }
    return both;
}

void TopBar::setDark(bool dark) {
    (dark ? m_dark : m_light)->setChecked(true);
}

void TopBar::setCoachOpen(bool open) {
    m_coach->setChecked(open);
}

void TopBar::setCompact(bool compact) {
    m_source->setCompact(compact);
    m_scheme->setCompact(compact);
}

void TopBar::refresh() {
    if (m_bench.source()) {
        m_source->setContent(m_bench.source()->title(), m_bench.source()->detail());
    } else {
        m_source->setContent(tr("none yet"), QString());
    }
    m_scheme->setContent(formatName(QString::fromStdString(m_bench.scheme().format)),
                         schemeDetail(m_bench.scheme()));
}

void TopBar::fillSourceMenu() {
    QMenu* menu = m_source->menu();
    menu->clear();
    if (m_bench.file()) {
        const auto& tensors = m_bench.file()->tensors();
        for (std::size_t i = 0; i < qMin(tensors.size(), longestMenu); ++i) {
            menu->addAction(
                QStringLiteral("%1   %2").arg(tensorTitle(*m_bench.file(), i),
                                              QString::fromStdString(toString(tensors[i].shape))),
                this, [this, i] { m_bench.selectTensor(i); });
        }
        if (tensors.size() > longestMenu) {
            menu->addAction(tr("%1 more on the Calibrate page").arg(tensors.size() - longestMenu))
                ->setEnabled(false);
        }
        menu->addSeparator();
    }
    for (const SyntheticKind& kind : syntheticKinds()) {
        const std::string name(kind.name);
        menu->addAction(tr("Synthetic %1").arg(QString::fromStdString(name)), this, [this, name] {
            m_bench.setSynthetic(SyntheticSpec{name, {}});
        });
    }
    menu->addSeparator();
    menu->addAction(Actions::of(m_bench).menuAction(QStringLiteral("window.open")));
}

void TopBar::fillSchemeMenu() {
    struct Preset {
        const char* format;
        bool symmetric;
        Granularity granularity;
    };
    static constexpr Preset presets[] = {
        {"int8", true, Granularity::Tensor},   {"int8", true, Granularity::Channel},
        {"uint8", false, Granularity::Tensor}, {"int4", true, Granularity::Channel},
        {"int4", true, Granularity::Group},    {"fp8-e4m3", true, Granularity::Tensor},
        {"nf4", true, Granularity::Group},
    };
    QMenu* menu = m_scheme->menu();
    menu->clear();
    for (const Preset& preset : presets) {
        QuantScheme scheme;
        scheme.format = preset.format;
        scheme.symmetric = preset.symmetric;
        scheme.granularity = preset.granularity;
        menu->addAction(formatName(QString::fromLatin1(preset.format)) + QStringLiteral("   ") +
                            schemeDetail(scheme),
                        this, [this, scheme] { m_bench.setScheme(scheme); });
    }
}

}  // namespace zeropoint::ui
