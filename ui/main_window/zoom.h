// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace zeropoint::ui {

/// How large the program draws everything, as an index into zoomPercents: chosen in one start,
/// taken up by the next, because Qt takes its scale once.
int storedZoom();
void storeZoom(int zoom);

/// Makes an application that is made while it lives draw everything so large. What the person asks
/// of Qt by QT_SCALE_FACTOR is multiplied, and put back, so that a program that is started from
/// here does not multiply it once more.
class ZoomedStart {
public:
    explicit ZoomedStart(int zoom);
    ~ZoomedStart();
    ZoomedStart(const ZoomedStart&) = delete;
    ZoomedStart& operator=(const ZoomedStart&) = delete;

private:
    std::optional<QByteArray> m_before;  ///< nothing: it was not set
};

}  // namespace zeropoint::ui
