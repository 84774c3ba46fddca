// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_tree_model.h"

#include "core/files/model_totals.h"
#include "ui/state/model_overview.h"
#include "ui/text/numbers.h"
#include "ui/text/packed_words.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"

#include <QTimer>
#include <QVector>

#include <algorithm>
#include <cctype>

namespace zeropoint::ui {
namespace {

constexpr int resortMilliseconds = 400;

QString shapeText(const Shape& shape) {
    return QString::fromStdString(toString(shape)).replace(QLatin1Char('x'), QChar(0x00D7));
}

/// A figure of a sample is no exact one.
QString figureText(const TensorGlance& glance, double figure) {
    const QString text = formatNumber(figure, 3);
    return glance.sampled ? QStringLiteral("≈ ") + text : text;
}

/// Contained, whatever the case of Latin letters.
bool contains(std::string_view text, std::string_view part) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) ==
               std::tolower(static_cast<unsigned char>(b));
    };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

}  // namespace

TensorTreeModel::TensorTreeModel(ModelOverview& overview, QObject* parent)
    : QAbstractItemModel(parent), m_overview(overview), m_resort(new QTimer(this)) {
    m_resort->setSingleShot(true);
    m_resort->setInterval(resortMilliseconds);
    connect(m_resort, &QTimer::timeout, this, &TensorTreeModel::sort);
    connect(&overview, &ModelOverview::ready, this, [this](std::size_t tensor) {
        const QModelIndex changed =
            m_root ? indexOf(m_root->findBuilt(static_cast<std::uint32_t>(tensor))) : QModelIndex();
        if (changed.isValid()) {
            emit dataChanged(changed, changed);
        }
        if (m_order >= Order::Outliers && !m_resort->isActive()) {
            m_resort->start();
        }
    });
    reload();
}

TensorTreeModel::~TensorTreeModel() = default;

void TensorTreeModel::reload() {
    beginResetModel();
    m_root.reset();
    if (m_overview.file()) {
        m_root = std::make_unique<TensorTreeNode>(*m_overview.file(), filtered());
        m_root->sort(order());
    }
    endResetModel();
    if (m_order >= Order::Outliers) {
        m_overview.glanceAtAll();
    }
}

std::vector<std::uint32_t> TensorTreeModel::filtered() const {
    const auto& tensors = m_overview.file()->tensors();
    const std::string part = m_filter.toStdString();
    std::vector<std::uint32_t> indices;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (part.empty() || contains(tensors[i].name, part)) {
            indices.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return indices;
}

void TensorTreeModel::setFilter(const QString& text) {
    if (text != m_filter) {
        m_filter = text;
        reload();
    }
}

void TensorTreeModel::setOrder(Order order) {
    m_order = order;
    if (order >= Order::Outliers) {
        m_overview.glanceAtAll();
    }
    sort();
}

int TensorTreeModel::matches() const {
    return m_root ? static_cast<int>(m_root->tensors().size()) : 0;
}

void TensorTreeModel::sort() {
    if (!m_root) {
        return;
    }
    emit layoutAboutToBeChanged();
    const QModelIndexList old = persistentIndexList();
    m_root->sort(order());
    QModelIndexList moved;
    for (const QModelIndex& index : old) {
        moved.append(indexOf(nodeOf(index)));
    }
    changePersistentIndexList(old, moved);
    emit layoutChanged();
}

std::shared_ptr<const TensorTreeNode::Figure> TensorTreeModel::order() const {
    using Figure = TensorTreeNode::Figure;
    switch (m_order) {
        case Order::File:
            return std::make_shared<const Figure>();
        case Order::Size:
            return std::make_shared<const Figure>(
                [](const TensorTreeNode& node) { return static_cast<double>(node.bytes()); });
        case Order::DType:
            // The dtype of a node's first tensor: those that take most of the file first.
            return std::make_shared<const Figure>([this](const TensorTreeNode& node) {
                const auto& shares = m_overview.totals().byDType;
                const auto& dtype = m_overview.file()->tensors()[node.tensor()].dtypeText;
                const auto found = std::ranges::find(shares, dtype, &DTypeShare::dtype);
                return static_cast<double>(shares.end() - found);
            });
        default:
            return std::make_shared<const Figure>(
                [this](const TensorTreeNode& node) { return figure(node); });
    }
}

std::optional<double> TensorTreeModel::figure(const TensorTreeNode& node) const {
    std::optional<double> largest;
    for (const std::uint32_t tensor : node.tensors()) {
        const TensorGlance* glance = m_overview.madeGlance(tensor);
        if (glance == nullptr) {
            continue;
        }
        // Less signal to noise is more error.
        const auto own = m_order == Order::Outliers ? glance->peak
                         : glance->int8SqnrDb       ? std::optional(-*glance->int8SqnrDb)
                                                    : std::nullopt;
        largest = own && (!largest || *own > *largest) ? own : largest;
    }
    return largest;
}

TensorTreeNode* TensorTreeModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<TensorTreeNode*>(index.internalPointer()) : m_root.get();
}

