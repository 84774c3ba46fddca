// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/look_up_card.h"

#include "core/course/search.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/markdown_label.h"
#include "ui/controls/scrolled.h"
#include "ui/state/course_state.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int entryRole = Qt::UserRole;  ///< as LearnView::entry names it
constexpr int entryHeight = 210;

QString kindOf(course::FoundKind kind) {
    return kind == course::FoundKind::Term   ? QStringLiteral("term")
           : kind == course::FoundKind::Step ? QStringLiteral("step")
                                             : QStringLiteral("card");
}

void addRow(QListWidget* list, const QString& text, const QString& kind, const std::string& id) {
    auto* item = new QListWidgetItem(text, list);
    item->setData(entryRole, QString(kind + QLatin1Char('/') + QString::fromStdString(id)));
}

}  // namespace

LookUpCard::LookUpCard(CourseState& course, ViewState<LearnView>& view, QWidget* parent)
    : QFrame(parent),
      m_course(course),
      m_view(view),
      m_caption(new QLabel),
      m_list(new QListWidget),
      m_entry(new QFrame),
      m_name(new QLabel),
      m_text(new MarkdownLabel),
      m_show(new QPushButton(tr("Show me"))) {
    setProperty("role", "card");
    m_caption->setProperty("role", "cardTitle");
    setHowKnown(m_caption, QStringLiteral("learn.found"));
    setHowKnown(m_text, QStringLiteral("learn.figures"), false);
    m_list->setObjectName(QStringLiteral("look_up_list"));
    m_list->setAccessibleName(tr("Glossary"));
    m_list->setSpacing(3);
    setAnchor(m_list, QStringLiteral("learn.entry"));
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_entry->setProperty("role", "inset");
    m_entry->setObjectName(QStringLiteral("look_up_entry"));
    m_name->setProperty("role", "cardTitle");
    m_name->setObjectName(QStringLiteral("look_up_name"));
    m_text->setObjectName(QStringLiteral("look_up_text"));
    m_show->setObjectName(QStringLiteral("look_up_show"));
    auto* words = new QWidget;
    auto* wordsColumn = new QVBoxLayout(words);
    wordsColumn->setContentsMargins(0, 0, 0, 0);
    wordsColumn->addWidget(m_text);
    wordsColumn->addStretch();
    auto* scroll = scrolled(words);
    auto* entry = new QVBoxLayout(m_entry);
    entry->setContentsMargins(12, 10, 12, 10);
    entry->addWidget(m_name);
    entry->addWidget(scroll, 1);
    entry->addWidget(m_show, 0, Qt::AlignLeft);
    m_entry->setFixedHeight(entryHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_list, 1);
    column->addWidget(m_entry);
    connect(m_list, &QListWidget::currentRowChanged, this, &LookUpCard::choose);
    connect(m_show, &QPushButton::clicked, this, &LookUpCard::showMe);
    connect(m_text, &QLabel::linkActivated, this, &LookUpCard::follow);
    connect(&view, &ViewStateSignals::changed, this, &LookUpCard::refresh);
    connect(&course, &CourseState::courseChanged, this, [this] {
        m_search.reset();
        refresh();
    });
    refresh();
}

void LookUpCard::takeFocus() {
    m_list->setFocus(Qt::TabFocusReason);
    if (m_list->currentRow() < 0) {
        m_list->setCurrentRow(0);
    }
}

void LookUpCard::refresh() {
    const bool known = m_search == m_view->search;
    if (known && m_view->entry == m_open) {
        return;
    }
    if (!known) {
        m_search = m_view->search;
        fill();
    }
    m_open = m_view->entry;
    m_kind = m_view->entry.section(QLatin1Char('/'), 0, 0);
    m_id = m_view->entry.section(QLatin1Char('/'), 1);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(entryRole).toString() == m_view->entry) {
            m_list->setCurrentRow(row);
        }
    }
    showEntry();
}

