// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/exports.h"

#include "core/calibration/calibrate.h"
#include "core/data/text.h"
#include "core/exchange/convert_file.h"
#include "core/exchange/peft_adapter.h"
#include "core/exchange/tensor_export.h"
#include "core/exchange/trained_export.h"
#include "core/experiment/run_experiment.h"
#include "core/metrics/left_out.h"
#include "core/scheme/format_settings.h"
#include "ui/controls/save_dialog.h"
#include "ui/job/job_runner.h"
#include "ui/state/open_files.h"
#include "ui/state/runs/run_record.h"
#include "ui/state/runs/training_worker.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"
#include "ui/text/conversion_words.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QFileDialog>
#include <QFileInfo>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint::ui {
namespace {

const RunRecord* runOf(const Workbench& bench) {
    return bench.training().selectedRun();
}

/// The task of a run; a text's with the alphabet that its model reads.
TaskSpec taskOf(const RunRecord& run) {
    TaskSpec task = run.plan.task;
    if (const auto* text = dynamic_cast<const Text*>(run.snapshot->data.get())) {
        task.alphabet = text->alphabet();
    }
    return task;
}

/// What a run began with that started from a file: that of a kept run's settings, or the sample.
Result<Transformer<float>> startOf(const std::string& keptAs, TaskKind task) {
    if (keptAs.empty()) {
        return shippedCheckpoint(task).map(
            [](Checkpoint sample) { return std::move(sample.model); });
    }
    return experimentSpecFromJson(keptAs)
        .and_then([](const ExperimentSpec& spec) { return openExperiment(spec); })
        .and_then([](ExperimentInput input) -> Result<Transformer<float>> {
            if (!input.base) {
                return fail(ErrorCode::NotFound, "The run did not start from a model's file", "",
                            "Export the whole model as ONNX");
            }
            return std::move(*input.base);
        });
}

/// Values that a scheme quantized into a file.
struct QuantizedExport {
    std::uint64_t bytes = 0;
    QuantScheme scheme;
    LeftOut leftOut;
    bool overflowed = false;
    std::vector<ConversionNote> notes;
};

/// What somebody should know of what was written, beside its size.
QStringList toKnow(const QuantizedExport& written) {
    return writtenValuesSentences(written.leftOut, written.overflowed, written.scheme) +
           conversionSentences(written.notes);
}

QStringList toKnow(const TrainedReport& report) {
    return conversionSentences(report.notes);
}

QStringList toKnow(const AdapterReport& report) {
    return report.storedAs.empty()
               ? QStringList()
               : QStringList(Exports::tr("Its base is to be loaded as it was trained: %1.")
                                 .arg(shownText(report.storedAs)));
}

}  // namespace

Exports::Exports(Workbench& bench, QWidget* window)
    : QObject(window), m_bench(bench), m_window(window) {}

QString Exports::whyNoTensor(const Workbench& bench) {
    return bench.source() ? QString() : tr("Open a file or draw a tensor first");
}

QString Exports::whyNoModel(const Workbench& bench) {
    return bench.file() ? QString() : tr("Open a file of weights first");
}

QString Exports::whyNoRun(const Workbench& bench) {
    const RunRecord* run = runOf(bench);
    if (run == nullptr) {
        return tr("Select a run on the Train page first");
    }
    if (run->method() == MethodKind::Qat && !run->kept()) {
        return tr(
            "The model of a run that trains through quantizers is exported once it is kept: "
            "its weights are then on their grids");
    }
    return run->snapshot ? QString() : tr("The run has no model yet");
}

QString Exports::whyNoAdapters(const Workbench& bench) {
    const RunRecord* run = runOf(bench);
    if (run == nullptr || !trainsAdapters(run->method())) {
        return tr("Select a run that trains with LoRA or QLoRA on the Train page first");
    }
    if (!run->snapshot) {
        return tr("The run has no model yet");
    }
    const RunRecord* base = bench.training().baseOf(run->plan);
    const bool gone =
        run->plan.start == StartFrom::Run && !run->kept() && (base == nullptr || !base->snapshot);
    return gone ? tr("The run that it started from is not there any more") : QString();
}

