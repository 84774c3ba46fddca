// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advice_text.h"
#include "core/advice/advise.h"
#include "core/advice/worst_weight.h"

#include <QObject>

#include <memory>
#include <optional>

namespace zeropoint::ui {

class MemoryStudy;
class Workbench;

/// Which setting for this model on this device: the weight errors of the open file, measured once
/// on the worker, and the advice that follows from them for the question as it stands. Another
/// device, context or cache needs no new measurement.
class AdviceStudy : public QObject {
    Q_OBJECT

public:
    AdviceStudy(Workbench& bench, MemoryStudy& memory);
    ~AdviceStudy() override;

    /// For the present question, made when it is asked for; the last one that there was when the
    /// question cannot be answered. Null before the first.
    const Advice* advice();
    /// Why the advice is an earlier question's.
    const std::optional<Error>& problem();

    /// The question is about the open file, whose weights can be or were measured.
    bool isOfFile() const;
    bool measured() const { return m_errors != nullptr; }
    bool measuring() const { return m_measuring; }
    const WeightErrors* errors() const { return m_errors.get(); }
    /// Starts a job that the status bar can stop; nothing while there is no file.
    void measure();
    AdviceReportFacts facts() const;

    /// A weight and what a row of the advice does to it, to be looked at on another page.
    struct Example {
        std::optional<std::size_t> tensor;  ///< of the open file; nothing: none was measured
        QuantScheme scheme;
        std::optional<QuantScheme> recommended;  ///< what the recommended row does to it
    };
    /// The weight that the row harms most; nothing where its type is not written here.
    std::optional<Example> example(const AdviceOption& option) const;

signals:
    void changed();

private:
    void invalidate();
    void forget();
    Result<AdviceQuestion> question() const;

    Workbench& m_bench;
    MemoryStudy& m_memory;
    std::shared_ptr<const WeightErrors> m_errors;  ///< of the open file
    bool m_measuring = false;
    std::optional<Advice> m_advice;
    std::optional<Error> m_problem;
    bool m_stale = true;
};

}  // namespace zeropoint::ui