/// With what the search finds; without one, with the glossary.
void LookUpCard::fill() {
    m_list->clear();
    const course::Course& course = m_course.course();
    if (m_search->trimmed().isEmpty()) {
        auto terms = course.glossary.terms;
        std::stable_sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {
            return QString::fromStdString(a.name.text)
                       .compare(QString::fromStdString(b.name.text), Qt::CaseInsensitive) < 0;
        });
        for (const course::Term& term : terms) {
            addRow(m_list, QString::fromStdString(term.name.text), QStringLiteral("term"), term.id);
        }
        m_caption->setText(tr("Glossary, %n terms", nullptr, int(terms.size())));
        return;
    }
    const auto found = course::search(course, m_search->toStdString());
    for (const course::Found& one : found) {
        const QString title = QString::fromStdString(one.title);
        const QString row = one.kind == course::FoundKind::Term   ? title
                            : one.kind == course::FoundKind::Step ? tr("Step: %1").arg(title)
                                                                  : tr("Card: %1").arg(title);
        addRow(m_list, row, kindOf(one.kind), one.id);
    }
    m_caption->setText(found.empty() ? tr("Nothing is called so")
                                     : tr("%n found", nullptr, int(found.size())));
}

void LookUpCard::choose(int row) {
    if (const QListWidgetItem* item = m_list->item(row)) {
        m_view.set(&LearnView::entry, item->data(entryRole).toString());
    }
}

/// Nothing where none is chosen, or where the course does not have it.
void LookUpCard::showEntry() {
    m_entry->setVisible(m_kind == QLatin1String("term")   ? showTerm()
                        : m_kind == QLatin1String("step") ? showStep()
                        : m_kind == QLatin1String("card") ? showCard()
                                                          : false);
}

bool LookUpCard::showTerm() {
    const course::Course& course = m_course.course();
    const course::Term* term = course.glossary.find(m_id.toStdString());
    const auto scope = term != nullptr ? scopeOf(course, *term) : Result<course::Scope>();
    if (term == nullptr || !scope) {
        return false;
    }
    QStringList also;
    for (const std::string& name : term->also) {
        also << QString::fromStdString(name);
    }
    m_name->setText(QString::fromStdString(term->name.text));
    m_text->setMarkdown(m_course.text(term->text, *scope, term->id) +
                        (also.isEmpty() ? QString()
                                        : QStringLiteral("\n\n") +
                                              tr("Also: %1").arg(also.join(QStringLiteral(", ")))));
    m_show->setText(tr("Show me"));
    m_show->setVisible(!term->show.empty());
    return true;
}

bool LookUpCard::showStep() {
    const course::Course& course = m_course.course();
    const course::Step* step = course.step(m_id.toStdString());
    const auto scope = step != nullptr ? scopeOf(course, *step) : Result<course::Scope>();
    if (step == nullptr || !scope) {
        return false;
    }
    m_name->setText(plainOfMarkdown(m_course.text(step->title, *scope)));
    m_text->setMarkdown(m_course.text(step->text, *scope));
    m_show->setText(tr("Go to the step"));
    m_show->show();
    return true;
}

bool LookUpCard::showCard() {
    const course::Course& course = m_course.course();
    const course::Card* card = course.card(m_id.toStdString());
    const auto scope = card != nullptr ? scopeOf(course, *card) : Result<course::Scope>();
    if (card == nullptr || !scope) {
        return false;
    }
    m_name->setText(tr("Interview card"));
    m_text->setMarkdown(m_course.text(card->question, *scope));
    m_show->setText(tr("Open it"));
    m_show->show();
    return true;
}

void LookUpCard::showMe() {
    if (m_kind == QLatin1String("step")) {
        (void)m_course.begin(m_id.section(QLatin1Char('/'), 0, 0),
                             m_id.section(QLatin1Char('/'), 1));
        return;
    }
    if (m_kind == QLatin1String("card")) {
        emit cardChosen(m_id);
        return;
    }
    const course::Term* term = m_course.course().glossary.find(m_id.toStdString());
    const auto scope =
        term != nullptr ? scopeOf(m_course.course(), *term) : Result<course::Scope>();
    if (term == nullptr || !scope) {
        return;
    }
    const QString title = tr("the term “%1”").arg(QString::fromStdString(term->name.text));
    if (const auto shown = m_course.show(term->show, *scope, title); !shown) {
        m_course.report(shown.error());
    }
}

void LookUpCard::follow(const QString& link) {
    const QString to = link.section(QLatin1Char(':'), 1);
    if (link.startsWith(QLatin1String("term:"))) {
        m_course.openTerm(to);
    } else if (link.startsWith(QLatin1String("lesson:"))) {
        (void)m_course.begin(to.section(QLatin1Char('/'), 0, 0), to.section(QLatin1Char('/'), 1));
    }
}

}  // namespace zeropoint::ui
