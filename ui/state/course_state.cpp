// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/course_state.h"

#include "core/course/placeholders.h"
#include "core/course/progress_store.h"
#include "ui/state/anchors.h"
#include "ui/state/course_files.h"
#include "ui/state/live_figures.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/undo_step.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QJsonDocument>
#include <QLocale>
#include <QTimer>

#include <algorithm>
#include <set>
#include <utility>

namespace zeropoint::ui {

using course::Lesson;
using course::LessonProgress;
using course::Step;

namespace {

constexpr int settleMilliseconds = 200;

std::int64_t now() {
    return QDateTime::currentSecsSinceEpoch();
}

QJsonValue fromJson(const std::string& json) {
    return QJsonDocument::fromJson("[" + QByteArray::fromStdString(json) + "]").array().at(0);
}

std::optional<course::Value> toValue(const QJsonValue& value) {
    if (value.isString()) {
        if (const auto number = numberFromJson(value)) {
            return course::Value(*number);
        }
        return course::Value(value.toString().toStdString());
    }
    if (value.isDouble()) {
        return course::Value(value.toDouble());
    }
    return value.isBool() ? std::optional<course::Value>(value.toBool() ? 1.0 : 0.0) : std::nullopt;
}

/// What a state does not name is as in a fresh workbench, on the pages that it names.
void makeFresh(WorkbenchValues& values, const QJsonObject& state, const WorkbenchValues& initial) {
    std::set<QString> pages;
    for (auto it = state.constBegin(); it != state.constEnd(); ++it) {
        pages.insert(it.key().section(QLatin1Char('.'), 0, 0));
    }
    pages.erase(QStringLiteral("window"));
    pages.erase(QStringLiteral("learn"));
    for (const Setting& setting : SettingsCatalogue::all()) {
        const QJsonValue value = setting.read(initial);
        if (pages.contains(pageOf(setting)) && !setting.derived && !value.isNull()) {
            (void)setting.write(values, value);  // one that is not refused: it stood there
        }
    }
    if (state.contains(QStringLiteral("calibrate.synthetic.kind"))) {
        values.synthetic.reset();
    }
}

}  // namespace

/// The learner's own state.
struct CourseState::Own {
    WorkbenchValues values;
    std::optional<Origin> origin;
};

CourseState::CourseState(Workbench& bench)
    : QObject(&bench),
      m_bench(bench),
      m_initial(std::make_unique<WorkbenchValues>(bench.values())),
      m_watcher(new QFileSystemWatcher(this)),
      m_settle(new QTimer(this)) {
    m_settle->setSingleShot(true);
    m_settle->setInterval(settleMilliseconds);
    connect(m_settle, &QTimer::timeout, this, &CourseState::reload);
    const auto settle = [this] { m_settle->start(); };
    connect(&bench, &Workbench::sourceChanged, this, [this] {
        if (!m_awaited.isEmpty()) {
            // After the pages have heard of it too.
            QTimer::singleShot(0, this, [this] { pointAt(std::exchange(m_awaited, {})); });
        }
    });
    connect(&bench, &Workbench::schemeChanged, this, &CourseState::forgetVerdict);
    connect(&bench, &Workbench::sampleChanged, this, &CourseState::forgetVerdict);
    connect(&bench.views().memoryQuestion, &ViewStateSignals::changed, this,
            &CourseState::forgetVerdict);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
}

CourseState::~CourseState() = default;

const course::Course& CourseState::course() {
    if (m_course == nullptr) {
        load();
    }
    return *m_course;
}

const course::Problems& CourseState::problems() {
    course();
    return m_problems;
}

void CourseState::load() {
    watchFolder();
    course::Loaded loaded = loadCourse(shippedCourseFiles(), courseLanguage());
    m_problems = std::move(loaded.problems);
    m_course = std::make_unique<course::Course>(std::move(loaded.course));
    if (m_folder.isEmpty()) {
        return;
    }
    const auto files = course::readCourseFiles(m_folder.toStdString());
    if (!files) {
        m_problems.push_back({files.error().where, 0, files.error().what, files.error().remedy});
        return;
    }
    course::Loaded own = loadCourse(*files, courseLanguage());
    m_course->shareResults(own.course);
    const course::Problems checked =
        checkCourse(own.course, workbenchNames(m_buttons), m_course.get());
    m_problems.insert(m_problems.end(), own.problems.begin(), own.problems.end());
    m_problems.insert(m_problems.end(), checked.begin(), checked.end());
    for (Lesson& lesson : own.course.lessons) {
        if (m_course->lesson(lesson.id) == nullptr) {
            m_course->lessons.push_back(std::move(lesson));
        } else {
            m_problems.push_back({lesson.file, 1,
                                  "The program has a lesson '" + lesson.id + "' already",
                                  "Give yours another id"});
        }
    }
    for (course::Term& term : own.course.glossary.terms) {
        if (m_course->glossary.find(term.id) == nullptr) {
            m_course->glossary.terms.push_back(std::move(term));
        }
    }
    m_course->misconceptions.insert(m_course->misconceptions.end(),
                                    own.course.misconceptions.begin(),
                                    own.course.misconceptions.end());
    std::move(own.course.decks.begin(), own.course.decks.end(),
              std::back_inserter(m_course->decks));
}

void CourseState::setFolder(const QString& folder) {
    if (folder == m_folder) {
        return;
    }
    m_folder = folder;
    if (m_course != nullptr) {
        reload();
    }
}

/// The running step goes on with its new words where it is still there.
void CourseState::reload() {
    const bool running = m_step != nullptr;
    const QString lesson = running ? QString::fromStdString(m_lesson->id) : QString();
    const QString step = running ? QString::fromStdString(m_step->id) : QString();
    m_lesson = nullptr;
    m_step = nullptr;
    m_verdict.reset();
    load();
    emit courseChanged();
    if (running && !begin(lesson, step) && !begin(lesson)) {
        emit stepChanged();
    }
}

void CourseState::watchFolder() {
    const QStringList watched = m_watcher->files() + m_watcher->directories();
    if (!watched.isEmpty()) {
        m_watcher->removePaths(watched);
    }
    const auto files = m_folder.isEmpty() ? Result<course::CourseFiles>()
                                          : course::readCourseFiles(m_folder.toStdString());
    if (m_folder.isEmpty() || !files) {
        return;
    }
    QStringList paths{m_folder};
    for (const auto& [path, file] : *files) {
        paths << QString::fromStdString(file.shown)
              << QString::fromStdString(file.shown).section(QLatin1Char('/'), 0, -2);
    }
    paths.removeDuplicates();
    m_watcher->addPaths(paths);
}

void CourseState::setRecord(std::shared_ptr<course::LessonRecord> record) {
    m_record = std::move(record);
    m_progressRead = false;
    emit progressChanged();
}

course::LessonRecord& CourseState::record() {
    if (m_record == nullptr) {
        auto memory = course::ProgressStore::inMemory();
        m_record = std::make_shared<course::ProgressStore>(std::move(memory.value()));
    }
    return *m_record;
}

const std::vector<LessonProgress>& CourseState::progress() {
    if (!m_progressRead) {
        m_progressRead = true;
        auto lessons = record().lessons();
        m_progress = lessons.value_or(std::vector<LessonProgress>());
        if (!lessons) {
            emit failed(lessons.error());
        }
    }
    return m_progress;
}

const LessonProgress* CourseState::progressOf(const std::string& lesson) {
    const auto& all = progress();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const LessonProgress& one) { return one.lesson == lesson; });
    return found == all.end() ? nullptr : &*found;
}

