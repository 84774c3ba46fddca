// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/next_run_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/form_arrows.h"
#include "ui/controls/notice.h"
#include "ui/controls/number_field.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/pages/train/layer_bits.h"
#include "ui/pages/train/method_fields.h"
#include "ui/pages/train/story_list.h"
#include "ui/state/training_session.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/run_words.h"
#include "ui/theme/fonts.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double mostWhole = 1e9;
constexpr int shortestStart = 10;           ///< letters of the weights to start from
constexpr int textFileWidth = 160;          ///< of a name that may be long
constexpr int baseRole = Qt::UserRole + 1;  ///< which run the weights are of
const QString threadsName = QStringLiteral("threads");

QLabel* formLabel(const QString& text, QWidget* buddy) {
    auto* label = new QLabel(text);
    label->setProperty("role", "secondary");
    label->setBuddy(buddy);
    return label;
}

}  // namespace

NextRunCard::NextRunCard(TrainingSession& session, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_task(new QComboBox),
      m_variant(new Segment({QString(), QString()})),
      m_variantLabel(nullptr),
      m_textFile(new QLabel),
      m_textClear(new QPushButton(tr("Grammar"))),
      m_start(new QComboBox),
      m_startHint(new QLabel),
      m_layerBits(new LayerBits(session)),
      m_notice(new Notice(this)) {
    auto* method = new MethodFields(session);
    const auto makeGrid = [method] {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(8);
        grid->setVerticalSpacing(6);
        grid->setColumnMinimumWidth(0, method->labelWidth());
        grid->setColumnStretch(1, 1);
        grid->setColumnStretch(3, 1);
        return grid;
    };
    QGridLayout* choices = makeGrid();
    QGridLayout* numbers = makeGrid();
    buildChoices(*choices);
    buildNumbers(*numbers);
    QList<QWidget*> fields;
    for (const Field& field : m_fields) {
        fields << field.edit;
    }
    new FormArrows(fields);
    m_notice->setObjectName(QStringLiteral("next_run_notice"));
    m_notice->floatOver(this, Qt::BottomEdge);
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new StoryList(session));
    column->addLayout(choices);
    column->addWidget(method);
    column->addLayout(numbers);
    column->addWidget(m_layerBits);
    column->addStretch();
    auto* scroll = scrolled(form);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    for (const NumberField* field : findChildren<NumberField*>()) {
        connect(field, &NumberField::refused, this, &NextRunCard::markErrors);
    }
    connect(&session, &TrainingSession::nextChanged, this, &NextRunCard::refresh);
    connect(&session, &TrainingSession::selectionChanged, this, &NextRunCard::refresh);
    connect(&session, &TrainingSession::runsChanged, this, &NextRunCard::refresh);
    refresh();
}

void NextRunCard::buildChoices(QGridLayout& grid) {
    m_task->addItem(tr("Digits"), static_cast<int>(TaskKind::Digits));
    m_task->addItem(tr("Text"), static_cast<int>(TaskKind::Text));
    m_task->addItem(tr("Sort 12 symbols"), static_cast<int>(TaskKind::Sort));
    m_task->setObjectName(QStringLiteral("train_task"));
    m_task->setAccessibleName(tr("Task"));
    setAnchor(m_task, QStringLiteral("train.next.task"));
    m_variant->setObjectName(QStringLiteral("train_variant"));
    m_variant->setAccessibleName(tr("Data"));
    setAnchor(m_variant, QStringLiteral("train.next.data"));
    m_start->setObjectName(QStringLiteral("train_start"));
    m_start->setAccessibleName(tr("Weights to start from"));
    // Names of runs are long; the list that opens has room for them.
    m_start->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_start->setMinimumContentsLength(shortestStart);
    setAnchor(m_start, QStringLiteral("train.next.start"));
    m_variantLabel = formLabel(tr("Data"), m_variant);
    m_textRow = buildTextRow();
    grid.addWidget(formLabel(tr("Task"), m_task), 0, 0);
    grid.addWidget(m_task, 0, 1, 1, 3);
    grid.addWidget(m_variantLabel, 1, 0);
    grid.addWidget(m_variant, 1, 1, 1, 3);
    grid.addWidget(m_textRow, 2, 1, 1, 3);
    grid.addWidget(formLabel(tr("Start"), m_start), 3, 0);
    grid.addWidget(m_start, 3, 1, 1, 3);
    m_startHint->setObjectName(QStringLiteral("train_start_hint"));
    m_startHint->setProperty("role", "caption");
    m_startHint->setWordWrap(true);
    grid.addWidget(m_startHint, 4, 0, 1, 4);
    connect(m_task, &QComboBox::activated, this, [this] {
        m_session.setTask({static_cast<TaskKind>(m_task->currentData().toInt()), false, {}, {}});
    });
    connect(m_variant, &Segment::chosen, this, &NextRunCard::sendTask);
    connect(m_start, &QComboBox::activated, this, &NextRunCard::sendStart);
}

