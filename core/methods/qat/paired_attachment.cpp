// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/paired_attachment.h"

namespace zeropoint {

std::vector<PairedAttachment::OwnParameter> PairedAttachment::ownParameters() const {
    std::vector<OwnParameter> all = m_weight->ownParameters();
    for (OwnParameter& own : m_input->ownParameters()) {
        all.push_back(std::move(own));
    }
    return all;
}

void PairedAttachment::beginStep(const Pass& pass, std::size_t shards) {
    m_weight->beginStep(pass, shards);
    m_input->beginStep(pass, shards);
}

void PairedAttachment::endStep(const Pass& pass) {
    m_weight->endStep(pass);
    m_input->endStep(pass);
}

void PairedAttachment::effectiveWeight(std::span<const float> master, OwnSpans<const float> own,
                                       std::span<float> effective) {
    m_weight->effectiveWeight(master, own, effective);
}

void PairedAttachment::weightGradient(std::span<const float> master, OwnSpans<const float> own,
                                      std::span<float> gradient, OwnSpans<float> ownGradient) {
    m_weight->weightGradient(master, own, gradient, ownGradient);
}

void PairedAttachment::effectiveInput(const Pass& pass, std::span<const float> x,
                                      OwnSpans<const float> own, std::span<float> effective) {
    m_input->effectiveInput(pass, x, own.after(m_weightOwn), effective);
}

void PairedAttachment::inputGradient(const Pass& pass, std::span<const float> x,
                                     OwnSpans<const float> own, std::span<float> gradient,
                                     OwnSpans<float> ownGradient) {
    m_input->inputGradient(pass, x, own.after(m_weightOwn), gradient,
                           ownGradient.after(m_weightOwn));
}

}  // namespace zeropoint
