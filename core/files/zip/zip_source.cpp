// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/zip/zip_source.h"

#include <zip.h>

#include <algorithm>
#include <cstring>

namespace zeropoint {
namespace {

struct State {
    std::shared_ptr<const ByteSource> bytes;
    std::uint64_t position = 0;
    zip_error_t error{};
};

zip_int64_t readSome(State& state, void* data, zip_uint64_t length) {
    const std::uint64_t count = std::min(length, state.bytes->size() - state.position);
    const std::span<std::byte> out(static_cast<std::byte*>(data), count);
    if (!state.bytes->read(state.position, out)) {
        zip_error_set(&state.error, ZIP_ER_READ, 0);
        return -1;
    }
    state.position += count;
    return static_cast<zip_int64_t>(count);
}

zip_int64_t seek(State& state, void* data, zip_uint64_t length) {
    const zip_int64_t target = zip_source_seek_compute_offset(state.position, state.bytes->size(),
                                                              data, length, &state.error);
    if (target < 0) {
        return -1;
    }
    state.position = static_cast<std::uint64_t>(target);
    return 0;
}

zip_int64_t describe(const State& state, void* data) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    stat.size = state.bytes->size();
    stat.valid |= ZIP_STAT_SIZE;
    std::memcpy(data, &stat, sizeof stat);
    return sizeof stat;
}

zip_int64_t answer(void* user, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto& state = *static_cast<State*>(user);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            state.position = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return readSome(state, data, length);
        case ZIP_SOURCE_CLOSE:
            return 0;
        case ZIP_SOURCE_STAT:
            return describe(state, data);
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&state.error, data, length);
        case ZIP_SOURCE_SEEK:
            return seek(state, data, length);
        case ZIP_SOURCE_TELL:
            return static_cast<zip_int64_t>(state.position);
        case ZIP_SOURCE_FREE:
            delete &state;
            return 0;
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                ZIP_SOURCE_ERROR, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_FREE, -1);
        default:
            zip_error_set(&state.error, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
}

}  // namespace

zip_source* makeZipSource(std::shared_ptr<const ByteSource> bytes) {
    auto state = std::make_unique<State>();
    state->bytes = std::move(bytes);
    zip_source* source = zip_source_function_create(answer, state.get(), nullptr);
    if (source != nullptr) {
        (void)state.release();
    }
    return source;
}

}  // namespace zeropoint
