// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/linear_attachment.h"

#include <memory>
#include <utility>

namespace zeropoint {

/// A weight part and an input part on one site, where a layer has room for one attachment. The own
/// parameters of the weight part come first.
class PairedAttachment final : public LinearAttachment<float> {
public:
    PairedAttachment(std::shared_ptr<LinearAttachment> weight,
                     std::shared_ptr<LinearAttachment> input)
        : m_weight(std::move(weight)),
          m_input(std::move(input)),
          m_weightOwn(m_weight->ownParameters().size()) {}

    std::vector<OwnParameter> ownParameters() const override;
    void beginStep(const Pass& pass, std::size_t shards) override;
    void endStep(const Pass& pass) override;
    bool changesWeight() const override { return true; }
    void effectiveWeight(std::span<const float> master, OwnSpans<const float> own,
                         std::span<float> effective) override;
    void weightGradient(std::span<const float> master, OwnSpans<const float> own,
                        std::span<float> gradient, OwnSpans<float> ownGradient) override;
    bool changesInput() const override { return true; }
    void effectiveInput(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                        std::span<float> effective) override;
    void inputGradient(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                       std::span<float> gradient, OwnSpans<float> ownGradient) override;

private:
    std::shared_ptr<LinearAttachment> m_weight;
    std::shared_ptr<LinearAttachment> m_input;
    std::size_t m_weightOwn;
};

}  // namespace zeropoint