void CourseState::note(const Result<void>& written) {
    m_progressRead = false;
    if (!written) {
        emit failed(written.error());
    }
    emit progressChanged();
}

int CourseState::stepNumber() const {
    return m_step == nullptr ? -1 : int(m_step - m_lesson->steps.data());
}

bool CourseState::isFirst() const {
    return stepNumber() == 0;
}

bool CourseState::isLast() const {
    return m_lesson != nullptr && stepNumber() + 1 == int(m_lesson->steps.size());
}

Result<void> CourseState::begin(const QString& lessonId, const QString& stepId) {
    const Lesson* lesson = course().lesson(lessonId.toStdString());
    if (lesson == nullptr || lesson->steps.empty()) {
        return fail(ErrorCode::NotFound, "There is no such lesson", lessonId.toStdString(),
                    "The list on the Learn page has them all");
    }
    std::string wanted = stepId.toStdString();
    if (wanted.empty()) {
        const LessonProgress* left = progressOf(lesson->id);
        const bool unfinished = left != nullptr && left->done.size() < lesson->steps.size();
        wanted = unfinished ? left->step : std::string();
    }
    const Step* step = wanted.empty() ? nullptr : findStep(*lesson, wanted);
    if (step == nullptr && !stepId.isEmpty()) {
        return fail(ErrorCode::NotFound, "There is no such step", stepId.toStdString(),
                    "The lesson may have changed");
    }
    keepOwn();
    m_lesson = lesson;
    showStep(step != nullptr ? *step : lesson->steps.front());
    return {};
}

