// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "ui/actions/actions.h"
#include "ui/actions/guide.h"
#include "ui/actions/palette.h"
#include "ui/actions/palette_sections.h"
#include "ui/controls/anchor.h"
#include "ui/controls/fit_screen.h"
#include "ui/controls/float_over.h"
#include "ui/controls/focus_frame.h"
#include "ui/controls/how_known.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/term_tips.h"
#include "ui/controls/wheel_guard.h"
#include "ui/main_window/banner.h"
#include "ui/main_window/close_question.h"
#include "ui/main_window/coach_panel.h"
#include "ui/main_window/documents.h"
#include "ui/main_window/drop_hint.h"
#include "ui/main_window/exports.h"
#include "ui/main_window/job_strip.h"
#include "ui/main_window/lesson_overlay.h"
#include "ui/main_window/lesson_pictures.h"
#include "ui/main_window/passing_ring.h"
#include "ui/main_window/rail.h"
#include "ui/main_window/regions.h"
#include "ui/main_window/start_again.h"
#include "ui/main_window/status_bar.h"
#include "ui/main_window/top_bar.h"
#include "ui/main_window/window_actions.h"
#include "ui/state/anchors.h"
#include "ui/state/autosave.h"
#include "ui/state/course_state.h"
#include "ui/state/interview/interview.h"
#include "ui/state/open_files.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/text/plain_labels.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int narrowWidth = 1280;     ///< below: icons alone in the rail, compact chips
constexpr int coachFromWidth = 1600;  ///< from here on the coach starts open
constexpr int summaryMilliseconds =
    80;                          ///< the coach speaks when the hand pauses, not at each step
constexpr int leastWidth = 800;  ///< a screen of 1080 lines at scale 2 has 960x540
constexpr int leastHeight = 480;
constexpr int bannerMargin = 12;
constexpr int firstWidth = 1440;
constexpr int firstHeight = 900;
const QString geometryKey = QStringLiteral("windowGeometry");
const QString pageKey = QStringLiteral("page");
const QString lessonsKey = QStringLiteral("lessonsFolder");
const QString coachKey = QStringLiteral("coachOpen");

/// Pages fill the height that there is; the one that texts would like for their width is a wish, to
/// which an area that scrolls would stretch them.
class PageStack : public LazyStack {
public:
    bool hasHeightForWidth() const override { return false; }
};

/// The first of what is dragged here; empty for an address that is no file of this machine.
QString droppedFile(const QMimeData& data) {
    const QString file = data.urls().value(0).toLocalFile();
    return file.endsWith(QLatin1Char('/')) ? file.chopped(1) : file;
}

}  // namespace

