// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/little_endian.h"
#include "core/files/torch/torch_objects.h"
#include "core/files/zip/zip_archive.h"

#include <algorithm>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

// The old format: pickles of a magic number, a version, facts about the machine, the object and
// the list of storage keys; then for each key a 64-bit count of elements and the elements.
constexpr std::string_view legacyMagic{
    "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e", 15};

tl::unexpected<Error> malformed(const std::string& where, std::string what) {
    return fail(ErrorCode::Malformed, std::move(what), where,
                "The file is damaged or was not copied whole");
}

/// Element sizes by key, out of every reference to a storage in the pickle.
std::map<std::string, std::uint64_t> elementSizes(const Pickle& pickle) {
    std::map<std::string, std::uint64_t> sizes;
    for (std::uint32_t i = 0; i < pickle.values.size(); ++i) {
        if (const auto id = torchStorageId(pickle, i)) {
            const std::uint64_t bytes = dtypeBits(id->dtype) / 8;
            sizes[id->key] = std::max<std::uint64_t>(bytes, 1);
        }
    }
    return sizes;
}

ByteOrder machineOrder(const Pickle& facts) {
    const PickleValue& dict = facts.at(facts.root);
    for (std::size_t i = 0; dict.kind == Kind::Dict && i + 1 < dict.items.size(); i += 2) {
        const PickleValue& value = facts.at(dict.items[i + 1]);
        if (facts.at(dict.items[i]).text == "little_endian" && value.kind == Kind::Bool) {
            return value.number != 0 ? ByteOrder::Little : ByteOrder::Big;
        }
    }
    return ByteOrder::Little;
}

Result<TorchStorages> legacyStorages(const SourcePtr& source, const Pickle& object,
                                     const Pickle& keys, ByteOrder order) {
    const auto sizes = elementSizes(object);
    TorchStorages storages;
    std::uint64_t at = keys.end;
    for (const std::uint32_t item : keys.at(keys.root).items) {
        const std::string& key = keys.at(item).text;
        const auto size = sizes.find(key);
        auto count = readBlock(*source, at, 8, "length of a storage");
        if (!count || size == sizes.end()) {
            return malformed(source->name(), "The storages do not follow the list of their names");
        }
        if (order == ByteOrder::Big) {
            std::ranges::reverse(*count);
        }
        const auto elements = littleEndian<std::uint64_t>(*count);
        const std::uint64_t left = source->size() - at - 8;
        if (elements > left / size->second) {
            return malformed(source->name(), "Storage '" + key + "' reaches beyond the file");
        }
        storages[key] = {source, at + 8, elements * size->second};
        at += 8 + elements * size->second;
    }
    return storages;
}

}  // namespace

bool isTorchLegacy(const FileHead& head) {
    return head.startsWith(legacyMagic);
}

Result<FileContents> readTorchLegacy(const SourcePtr& source) {
    // Magic, version, facts, object, keys.
    std::vector<Pickle> pickles;
    std::uint64_t at = 0;
    for (int i = 0; i < 5; ++i) {
        auto pickle = readPickle(*source, at, torchGlobals());
        if (!pickle) {
            return tl::unexpected(pickle.error());
        }
        at = pickle->end;
        pickles.push_back(std::move(*pickle));
    }
    const Pickle& object = pickles[3];
    const ByteOrder order = machineOrder(pickles[2]);
    const auto storages = legacyStorages(source, object, pickles[4], order);
    if (!storages) {
        return tl::unexpected(storages.error());
    }
    return collectTorchTensors(object, *storages, order, source->name());
}

Result<FileContents> readTorchZip(const std::shared_ptr<const ZipArchive>& archive) {
    constexpr std::string_view pickleName = "data.pkl";
    const auto& entries = archive->entries();
    const auto found = std::ranges::find_if(
        entries, [&](const ZipEntry& entry) { return entry.name.ends_with(pickleName); });
    const std::string folder = found->name.substr(0, found->name.size() - pickleName.size());
    TorchStorages storages;
    ByteOrder order = ByteOrder::Little;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].name.starts_with(folder + "data/")) {
            storages[entries[i].name.substr(folder.size() + 5)] = {archive->member(i), 0,
                                                                   entries[i].size};
        } else if (entries[i].name == folder + "byteorder") {
            const auto text = readBlock(*archive->member(i), 0,
                                        std::min<std::uint64_t>(3, entries[i].size), "byte order");
            order = text && !text->empty() && text->front() == std::byte{'b'} ? ByteOrder::Big
                                                                              : ByteOrder::Little;
        }
    }
    const auto source = archive->member(static_cast<std::size_t>(found - entries.begin()));
    const auto pickle = readPickle(*source, 0, torchGlobals());
    if (!pickle) {
        return tl::unexpected(pickle.error());
    }
    return collectTorchTensors(*pickle, storages, order, source->name());
}

}  // namespace zeropoint