QModelIndex TensorTreeModel::indexOf(const TensorTreeNode* node) const {
    return node == nullptr || node == m_root.get() ? QModelIndex()
                                                   : createIndex(node->row(), 0, node);
}

QModelIndex TensorTreeModel::indexOf(std::size_t tensor) const {
    return m_root ? indexOf(m_root->find(static_cast<std::uint32_t>(tensor))) : QModelIndex();
}

QModelIndex TensorTreeModel::index(int row, int column, const QModelIndex& parent) const {
    TensorTreeNode* node = nodeOf(parent);
    if (node == nullptr || column != 0 || row < 0 ||
        static_cast<std::size_t>(row) >= node->children().size()) {
        return {};
    }
    return indexOf(node->children()[static_cast<std::size_t>(row)].get());
}

QModelIndex TensorTreeModel::parent(const QModelIndex& child) const {
    return child.isValid() ? indexOf(nodeOf(child)->parent()) : QModelIndex();
}

int TensorTreeModel::rowCount(const QModelIndex& parent) const {
    TensorTreeNode* node = nodeOf(parent);
    return node == nullptr ? 0 : static_cast<int>(node->children().size());
}

int TensorTreeModel::columnCount(const QModelIndex&) const {
    return 1;
}

bool TensorTreeModel::hasChildren(const QModelIndex& parent) const {
    const TensorTreeNode* node = nodeOf(parent);
    return node != nullptr && !node->isTensor() && !node->tensors().empty();
}

QString TensorTreeModel::detail(const TensorTreeNode& node) const {
    if (!node.isTensor()) {
        // A module has two tensors or more.
        return tr("%1 tensors · %2")
            .arg(formatCount(node.tensors().size()), formatBytes(node.bytes()));
    }
    const TensorInfo& info = m_overview.file()->tensors()[node.tensor()];
    if (const QString reason = unreadable(node); !reason.isEmpty()) {
        return info.shape.empty() ? tr("not read: %1").arg(reason)
                                  : tr("%1 · not read: %2").arg(shapeText(info.shape), reason);
    }
    const auto known = m_order >= Order::Outliers ? figure(node) : std::nullopt;
    if (known) {
        const TensorGlance* glance = m_overview.madeGlance(node.tensor());
        return m_order == Order::Outliers
                   ? tr("peak %1 × RMS").arg(figureText(*glance, *glance->peak))
                   : tr("INT8 %1 dB").arg(figureText(*glance, -*known));
    }
    // The row is narrow: the size is told where it is what the rows are ordered by.
    const QString shape = shapeText(info.shape);
    if (m_order == Order::Size) {
        return QStringLiteral("%1 · %2").arg(shape, formatBytes(info.bytes));
    }
    const QString stored = info.packed ? packedBadge(*info.packed) : shownText(info.dtypeText);
    const QString badge = badgeOf(info);
    return badge.isEmpty() ? QStringLiteral("%1 · %2").arg(shape, stored)
                           : QStringLiteral("%1 · %2 · %3").arg(shape, stored, badge);
}