MainWindow::MainWindow(Workbench& bench, Use use)
    : m_bench(bench),
      m_pages(pageList()),
      m_actions(std::make_unique<Actions>(bench, this, allActions(m_pages))),
      m_guide(std::make_unique<Guide>(bench, this,
                                      [this](const QString& anchor) { return bringUp(anchor); })),
      m_session(new Session(bench)),
      m_documents(new Documents(bench, *m_session, this)),
      m_topBar(new TopBar(bench)),
      m_rail(new Rail(m_pages, bench)),
      m_stack(new PageStack),
      m_coach(new CoachPanel),
      m_banner(new Banner),
      m_status(new StatusBar(bench)),
      m_summaryRest(new QTimer(this)),
      m_lesson(new LessonOverlay(*this, *m_guide, bench.course())),
      m_ring(new PassingRing(*m_guide, *this)),
      m_dropHint(new DropHint(this)),
      m_startAgain(new StartAgain(bench, *m_session, *m_banner, this)),
      m_dark(bench.views().window->dark) {
    setWindowTitle(QStringLiteral("Zeropoint"));
    setMinimumSize(withinScreen(*this, {leastWidth, leastHeight}));
    setAcceptDrops(true);
    qApp->installEventFilter(new PlainLabels(this));
    qApp->installEventFilter(new WheelGuard(this));
    qApp->installEventFilter(new TermTips(bench.course(), this));
    qApp->installEventFilter(new HowKnown(this));
    new FocusFrame(this);

    new OpenFiles(bench, this);
    new LessonPictures(bench);
    setCentralWidget(buildBody());
    for (const PageEntry& entry : m_pages) {
        m_stack->add([this, &entry] { return buildPage(entry); });
    }
    m_summaryRest->setSingleShot(true);
    m_summaryRest->setInterval(summaryMilliseconds);
    connectSignals();
    if (use == Use::Screen) {
        connectState();
    } else {
        connect(&bench.views().window, &ViewStateSignals::changed, this,
                [this] { showPageById(m_bench.views().window->page); });
    }
    buildMenu();
    m_topBar->setDark(m_dark);
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::buildBody() {
    auto* centre = new QVBoxLayout;
    centre->setSpacing(0);
    // In a window that is smaller than a page the page scrolls.
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("page_scroll"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    scroll->setWidget(page);
    centre->addWidget(scroll, 1);
    new FloatOver(m_banner, scroll, Qt::BottomEdge,
                  {bannerMargin, bannerMargin, bannerMargin, bannerMargin});
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(centre, 1);
    m_coach->setHome(middle, scroll);
    auto* body = new QWidget;
    m_banner->setParent(body);  // over the page: what it says moves nothing
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    for (QWidget* region : {static_cast<QWidget*>(m_topBar), static_cast<QWidget*>(m_rail),
                            static_cast<QWidget*>(m_stack), static_cast<QWidget*>(m_coach),
                            static_cast<QWidget*>(m_status)}) {
        markRegion(region);
    }
    return body;
}

Page* MainWindow::buildPage(const PageEntry& entry) {
    Page* page = entry.create(m_bench, m_stack);
    page->setObjectName(QStringLiteral("page_") + entry.id);
    connect(page, &Page::summaryChanged, m_summaryRest, qOverload<>(&QTimer::start));
    connect(page, &Page::openRequested, m_documents, &Documents::choose);
    connect(page, &Page::pageRequested, this, &MainWindow::showPageById);
    return page;
}

void MainWindow::connectSignals() {
    connect(m_summaryRest, &QTimer::timeout, this, &MainWindow::refreshSummary);
    connect(m_coach, &CoachPanel::closed, this, [this] { setCoachOpen(false); });
    connect(m_coach, &CoachPanel::tried, this,
            [this](const QString& setting, const QJsonValue& value) {
                if (const Result<void> set = m_bench.settings().set(setting, value); !set) {
                    m_banner->showError(set.error());
                }
            });
    connect(m_actions.get(), &Actions::pageWanted, this, &MainWindow::showPageById);
    connect(&m_bench, &Workbench::failed, m_banner, &Banner::showError);
    connect(m_documents, &Documents::failed, m_banner, &Banner::showError);
    connect(&m_bench, &Workbench::noticed, m_banner, &Banner::showText);
    connect(&m_bench, &Workbench::overLimit, this, &MainWindow::offerToRaiseLimit);
    connect(&m_bench, &Workbench::sourceChanged, this, [this] {
        // The first one is what every start shows: it answers nothing.
        if (std::exchange(m_showsTensor, true)) {
            m_banner->pass();
        }
    });
    connect(&m_bench, &Workbench::pageConcerned, this, &MainWindow::showPageById);
    const Interview* interview = &m_bench.interview();
    connect(interview, &Interview::standingChanged, this, [this, interview] {
        m_rail->setBadge(QStringLiteral("interview"), interview->dueToday());
    });
    m_bench.course().setButtons(buttonNames(m_actions->all()));
    connect(&m_bench.undoStack(), &QUndoStack::indexChanged, m_ring, &PassingRing::end);
    connect(&m_bench.views().window, &ViewStateSignals::changed, m_ring, &PassingRing::end);
    connect(&m_bench.course(), &CourseState::cardRequested, this, [this](const QString& card) {
        showPageById(QStringLiteral("interview"));  // which reads the decks
        m_bench.interview().ask(card);
    });
    connect(&m_bench.course(), &CourseState::failed, m_banner, &Banner::showError);
    connect(m_session, &Session::problems, m_banner, &Banner::showProblems);
    connect(m_startAgain, &StartAgain::accepted, this, &QWidget::close);
}

void MainWindow::connectState() {
    connect(&m_bench.views().window, &ViewStateSignals::changed, this, &MainWindow::follow);
    connect(&m_bench.course(), &CourseState::pointRequested, this, &MainWindow::pointForLesson);
}

void MainWindow::buildMenu() {
    QMenu* menu = m_topBar->programMenu();
    const auto add = [&](std::initializer_list<const char*> names) {
        for (const char* name : names) {
            menu->addAction(m_actions->menuAction(QString::fromLatin1(name)));
        }
    };
    add({"window.open", "calibrate.open_folder"});
    QMenu* recent = menu->addMenu(tr("Open recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { m_documents->fillRecent(recent); });
    add({"window.export_tensor", "window.export_model", "window.export_run",
         "window.export_adapters"});
    add({"window.save_session", "window.copy_settings", "window.paste_settings"});
    menu->addSeparator();
    add({"window.undo", "window.redo"});
    menu->addSeparator();
    add({"window.palette", "window.keys"});
    menu->addSeparator();
    add({"window.quit"});
}

void MainWindow::showPage(int index) {
    if (index < 0 || index >= m_stack->views()) {
        return;
    }
    m_bench.views().window.set(&WindowView::page, m_pages[static_cast<std::size_t>(index)].id);
    if (index != m_stack->shown()) {
        m_stack->showView(index);
        m_rail->setCurrent(index);
        m_actions->setPage(m_pages[static_cast<std::size_t>(index)].id, m_stack->currentWidget());
    }
    m_stack->currentWidget()->setFocus();  // the page's own keys work at once
    refreshSummary();
}

/// What the state says of the window: its page, the theme, the Coach.
void MainWindow::follow() {
    const WindowView& view = m_bench.views().window.get();
    if (view.dark != m_dark) {
        setDark(view.dark);
    }
    m_startAgain->follow();
    const int shown = m_stack->shown();
    if (shown >= 0 && m_pages[static_cast<std::size_t>(shown)].id != view.page) {
        showPageById(view.page);
    }
    arrange();
}

void MainWindow::showPageById(const QString& id) {
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].id == id) {
            showPage(static_cast<int>(i));
        }
    }
}

void MainWindow::setDark(bool dark) {
    m_dark = dark;
    m_bench.views().window.set(&WindowView::dark, dark);
    applyTheme(*qApp, dark ? darkTheme() : lightTheme());
    m_topBar->setDark(dark);
    QSettings().setValue(QStringLiteral("dark"), dark);
}

void MainWindow::setCoachOpen(bool open) {
    m_bench.views().window.set(&WindowView::coach, open);
}

bool MainWindow::coachOpen() const {
    return m_bench.views().window->coach.value_or(width() >= coachFromWidth);
}

void MainWindow::openFile(const QString& path) {
    m_documents->open(path);
}

void MainWindow::restoreLastTime() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(geometryKey).toByteArray())) {
        resize(withinScreen(*this, {firstWidth, firstHeight}));
    }
    // Drawn larger, or on another screen, it may be too large for what there is now.
    resize(withinScreen(*this, size()));
    if (settings.contains(coachKey)) {
        m_bench.views().window.set(&WindowView::coach, settings.value(coachKey).toBool());
    }
    m_bench.course().setFolder(settings.value(lessonsKey).toString());
    showPageById(settings.value(pageKey, m_bench.views().window->page).toString());
}

