// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Every allocation of a program and of its libraries goes through the functions below, and so does
// every read of a file by offset: what is alive is counted, the highest sum kept, and the work
// added up. A sanitizer has an allocator of its own, so there nothing is counted. A program has
// these once: include this in its one source.
namespace zeropoint::test::work {

inline std::atomic<std::ptrdiff_t> alive = 0;
inline std::atomic<std::ptrdiff_t> highest = 0;
inline std::atomic<std::uint64_t> allocations = 0;
inline std::atomic<std::uint64_t> allocatedBytes = 0;
inline std::atomic<std::uint64_t> reads = 0;
inline std::atomic<std::uint64_t> readBytes = 0;

inline void* counted(void* memory) {
    if (memory != nullptr) {
        const std::size_t size = malloc_usable_size(memory);
        ++allocations;
        allocatedBytes += size;
        const std::ptrdiff_t now = alive += static_cast<std::ptrdiff_t>(size);
        std::ptrdiff_t before = highest;
        while (now > before && !highest.compare_exchange_weak(before, now)) {
        }
    }
    return memory;
}

inline void forgotten(void* memory) {
    if (memory != nullptr) {
        alive -= static_cast<std::ptrdiff_t>(malloc_usable_size(memory));
    }
}

}  // namespace zeropoint::test::work

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && defined(__GLIBC__)
#define ZEROPOINT_COUNTS_MEMORY 1

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* memory);

void* malloc(std::size_t size) {
    return zeropoint::test::work::counted(__libc_malloc(size));
}
void* calloc(std::size_t count, std::size_t size) {
    return zeropoint::test::work::counted(__libc_calloc(count, size));
}
void* realloc(void* memory, std::size_t size) {
    zeropoint::test::work::forgotten(memory);
    return zeropoint::test::work::counted(__libc_realloc(memory, size));
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    return zeropoint::test::work::counted(__libc_memalign(alignment, size));
}
void free(void* memory) {
    zeropoint::test::work::forgotten(memory);
    __libc_free(memory);
}
ssize_t pread(int file, void* out, std::size_t count, off_t offset) {
    ++zeropoint::test::work::reads;
    zeropoint::test::work::readBytes += count;
    return syscall(SYS_pread64, file, out, count, offset);
}
}
#endif
