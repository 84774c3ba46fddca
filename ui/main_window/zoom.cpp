// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/zoom.h"

#include "ui/state/views.h"

#include <QSettings>

#include <algorithm>
#include <iterator>

namespace zeropoint::ui {
namespace {

const QString key = QStringLiteral("zoom");
constexpr char scaleVariable[] = "QT_SCALE_FACTOR";
constexpr int last = static_cast<int>(std::size(zoomPercents)) - 1;

}  // namespace

int storedZoom() {
    return std::clamp(QSettings().value(key).toInt(), 0, last);
}

void storeZoom(int zoom) {
    QSettings().setValue(key, zoom);
}

ZoomedStart::ZoomedStart(int zoom) {
    if (qEnvironmentVariableIsSet(scaleVariable)) {
        m_before = qgetenv(scaleVariable);
    }
    if (zoom > 0) {
        const double before = m_before ? m_before->toDouble() : 1;
        const double factor = (before > 0 ? before : 1) * zoomPercents[zoom] / 100;
        qputenv(scaleVariable, QByteArray::number(factor));
    }
}

ZoomedStart::~ZoomedStart() {
    if (m_before) {
        qputenv(scaleVariable, *m_before);
    } else {
        qunsetenv(scaleVariable);
    }
}

}  // namespace zeropoint::ui