void MainWindow::rememberThisTime() const {
    QSettings settings;
    const WindowView& view = m_bench.views().window.get();
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(pageKey, view.page);
    settings.setValue(lessonsKey, m_bench.course().folder());
    if (view.coach) {
        settings.setValue(coachKey, *view.coach);
    }
}

void MainWindow::offerToRecover(Autosave& autosave) {
    const QString left = autosave.left();
    if (left.isEmpty()) {
        return;
    }
    m_banner->showText(
        tr("The program ended last time without being closed. What was on the "
           "screen was kept."));
    m_banner->offer(tr("Open it again"), tr("The settings and files of that session"),
                    [this, left, &autosave] {
                        if (const Result<void> opened = m_session->openFile(left); !opened) {
                            m_banner->showError(opened.error());
                        } else {
                            autosave.takeLeft();
                        }
                    });
}

void MainWindow::openPalette(const QString& section) {
    for (Palette* open : findChildren<Palette*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (open->isVisible()) {
            open->leave();
            return;
        }
    }
    std::vector<PaletteSection> sections = commonSections(m_bench);
    for (const PageEntry& page : m_pages) {
        if (page.sections != nullptr) {
            std::ranges::move(page.sections(m_bench), std::back_inserter(sections));
        }
    }
    if (!section.isEmpty()) {
        std::erase_if(sections, [&](const PaletteSection& one) { return one.name != section; });
    }
    const QString placeholder =
        section.isEmpty() ? tr("Find an action, a setting, a tensor, a run…") : tr("Find…");
    new Palette(this, std::move(sections), placeholder);
}

Result<void> MainWindow::pointAt(const QString& name) {
    if (name.isEmpty()) {
        m_guide->clear();
        return {};
    }
    return m_guide->pointAt(name);
}

