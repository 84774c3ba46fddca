// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/setting_binding.h"

#include "ui/controls/anchor.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/value_slider.h"
#include "ui/state/settings_catalogue.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTabBar>

namespace zeropoint::ui {
namespace {

/// `show` takes the value as it is and whenever it changes; `signal` of the control writes what
/// `read` makes of its arguments. A value that is refused is shown as it stands.
template <typename Control, typename Signal, typename Show, typename Read>
void bind(Control* control, SettingsCatalogue& settings, const QString& name, Signal signal,
          Show show, Read read) {
    setAnchor(control, name);
    setChangedSetting(control, name);
    QObject::connect(&settings, &SettingsCatalogue::changed, control,
                     [&settings, name, show](const QString& changed) {
                         if (changed == name) {
                             show(settings.value(name));
                         }
                     });
    QObject::connect(control, signal, control, [&settings, name, show, read](auto&&... arguments) {
        const QJsonValue wanted = read(arguments...);
        const QJsonValue now = settings.value(name);
        if (wanted != now && !settings.set(name, wanted)) {
            show(now);
        }
    });
    show(settings.value(name));
}

QStringList choicesOf(const QString& name) {
    const Setting* setting = SettingsCatalogue::find(name);
    return setting != nullptr ? setting->choices : QStringList();
}

}  // namespace

void bindSetting(Segment* segment, SettingsCatalogue& settings, const QString& name) {
    const QStringList choices = choicesOf(name);
    bind(
        segment, settings, name, &Segment::chosen,
        [segment, choices](const QJsonValue& value) {
            segment->setCurrent(static_cast<int>(choices.indexOf(value.toString())));
        },
        [choices](int index) { return QJsonValue(choices.value(index)); });
}

void bindSetting(QTabBar* tabs, SettingsCatalogue& settings, const QString& name) {
    const QStringList choices = choicesOf(name);
    bind(
        tabs, settings, name, &QTabBar::currentChanged,
        [tabs, choices](const QJsonValue& value) {
            tabs->setCurrentIndex(static_cast<int>(choices.indexOf(value.toString())));
        },
        [choices](int index) { return QJsonValue(choices.value(index)); });
}

void bindSetting(QComboBox* box, SettingsCatalogue& settings, const QString& name) {
    const QStringList choices = choicesOf(name);
    const bool byData = box->count() == 0 || box->itemData(0).isValid();
    bind(
        box, settings, name, &QComboBox::currentIndexChanged,
        [box, choices, byData](const QJsonValue& value) {
            const QSignalBlocker blocker(box);  // what is shown is no choice of the hand
            box->setCurrentIndex(byData ? box->findData(value.toVariant())
                                        : static_cast<int>(choices.indexOf(value.toString())));
        },
        [box, choices, byData](int index) {
            return byData ? QJsonValue::fromVariant(box->itemData(index))
                          : QJsonValue(choices.value(index));
        });
}

void bindSetting(QAbstractButton* checkable, SettingsCatalogue& settings, const QString& name) {
    bind(
        checkable, settings, name, &QAbstractButton::clicked,
        [checkable](const QJsonValue& value) { checkable->setChecked(value.toBool()); },
        [](bool checked) { return QJsonValue(checked); });
}

void bindSetting(NumberField* field, SettingsCatalogue& settings, const QString& name) {
    bind(
        field, settings, name, &NumberField::valueEntered,
        [field](const QJsonValue& value) {
            if (const auto number = numberFromJson(value)) {
                field->setValue(*number);
            }
        },
        [](double number) { return numberToJson(number); });
}

void bindSetting(QLineEdit* field, SettingsCatalogue& settings, const QString& name) {
    bind(
        field, settings, name, &QLineEdit::textChanged,
        [field](const QJsonValue& value) {
            if (field->text() != value.toString()) {
                const QSignalBlocker blocker(field);
                field->setText(value.toString());
            }
        },
        [](const QString& text) { return QJsonValue(text); });
}

void bindSetting(SteppedSlider* slider, SettingsCatalogue& settings, const QString& name) {
    bind(
        slider, settings, name, &SteppedSlider::stopChosen,
        [slider](const QJsonValue& value) { slider->setStop(value.toInt(slider->stop())); },
        [](int stop) { return QJsonValue(stop); });
}

void bindSetting(ValueSlider* slider, SettingsCatalogue& settings, const QString& name) {
    bind(
        slider, settings, name, &ValueSlider::valueChanged,
        [slider](const QJsonValue& value) {
            if (const auto number = numberFromJson(value); number && *number != slider->value()) {
                slider->setValue(*number);
            }
        },
        [](double number) { return numberToJson(number); });
}

}  // namespace zeropoint::ui