void Exports::choose(const QString& title, const QString& name, const QStringList& filters,
                     void (Exports::*write)(const QString& file)) {
    QFileDialog* dialog = saveDialog(m_window, name, title, filters.join(QStringLiteral(";;")));
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void Exports::chooseForTensor() {
    choose(
        tr("Export the quantized tensor"), QStringLiteral("export_tensor_dialog"),
        {tr("Codes, scales and zero points (*.safetensors)"), tr("Codes for NumPy (*.npz)"),
         tr("GGUF, blocks and half precision (*.gguf)"), tr("C header for microcontrollers (*.h)"),
         tr("Values as read back (*.npy)"), tr("Values as a table (*.csv)")},
        &Exports::exportTensor);
}

void Exports::chooseForModel() {
    choose(tr("Export the open model under the present settings"),
           QStringLiteral("export_model_dialog"),
           {tr("GGUF for llama.cpp (*.gguf)"), tr("Codes, scales and zero points (*.safetensors)"),
            tr("Codes for NumPy (*.npz)")},
           &Exports::exportModel);
}

void Exports::chooseForRun() {
    choose(tr("Export the model of the run"), QStringLiteral("export_run_dialog"),
           {tr("ONNX graph (*.onnx)"), tr("GGUF for llama.cpp (*.gguf)")}, &Exports::exportRun);
}

void Exports::chooseForAdapters() {
    auto* dialog = new QFileDialog(m_window, tr("Export the adapters as a new folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("export_adapters_dialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Exports::exportAdapters);
    dialog->open();
}

/// Says how large it became and what is to be known of it, or why not: `work` writes it on a
/// worker.
template <typename Work>
void Exports::start(const QString& file, Work work) {
    const QString name = QFileInfo(file).fileName();
    m_waiting << name;
    // Without a key: a second export does not take the place of the first.
    m_bench.jobs().start(
        tr("Exporting %1").arg(name), {}, std::move(work), this, [this, name](const auto& made) {
            m_waiting.removeOne(name);
            if (made) {
                const QStringList size{
                    tr("%1 is written: %2 bytes.").arg(name, formatCount(made->bytes))};
                m_bench.tell((size + toKnow(*made)).join(QLatin1Char(' ')));
            } else {
                m_bench.report(made.error());
            }
        });
}

bool Exports::spares(const QString& file) {
    const auto spared = OpenFiles(m_bench).mayReplace(file);
    if (!spared) {
        m_bench.report(spared.error());
    }
    return spared.has_value();
}

void Exports::exportTensor(const QString& file) {
    if (!m_bench.source() || !spares(file)) {
        return;
    }
    start(file, [source = m_bench.source(), scheme = followed(m_bench.scheme()),
                 path = file.toStdString()](const Execution& execution) {
        const Tensor& tensor = source->tensor;
        return calibrate(tensor, scheme, execution)
            .and_then([&](const Calibration& calibration) {
                return exportQuantization(tensor, scheme, calibration, path, execution);
            })
            .map([&](const TensorExport& made) {
                return QuantizedExport{made.bytes,
                                       scheme,
                                       leftOutOf(tensor.values()),
                                       overflows(tensor.values(), scheme),
                                       {}};
            });
    });
}

void Exports::exportModel(const QString& file) {
    if (!m_bench.file()) {
        return;
    }
    start(file, [model = m_bench.file(), scheme = followed(m_bench.scheme()),
                 path = file.toStdString()](const Execution& execution) {
        return convertFile(model, path, {readableTensors(*model), scheme, false}, execution)
            .map([&](ConversionReport report) {
                return QuantizedExport{report.bytes, scheme, report.leftOut, report.overflowed,
                                       std::move(report.notes)};
            });
    });
}

void Exports::exportRun(const QString& file) {
    const RunRecord* run = runOf(m_bench);
    if (!whyNoRun(m_bench).isEmpty() || !spares(file)) {
        return;
    }
    start(file, [snapshot = run->snapshot, task = taskOf(*run), name = run->name.toStdString(),
                 path = file.toStdString()](const Execution& execution) {
        return exportTrained({&snapshot->model, task, name}, path, {}, execution);
    });
}

void Exports::exportAdapters(const QString& folder) {
    if (!whyNoAdapters(m_bench).isEmpty()) {
        return;
    }
    const RunRecord* run = runOf(m_bench);
    const RunRecord* base = m_bench.training().baseOf(run->plan);
    start(folder, [tuned = run->snapshot, method = run->plan.method, kept = run->keptAs,
                   task = run->plan.task.kind,
                   before = base != nullptr && !run->kept() ? base->snapshot : nullptr,
                   name = (base != nullptr ? base->name : tr("sample model")).toStdString(),
                   path = folder.toStdString()](const Execution& execution) {
        const auto write = [&](const Transformer<float>& from) {
            return writeRunAdapter(
                path, method, {&from, &tuned->model, name, {}, adaptersOf(method).rank}, execution);
        };
        return before != nullptr
                   ? write(before->model)
                   : startOf(kept, task).and_then([&](const Transformer<float>& from) {
                         return write(from);
                     });
    });
}

}  // namespace zeropoint::ui
