// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/adapters/qlora.h"

#include <algorithm>
#include <utility>

namespace zeropoint {
namespace {

Result<std::vector<QloraBase>> storedBase(const Transformer<float>& model,
                                          const QloraConfig& config) {
    std::vector<QloraBase> base;
    for (const WeightSite& site : model.sites()) {
        if (!site.linear || (site.name == "head" && !config.head)) {
            continue;
        }
        const auto index = model.parameters().find(site.name + ".weight");
        auto stored = quantizeNf4(model.parameters().values(*index), config.base);
        if (!stored) {
            Error error = stored.error();
            error.where = site.name;
            return tl::unexpected(std::move(error));
        }
        base.push_back({site, std::move(*stored)});
    }
    return base;
}

Result<void> readBack(const std::vector<QloraBase>& base, Transformer<float>& model) {
    for (const QloraBase& matrix : base) {
        const auto index = model.parameters().find(matrix.site.name + ".weight");
        if (auto read = dequantizeNf4(matrix.stored, model.parameters().values(*index)); !read) {
            return read;
        }
    }
    return {};
}

}  // namespace

std::uint64_t QloraModel::baseBytes() const {
    std::uint64_t bytes = 0;
    for (const QloraBase& matrix : base) {
        bytes += matrix.stored.bytes();
    }
    return bytes;
}

Result<Transformer<float>> frozenBase(const Transformer<float>& model, const QloraConfig& config) {
    return storedBase(model, config).and_then([&](const std::vector<QloraBase>& base) {
        Transformer<float> frozen = model.clone();
        return readBack(base, frozen).map([&] { return std::move(frozen); });
    });
}

Result<QloraModel> attachQlora(Transformer<float>& model, const QloraConfig& config,
                               std::uint64_t seed) {
    auto base = storedBase(model, config);
    if (!base) {
        return tl::unexpected(base.error());
    }
    auto adapters = attachLora(model, config.adapters, seed);
    if (!adapters) {
        return tl::unexpected(adapters.error());
    }
    return readBack(*base, model).map([&] {
        return QloraModel{std::move(*base), std::move(*adapters)};
    });
}

}  // namespace zeropoint
