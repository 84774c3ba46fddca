// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/numbers_page.h"

#include "ui/controls/anchor.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/notice.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/pages/numbers/blocks/blocks_view.h"
#include "ui/pages/numbers/blocks/scale_entry.h"
#include "ui/pages/numbers/codes/codes_view.h"
#include "ui/pages/numbers/codes/nf4_view.h"
#include "ui/pages/numbers/facts/row_facts.h"
#include "ui/pages/numbers/numbers_coach.h"
#include "ui/pages/numbers/range/range_view.h"
#include "ui/pages/numbers/value/example_buttons.h"
#include "ui/pages/numbers/value/value_entry.h"
#include "ui/pages/numbers/value/value_view.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int oneLineHeadWidth = 1000;

}  // namespace

NumbersPage::NumbersPage(Workbench& workbench, QWidget* parent)
    : Page(parent), m_workbench(workbench), m_stack(new LazyStack) {
    setObjectName(QStringLiteral("numbersPage"));
    auto* content = new QWidget;
    content->installEventFilter(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(10);
    column->addWidget(makeHead());
    m_error = new Notice(this);
    m_error->setObjectName(QStringLiteral("valueError"));
    m_error->floatOver(m_stack);
    column->addWidget(m_stack, 1);
    addView<ValueView>();
    addView<CodesView>();
    addView<RangeView>();
    addView<BlocksView>();
    addView<Nf4View>();
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connectSignals();
    arrangeHead();
    refresh();
    setFocusProxy(m_entry->field());
    m_entry->field()->setFocus();
}

QWidget* NumbersPage::makeHead() {
    auto* head = new QWidget(this);
    m_title = makeTitle();
    m_entry = new ValueEntry(head);
    m_examples = new ExampleButtons(head);
    m_scale = new ScaleEntry(head);
    m_head = new QGridLayout(head);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setHorizontalSpacing(12);
    m_head->setVerticalSpacing(8);
    return head;
}

QWidget* NumbersPage::makeTitle() {
    auto* box = new QWidget(this);
    auto* title = new QLabel(tr("Numbers"), box);
    title->setProperty("role", "pageTitle");
    m_views = new Segment({tr("Value"), tr("Codes"), tr("Range"), tr("Blocks"), tr("NF4")}, box);
    m_views->setObjectName(QStringLiteral("numberViews"));
    m_views->setAccessibleName(tr("What to look at"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(m_views, 0, Qt::AlignLeft);
    return box;
}

void NumbersPage::arrangeHead() {
    for (QWidget* part : {m_title, static_cast<QWidget*>(m_entry),
                          static_cast<QWidget*>(m_examples), static_cast<QWidget*>(m_scale)}) {
        m_head->removeWidget(part);
    }
    if (m_narrow) {
        m_title->setFixedWidth(QWIDGETSIZE_MAX);
        m_title->setMinimumWidth(0);
        m_head->addWidget(m_title, 0, 0, 1, 3);
        m_head->addWidget(m_scale, 0, 3, Qt::AlignRight | Qt::AlignVCenter);
        m_head->addWidget(m_entry, 1, 0);
        m_head->addWidget(m_examples, 1, 1, 1, 3, Qt::AlignLeft | Qt::AlignVCenter);
    } else {
        m_title->setFixedWidth(246);
        m_head->addWidget(m_title, 0, 0);
        m_head->addWidget(m_entry, 0, 1);
        m_head->addWidget(m_examples, 0, 2, Qt::AlignLeft | Qt::AlignVCenter);
        m_head->addWidget(m_scale, 0, 3, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_head->setColumnStretch(2, 1);
}

template <typename View>
void NumbersPage::addView() {
    m_stack->add([this] {
        auto* view = new View(m_workbench);
        connectView(view);
        return view;
    });
}

void NumbersPage::connectView(NumberView* view) {
    connect(view, &NumberView::gestureStarted, this, [this] { m_drag = m_workbench.newGesture(); });
    connect(view, &NumberView::dragged, this,
            [this](const NumberState& state) { m_workbench.setNumber(state, m_drag); });
    connect(view, &NumberView::changed, this,
            [this](const NumberState& state) { m_workbench.setNumber(state); });
}

void NumbersPage::connectSignals() {
    connect(&m_workbench, &Workbench::numberChanged, this, &NumbersPage::refresh);
    connect(&m_workbench.views().numbers, &ViewStateSignals::changed, this, &NumbersPage::look);
    bindSetting(m_views, m_workbench.settings(), QStringLiteral("numbers.tab"));
    setAnchor(m_entry, QStringLiteral("numbers.value"));
    setAnchor(m_scale, QStringLiteral("numbers.abs_max"));
    connect(m_entry, &ValueEntry::refused, m_error, &Notice::setText);
    connect(m_entry, &ValueEntry::entered, this, &NumbersPage::takeNumber);
    connect(m_entry->field(), &QLineEdit::editingFinished, this, [this] { m_typing = 0; });
    connect(m_examples, &ExampleButtons::picked, this, [this](double value) {
        m_workbench.setNumber(withValue(m_workbench.number(), value));
    });
    connect(m_scale, &ScaleEntry::refused, m_error, &Notice::setText);
    connect(m_scale, &ScaleEntry::entered, this, [this](double absMax) {
        NumberState next = m_workbench.number();
        next.absMax = absMax;
        m_workbench.setNumber(next);
    });
}

void NumbersPage::takeNumber(const ParsedNumber& number) {
    if (m_typing == 0) {
        m_typing = m_workbench.newGesture();
    }
    const NumberState& state = m_workbench.number();
    const NumberFormat& format = numberFormat(state.inspected.toStdString());
    m_workbench.setNumber(
        number.code ? withCode(state, format, *number.code) : withValue(state, number.value),
        m_typing);
}

void NumbersPage::refresh() {
    const NumberState& state = m_workbench.number();
    m_entry->show(state);
    m_examples->setValue(state.value);
    m_scale->setAbsMax(state.absMax);
    look();
    emit summaryChanged();
}

QStringList NumbersPage::viewNames() const {
    return {QStringLiteral("codes"), QStringLiteral("range"), QStringLiteral("blocks"),
            QStringLiteral("nf4")};
}

void NumbersPage::showView(int index) {
    m_workbench.views().numbers.set(&NumbersView::tab, index);
}

/// Brings the view up that is looked at; hidden ones catch up when their turn comes.
void NumbersPage::look() {
    const int index = m_workbench.views().numbers->tab;
    m_stack->showView(index);
    static_cast<NumberView*>(m_stack->view(index))->show(m_workbench.number());
    // A hidden view keeps its size out of the page, so that the page is as tall as what it shows.
    for (int i = 0; i < m_stack->views(); ++i) {
        if (QWidget* view = m_stack->view(i)) {
            view->setSizePolicy(QSizePolicy::Expanding,
                                i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        }
    }
}

CoachText NumbersPage::coachText() const {
    return numbersCoach(m_workbench.number());
}

QStringList NumbersPage::statusTexts() const {
    const NumberState& state = m_workbench.number();
    return {state.rounding == Rounding::NearestEven ? tr("Ties round to even")
                                                    : roundingName(state.rounding)};
}

bool NumbersPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return Page::eventFilter(watched, event);
    }
    // Before the scroll area sees it, which would scroll.
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool vertical = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (!vertical || key->modifiers() != Qt::AltModifier) {
        return Page::eventFilter(watched, event);
    }
    m_workbench.setNumber(withStep(m_workbench.number(), key->key() == Qt::Key_Up ? 1 : -1));
    return true;
}

void NumbersPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool narrow = width() < oneLineHeadWidth;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        arrangeHead();
    }
}

}  // namespace zeropoint::ui
