// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/highlight.h"

namespace zeropoint::ui {

Highlight::Highlight(ViewState<RunChoice>& choice, QObject* parent)
    : QObject(parent), m_choice(choice) {
    connect(&choice, &ViewStateSignals::changed, this, [this] {
        if (m_told != m_choice->layer) {
            m_told = m_choice->layer;
            emit chosenLayerChanged();
        }
    });
}

void Highlight::setRun(const QString& name) {
    if (name != m_run) {
        m_run = name;
        emit runChanged();
    }
}

void Highlight::setLayer(const QString& name) {
    if (name != m_layer) {
        m_layer = name;
        emit layerChanged();
    }
}

}  // namespace zeropoint::ui