QWidget* NextRunCard::buildTextRow() {
    auto* row = new QWidget;
    auto* open = new QPushButton(tr("Your text…"));
    open->setObjectName(QStringLiteral("train_text_open"));
    setAnchor(open, QStringLiteral("train.next.text_file"));
    open->setProperty("role", "small");
    open->setToolTip(tr("Learn a .txt file of yours instead of the grammar"));
    m_textClear->setProperty("role", "small");
    m_textClear->setObjectName(QStringLiteral("train_text_clear"));
    m_textClear->setToolTip(tr("Back to the grammar, whose entropy is known"));
    m_textFile->setProperty("role", "caption");
    m_textFile->setObjectName(QStringLiteral("train_text_file"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(open);
    buttons->addWidget(m_textClear);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addWidget(m_textFile);
    connect(open, &QPushButton::clicked, this, &NextRunCard::chooseText);
    connect(m_textClear, &QPushButton::clicked, this, [this] {
        NextRun next = m_session.next();
        next.task.textFile.clear();
        m_session.setNext(next);
    });
    return row;
}

void NextRunCard::buildNumbers(QGridLayout& grid) {
    const auto model = [](std::size_t TransformerConfig::*size, const char* name) {
        return Field{nullptr,
                     nullptr,
                     QLatin1String(name),
                     [size](const NextRun& run) { return static_cast<double>(run.sizes.*size); },
                     [size](NextRun& run, double value) {
                         run.sizes.*size = static_cast<std::size_t>(value);
                     },
                     true,
                     true};
    };
    const auto training = [](auto TrainingConfig::*setting, const char* name) {
        using Value = std::remove_reference_t<decltype(std::declval<TrainingConfig>().*setting)>;
        return Field{
            nullptr,
            nullptr,
            QLatin1String(name),
            [setting](const NextRun& run) { return static_cast<double>(run.training.*setting); },
            [setting](NextRun& run, double value) {
                run.training.*setting = static_cast<Value>(value);
            },
            std::is_integral_v<Value>,
            false};
    };
    const Field threads{nullptr,
                        nullptr,
                        threadsName,
                        [](const NextRun& run) { return static_cast<double>(run.threads); },
                        [](NextRun& run, double value) {
                            run.threads = static_cast<unsigned>(std::min(value, 256.0));
                        },
                        true,
                        false};
    const auto add = [&](int row, int column, const QString& label, const char* name, Field field) {
        addNumber(grid, row, column, label, QLatin1String(name), std::move(field));
    };
    add(4, 0, tr("Layers"), "train_layers", model(&TransformerConfig::layers, "layers"));
    add(4, 2, tr("Width"), "train_width", model(&TransformerConfig::width, "width"));
    add(5, 0, tr("Heads"), "train_heads", model(&TransformerConfig::heads, "heads"));
    add(5, 2, tr("MLP ×"), "train_mlp", model(&TransformerConfig::mlpRatio, "mlp"));
    add(6, 0, tr("Context"), "train_context", model(&TransformerConfig::context, "context"));
    add(6, 2, tr("Batch"), "train_batch", training(&TrainingConfig::batch, "batch"));
    add(7, 0, tr("Rate"), "train_rate", training(&TrainingConfig::learningRate, "learning rate"));
    add(7, 2, tr("Steps"), "train_steps", training(&TrainingConfig::steps, "steps"));
    add(8, 0, tr("Seed"), "train_seed", training(&TrainingConfig::seed, "seed"));
    add(8, 2, tr("Threads"), "train_threads", threads);
    m_fields.back().edit->setHint(
        tr("0: one for each processor. The result does not depend on it"));
}

void NextRunCard::addNumber(QGridLayout& grid, int row, int column, const QString& label,
                            const QString& objectName, Field field) {
    field.edit = new NumberField;
    field.edit->setToldElsewhere();
    field.edit->setProperty("density", "compact");
    if (field.whole) {
        field.edit->setLimits({0, mostWhole, true});
    }
    field.edit->setObjectName(objectName);
    setAnchor(field.edit,
              QString(objectName).replace(QStringLiteral("train_"), QStringLiteral("train.next.")));
    field.edit->setAccessibleName(label);
    field.edit->setFont(monoFont(12));
    field.edit->setMinimumWidth(44);
    field.label = formLabel(label, field.edit);
    grid.addWidget(field.label, row, column);
    grid.addWidget(field.edit, row, column + 1);
    const std::size_t index = m_fields.size();
    connect(field.edit, &NumberField::valueEntered, this,
            [this, index](double value) { sendNumber(m_fields[index], value); });
    m_fields.push_back(std::move(field));
}

void NextRunCard::sendTask() {
    NextRun next = m_session.next();
    next.task.custom = m_variant->current() == 1;
    next.task.textFile.clear();
    m_session.setNext(next);
}

void NextRunCard::sendStart() {
    NextRun next = m_session.next();
    next.start = static_cast<StartFrom>(m_start->currentData().toInt());
    next.base = RunId{m_start->currentData(baseRole).toULongLong()};
    if (next.start == StartFrom::Sample) {
        next.sizes = defaultModel(next.task.kind);
    }
    m_session.setNext(next);
}

void NextRunCard::sendNumber(const Field& field, double value) {
    NextRun next = m_session.next();
    field.write(next, value);
    m_session.setNext(next);
    m_session.select(RunId::None);
}

void NextRunCard::setNode(const DiagramNode* node) {
    m_layerBits->setNode(node);
}

void NextRunCard::chooseText() {
    auto* dialog =
        new QFileDialog(this, tr("Open a text"), QString(), tr("Texts (*.txt);;All (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("text_dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        NextRun next = m_session.next();
        next.task.textFile = file.toStdString();
        next.task.custom = false;
        next.start = StartFrom::Scratch;  // the samples know other characters
        m_session.setNext(next);
    });
    dialog->open();
}

void NextRunCard::refresh() {
    const NextRun& next = m_session.next();
    const TaskKind kind = next.task.kind;
    m_task->setCurrentIndex(m_task->findData(static_cast<int>(kind)));
    const bool variants = kind != TaskKind::Digits;
    m_variant->setVisible(variants);
    m_variantLabel->setVisible(variants);
    m_variant->button(0)->setText(kind == TaskKind::Sort ? tr("Ascending") : tr("Dialect 1"));
    m_variant->button(1)->setText(kind == TaskKind::Sort ? tr("Descending") : tr("Dialect 2"));
    m_variant->setCurrent(next.task.custom ? 1 : 0);
    m_textRow->setVisible(kind == TaskKind::Text);
    const QString file = QFileInfo(QString::fromStdString(next.task.textFile.string())).fileName();
    m_textFile->setText(m_textFile->fontMetrics().elidedText(file, Qt::ElideMiddle, textFileWidth));
    m_textFile->setToolTip(file);
    m_textFile->setVisible(!file.isEmpty());
    m_textClear->setVisible(!file.isEmpty());
    {
        const QSignalBlocker blocker(m_start);
        m_start->clear();
        m_start->addItem(tr("Random weights"), static_cast<int>(StartFrom::Scratch));
        if (next.task.textFile.empty()) {
            m_start->addItem(tr("Shipped sample"), static_cast<int>(StartFrom::Sample));
        }
        for (const RunRecord& run : m_session.runs()) {
            if (run.snapshot && run.plan.task.kind == kind) {
                m_start->addItem(tr("Weights of %1").arg(runTitle(run)),
                                 static_cast<int>(StartFrom::Run));
                m_start->setItemData(m_start->count() - 1, static_cast<qulonglong>(run.id),
                                     baseRole);
            }
        }
        m_start->setCurrentIndex(
            next.start == StartFrom::Run
                ? m_start->findData(static_cast<qulonglong>(next.base), baseRole)
                : m_start->findData(static_cast<int>(next.start)));
    }
    refreshStartHint();
    refreshNumbers();
    markErrors();
}

/// Weights that learned something else are told before the run starts, not by its 0 %.
void NextRunCard::refreshStartHint() {
    const std::optional<TaskSpec> other = m_session.draft().otherTask();
    const NextRun& next = m_session.next();
    const TaskSpec& task = next.task;
    const bool own = !task.textFile.empty() && next.start == StartFrom::Scratch;
    m_startHint->setVisible(other.has_value() || own);
    if (!other) {
        m_startHint->setText(
            tr("The shipped sample knows other characters than a text of your "
               "own. Train it in full first: adapters and quantizing can start "
               "from that run."));
        return;
    }
    const bool trains = m_session.next().method.method != MethodKind::Ptq;
    m_startHint->setText(
        trains ? tr("These weights learned “%1”: on “%2” far fewer answers are right when the run "
                    "begins.")
                     .arg(taskTitle(*other), taskTitle(task))
               : tr("These weights learned “%1”, and quantizing teaches nothing: on “%2” far "
                    "fewer answers will be right.")
                     .arg(taskTitle(*other), taskTitle(task)));
}

void NextRunCard::refreshNumbers() {
    const NextRun& next = m_session.next();
    const bool fixedSizes = next.start != StartFrom::Scratch;
    const bool trains = next.method.method != MethodKind::Ptq;
    for (const Field& field : m_fields) {
        const bool unused =
            field.errorName == QLatin1String("context") && next.task.kind != TaskKind::Text;
        const bool shown = field.ofModel ? !fixedSizes : trains || field.errorName == threadsName;
        field.edit->setVisible(shown);
        field.label->setVisible(shown);
        field.edit->setEnabled(!unused);
        if (field.ofModel) {
            field.edit->setHint(unused ? tr("The data decide it") : QString());
        }
        const double value =
            unused ? static_cast<double>(m_session.draft().model().context) : field.read(next);
        field.edit->setValue(value);
    }
}

/// What was typed and is no value comes before what is one and does not fit.
void NextRunCard::markErrors() {
    const auto& error = m_session.draft().error();
    QString text = error ? errorText(*error) : QString();
    const QStringList names =
        error ? QString::fromStdString(error->where).split(QStringLiteral(", ")) : QStringList();
    for (const Field& field : m_fields) {
        field.edit->setProblem(names.contains(field.errorName) ? text : QString());
    }
    const NumberField* refused = refusedField(*this);
    if (refused != nullptr) {
        text = tr("%1: %2").arg(refused->accessibleName(), refused->refusal());
    }
    m_notice->setText(text);
    keepInSight();
    m_session.setUnread(refused != nullptr ? text : QString());
}

/// The notice lies at the edge that is away from the field which it is about.
void NextRunCard::keepInSight() {
    const auto about = std::ranges::find_if(
        m_fields, [](const Field& field) { return field.edit->property("invalid").toBool(); });
    if (about == m_fields.end()) {
        return;
    }
    const int y = about->edit->mapTo(this, about->edit->rect().center()).y();
    m_notice->floatOver(this, y > height() / 2 ? Qt::TopEdge : Qt::BottomEdge);
}

}  // namespace zeropoint::ui
