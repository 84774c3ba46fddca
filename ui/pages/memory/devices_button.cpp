// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/devices_button.h"

#include "core/memory/catalogue.h"
#include "ui/controls/anchor.h"
#include "ui/controls/notice.h"
#include "ui/controls/number_field.h"
#include "ui/state/own_device.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/memory_words.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int popupWidth = 340;
constexpr int listHeight = 260;
constexpr int ownRole = Qt::UserRole + 1;

const QString& devicesName() {
    static const QString name = QStringLiteral("memory.devices");
    return name;
}

const QString& ownName() {
    static const QString name = QStringLiteral("memory.own_devices");
    return name;
}

}  // namespace

DevicesButton::DevicesButton(Workbench& bench, QWidget* parent)
    : QToolButton(parent), m_bench(bench) {
    setProperty("role", "button");
    setObjectName(QStringLiteral("memory_devices"));
    setText(tr("Devices…"));
    setToolTip(tr("Which devices are shown, and devices of your own"));
    setAnchor(this, devicesName());
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_popup == nullptr) {
            build();
        }
        fill();
        m_popup->adjustSize();
        m_popup->move(mapToGlobal(QPoint(width() - m_popup->width(), -m_popup->height() - 4)));
        m_popup->show();
        m_list->setFocus();
    });
}

void DevicesButton::build() {
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setProperty("role", "popup");
    popup->setObjectName(QStringLiteral("memory_devices_popup"));
    popup->setFixedWidth(popupWidth);
    m_popup = popup;
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("memory_device_list"));
    m_list->setAccessibleName(tr("Devices that are shown"));
    m_list->setFixedHeight(listHeight);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_list);
    column->addWidget(buildOwn());
    connect(m_list, &QListWidget::itemChanged, this, &DevicesButton::takeChecks);
}

QWidget* DevicesButton::buildOwn() {
    auto* own = new QWidget;
    auto* grid = new QGridLayout(own);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(6);
    auto* title = new QLabel(tr("A device of your own"));
    title->setProperty("role", "cardTitle");
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("memory_own_name"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the device"));
    m_memory = new NumberField;
    m_memory->setObjectName(QStringLiteral("memory_own_memory"));
    m_memory->setAccessibleName(tr("Memory, GiB"));
    m_memory->setSuffix(QStringLiteral(" GiB"));
    m_memory->setLimits({0.001, 9e5, false});
    m_memory->setValue(16);
    m_bandwidth = new NumberField;
    m_bandwidth->setObjectName(QStringLiteral("memory_own_bandwidth"));
    m_bandwidth->setAccessibleName(tr("Bandwidth, GB/s"));
    m_bandwidth->setSuffix(QStringLiteral(" GB/s"));
    m_bandwidth->setLimits({0, 1e6, false});
    auto* add = new QPushButton(tr("Add"));
    add->setObjectName(QStringLiteral("memory_own_add"));
    auto* remove = new QPushButton(tr("Remove"));
    remove->setObjectName(QStringLiteral("memory_own_remove"));
    remove->setToolTip(tr("Removes the device of your own that is chosen in the list"));
    m_notice = new Notice;
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(m_name, 1, 0, 1, 2);
    grid->addWidget(m_memory, 2, 0);
    grid->addWidget(m_bandwidth, 2, 1);
    grid->addWidget(remove, 3, 0);
    grid->addWidget(add, 3, 1);
    grid->addWidget(m_notice, 4, 0, 1, 2);
    connect(add, &QPushButton::clicked, this, &DevicesButton::addOwn);
    connect(m_name, &QLineEdit::returnPressed, this, &DevicesButton::addOwn);
    connect(remove, &QPushButton::clicked, this, &DevicesButton::removeOwn);
    return own;
}

void DevicesButton::fill() {
    const QSignalBlocker blocker(m_list);
    const MemoryQuestion& question = m_bench.views().memoryQuestion.get();
    m_list->clear();
    for (const Device& device : shippedDevices()) {
        const QString id = QString::fromStdString(device.id);
        auto* item = new QListWidgetItem(
            tr("%1, %2").arg(
                QString::fromStdString(device.name),
                memoryText(double(device.available()), m_bench.views().memory->binary, 1)),
            m_list);
        item->setData(Qt::UserRole, id);
        item->setCheckState(question.devices.contains(id) ? Qt::Checked : Qt::Unchecked);
    }
    for (const QString& line : question.ownDevices) {
        auto* item = new QListWidgetItem(line, m_list);
        item->setData(ownRole, line);
    }
}

void DevicesButton::takeChecks() {
    QStringList shown;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem* item = m_list->item(row);
        if (item->checkState() == Qt::Checked && item->data(Qt::UserRole).isValid()) {
            shown << item->data(Qt::UserRole).toString();
        }
    }
    (void)m_bench.settings().set(devicesName(), QJsonArray::fromStringList(shown));
}

void DevicesButton::addOwn() {
    if (NumberField* refused = refusedField(*m_popup)) {
        m_notice->setText(tr("%1: %2").arg(refused->accessibleName(), refused->refusal()));
        refused->setFocus(Qt::OtherFocusReason);
        return;
    }
    const QString line =
        ownDeviceLine(m_name->text(), m_memory->value(), true, m_bandwidth->value());
    const auto device = ownDevice(line);
    if (!device) {
        m_notice->setText(tr("Give it a name without “=”, and its memory"));
        return;
    }
    QStringList own = m_bench.views().memoryQuestion->ownDevices;
    own.removeIf([&](const QString& other) { return ownDevice(other)->id == device->id; });
    own << line;
    m_notice->setText({});
    (void)m_bench.settings().set(ownName(), QJsonArray::fromStringList(own));
    m_name->clear();
    fill();
}

void DevicesButton::removeOwn() {
    const QListWidgetItem* item = m_list->currentItem();
    if (item == nullptr || !item->data(ownRole).isValid()) {
        m_notice->setText(tr("Choose a device of your own in the list first"));
        return;
    }
    QStringList own = m_bench.views().memoryQuestion->ownDevices;
    own.removeAll(item->data(ownRole).toString());
    m_notice->setText({});
    (void)m_bench.settings().set(ownName(), QJsonArray::fromStringList(own));
    fill();
}

}  // namespace zeropoint::ui
