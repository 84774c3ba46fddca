// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/peft_adapter.h"

#include "core/experiment/run_attachments.h"
#include "core/files/atomic_file.h"
#include "core/files/weight_writer.h"
#include "core/support/in_quotes.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <Eigen/SVD>
#include <algorithm>
#include <filesystem>
#include <limits>
#include <vector>

namespace zeropoint {
namespace {

namespace fs = std::filesystem;
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// tuned - base = B A of one site.
struct Factors {
    std::string site;
    Matrix a;  ///< [rank, in]
    Matrix b;  ///< [out, rank]
};

tl::unexpected<Error> noAdapter(const std::string& what, const std::string& where) {
    return fail(ErrorCode::InvalidArgument, what, where,
                "Export the whole model, or give the checkpoint that the adapters were trained "
                "on; of QLoRA say --format nf4 too, with its blocks");
}

Matrix matrixOf(std::span<const float> values, const WeightSite& site) {
    Matrix matrix(static_cast<Eigen::Index>(site.out), static_cast<Eigen::Index>(site.in));
    std::ranges::copy(values, matrix.data());
    return matrix;
}

/// Singular values that the rounding of float32 weights explains are none.
Eigen::Index rankOf(const Eigen::VectorXd& singular, const Matrix& weight) {
    const double noise = 4 * double{std::numeric_limits<float>::epsilon()} * weight.norm();
    return static_cast<Eigen::Index>(
        std::count_if(singular.begin(), singular.end(), [noise](double s) { return s > noise; }));
}

Result<Factors> factorsOf(const WeightSite& site, const Matrix& base, const Matrix& tuned,
                          std::optional<std::size_t> known) {
    const Matrix difference = tuned - base;
    const Eigen::JacobiSVD<Matrix> svd(difference, Eigen::ComputeThinU | Eigen::ComputeThinV);
    const Eigen::Index rank = rankOf(svd.singularValues(), tuned);
    const Eigen::Index most = known ? static_cast<Eigen::Index>(*known)
                                    : std::min(difference.rows(), difference.cols()) / 2;
    if (rank > most) {
        return noAdapter("The weight differs in rank " + std::to_string(rank) +
                             ": that is no adapter's difference",
                         site.name);
    }
    const Eigen::VectorXd roots = svd.singularValues().head(rank).cwiseSqrt();
    return Factors{site.name, roots.asDiagonal() * svd.matrixV().leftCols(rank).transpose(),
                   svd.matrixU().leftCols(rank) * roots.asDiagonal()};
}

/// Every parameter but the linear weights must be the base's own.
Result<void> checkRest(const Transformer<float>& base, const Transformer<float>& tuned,
                       std::span<const std::string> weights) {
    const auto& entries = base.parameters().entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const bool weight = std::ranges::find(weights, entries[i].name) != weights.end();
        if (!weight &&
            !std::ranges::equal(base.parameters().values(i), tuned.parameters().values(i))) {
            return noAdapter("An adapter cannot hold the change of " + inQuotes(entries[i].name),
                             entries[i].name);
        }
    }
    return {};
}

Result<std::vector<Factors>> allFactors(const AdapterExport& adapters, const Execution& execution) {
    const Transformer<float>& base = *adapters.base;
    const Transformer<float>& tuned = *adapters.tuned;
    std::vector<Factors> all;
    std::vector<std::string> weights;
    for (const WeightSite& site : base.sites()) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "Stopped", site.name);
        }
        const std::size_t index = *base.parameters().find(site.name + ".weight");
        const auto before = base.parameters().values(index);
        const auto after = tuned.parameters().values(index);
        if (!site.linear || std::ranges::equal(before, after)) {
            continue;
        }
        auto factors =
            factorsOf(site, matrixOf(before, site), matrixOf(after, site), adapters.rank);
        if (!factors) {
            return tl::unexpected(factors.error());
        }
        all.push_back(std::move(*factors));
        weights.push_back(site.name + ".weight");
    }
    if (auto valid = checkRest(base, tuned, weights); !valid) {
        return tl::unexpected(valid.error());
    }
    return all;
}

/// A factor with zeros up to the rank that all share.
TensorOutput outputOf(const std::string& name, const Matrix& factor, Eigen::Index rows,
                      Eigen::Index columns) {
    Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> whole =
        Eigen::MatrixXf::Zero(rows, columns);
    whole.topLeftCorner(factor.rows(), factor.cols()) = factor.cast<float>();
    std::vector<float> values(whole.data(), whole.data() + whole.size());
    return zeropoint::outputOf(Tensor(name, {rows, columns}, std::move(values)));
}

