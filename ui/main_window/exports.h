// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QWidget;

namespace zeropoint::ui {

class Workbench;

/// What leaves the window as a file for other programs: the shown tensor as it is quantized, and
/// the model of a run. Asks where to, writes on a worker with progress, and says how large the file
/// became and what of the source it does not hold; an error goes to Workbench::report.
class Exports : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    Exports(Workbench& bench, QWidget* window);

    /// Why there is nothing to export now; empty: there is.
    static QString whyNoTensor(const Workbench& bench);
    static QString whyNoModel(const Workbench& bench);
    static QString whyNoRun(const Workbench& bench);
    /// Adapters are what LoRA and QLoRA add to a model that is still there.
    static QString whyNoAdapters(const Workbench& bench);

    /// Ask where to.
    void chooseForTensor();
    void chooseForModel();
    void chooseForRun();
    void chooseForAdapters();
    /// By the ending: .safetensors, .npz, .npy, .csv, .gguf or .h.
    void exportTensor(const QString& file);
    /// Every weight of the open file under the present settings, what is no weight as it is, by the
    /// ending: .gguf, .safetensors or .npz.
    void exportModel(const QString& file);
    /// The model of the selected run at its latest snapshot, by the ending: .onnx or .gguf.
    void exportRun(const QString& file);
    /// What the selected run has beyond its base, as a folder that the PEFT library reads.
    void exportAdapters(const QString& folder);

    /// The files that are not whole yet, by their names.
    const QStringList& waiting() const { return m_waiting; }

private:
    void choose(const QString& title, const QString& name, const QStringList& filters,
                void (Exports::*write)(const QString& file));
    /// Whether the open file keeps its place; else says that it would not.
    bool spares(const QString& file);
    template <typename Work>
    void start(const QString& file, Work work);

    Workbench& m_bench;
    QWidget* m_window;
    QStringList m_waiting;
};

}  // namespace zeropoint::ui
