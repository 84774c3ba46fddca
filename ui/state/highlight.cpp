// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/highlight.h"

namespace zeropoint::ui {

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

void Highlight::chooseLayer(const QString& name) {
    if (name != m_chosenLayer) {
        m_chosenLayer = name;
        emit chosenLayerChanged();
    }
}

}  // namespace zeropoint::ui
