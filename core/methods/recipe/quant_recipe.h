// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/transformer.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// How the codes of a weight are chosen. Each is explained in a file of its own.
enum class PtqMethod {
    RoundToNearest,
    Awq,       ///< Lin et al. 2023: scale up the input channels that matter, then round
    Gptq,      ///< Frantar et al. 2022: round column by column, later columns make up for it
    AdaRound,  ///< Nagel et al. 2020: learn to round up or down; integer formats
    Hqq,       ///< Badri and Shaji 2023: half-quadratic real zero points; integer formats
};

/// How a layer's input [rows, in] is quantized.
enum class ActivationMode {
    None,
    DynamicSequence,  ///< a range anew from all rows of each sequence
    DynamicToken,     ///< a range anew for each row
    Static,           ///< one range, from calibration batches
};

/// Which observer finds the range of a static activation.
enum class ActivationObserver {
    RangeMethod,    ///< the scheme's range method over the rows of all calibration batches
    MovingAverage,  ///< extremes averaged from batch to batch (MovingAverageRange)
};

struct ActivationRecipe {
    ActivationMode mode = ActivationMode::None;
    /// Granularity is always Tensor (the mode says who shares a range), the range method counts
    /// for Static alone. A block format needs DynamicToken: its blocks lie along a row.
    QuantScheme scheme;
    ActivationObserver observer = ActivationObserver::RangeMethod;
    double averagingConstant = 0.01;  ///< share of its way that a batch moves the ends, in (0, 1]

    bool operator==(const ActivationRecipe&) const = default;
};

/// How a layer's bias is stored.
enum class BiasTreatment {
    Keep,   ///< in the format of what stays in high precision
    Int32,  ///< codes at scale (weight scale * activation scale): static activations per tensor
};

/// What becomes of one site (a place where an attachment fits: see WeightSite).
struct SiteRecipe {
    std::optional<QuantScheme> weight;  ///< nullopt: stays in high precision
    ActivationRecipe activation;
    PtqMethod method = PtqMethod::RoundToNearest;
    /// Share of the range that the scheme's method finds for each unit of the weight, in (0, 1]:
    /// what lies beyond is clipped. Below 1 with RoundToNearest and formats with scales alone.
    double clip = 1;
    /// Adds the mean error of the outputs over the calibration rows to the bias (Nagel et al.
    /// 2019). Layers without a bias are left as they are.
    bool biasCorrection = false;
    BiasTreatment bias = BiasTreatment::Keep;

    bool operator==(const SiteRecipe&) const = default;
};

/// Another recipe for the sites whose names match: '*' stands for any run of characters, '?' for
/// one ("layers.0.*", "layers.?.attn.q").
struct SiteOverride {
    std::string sites;
    SiteRecipe recipe;

    bool operator==(const SiteOverride&) const = default;
};

/// Batches of the training part that show what activations look like; the test part is never used.
struct CalibrationRecipe {
    std::size_t batches = 4;     ///< 0..256; 0 only where nothing needs data
    std::size_t sequences = 32;  ///< in a batch, 1..1024
    std::uint64_t seed = 1;

    bool operator==(const CalibrationRecipe&) const = default;
};

struct GptqSettings {
    bool actOrder = true;     ///< columns of large Hessian diagonal first
    double damping = 0.01;    ///< share of the mean diagonal that is added to it, in (0, 1]
    std::size_t block = 128;  ///< columns between two updates of all the rest
    bool operator==(const GptqSettings&) const = default;
};

struct AwqSettings {
    std::size_t steps = 20;  ///< exponents tried, evenly spread over [0, 1): 1..100
    bool operator==(const AwqSettings&) const = default;
};

struct AdaRoundSettings {
    std::size_t iterations = 300;  ///< 1..20000
    double learningRate = 0.05;
    double regularization = 10;  ///< weight of the term that pushes to 0 or 1
    bool operator==(const AdaRoundSettings&) const = default;
};

struct HqqSettings {
    std::size_t iterations = 20;  ///< 1..1000
    double norm = 0.7;            ///< p of the error's |e|^p, in (0, 1]
    bool operator==(const HqqSettings&) const = default;
};

/// Everything that turns a trained model into a quantized one. Together with the model and the
/// data it decides every bit of the result.
struct QuantRecipe {
    SiteRecipe base;  ///< for the linear layers of the blocks
    /// Base goes for the token table or patch embedding too. Of a table, which has no input, only
    /// the weight is quantized, to nearest or by HQQ.
    bool embeddings = false;
    bool head = true;  ///< ... for the head too (a tied head goes with the token table)
    std::vector<SiteOverride> overrides;  ///< the last one that matches counts
    /// SmoothQuant (Xiao et al. 2022) before any method, on layers behind a norm whose inputs are
    /// quantized: the share of the activations' outliers that moves into the weights, in [0, 1].
    std::optional<double> smoothAlpha;
    /// Keys and values as attention reads them and a cache keeps them: a range for each token, or
    /// for groups along its row.
    std::optional<QuantScheme> kvCache;
    std::string rest = "fp32";  ///< what stays in high precision: "fp32", "fp16" or "bf16"
    CalibrationRecipe calibration;
    GptqSettings gptq;
    AwqSettings awq;
    AdaRoundSettings adaRound;
    HqqSettings hqq;

    bool operator==(const QuantRecipe&) const = default;
};

/// One JSON object with every setting.
std::string toJson(const QuantRecipe& recipe);
/// Reads what toJson wrote. Keys that are left out keep their defaults; within an override those
/// of "base". Malformed for text that is not JSON; InvalidArgument names the first key that is
/// unknown, of the wrong type or out of range, with its place ("overrides[0].weight.format").
Result<QuantRecipe> quantRecipeFromJson(std::string_view text);

/// A site of a model with what the recipe makes of it.
struct ResolvedSite {
    WeightSite site;
    SiteRecipe recipe;
};

/// The sites of a model in the order of Transformer::sites(). NotFound for an override that
/// matches none.
Result<std::vector<ResolvedSite>> resolveSites(const QuantRecipe& recipe,
                                               const Transformer<float>& model);

/// Whether a site's name matches an override's pattern.
bool matchesSite(std::string_view pattern, std::string_view name);

/// Whether anything in the recipe has to see calibration batches.
bool needsCalibration(const QuantRecipe& recipe, const std::vector<ResolvedSite>& sites);

/// Says what does not fit: unknown formats, groups and blocks that do not divide a layer's rows, a
/// method that cannot make the format, an embedding whose input would change, missing calibration
/// batches, settings out of range. `where` of the error names the site.
Result<void> validate(const QuantRecipe& recipe, const Transformer<float>& model);

}  // namespace zeropoint
