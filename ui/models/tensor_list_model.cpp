// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_list_model.h"

#include "ui/state/thumbnails.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

namespace zeropoint::ui {

TensorListModel::TensorListModel(Workbench& bench, Thumbnails& thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_bench(bench), m_thumbnails(thumbnails) {
    connect(&bench, &Workbench::fileChanged, this, [this] {
        beginResetModel();
        m_thumbnails.setFile(m_bench.file());
        endResetModel();
    });
    connect(&thumbnails, &Thumbnails::ready, this, [this](std::size_t row) {
        const QModelIndex changed = index(static_cast<int>(row));
        emit dataChanged(changed, changed, {BarsRole});
    });
    m_thumbnails.setFile(bench.file());
}

int TensorListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_bench.file() ? 0
                                               : static_cast<int>(m_bench.file()->tensors().size());
}

QVariant TensorListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const TensorInfo& tensor = m_bench.file()->tensors()[row];
    switch (role) {
        case NameRole:
            return QString::fromStdString(tensor.name);
        case DetailRole:
            return QStringLiteral("%1 · %2 · %3")
                .arg(QString::fromStdString(toString(tensor.shape))
                         .replace(QLatin1Char('x'), QChar(0x00D7)),
                     QString::fromStdString(tensor.dtypeText), formatBytes(tensor.bytes));
        case BarsRole:
            return QVariant::fromValue(m_thumbnails.bars(row));
        case SizeRole:
            return static_cast<qulonglong>(tensor.bytes);
        case Qt::ToolTipRole:
            return QStringLiteral("%1\n%2").arg(data(index, NameRole).toString(),
                                                data(index, DetailRole).toString());
        default:
            return {};
    }
}

}  // namespace zeropoint::ui
