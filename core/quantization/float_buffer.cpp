// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/float_buffer.h"

#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace zeropoint {
namespace {

constexpr std::size_t largePage = std::size_t{2} << 20;

void* allocate(std::size_t bytes) {
    const std::size_t rounded = (bytes + largePage - 1) / largePage * largePage;
    void* const memory = std::aligned_alloc(largePage, rounded);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
#ifdef __linux__
    // Advice: where it is not taken the pages are small.
    madvise(memory, rounded, MADV_HUGEPAGE);
#endif
    return memory;
}

}  // namespace

FloatBuffer::FloatBuffer(std::size_t size) {
    const std::size_t bytes = size * sizeof(float);
    if (bytes < 2 * largePage) {
        const auto small = std::make_shared_for_overwrite<float[]>(size);
        values = {small.get(), size};
        owner = small;
        return;
    }
    owner = std::shared_ptr<void>(allocate(bytes), std::free);
    values = {static_cast<float*>(owner.get()), size};
}

}  // namespace zeropoint
