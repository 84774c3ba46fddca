// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "ui/controls/anchor.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/wheel_guard.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/close_question.h"
#include "ui/main_window/coach_panel.h"
#include "ui/main_window/job_strip.h"
#include "ui/main_window/lesson_overlay.h"
#include "ui/main_window/rail.h"
#include "ui/main_window/spotlight.h"
#include "ui/main_window/top_bar.h"
#include "ui/state/anchors.h"
#include "ui/state/autosave.h"
#include "ui/state/course_state.h"
#include "ui/state/layer_study.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/plain_labels.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int narrowWidth = 1280;     ///< below: icons alone in the rail, compact chips
constexpr int coachFromWidth = 1600;  ///< from here on the coach starts open
constexpr int summaryMilliseconds =
    80;  ///< the coach speaks when the hand pauses, not at each step
constexpr int recentFiles = 8;
constexpr int longestList = 3;  ///< of problems in the banner
constexpr int firstWidth = 1440;
constexpr int firstHeight = 900;
const QString recentKey = QStringLiteral("recentFiles");
const QString geometryKey = QStringLiteral("windowGeometry");
const QString pageKey = QStringLiteral("page");
const QString coachKey = QStringLiteral("coachOpen");
const QString sessionEnding = QStringLiteral(".zpw");

QFrame* statusFrame(Workbench& bench, QLabel* status) {
    auto* frame = new QFrame;
    frame->setProperty("role", "statusBar");
    frame->setFixedHeight(32);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(24);
    // The first strip is that of short jobs; each runner that can work beside it has its own.
    row->addWidget(new JobStrip(bench.jobs()));
    const std::pair<JobRunner&, QString> others[] = {
        {bench.training().jobs(), QStringLiteral("training_strip")},
        {bench.tradeOff().jobs(), QStringLiteral("experiment_strip")},
        {bench.tradeOff().study().jobs(), QStringLiteral("study_strip")},
    };
    for (const auto& [runner, name] : others) {
        auto* strip = new JobStrip(runner);
        strip->setObjectName(name);
        row->addWidget(strip);
    }
    row->addStretch();
    status->setFont(monoFont(12));
    status->setProperty("role", "secondary");
    row->addWidget(status);
    return frame;
}

}  // namespace

MainWindow::MainWindow(Workbench& bench, QWidget* parent)
    : QMainWindow(parent),
      m_bench(bench),
      m_pages(pageList()),
      m_topBar(new TopBar(bench)),
      m_rail(new Rail(m_pages)),
      m_stack(new LazyStack),
      m_coach(new CoachPanel),
      m_banner(new QFrame),
      m_bannerText(new QLabel),
      m_raiseLimit(new QToolButton),
      m_status(new QLabel),
      m_summaryRest(new QTimer(this)),
      m_session(new Session(bench)),
      m_spotlight(new Spotlight(this)),
      m_lesson(new LessonOverlay(*this, bench.course())),
      m_dark(bench.views().window->dark) {
    setWindowTitle(QStringLiteral("Zeropoint"));
    setMinimumSize(1024, 700);
    setAcceptDrops(true);
    qApp->installEventFilter(new PlainLabels(this));
    qApp->installEventFilter(new WheelGuard(this));

    setCentralWidget(buildBody());
    for (const PageEntry& entry : m_pages) {
        m_stack->add([this, &entry] { return buildPage(entry); });
    }
    m_summaryRest->setSingleShot(true);
    m_summaryRest->setInterval(summaryMilliseconds);
    connectSignals();
    buildMenu();
    buildShortcuts();
    m_topBar->setDark(m_dark);
}

