// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/conventions_tab.h"

#include "core/scheme/format_settings.h"
#include "ui/controls/discard.h"
#include "ui/controls/how_known.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/theme/fonts.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

/// Forms in float32 may end a rounding away from ours; a thousandth of a step would be wrong.
constexpr double agreeingSteps = 1e-3;

QLabel* monoLabel(const std::string& text) {
    auto* label = new QLabel(QString::fromStdString(text));
    label->setFont(monoFont(11));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

ConventionsTab::ConventionsTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("The same quantizer elsewhere"), parent), m_grid(new QGridLayout) {
    setObjectName(QStringLiteral("conventions_tab"));
    auto* list = new QWidget;
    m_grid->setContentsMargins(0, 0, 8, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    auto* inside = new QVBoxLayout(list);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addLayout(m_grid);
    inside->addStretch(1);
    auto* scroll = new QScrollArea;
    m_list = scroll;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    column()->addWidget(scroll, 1);
}

void ConventionsTab::follow() {
    const QuantScheme scheme = bench().wholeScheme();
    const bool written = settingsOf(scheme.format).zeroPoint;
    showUnless(written ? QString()
                       : tr("Only integers are written as scale and zero point: choose INT in the "
                            "scheme."),
               {m_list});
    if (!written) {
        setHint({});  // nothing is tried
        return;
    }
    const QuantParams& params = bench().live().params;
    const CodeRange codes = codeRange(scheme);
    setHint(tr("scale %1, zero point %2, codes %3…%4 read back alike")
                .arg(formatNumber(params.scale, 6))
                .arg(params.zeroPoint)
                .arg(codes.qmin)
                .arg(codes.qmax),
            QStringLiteral("calibrate.convention"));
}

void ConventionsTab::work() {
    const QuantParams& params = bench().live().params;
    const QuantScheme scheme = bench().wholeScheme();
    if (m_params == params && m_scheme == scheme && !m_widgets.empty()) {
        return;
    }
    m_params = params;
    m_scheme = scheme;
    for (QWidget* widget : m_widgets) {
        discard(widget);
    }
    m_widgets.clear();
    int row = 0;
    for (const ConventionForm& form : conventionForms(params, scheme)) {
        addForm(form, row++);
    }
}

void ConventionsTab::addForm(const ConventionForm& form, int row) {
    const CodeRange codes = codeRange(m_scheme);
    const double difference = largestDifference(form, m_params, codes);
    const bool agrees = difference < agreeingSteps;
    auto* name = new QLabel(QString::fromUtf8(form.library.data(), qsizetype(form.library.size())));
    name->setProperty("role", "cardTitle");
    auto* lines = new QWidget;
    QLabel* text = monoLabel(form.text);
    QLabel* equation = monoLabel(form.equation);
    equation->setProperty("role", "dimMono");
    auto* two = new QVBoxLayout(lines);
    two->setContentsMargins(0, 0, 0, 0);
    two->setSpacing(0);
    two->addWidget(text);
    two->addWidget(equation);
    text->setObjectName(QStringLiteral("form_%1").arg(row));
    setHowKnown(lines, QStringLiteral("calibrate.convention"));
    for (QLabel* line : {text, equation}) {
        line->setWordWrap(true);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        line->setSizePolicy(policy);
    }
    const QString steps = formatNumber(difference, 2);
    const int many = steps == QLatin1String("1") ? 1 : 2;
    const bool sameCode = difference < 0.5;  // of another scale format, such as FP16
    auto* proof = new QLabel(agrees     ? tr("✓ %1 codes").arg(codes.qmax - codes.qmin + 1)
                             : sameCode ? tr("within %1 step(s)", nullptr, many).arg(steps)
                                        : tr("✗ off by %1 step(s)", nullptr, many).arg(steps));
    proof->setProperty("role", agrees ? "good" : sameCode ? "secondary" : "bad");
    proof->setObjectName(QStringLiteral("form_proof_%1").arg(row));
    setHowKnown(proof, QStringLiteral("calibrate.convention"));
    proof->setToolTip(
        tr("Reading back, the largest difference over all codes is %1 step(s). How a library "
           "rounds "
           "when it writes them is another matter: \"As in\" of the scheme follows it.",
           nullptr, many)
            .arg(steps));
    auto* copy = new QToolButton;
    copy->setText(tr("Copy"));
    copy->setProperty("role", "button");
    copy->setObjectName(QStringLiteral("form_copy_%1").arg(row));
    copy->setAccessibleName(tr("Copy the form of %1").arg(name->text()));
    connect(copy, &QToolButton::clicked, this, [text = QString::fromStdString(form.text)] {
        QGuiApplication::clipboard()->setText(text);
    });
    QWidget* const cells[] = {name, lines, proof, copy};
    for (int column = 0; column < static_cast<int>(std::size(cells)); ++column) {
        m_grid->addWidget(cells[column], row, column);
        m_widgets.push_back(cells[column]);
    }
}

}  // namespace zeropoint::ui
