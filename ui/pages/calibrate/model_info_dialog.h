// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace zeropoint::ui {

class ModelOverview;

/// What a file says of itself beside its weights: sums by dtype, the architecture of the
/// config.json beside it, and its metadata, as one table that can be read and copied.
class ModelInfoDialog : public QDialog {
    Q_OBJECT

public:
    explicit ModelInfoDialog(const ModelOverview& overview, QWidget* parent = nullptr);
};

}  // namespace zeropoint::ui