QWidget* MainWindow::buildBody() {
    auto* centre = new QVBoxLayout;
    centre->setSpacing(0);
    centre->addWidget(buildBanner());
    centre->addWidget(m_stack, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(centre, 1);
    middle->addWidget(m_coach);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(middle, 1);
    column->addWidget(statusFrame(m_bench, m_status));
    return body;
}

QWidget* MainWindow::buildBanner() {
    m_banner->setProperty("role", "banner");
    m_banner->setObjectName(QStringLiteral("error_banner"));
    m_bannerText->setProperty("role", "error");
    m_bannerText->setObjectName(QStringLiteral("error_text"));
    m_bannerText->setWordWrap(true);
    m_raiseLimit->setProperty("role", "button");
    m_raiseLimit->setObjectName(QStringLiteral("raise_limit"));
    auto* dismiss = new QToolButton;
    dismiss->setProperty("role", "button");
    dismiss->setText(tr("Dismiss"));
    connect(dismiss, &QToolButton::clicked, m_banner, &QWidget::hide);
    auto* row = new QHBoxLayout(m_banner);
    row->setContentsMargins(16, 6, 16, 6);
    row->addWidget(m_bannerText, 1);
    row->addWidget(m_raiseLimit);
    row->addWidget(dismiss);
    m_banner->hide();
    return m_banner;
}

Page* MainWindow::buildPage(const PageEntry& entry) {
    Page* page = entry.create(m_bench);
    page->setObjectName(QStringLiteral("page_") + entry.id);
    connect(page, &Page::summaryChanged, m_summaryRest, qOverload<>(&QTimer::start));
    connect(page, &Page::openRequested, this, &MainWindow::chooseFile);
    connect(page, &Page::pageRequested, this, &MainWindow::showPageById);
    return page;
}

void MainWindow::connectSignals() {
    connect(m_summaryRest, &QTimer::timeout, this, &MainWindow::refreshSummary);
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_topBar, &TopBar::openRequested, this, &MainWindow::chooseFile);
    connect(m_topBar, &TopBar::themeChosen, this, &MainWindow::setDark);
    connect(m_topBar, &TopBar::coachToggled, this, &MainWindow::setCoachOpen);
    connect(m_coach, &CoachPanel::closed, this, [this] { setCoachOpen(false); });
    connect(&m_bench, &Workbench::failed, this, &MainWindow::showError);
    connect(&m_bench, &Workbench::noticed, this, &MainWindow::showNotice);
    connect(&m_bench, &Workbench::overLimit, this, &MainWindow::offerToRaiseLimit);
    connect(&m_bench, &Workbench::sourceChanged, m_banner, &QWidget::hide);
    connect(&m_bench, &Workbench::fileChanged, this, &MainWindow::rememberFile);
    connect(&m_bench, &Workbench::pageConcerned, this, &MainWindow::showPageById);
    connect(&m_bench.views().window, &ViewStateSignals::changed, this, &MainWindow::follow);
    connect(&m_bench.course(), &CourseState::pointRequested, this, &MainWindow::pointForLesson);
    connect(&m_bench.course(), &CourseState::failed, this, &MainWindow::showError);
    connect(m_session, &Session::problems, this, &MainWindow::showProblems);
}

void MainWindow::rememberFile() {
    if (!m_bench.file()) {
        return;
    }
    QSettings settings;
    QStringList recent = settings.value(recentKey).toStringList();
    const QString path =
        QFileInfo(QString::fromStdString(m_bench.file()->path())).absoluteFilePath();
    recent.removeAll(path);
    recent.prepend(path);
    settings.setValue(recentKey, recent.mid(0, recentFiles));
}

void MainWindow::buildMenu() {
    QMenu* menu = m_topBar->programMenu();
    QAction* open = menu->addAction(tr("Open…"), this, &MainWindow::chooseFile);
    open->setShortcut(QKeySequence::Open);
    QMenu* recent = menu->addMenu(tr("Open recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(recent); });
    QAction* save = menu->addAction(tr("Save session…"), this, &MainWindow::saveSession);
    save->setShortcut(QKeySequence::Save);
    menu->addAction(tr("Copy settings as text"), this, &MainWindow::copySettings);
    menu->addAction(tr("Paste settings"), this, &MainWindow::pasteSettings);
    menu->addSeparator();
    QAction* undo = m_bench.undoStack().createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = m_bench.undoStack().createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    menu->addAction(undo);
    menu->addAction(redo);
    menu->addSeparator();
    QAction* quit = menu->addAction(tr("Quit"), qApp, &QApplication::closeAllWindows);
    quit->setShortcut(QKeySequence::Quit);
    // The menu is a popup: its shortcuts work only when the window holds the actions too.
    addActions({open, save, undo, redo, quit});
}

void MainWindow::buildShortcuts() {
    const auto shortcut = [this](const QKeySequence& keys, auto slot) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    for (int i = 0; i < static_cast<int>(m_pages.size()); ++i) {
        shortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)),
                 [this, i] { showPage(i); });
    }
    shortcut(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { setDark(!m_dark); });
    shortcut(QKeySequence(Qt::Key_F9), [this] { setCoachOpen(!coachOpen()); });
}

void MainWindow::showPage(int index) {
    if (index < 0 || index >= m_stack->views()) {
        return;
    }
    m_bench.views().window.set(&WindowView::page, m_pages[static_cast<std::size_t>(index)].id);
    if (index != m_stack->shown()) {
        m_stack->showView(index);
        m_rail->setCurrent(index);
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

void MainWindow::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open weights"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("open_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openFile);
    dialog->open();
}

void MainWindow::openFile(const QString& path) {
    if (!path.endsWith(sessionEnding)) {
        m_bench.openFile(path);
    } else if (const Result<void> opened = m_session->openFile(path); !opened) {
        showError(opened.error());
    }
}

void MainWindow::saveSession() {
    auto* dialog = new QFileDialog(this, tr("Save the session"), QString(), tr("Sessions (*.zpw)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("session_dialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("zpw"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (const Result<void> saved = m_session->save(path); !saved) {
            showError(saved.error());
        }
    });
    dialog->open();
}

void MainWindow::copySettings() {
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_session->settingsText()));
}

void MainWindow::pasteSettings() {
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    if (const Result<void> pasted = m_session->pasteSettings(text); !pasted) {
        showError(pasted.error());
    }
}