Result<QWidget*> MainWindow::bringUp(const QString& name) {
    const Anchor* anchor = findAnchorNamed(name);
    const Action* action = m_actions->find(name);
    if (anchor == nullptr && (action == nullptr || !action->button)) {
        return fail(ErrorCode::NotFound, "There is no such place in the window", name.toStdString(),
                    "zeropoint --list anchors names them all");
    }
    showPageById(anchor != nullptr ? anchor->page : pageOf(*action));
    for (const auto& [setting, value] : bringOf(name)) {
        if (Result<void> brought = m_bench.settings().set(setting, value); !brought) {
            return tl::unexpected(brought.error());
        }
    }
    QWidget* widget = findAnchor(this, name);
    if (widget == nullptr || !widget->isVisible()) {
        return fail(ErrorCode::NotFound, "Nothing shows this setting now", name.toStdString(),
                    "It does not apply to what is chosen");
    }
    return widget;
}

void MainWindow::pointForLesson(const QString& anchor) {
    if (const Result<void> pointed = pointAt(anchor); !pointed) {
        m_banner->showError(pointed.error());
    }
    m_lesson->setTarget(anchor.isEmpty() ? nullptr : findAnchor(this, anchor));
    // Of a card or a term: nobody else takes it away.
    m_ring->setOn(m_bench.course().step() == nullptr && !anchor.isEmpty());
}

void MainWindow::refreshSummary() {
    if (Page* page = currentPage()) {
        if (coachOpen()) {
            CoachText text = page->coachText();
            if (!text.next.setting.isEmpty() &&
                m_bench.settings().value(text.next.setting) == text.next.value) {
                text.next = {};  // that is so already: there is nothing to try
            }
            m_coach->setText(text);
        }
        m_status->setTexts(page->statusTexts());
    }
}

/// What would be lost is asked about first, without holding the program up.
void MainWindow::closeEvent(QCloseEvent* event) {
    const auto* exports = findChild<Exports*>();
    const QStringList lost =
        m_closing ? QStringList()
                  : lostByClosing(m_bench, exports != nullptr ? exports->waiting() : QStringList());
    event->setAccepted(lost.isEmpty());
    const bool again = m_startAgain->wanted();
    if (!lost.isEmpty()) {
        if (again) {
            m_startAgain->putOff();
        }
        if (findChild<QWidget*>(QStringLiteral("close_question")) == nullptr) {
            askToClose(lost, this, [this, again] {
                m_closing = true;
                if (again) {
                    m_startAgain->setWanted();
                }
                close();
            });
        }
    } else if (again && !m_startAgain->keep()) {
        event->ignore();
        m_closing = false;
    }
}

void MainWindow::offerToRaiseLimit(const QString& path, quint64 needed) {
    m_banner->offer(
        tr("Raise the limit and open"),
        tr("One of its packed arrays says that it takes %1. Only do this if you trust the file.")
            .arg(formatBytes(needed)),
        [this, path, needed] { m_bench.openFile(path, {needed}); });
}

bool MainWindow::startsAgain() const {
    return m_startAgain->wanted();
}

Page* MainWindow::currentPage() const {
    return qobject_cast<Page*>(m_stack->currentWidget());
}

void MainWindow::arrange() {
    const bool narrow = width() < narrowWidth;
    m_rail->setNarrow(narrow);
    m_topBar->setCompact(narrow);
    const bool open = coachOpen();
    const bool opens = open && !m_coach->isVisible();
    m_coach->setFloating(narrow);
    m_coach->setVisible(open);
    if (opens) {
        refreshSummary();
    }
    m_topBar->setCoachOpen(open);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    arrange();
}

/// What no widget took: single keys of actions, and the Escape that asks about a job.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        for (JobStrip* strip : findChildren<JobStrip*>()) {
            strip->escape();
        }
    }
    if (m_lesson->blocking() || !m_actions->takeKey(*event)) {
        QMainWindow::keyPressEvent(event);
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QString file = droppedFile(*event->mimeData());
    if (!file.isEmpty()) {
        event->acceptProposedAction();
        m_dropHint->showFor(QFileInfo(file).fileName());
    }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* event) {
    m_dropHint->hide();
    QMainWindow::dragLeaveEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_dropHint->hide();
    const QString file = droppedFile(*event->mimeData());
    if (!file.isEmpty()) {
        event->acceptProposedAction();
        openFile(file);
    }
}

}  // namespace zeropoint::ui
