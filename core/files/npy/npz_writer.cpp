// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_writer.h"
#include "core/support/plain_text.h"

#include <nlohmann/json.hpp>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

namespace zeropoint {
namespace {

/// 1 January 1980, the first day that zip knows: the same archive each time.
constexpr time_t fixedTime = 315532800;

/// A member that libzip pulls while it writes: the preamble, then the tensor's elements.
struct Member {
    const TensorOutput& tensor;
    const Execution& execution;
    std::string preamble;
    std::uint64_t position = 0;
    std::optional<Error> error{};
    zip_error_t zipError{};
    std::vector<std::byte> rest{};  ///< an element that a read cut in two
};

std::uint64_t sizeOf(const Member& member) {
    return member.preamble.size() + member.tensor.bytes();
}

/// Fills from the tensor, in whole elements as `fill` wants them.
Result<void> fillData(Member& member, std::uint64_t offset, std::span<std::byte> out) {
    const std::uint64_t element = std::max<std::uint64_t>(dtypeBits(member.tensor.dtype) / 8, 1);
    const std::uint64_t begin = offset / element * element;
    const std::uint64_t end = (offset + out.size() + element - 1) / element * element;
    member.rest.resize(end - begin);
    if (auto done = member.tensor.fill(begin, member.rest); !done) {
        return done;
    }
    std::memcpy(out.data(), member.rest.data() + (offset - begin), out.size());
    return {};
}

zip_int64_t readSome(Member& member, void* data, zip_uint64_t length) {
    const std::uint64_t count = std::min(length, sizeOf(member) - member.position);
    std::span<std::byte> out(static_cast<std::byte*>(data), count);
    const std::uint64_t fromPreamble =
        std::min(count, member.preamble.size() - std::min(member.position, member.preamble.size()));
    std::memcpy(out.data(), member.preamble.data() + member.position * (fromPreamble > 0),
                fromPreamble);
    out = out.subspan(fromPreamble);
    if (!out.empty()) {
        Result<void> done;
        if (member.execution.stopRequested()) {
            done = fail(ErrorCode::Cancelled, "Writing was stopped", member.tensor.name);
        } else {
            done = fillData(member, member.position + fromPreamble - member.preamble.size(), out);
        }
        if (!done) {
            member.error = done.error();
            zip_error_set(&member.zipError, ZIP_ER_READ, 0);
            return -1;
        }
    }
    member.position += count;
    return static_cast<zip_int64_t>(count);
}

zip_int64_t answer(void* user, void* data, zip_uint64_t length, zip_source_cmd_t command) {
    auto& member = *static_cast<Member*>(user);
    switch (command) {
        case ZIP_SOURCE_OPEN:
            member.position = 0;
            return 0;
        case ZIP_SOURCE_READ:
            return readSome(member, data, length);
        case ZIP_SOURCE_CLOSE:
        case ZIP_SOURCE_FREE:
            return 0;
        case ZIP_SOURCE_STAT: {
            zip_stat_t stat;
            zip_stat_init(&stat);
            stat.size = sizeOf(member);
            stat.mtime = fixedTime;
            stat.valid |= ZIP_STAT_SIZE | ZIP_STAT_MTIME;
            std::memcpy(data, &stat, sizeof stat);
            return sizeof stat;
        }
        case ZIP_SOURCE_ERROR:
            return zip_error_to_data(&member.zipError, data, length);
        case ZIP_SOURCE_SUPPORTS:
            return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                                  ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                                  ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
        default:
            zip_error_set(&member.zipError, ZIP_ER_OPNOTSUPP, 0);
            return -1;
    }
}

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

bool add(zip_t* archive, Member& member) {
    zip_source_t* source = zip_source_function(archive, answer, &member);
    if (source == nullptr) {
        return false;
    }
    const std::string name = validUtf8(member.tensor.name) + ".npy";
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, entry, ZIP_CM_STORE, 0) == 0;
}

TensorOutput metadataArray(const WeightOutput& output) {
    auto object = nlohmann::ordered_json::object();
    for (const auto& [key, value] : output.metadata) {
        object[key] = value;
    }
    const std::string text =
        object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    return {std::string(metadataName),
            DType::U8,
            {static_cast<std::int64_t>(text.size())},
            [text](std::uint64_t offset, std::span<std::byte> out) -> Result<void> {
                std::ranges::copy(std::as_bytes(std::span(text)).subspan(offset, out.size()),
                                  out.begin());
                return {};
            }};
}

/// The caller knows the name that the archive is to have.
tl::unexpected<Error> failed(zip_t* archive) {
    zip_error_t* error = zip_get_error(archive);
    const bool full =
        zip_error_system_type(error) == ZIP_ET_SYS && zip_error_code_system(error) == ENOSPC;
    return fail(ErrorCode::WriteFailed,
                std::string("The archive could not be written: ") + zip_error_strerror(error), "",
                full ? "Free some space; what stood there before is unchanged"
                     : "Check the folder; what stood there before is unchanged");
}

}  // namespace

Result<void> writeNpz(AtomicFile& file, const WeightOutput& output, const Execution& execution) {
    std::vector<TensorOutput> tensors = output.tensors;
    if (!output.metadata.empty()) {
        tensors.push_back(metadataArray(output));
    }
    int error = 0;
    Archive archive(zip_open(file.temporaryPath().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (archive == nullptr) {
        return fail(ErrorCode::WriteFailed, "The archive could not be opened to be written", "",
                    "Check the folder; what stood there before is unchanged");
    }
    std::vector<std::unique_ptr<Member>> members;
    for (const TensorOutput& tensor : tensors) {
        members.push_back(std::make_unique<Member>(
            Member{tensor, execution, npyPreamble(tensor.dtype, tensor.shape)}));
        if (!add(archive.get(), *members.back())) {
            return failed(archive.get());
        }
    }
    if (zip_close(archive.get()) == 0) {
        (void)archive.release();
        return file.reopen();
    }
    for (const auto& member : members) {
        if (member->error) {
            return tl::unexpected(*member->error);
        }
    }
    return failed(archive.get());
}

}  // namespace zeropoint