void CourseState::showStep(const Step& step) {
    m_step = &step;
    m_verdict.reset();
    m_seed = step.givens.draws.empty() ? 1 : m_seed + std::uint64_t(now());
    auto scope = scopeOf(*m_course, step, m_seed);
    if (!scope) {
        emit failed(scope.error());
    }
    m_scope = scope.value_or(course::Scope());
    m_scope.setDecimalPoint(QLocale().decimalPoint().toStdString());
    LearnView view = m_bench.views().learn.get();
    view.lesson = QString::fromStdString(m_lesson->id);
    view.step = QString::fromStdString(step.id);
    m_bench.views().learn.set(view);
    const QString title = tr("the step “%1”").arg(QString::fromStdString(step.title.text));
    if (const auto shown = show(step.place, m_scope, title); !shown) {
        emit failed(shown.error());
    }
    note(record().shown(m_lesson->id, step.id, now()));
    emit stepChanged();
}

void CourseState::noteStep(const Step& step) {
    note(record().finished(m_lesson->id, step.id, now()));
}

void CourseState::next() {
    if (m_step == nullptr) {
        return;
    }
    noteStep(*m_step);
    if (isLast()) {
        finish();
    } else {
        showStep(m_lesson->steps[std::size_t(stepNumber()) + 1]);
    }
}

/// The Learn page says what the lesson was for and what comes next.
void CourseState::finish() {
    LearnView view = m_bench.views().learn.get();
    view.lesson = QString::fromStdString(m_lesson->id);
    view.step.clear();
    leave();
    m_bench.views().learn.set(view);
    m_bench.views().window.set(&WindowView::page, QStringLiteral("learn"));
}

std::vector<const course::Card*> CourseState::cardsOf(const course::Lesson& lesson) {
    std::vector<const course::Card*> cards;
    for (const course::Deck& deck : course().decks) {
        for (const course::Card& card : deck.cards) {
            if (std::ranges::find(lesson.cards, card.id) != lesson.cards.end()) {
                cards.push_back(&card);
            }
        }
    }
    return cards;
}

void CourseState::askCard(const QString& id) {
    leave();
    emit cardRequested(id);
}

/// A verdict on what was done on the page is about what stood there: that has changed.
void CourseState::forgetVerdict() {
    const bool live = m_step != nullptr && m_step->question &&
                      m_step->question->kind == course::QuestionKind::Until;
    if (!live || !m_verdict || m_verdict->right || m_judged == nullptr) {
        return;
    }
    const WorkbenchValues values = m_bench.values();
    if (values.scheme != m_judged->scheme || values.synthetic != m_judged->synthetic ||
        values.sample != m_judged->sample || values.memoryQuestion != m_judged->memoryQuestion) {
        m_verdict.reset();
        emit answeredChanged();
    }
}

void CourseState::back() {
    if (m_step != nullptr && !isFirst()) {
        showStep(m_lesson->steps[std::size_t(stepNumber()) - 1]);
    }
}

void CourseState::leave() {
    if (m_step == nullptr) {
        return;
    }
    m_lesson = nullptr;
    m_step = nullptr;
    m_verdict.reset();
    m_awaited.clear();
    emit pointRequested({});
    emit stepChanged();
}

void CourseState::keepOwn() {
    if (m_own == nullptr) {
        m_own = std::make_unique<Own>(Own{m_bench.values(), m_bench.origin()});
    }
}

void CourseState::backToOwn() {
    if (m_own == nullptr) {
        return;
    }
    const std::unique_ptr<Own> own = std::move(m_own);
    WorkbenchValues values = own->values;
    values.learn = m_bench.values().learn;
    values.window.dark = m_bench.values().window.dark;
    leave();
    emit pointRequested({});
    m_bench.present(values, own->origin,
                    {values.window.page, QStringLiteral("learn.own"), tr("your own state")});
    emit progressChanged();
}

