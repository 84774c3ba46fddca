// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/quantized_file.h"

#include "core/calibration/calibrate.h"
#include "core/quantization/block_tensor.h"
#include "core/scheme/element_format.h"
#include "core/scheme/scheme_text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace zeropoint {

/// Holds what was made of the last weight that was asked for.
class QuantizedFile::Maker {
public:
    Maker(std::shared_ptr<const WeightFile> file, FileQuantization how, const Execution& execution)
        : m_file(std::move(file)),
          m_how(std::move(how)),
          m_execution{execution.pool, {}, execution.stop} {}

    const FileQuantization& how() const { return m_how; }
    LeftOut leftOut() const {
        LeftOut all;
        for (const auto& [index, own] : m_leftOut) {
            all.join(own);
        }
        return all;
    }
    bool overflowed() const { return m_overflows; }
    const TensorInfo& info(std::size_t index) const { return m_file->tensors()[index]; }

    Result<std::shared_ptr<const CodedTensor>> codes(std::size_t index) {
        return keep(m_codes, index, [this](const Tensor& tensor) {
            return calibrate(tensor, m_how.scheme, m_execution).and_then([&](const auto& ranges) {
                return quantize(tensor, m_how.scheme, ranges, m_execution)
                    .map([&](QuantizedTensor made) {
                        return CodedTensor{std::move(made), ranges.doubled};
                    });
            });
        });
    }
    Result<std::shared_ptr<const BlockTensor>> blocks(std::size_t index,
                                                      const BlockFormat& format) {
        if (m_blocks.value && m_blocks.value->format != &format) {
            m_blocks.value.reset();
        }
        return keep(m_blocks, index, [&](const Tensor& tensor) {
            return quantizeToBlocks(tensor, format, m_execution, m_how.scheme.scaleRule);
        });
    }
    Result<std::shared_ptr<const Tensor>> values(std::size_t index) {
        return keep(m_values, index, [this](const Tensor& tensor) {
            return calibrate(tensor, m_how.scheme, m_execution).and_then([&](const auto& ranges) {
                return fakeQuantize(tensor, m_how.scheme, ranges, m_execution);
            });
        });
    }

private:
    template <typename Value>
    struct Kept {
        std::size_t index = 0;
        std::shared_ptr<const Value> value;
    };

    template <typename Value, typename Make>
    Result<std::shared_ptr<const Value>> keep(Kept<Value>& kept, std::size_t index, Make make) {
        if (kept.value && kept.index == index) {
            return kept.value;
        }
        kept.value.reset();
        const auto look = [&](Tensor tensor) {
            m_leftOut[index] = leftOutOf(tensor.values());
            m_overflows = m_overflows || overflows(tensor.values(), m_how.scheme);
            return tensor;
        };
        return m_file->read(index, m_execution).map(look).and_then(make).map([&](Value value) {
            kept = {index, std::make_shared<const Value>(std::move(value))};
            return kept.value;
        });
    }

    std::shared_ptr<const WeightFile> m_file;
    FileQuantization m_how;
    Execution m_execution;
    std::map<std::size_t, LeftOut> m_leftOut;  ///< by index: a weight may be made more than once
    bool m_overflows = false;
    Kept<CodedTensor> m_codes;
    Kept<BlockTensor> m_blocks;
    Kept<Tensor> m_values;
};

namespace {

template <typename Maker>
TensorOutput valuesOutput(const std::shared_ptr<Maker>& maker, std::size_t index) {
    const TensorInfo& info = maker->info(index);
    return {nameInFile(info.name), DType::F32, info.shape,
            [maker, index](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
                return maker->values(index).map([&](const auto& values) {
                    const auto bytes = std::as_bytes(values->values());
                    std::ranges::copy(bytes.subspan(offset, out.size()), out.begin());
                });
            }};
}

}  // namespace

QuantizedFile::QuantizedFile(std::shared_ptr<const WeightFile> file, FileQuantization how,
                             const Execution& execution)
    : m_maker(std::make_shared<Maker>(std::move(file), std::move(how), execution)) {}

TensorOutput QuantizedFile::values(std::size_t index) const {
    return valuesOutput(m_maker, index);
}

MadeLater<BlockTensor> QuantizedFile::blocks(std::size_t index, const BlockFormat& format) const {
    return [maker = m_maker, index, &format] { return maker->blocks(index, format); };
}

LeftOut QuantizedFile::leftOut() const {
    return m_maker->leftOut();
}

bool QuantizedFile::overflowed() const {
    return m_maker->overflowed();
}

Result<WeightOutput> QuantizedFile::output(std::size_t index) const {
    const FileQuantization& how = m_maker->how();
    const TensorInfo& info = m_maker->info(index);
    const bool single = how.format == WriteFormat::Npy || how.format == WriteFormat::Csv;
    const auto element = elementFormat(how.scheme);
    const auto dtype = dtypeOfCodes(how.scheme.format);
    // A cast to what the file's format has not is written as the values that it gives.
    const bool foreign = element && !element->scaled && !(dtype && keptBy(how.format)(*dtype));
    if (single || how.dequantized || foreign) {
        return WeightOutput{{values(index)}, {}};
    }
    const std::string name = nameInFile(info.name);
    if (const BlockFormat* format = findBlockFormat(how.scheme.format)) {
        return blockOutput(name, info.shape, *format, blocks(index, *format));
    }
    return codeOutput(name, info.shape, how.scheme, keptBy(how.format),
                      [maker = m_maker, index] { return maker->codes(index); });
}

std::vector<std::pair<std::string, std::string>> QuantizedFile::metadata() const {
    return schemeMetadata(m_maker->how().scheme);
}

}  // namespace zeropoint
