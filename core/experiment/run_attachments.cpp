// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_attachments.h"

#include "core/experiment/weight_error.h"
#include "core/methods/recipe/model_size.h"

namespace zeropoint {
namespace {

std::size_t linearWeights(const Transformer<float>& model) {
    std::size_t count = 0;
    for (const WeightSite& site : model.sites()) {
        count += site.linear ? site.in * site.out : 0;
    }
    return count;
}

std::uint64_t adapterBytes(const std::vector<LoraSite>& sites, const LoraConfig& config) {
    std::uint64_t values = 0;
    for (const LoraSite& site : sites) {
        values += config.rank * (site.site.in + site.site.out);
    }
    return values * (config.precision == AdapterPrecision::Bf16 ? 2 : 4);
}

std::span<const float> weightOf(const Transformer<float>& model, const std::string& site) {
    return model.parameters().values(model.parameters().find(site + ".weight").value());
}

Result<void> attachGrids(const RunSpec& run, Transformer<float>& model, RunAttachments& attached) {
    const auto size = modelSize(run.recipe, model);
    if (!size) {
        return tl::unexpected(size.error());
    }
    attached.sizeBytes = size->bytes();
    attached.linearBytes = size->linearBytes();
    return attachQat(model, run.recipe, run.qat).map([&](std::vector<QatSite> sites) {
        attached.qat = std::move(sites);
    });
}

Result<void> attachAdapters(const RunSpec& run, std::uint64_t seed, Transformer<float>& model,
                            RunAttachments& attached) {
    return attachLora(model, run.lora, seed).map([&](std::vector<LoraSite> sites) {
        const std::uint64_t adapters = adapterBytes(sites, run.lora);
        attached.sizeBytes += adapters;
        attached.linearBytes += adapters;
        attached.adapters = std::move(sites);
    });
}

Result<void> attachFrozen(const RunSpec& run, std::uint64_t seed, Transformer<float>& model,
                          RunAttachments& attached) {
    const Transformer<float> before = model.clone();
    return attachQlora(model, run.qlora, seed).map([&](QloraModel qlora) {
        std::uint64_t frozen = 0;
        for (const QloraBase& base : qlora.base) {
            frozen += sizeof(float) * base.stored.count;
            attached.layers.push_back(
                {base.site.name,
                 weightSqnrDb(weightOf(before, base.site.name), weightOf(model, base.site.name))});
        }
        const std::uint64_t stored =
            qlora.baseBytes() + adapterBytes(qlora.adapters, run.qlora.adapters);
        attached.sizeBytes = attached.sizeBytes - frozen + stored;
        attached.linearBytes = attached.linearBytes - frozen + stored;
        attached.adapters = std::move(qlora.adapters);
    });
}

}  // namespace

Result<RunAttachments> attachRun(const RunSpec& run, std::uint64_t seed,
                                 Transformer<float>& model) {
    RunAttachments attached;
    attached.sizeBytes = sizeof(float) * model.parameters().count();
    attached.linearBytes = sizeof(float) * linearWeights(model);
    Result<void> done;
    if (run.method == MethodKind::Qat) {
        done = attachGrids(run, model, attached);
    } else if (run.method == MethodKind::Lora) {
        done = attachAdapters(run, seed, model, attached);
    } else if (run.method == MethodKind::Qlora) {
        done = attachFrozen(run, seed, model, attached);
    }
    return done.map([&] { return std::move(attached); });
}

Result<Transformer<float>> besideAdapters(const RunSpec& run, const Transformer<float>& start) {
    return run.method == MethodKind::Qlora ? frozenBase(start, run.qlora) : start.clone();
}

Transformer<float> asUsed(const RunAttachments& attached, const Transformer<float>& model) {
    Transformer<float> plain = withAdapters(model, attached.adapters);
    writeGridValues(plain.parameters(), attached.qat);
    return plain;
}

void takeOff(RunAttachments& attached, Transformer<float>& model) {
    if (!attached.qat.empty()) {
        const Transformer<float> masters = model.clone();
        bakeWeights(model, attached.qat);
        for (const QatSite& site : attached.qat) {
            if (site.weight) {
                attached.layers.push_back(
                    {site.site.name, weightSqnrDb(weightOf(masters, site.site.name),
                                                  weightOf(model, site.site.name))});
            }
        }
    }
    if (!attached.adapters.empty()) {
        mergeLora(model, attached.adapters);
        model.detachAll();
    }
}

}  // namespace zeropoint
