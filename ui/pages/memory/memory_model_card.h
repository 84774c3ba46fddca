// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QComboBox;

namespace zeropoint {
struct Architecture;
}

namespace zeropoint::ui {

class ValueSlider;
class Workbench;
struct MemoryQuestion;

/// Which model, and what one asks most about it.
class MemoryModelCard : public QFrame {
    Q_OBJECT

public:
    explicit MemoryModelCard(Workbench& bench, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillModels();
    QWidget* buildParameters();
    ValueSlider* slider(const QString& name, const QString& label, double least, double most,
                        bool logarithmic);
    void nameOpenModel();
    void nameModels(const MemoryQuestion& question, const Architecture* open);
    /// Limits go by the model; what contradicts the others is marked.
    void refresh();

    Workbench& m_bench;
    QComboBox* m_model;
    ValueSlider* m_parameters = nullptr;
    ValueSlider* m_context = nullptr;
    ValueSlider* m_kvHeads = nullptr;
};

}  // namespace zeropoint::ui
