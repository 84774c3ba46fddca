// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/support/error.h"

#include <memory>
#include <span>

namespace zeropoint {

constexpr std::size_t digitSide = 8;  ///< pixels
constexpr std::size_t digitPixels = digitSide * digitSide;
constexpr std::size_t digitPatchSide = 2;  ///< 16 patches of 4 pixels
constexpr std::size_t digitClasses = 10;

/// Handwritten digits as patches: row p of an image holds the 2x2 pixels of patch p (patches and
/// the pixels in one row by row), scaled from 0..16 to -1..1.
class Digits : public Dataset {
public:
    std::string name() const override { return "digits"; }
    TransformerConfig shaped(TransformerConfig config) const override;
    void trainingBatch(std::uint64_t seed, std::uint64_t step, std::size_t sequences,
                       BatchStorage& out) const override;
    std::size_t heldOutSequences(HeldOut part) const override { return indices(part).size(); }
    void heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                      BatchStorage& out) const override;

    std::size_t size() const { return m_labels.size(); }
    std::size_t trainingSize() const { return m_training.size(); }
    /// Image `index` of the file, row by row, 0..16.
    std::span<const std::uint8_t> pixels(std::size_t index) const;
    int label(std::size_t index) const { return m_labels[index]; }
    /// Index in the file of a test image.
    std::size_t testIndex(std::size_t test) const { return m_test[test]; }

private:
    friend Result<std::shared_ptr<const Digits>> parseDigits(std::string_view, const std::string&);
    void append(std::uint32_t image, std::size_t slot, BatchStorage& out) const;
    const std::vector<std::uint32_t>& indices(HeldOut part) const {
        return part == HeldOut::Test ? m_test : m_validation;
    }

    std::vector<std::uint8_t> m_pixels;
    std::vector<std::uint8_t> m_labels;
    /// Indices: those with index % 5 == 4 are test images, those with index % 10 == 0 are for
    /// validation, the rest is learned.
    std::vector<std::uint32_t> m_training;
    std::vector<std::uint32_t> m_validation;
    std::vector<std::uint32_t> m_test;
};

/// Reads lines of 64 pixels 0..16 and a label 0..9, separated by commas. `where` names the text
/// in errors.
Result<std::shared_ptr<const Digits>> parseDigits(std::string_view text, const std::string& where);

/// The 1,797 digits that come with the program (see resources/data/README.md).
std::shared_ptr<const Digits> shippedDigits();

}  // namespace zeropoint