std::string configText(std::span<const Factors> all, std::size_t rank, const std::string& base) {
    nlohmann::ordered_json config = {{"peft_type", "LORA"},
                                     {"task_type", nullptr},
                                     {"base_model_name_or_path", base},
                                     {"r", rank},
                                     {"lora_alpha", rank},
                                     {"lora_dropout", 0.0},
                                     {"bias", "none"},
                                     {"fan_in_fan_out", false},
                                     {"inference_mode", true},
                                     {"target_modules", nlohmann::ordered_json::array()}};
    for (const Factors& factors : all) {
        config["target_modules"].push_back(factors.site);
    }
    return config.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string storedText(const RunSpec& run) {
    if (run.method != MethodKind::Qlora) {
        return {};
    }
    const Nf4Options& nf4 = run.qlora.base;
    std::string text = "nf4, blocks of " + std::to_string(nf4.blockSize);
    if (nf4.doubleQuantization) {
        text += ", scales doubly quantized in blocks of " + std::to_string(nf4.scaleBlock);
    }
    return run.qlora.head ? text : text + ", the head as it is";
}

/// A folder under another name that goes unless it is put in place.
class NewFolder {
public:
    explicit NewFolder(const std::string& target)
        : m_target(target), m_path(target + "." + std::to_string(::getpid()) + ".part") {
        m_made = fs::create_directory(m_path, m_error);
    }
    ~NewFolder() {
        std::error_code ignored;
        if (m_made) {
            fs::remove_all(m_path, ignored);
        }
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    bool made() const { return m_made; }
    std::string in(const char* name) const { return (m_path / name).string(); }
    Result<void> commit() {
        fs::rename(m_path, m_target, m_error);
        m_made = static_cast<bool>(m_error);
        return m_error ? failed() : Result<void>();
    }
    tl::unexpected<Error> failed() const {
        return fail(ErrorCode::WriteFailed, "The folder could not be written: " + m_error.message(),
                    m_target.string(), "Choose another place");
    }

private:
    fs::path m_target;
    fs::path m_path;
    std::error_code m_error;
    bool m_made = false;
};

}  // namespace

Result<AdapterReport> writePeftAdapter(const std::string& folder, const AdapterExport& adapters,
                                       const Execution& execution) {
    if (!(adapters.base->config() == adapters.tuned->config())) {
        return noAdapter("The two are not models of one configuration", adapters.baseName);
    }
    std::error_code ignored;
    if (fs::exists(folder, ignored)) {
        return fail(ErrorCode::InvalidArgument, "There is something of this name already", folder,
                    "Choose a folder that is not there yet");
    }
    const auto all = allFactors(adapters, execution);
    if (!all || all->empty()) {
        return all ? noAdapter("No weight differs from the base's", adapters.baseName)
                   : tl::unexpected<Error>(all.error());
    }
    AdapterReport report{all->size(), 0, 0, adapters.storedAs};
    for (const Factors& factors : *all) {
        report.rank = std::max(report.rank, static_cast<std::size_t>(factors.a.rows()));
    }
    const auto rank = static_cast<Eigen::Index>(report.rank);
    WeightOutput output;
    output.metadata = {{"format", "pt"}};
    if (!adapters.storedAs.empty()) {
        output.metadata.emplace_back("zeropoint.base", adapters.storedAs);
    }
    for (const Factors& factors : *all) {
        const std::string name = "base_model.model." + factors.site;
        output.tensors.push_back(
            outputOf(name + ".lora_A.weight", factors.a, rank, factors.a.cols()));
        output.tensors.push_back(
            outputOf(name + ".lora_B.weight", factors.b, factors.b.rows(), rank));
    }
    NewFolder made(folder);
    if (!made.made()) {
        return made.failed();
    }
    return writeWeights(made.in("adapter_model.safetensors"), WriteFormat::Safetensors, output,
                        execution)
        .and_then([&](std::uint64_t bytes) {
            report.bytes = bytes;
            return replaceFile(made.in("adapter_config.json"),
                               configText(*all, report.rank, adapters.baseName));
        })
        .and_then([&] { return made.commit(); })
        .map([&] { return report; })
        .map_error([&](Error error) {
            // The folder that is given, not the one that it is until it is whole.
            error.where = error.code == ErrorCode::WriteFailed ? folder : error.where;
            return error;
        });
}

Result<AdapterReport> writeRunAdapter(const std::string& folder, const RunSpec& run,
                                      AdapterExport adapters, const Execution& execution) {
    return besideAdapters(run, *adapters.base).and_then([&](const Transformer<float>& base) {
        adapters.base = &base;
        adapters.storedAs = storedText(run);
        return writePeftAdapter(folder, adapters, execution);
    });
}

}  // namespace zeropoint