void MainWindow::restoreLastTime() {
    const QSettings settings;
    if (!restoreGeometry(settings.value(geometryKey).toByteArray())) {
        resize(firstWidth, firstHeight);
    }
    if (settings.contains(coachKey)) {
        m_bench.views().window.set(&WindowView::coach, settings.value(coachKey).toBool());
    }
    showPageById(settings.value(pageKey, m_bench.views().window->page).toString());
}

void MainWindow::rememberThisTime() const {
    QSettings settings;
    const WindowView& view = m_bench.views().window.get();
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(pageKey, view.page);
    if (view.coach) {
        settings.setValue(coachKey, *view.coach);
    }
}

void MainWindow::offerToRecover(Autosave& autosave) {
    const QString left = autosave.left();
    if (left.isEmpty()) {
        return;
    }
    m_bannerText->setText(
        tr("The program ended last time without being closed. What was on the "
           "screen was kept."));
    offer(tr("Open it again"), tr("The settings and files of that session"),
          [this, left, &autosave] {
              if (const Result<void> opened = m_session->openFile(left); !opened) {
                  showError(opened.error());
              } else {
                  autosave.forgetLeft();
              }
          });
    m_banner->show();
}

Result<void> MainWindow::pointAt(const QString& name) {
    m_spotlight->pointAt(nullptr);
    if (name.isEmpty()) {
        return {};
    }
    const Anchor* anchor = findAnchorNamed(name);
    if (anchor == nullptr) {
        return fail(ErrorCode::NotFound, "There is no such place in the window", name.toStdString(),
                    "zeropoint --list anchors names them all");
    }
    showPageById(anchor->page);
    for (const auto& [setting, value] : anchor->bring) {
        if (Result<void> brought = m_bench.settings().set(setting, value); !brought) {
            return brought;
        }
    }
    QWidget* widget = findAnchor(this, name);
    if (widget == nullptr || !widget->isVisible()) {
        return fail(ErrorCode::NotFound, "Nothing shows this setting now", name.toStdString(),
                    "It does not apply to what is chosen");
    }
    m_spotlight->pointAt(widget);
    return {};
}

void MainWindow::pointForLesson(const QString& anchor) {
    if (const Result<void> pointed = pointAt(anchor); !pointed) {
        showError(pointed.error());
    }
    m_lesson->setTarget(anchor.isEmpty() ? nullptr : findAnchor(this, anchor));
}

void MainWindow::fillRecent(QMenu* menu) {
    menu->clear();
    for (const QString& path : QSettings().value(recentKey).toStringList()) {
        menu->addAction(path, this, [this, path] { openFile(path); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("No file was opened yet"))->setEnabled(false);
    }
}

void MainWindow::refreshSummary() {
    if (Page* page = currentPage()) {
        if (coachOpen()) {
            m_coach->setText(page->coachText());
        }
        m_status->setText(page->statusTexts().join(QStringLiteral("   |   ")));
    }
}

void MainWindow::showError(const Error& error) {
    m_bannerText->setText(errorText(error));
    m_raiseLimit->hide();
    m_banner->show();
}

void MainWindow::showNotice(const QString& text) {
    m_bannerText->setText(text);
    m_raiseLimit->hide();
    m_banner->show();
}

void MainWindow::showProblems(const std::vector<Error>& problems) {
    QStringList lines;
    for (const Error& problem : problems) {
        lines << errorText(problem);
        if (lines.size() == longestList) {
            lines << tr("%n more", nullptr, static_cast<int>(problems.size()) - longestList);
            break;
        }
    }
    m_bannerText->setText(lines.join(QLatin1Char('\n')));
    m_raiseLimit->hide();
    m_banner->show();
}

/// What would be lost is asked about first, without holding the program up.
void MainWindow::closeEvent(QCloseEvent* event) {
    const QStringList lost = m_closing ? QStringList() : lostByClosing(m_bench);
    event->setAccepted(lost.isEmpty());
    if (!lost.isEmpty() && findChild<QWidget*>(QStringLiteral("close_question")) == nullptr) {
        askToClose(lost, this, [this] {
            m_closing = true;
            close();
        });
    }
}

void MainWindow::offer(const QString& action, const QString& tip, std::function<void()> act) {
    m_raiseLimit->disconnect();
    m_raiseLimit->setText(action);
    m_raiseLimit->setToolTip(tip);
    connect(m_raiseLimit, &QToolButton::clicked, this, [this, act = std::move(act)] {
        m_banner->hide();
        act();
    });
    m_raiseLimit->show();
}

void MainWindow::offerToRaiseLimit(const QString& path, quint64 needed) {
    offer(tr("Raise the limit and open"),
          tr("One of its packed arrays says that it takes %1. Only do this if you trust the file.")
              .arg(formatBytes(needed)),
          [this, path, needed] { m_bench.openFile(path, {needed}); });
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

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        event->acceptProposedAction();
        openFile(urls.first().toLocalFile());
    }
}

}  // namespace zeropoint::ui