Result<void> CourseState::show(const course::Place& place, const course::Scope& scope,
                               const QString& title) {
    const auto settings = resolve(place.state, scope);
    if (!settings) {
        return tl::unexpected(settings.error());
    }
    QJsonObject state;
    for (const course::Setting& setting : *settings) {
        state.insert(QString::fromStdString(setting.name), fromJson(setting.json));
    }
    WorkbenchValues values = m_bench.values();
    const auto before = values.synthetic;
    makeFresh(values, state, *m_initial);
    if (const std::vector<Error> refused = SettingsCatalogue::write(values, state);
        !refused.empty()) {
        return tl::unexpected(refused.front());
    }
    const QString target = QString::fromStdString(place.target);
    if (findAnchorNamed(target) != nullptr || m_buttons.contains(target)) {
        values.window.page = target.section(QLatin1Char('.'), 0, 0);
    }
    keepOwn();
    std::optional<Origin> origin;
    if (values.synthetic && values.synthetic != before) {
        origin = *values.synthetic;
    }
    m_bench.present(values, origin, {values.window.page, QStringLiteral("learn.step"), title});
    pointAt(target);
    return {};
}

/// Pages build their controls anew for another tensor: a place is there when its tensor is.
void CourseState::pointAt(const QString& target) {
    const bool loading = m_bench.origin() && (m_bench.source() == nullptr ||
                                              *m_bench.origin() != m_bench.source()->origin);
    m_awaited = loading ? target : QString();
    if (!loading) {
        emit pointRequested(target);
    }
}

void CourseState::openTerm(const QString& id) {
    LearnView view = m_bench.views().learn.get();
    view.search.clear();
    view.entry = QStringLiteral("term/") + id;
    m_bench.views().learn.set(std::move(view));
    m_bench.views().window.set(&WindowView::page, QStringLiteral("learn"));
}

void CourseState::apply(const course::State& state) {
    const auto settings = resolve(state, m_scope);
    if (!settings) {
        emit failed(settings.error());
        return;
    }
    for (const course::Setting& setting : *settings) {
        const QString name = QString::fromStdString(setting.name);
        if (const auto set = m_bench.settings().set(name, fromJson(setting.json)); !set) {
            emit failed(set.error());
        }
    }
}

QString CourseState::text(const course::Words& words, const course::Scope& scope,
                          const std::string& except) {
    if (words.empty()) {
        return {};
    }
    // Terms first: a name that a figure fills in, "Code Llama", is none of them.
    const auto filled = fillIn(course().glossary.linked(words.text, except), scope);
    if (!filled) {
        emit failed(filled.error());
        return QString::fromStdString(words.text);
    }
    return QString::fromStdString(*filled);
}

course::Scope CourseState::liveScope() const {
    course::Scope scope = m_scope;
    scope.setLiveSettings([this](const std::string& name) {
        return toValue(m_bench.settings().value(QString::fromStdString(name)));
    });
    scope.setFigures([this](const std::string& name) -> std::optional<course::Value> {
        const auto figure = liveFigure(m_bench, QString::fromStdString(name));
        return figure ? std::optional<course::Value>(*figure) : std::nullopt;
    });
    return scope;
}

Result<course::Verdict> CourseState::answer(const course::Answer& answer, const QString& given) {
    if (m_step == nullptr || !m_step->question) {
        return fail(ErrorCode::InvalidArgument, "Nothing is asked");
    }
    const course::Question& question = *m_step->question;
    const bool live = question.kind == course::QuestionKind::Until;
    auto verdict = check(question, answer, live ? liveScope() : m_scope);
    if (!verdict) {
        emit failed(verdict.error());
        return verdict;
    }
    course::StepAnswer entry;
    entry.lesson = m_lesson->id;
    entry.step = m_step->id;
    entry.answer = verdict->answer;
    entry.misconception = verdict->misconception;
    entry.given = given.toStdString();
    entry.right = verdict->right;
    entry.at = now();
    note(record().answered(entry));
    m_verdict = *verdict;
    m_judged = live ? std::make_unique<WorkbenchValues>(m_bench.values()) : nullptr;
    if (!question.after.empty() && (verdict->right || !live)) {
        const QString title =
            tr("the answer of “%1”").arg(QString::fromStdString(m_step->title.text));
        const course::Place after{joined(m_step->place.state, question.after), m_step->place.target,
                                  0};
        if (const auto shown = show(after, m_scope, title); !shown) {
            emit failed(shown.error());
        }
    }
    emit answeredChanged();
    return verdict;
}

bool CourseState::answered() const {
    return m_step == nullptr || !m_step->question || m_verdict.has_value();
}

void CourseState::keepWritten(const QString& about, const QString& text,
                              const std::vector<int>& ticks) {
    note(record().wrote({about.toStdString(), text.toStdString(), ticks, now()}));
}

}  // namespace zeropoint::ui
