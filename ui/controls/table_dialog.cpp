// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/table_dialog.h"

#include "core/files/atomic_file.h"
#include "ui/controls/fit_screen.h"
#include "ui/controls/save_dialog.h"
#include "ui/text/csv.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {

namespace {

bool isNumber(const QVariant& cell) {
    return cell.typeId() == QMetaType::Double;
}

QTableWidgetItem* itemOf(const QVariant& cell) {
    const bool number = isNumber(cell);
    auto* item = new QTableWidgetItem(number ? formatNumber(cell.toDouble(), 6) : cell.toString());
    item->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

/// A line for the columns and each row, the cells parted by `between`.
template <typename TextOf>
QString joined(const TableContent& content, const QString& between, TextOf textOf) {
    QStringList titles;
    for (const QString& column : content.columns) {
        titles << textOf(QVariant(column));
    }
    QStringList lines{titles.join(between)};
    for (const QVariantList& row : content.rows) {
        QStringList cells;
        for (const QVariant& cell : row) {
            cells << textOf(cell);
        }
        lines << cells.join(between);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

/// The dialog as wide as its columns need, if the window is; what is left over is shared among
/// them, and what is missing is scrolled.
void makeRoom(QDialog& dialog, QTableWidget& table) {
    constexpr int aroundTable = 56;  // margins of the dialog and the bar that scrolls
    constexpr int aroundDialog = 40;
    const QWidget* parent = dialog.parentWidget();
    const int most =
        parent != nullptr ? parent->window()->width() - aroundDialog : dialog.maximumWidth();
    table.resizeColumnsToContents();
    QHeaderView* header = table.horizontalHeader();
    const int needed = header->length() + aroundTable;
    dialog.resize(std::max(dialog.width(), std::min(needed, most)), dialog.height());
    if (needed <= dialog.width()) {
        header->setSectionResizeMode(QHeaderView::Stretch);
    }
}

}  // namespace

TableContent tableContent(const QString& title, const QStringList& columns,
                          const QVector<QVector<double>>& rows) {
    TableContent content{title, columns, {}};
    for (const QVector<double>& row : rows) {
        content.rows.append(QVariantList(row.begin(), row.end()));
    }
    return content;
}

TableDialog::TableDialog(TableContent content, QWidget* parent)
    : QDialog(parent),
      m_content(std::move(content)),
      m_picture(new QAction(this)),
      m_outcome(new QLabel) {
    setWindowTitle(m_content.title);
    setObjectName(QStringLiteral("table_dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* table = new QTableWidget(static_cast<int>(m_content.rows.size()),
                                   static_cast<int>(m_content.columns.size()));
    table->setAccessibleName(m_content.title);
    table->setHorizontalHeaderLabels(m_content.columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFont(monoFont(12));
    table->verticalHeader()->hide();
    for (int row = 0; row < m_content.rows.size(); ++row) {
        for (int column = 0; column < m_content.rows[row].size(); ++column) {
            table->setItem(row, column, itemOf(m_content.rows[row][column]));
        }
    }
    resize(withinScreen(*this, {560, 480}));
    makeRoom(*this, *table);
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName(QStringLiteral("table_outcome"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(m_outcome);
    column->addWidget(buildButtons());
}

QWidget* TableDialog::buildButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("table_copy"));
    auto* menu = new QMenu(copy);
    const auto add = [&](const char* name, const QString& text, auto textOf) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this,
                [this, textOf] { QGuiApplication::clipboard()->setText(textOf(m_content)); });
    };
    add("copy_text", tr("Table as text"), toText);
    add("copy_csv", tr("Table as CSV"), toCsv);
    add("copy_markdown", tr("Table as Markdown"), toMarkdown);
    m_picture->setText(tr("Picture"));
    m_picture->setObjectName(QStringLiteral("copy_picture"));
    m_picture->setVisible(false);
    menu->addAction(m_picture);
    connect(m_picture, &QAction::triggered, this, &TableDialog::copyPicture);
    copy->setMenu(menu);
    QPushButton* save = buttons->addButton(tr("Save as…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("table_save"));
    connect(save, &QPushButton::clicked, this, &TableDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void TableDialog::setFigure(Figure figure) {
    m_figure = std::move(figure);
    m_picture->setVisible(m_figure.image != nullptr);
}

void TableDialog::copyPicture() {
    QGuiApplication::clipboard()->setImage(m_figure.image());
}

void TableDialog::chooseFile() {
    const QString tables = tr("Tables (*.csv *.md)");
    const QString pictures = tr("Pictures (*.png *.svg *.pdf)");
    const bool drawn = m_figure.save != nullptr;
    QFileDialog* dialog =
        saveDialog(this, QStringLiteral("figure_dialog"), tr("Save picture or table"),
                   drawn ? pictures + QStringLiteral(";;") + tables : tables);
    connect(dialog, &QFileDialog::fileSelected, this, &TableDialog::saveAs);
    dialog->open();
}

void TableDialog::saveAs(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    const bool table = ending == QLatin1String("csv") || ending == QLatin1String("md");
    Result<void> saved;
    if (table) {
        const QString text =
            ending == QLatin1String("md") ? toMarkdown(m_content) : toCsv(m_content);
        saved = replaceFile(file.toStdString(), text.toStdString());
    } else if (m_figure.save) {
        saved = m_figure.save(file);
    } else {
        saved = fail(ErrorCode::InvalidArgument, "A table is not written in this format",
                     file.toStdString(), "End the name with .csv or .md");
    }
    m_outcome->setText(saved ? tr("Saved as %1.").arg(file) : errorText(saved.error()));
}

QString toCsv(const TableContent& content) {
    const auto cellText = [](const QVariant& cell) {
        return isNumber(cell) ? csvCell(cell.toDouble()) : csvCell(cell.toString());
    };
    return joined(content, QStringLiteral(","), cellText);
}

QString toText(const TableContent& content) {
    return joined(content, QStringLiteral("\t"), [](const QVariant& cell) {
        return isNumber(cell) ? csvCell(cell.toDouble()) : cell.toString().simplified();
    });
}

QString toMarkdown(const TableContent& content) {
    const auto line = [](const QStringList& cells) {
        return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    };
    const auto safe = [](const QString& text) {
        return text.simplified().replace(QLatin1Char('|'), QStringLiteral("\\|"));
    };
    QStringList titles;
    QStringList rules;
    for (qsizetype i = 0; i < content.columns.size(); ++i) {
        const bool numbers =
            !content.rows.isEmpty() && i < content.rows[0].size() && isNumber(content.rows[0][i]);
        titles << safe(content.columns[i]);
        rules << (numbers ? QStringLiteral("---:") : QStringLiteral("---"));
    }
    QString text = line(titles) + line(rules);
    for (const QVariantList& row : content.rows) {
        QStringList cells;
        for (const QVariant& cell : row) {
            cells << (isNumber(cell) ? csvCell(cell.toDouble()) : safe(cell.toString()));
        }
        text += line(cells);
    }
    return text;
}

}  // namespace zeropoint::ui
