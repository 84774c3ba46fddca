// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advise.h"

namespace zeropoint {

/// GGUF recipes (of K and IQ types the sizes alone: those are not written here), plain GGUF types
/// with the output head in Q8_0, and one format for all matrices with embedding and head in 16 and
/// in 8 bits: names, kinds and plans. Formats whose blocks do not fill the model's rows are left
/// out.
std::vector<AdviceOption> plainOptions(const Architecture& architecture);

/// The mix of GGUF types that quantize here with the least squared error within `budget` bytes of
/// weights; all that is no matrix stays FP32. Begins with the smallest type everywhere and takes
/// the step that saves most error for its bytes until none fits. Nothing where not even the
/// smallest fits.
std::optional<AdviceOption> mixFor(const Architecture& architecture, const WeightErrors& errors,
                                   KeptParts keep, std::int64_t budget);

/// A measured weight as the estimator knows weights.
WeightShape shapeOf(const TensorErrors& tensor);

/// Fills sqnrDb, worstDb and worstLayer from what was measured.
void takeErrors(AdviceOption& option, const Architecture& architecture, const WeightErrors& errors);

}  // namespace zeropoint
