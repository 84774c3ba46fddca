// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/qat_input.h"

namespace zeropoint {

QatInput::QatInput(const QuantScheme& scheme, const ElementFormat& element)
    : m_scheme(scheme), m_element(element), m_chooser(*ParamChooser::make(m_scheme)) {}

Grid QatInput::choose(const RealRange& range) const {
    return Grid::of(m_chooser.choose(range.lo, range.hi), m_element.codes);
}

Result<ElementFormat> QatInput::integerElement(const QuantScheme& scheme, const WeightSite& site) {
    auto element = trainableElement(scheme, site.name);
    if (!element) {
        return element;
    }
    if (const auto chooser = ParamChooser::make(scheme); !chooser) {
        return tl::unexpected(chooser.error());
    }
    return element;
}

}  // namespace zeropoint