/// What sets a tensor apart from a weight of its own, in a word.
QString TensorTreeModel::badgeOf(const TensorInfo& info) {
    if (!info.shares.empty()) {
        return tr("tied");
    }
    switch (info.role) {
        case zeropoint::TensorRole::Buffer:
            return tr("buffer");
        case zeropoint::TensorRole::Optimizer:
            return tr("optimizer");
        case zeropoint::TensorRole::Average:
            return tr("average");
        case zeropoint::TensorRole::Companion:
            return tr("scale");
        default:
            return {};
    }
}

QString TensorTreeModel::unreadable(const TensorTreeNode& node) const {
    return node.isTensor() ? shownText(whyNotRead(m_overview.file()->stored(node.tensor())))
                           : QString();
}

QString TensorTreeModel::toolTip(const TensorTreeNode& node) const {
    if (!node.isTensor()) {
        return tr("%1\n%2 tensors, %3 parameters, %4")
            .arg(node.label(), formatCount(node.tensors().size()), formatCount(node.parameters()),
                 formatBytes(node.bytes()));
    }
    const TensorInfo& info = m_overview.file()->tensors()[node.tensor()];
    QString text = QStringLiteral("%1\n%2 · %3 · %4")
                       .arg(tensorTitle(*m_overview.file(), node.tensor()),
                            isShapeKnown(info) ? shapeText(info.shape) : QStringLiteral("?"),
                            shownText(info.dtypeText), formatBytes(info.bytes));
    if (info.packed) {
        text += QLatin1Char('\n') +
                tr("%1, %2 bits per weight with everything that belongs to it")
                    .arg(packedBadge(*info.packed), formatNumber(info.bitsPerWeight(), 4));
    }
    if (!info.shares.empty()) {
        text += QLatin1Char('\n') + tr("Has the same bytes as %1").arg(shownText(info.shares));
    }
    if (info.storageBytes != 0) {
        text += QLatin1Char('\n') +
                tr("Cut out of %1 that are stored").arg(formatBytes(info.storageBytes));
    }
    if (const QString reason = unreadable(node); !reason.isEmpty()) {
        text += QLatin1Char('\n') + tr("Not read: %1").arg(reason);
    }
    const TensorGlance* glance = m_overview.madeGlance(node.tensor());
    if (glance != nullptr && glance->peak) {
        text +=
            QLatin1Char('\n') +
            (glance->sampled
                 ? tr("Largest value %1 times the RMS, in a sample")
                       .arg(figureText(*glance, *glance->peak))
                 : tr("Largest value %1 times the RMS").arg(figureText(*glance, *glance->peak)));
    }
    if (glance != nullptr && glance->int8SqnrDb) {
        text += QLatin1Char('\n') +
                tr("%1 dB as INT8 with one scale").arg(figureText(*glance, *glance->int8SqnrDb));
    }
    return text;
}

QVariant TensorTreeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TensorTreeNode& node = *nodeOf(index);
    switch (role) {
        case LabelRole:
            return node.label();
        case DetailRole:
            return detail(node);
        case BarsRole: {
            const TensorGlance* glance =
                node.isTensor() ? m_overview.glance(node.tensor()) : nullptr;
            return glance == nullptr ? QVariant::fromValue(QVector<float>())
                                     : QVariant::fromValue(QVector<float>(glance->bars.begin(),
                                                                          glance->bars.end()));
        }
        case TensorRole:
            return node.isTensor() ? QVariant::fromValue(static_cast<qulonglong>(node.tensor()))
                                   : QVariant();
        case UnreadableRole:
            return unreadable(node);
        case Qt::ToolTipRole:
            return toolTip(node);
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1, %2").arg(node.label(), detail(node));
        default:
            return {};
    }
}

}  // namespace zeropoint::ui
