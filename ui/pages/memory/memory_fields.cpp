// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/memory_fields.h"

#include "ui/controls/number_field.h"
#include "ui/controls/setting_binding.h"
#include "ui/state/settings_catalogue.h"
#include "ui/text/memory_words.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>

namespace zeropoint::ui {
namespace {

class MemoryFields {
    Q_DECLARE_TR_FUNCTIONS(MemoryFields)
};

QString objectNameOf(const QString& setting) {
    return QString(setting).replace(QLatin1Char('.'), QLatin1Char('_'));
}

}  // namespace

void addField(QGridLayout& grid, const QString& label, QWidget* control) {
    auto* words = new QLabel(label);
    words->setProperty("role", "secondary");
    words->setBuddy(control);
    if (control->accessibleName().isEmpty()) {
        control->setAccessibleName(label);
    }
    const int row = grid.rowCount();
    grid.addWidget(words, row, 0);
    grid.addWidget(control, row, 1);
}

QComboBox* formatBox(SettingsCatalogue& settings, const QString& name, const QStringList& formats) {
    auto* box = new QComboBox;
    box->setObjectName(objectNameOf(name));
    box->setProperty("density", "compact");
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    for (const QString& format : formats) {
        box->addItem(
            format.isEmpty() ? MemoryFields::tr("as the format says") : storedFormatName(format),
            format);
    }
    bindSetting(box, settings, name);
    return box;
}

QComboBox* optimizerBox(SettingsCatalogue& settings) {
    const QString name = QStringLiteral("memory.training.optimizer");
    auto* box = new QComboBox;
    box->setObjectName(objectNameOf(name));
    box->setProperty("density", "compact");
    for (const QString& id : SettingsCatalogue::find(name)->choices) {
        box->addItem(optimizerName(id), id);
    }
    bindSetting(box, settings, name);
    return box;
}

NumberField* countField(SettingsCatalogue& settings, const QString& name, const QString& label) {
    const Setting& setting = *SettingsCatalogue::find(name);
    auto* field = new NumberField;
    field->setObjectName(objectNameOf(name));
    field->setProperty("density", "compact");
    field->setAccessibleName(label);
    field->setLimits({setting.least.value_or(0), setting.most.value_or(1e15),
                      setting.kind == SettingKind::Integer});
    bindSetting(field, settings, name);
    return field;
}

}  // namespace zeropoint::ui
