// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/adapter_output.h"

#include "app/cli/json_text.h"
#include "core/exchange/peft_adapter.h"
#include "core/support/plain_text.h"
#include "core/training/checkpoint.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>

namespace zeropoint::cli {
namespace {

void print(const std::string& folder, const AdapterReport& report, Session& session) {
    if (session.json) {
        nlohmann::ordered_json document = {{"written", folder},
                                           {"layers", report.layers},
                                           {"rank", report.rank},
                                           {"bytes", report.bytes}};
        if (!report.storedAs.empty()) {
            document["base_stored_as"] = report.storedAs;
        }
        session.out << jsonText(document) << '\n';
        return;
    }
    session.out << plainText(folder) << ": adapters of " << report.layers << " layers, rank "
                << report.rank << ", " << report.bytes << " bytes";
    if (!report.storedAs.empty()) {
        session.out << "; for the base as " << report.storedAs;
    }
    session.out << '\n';
}

/// `rank` where the run knows it.
Result<void> write(const RunSpec& run, const Checkpoint& base, const Transformer<float>& tuned,
                   std::optional<std::size_t> rank, const AdapterFiles& files,
                   const Execution& execution, Session& session) {
    const std::string name = std::filesystem::path(files.base).stem().string();
    return zeropoint::writeRunAdapter(files.folder, run, {&base.model, &tuned, name, {}, rank},
                                      execution)
        .map([&](const AdapterReport& report) { print(files.folder, report, session); });
}

/// The blocks that the options name; nothing where they are none that QLoRA has.
std::optional<Nf4Options> nf4Of(const QuantScheme& scheme) {
    const bool doubled = scheme.scaleFormat == ScaleFormat::Double;
    const bool scales = doubled || scheme.scaleFormat == ScaleFormat::Fp32;
    const bool blocks = scheme.granularity == Granularity::Group;
    if (scheme.format != "nf4" || !scales || scheme.groupSize > 1 << 30 ||
        (!blocks && (doubled || scheme.granularity == Granularity::Channel))) {
        return std::nullopt;
    }
    return blocks ? Nf4Options{static_cast<int>(scheme.groupSize), doubled, scheme.doubleBlock}
                  : QloraConfig{}.base;
}

Result<RunSpec> runOf(const QuantOptions& quant) {
    RunSpec run;
    run.method = quant.given() ? MethodKind::Qlora : MethodKind::Lora;
    if (!quant.given()) {
        return run;
    }
    return schemeOf(quant).and_then([&](const QuantScheme& scheme) -> Result<RunSpec> {
        const auto nf4 = nf4Of(scheme);
        if (!nf4) {
            return fail(ErrorCode::InvalidArgument,
                        "Adapters stand beside weights as they are or in NF4", "--format",
                        "Give nf4, and where the blocks are not QLoRA's own --per group:64 "
                        "--scale-format double:256");
        }
        run.qlora.base = *nf4;
        return run;
    });
}

/// A head that is the base's own was not frozen in NF4.
bool headDiffers(const Transformer<float>& base, const Transformer<float>& tuned) {
    const auto before = base.parameters().find("head.weight");
    const auto after = tuned.parameters().find("head.weight");
    return before && after &&
           !std::ranges::equal(base.parameters().values(*before),
                               tuned.parameters().values(*after));
}

}  // namespace

Result<void> writeAdapter(const std::string& tuned, const QuantOptions& quant,
                          const AdapterFiles& files, const Execution& execution, Session& session) {
    return runOf(quant).and_then([&](RunSpec run) {
        return loadCheckpoint(files.base).and_then([&](const Checkpoint& base) {
            return loadCheckpoint(tuned).and_then([&](const Checkpoint& checkpoint) {
                run.qlora.head = headDiffers(base.model, checkpoint.model);
                return write(run, base, checkpoint.model, std::nullopt, files, execution, session);
            });
        });
    });
}

Result<void> writeRunAdapter(const KeptRunModel& kept, const std::string& name,
                             const AdapterFiles& files, const Execution& execution,
                             Session& session) {
    if (!trainsAdapters(kept.run.method)) {
        return fail(ErrorCode::InvalidArgument, "This run trained no adapters", name,
                    "Export its whole model: leave out --adapter-of");
    }
    return loadCheckpoint(files.base).and_then([&](const Checkpoint& base) {
        return write(kept.run, base, kept.model, adaptersOf(kept.run).rank, files, execution,
                     session);
    });
}

}  // namespace zeropoint::cli
