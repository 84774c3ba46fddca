// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/format_reader.h"
#include "core/files/little_endian.h"
#include "core/files/torch/torch_names.h"
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
                "Copy or download it again: it is damaged or was not copied whole");
}

/// Element sizes in bytes by key, out of every reference to a storage in the pickle.
std::map<std::string, std::uint64_t> elementSizes(const Pickle& pickle) {
    std::map<std::string, std::uint64_t> sizes;
    for (std::uint32_t i = 0; i < pickle.values.size(); ++i) {
        if (const auto id = torchStorageId(pickle, i)) {
            const std::uint64_t bytes = dtypeBits(id->dtype) / 8;
            // A type that is not known has elements of an unknown size: 0.
            const bool untyped = id->dtypeText.ends_with("UntypedStorage");
            sizes[id->key] = untyped || bitsOfFew(id->dtypeText) != 0 ? 1 : bytes;
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
        if (size->second == 0) {
            // Nor is it known where the ones behind it begin: their tensors say so.
            return storages;
        }
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

Result<FileContents> readTorchLegacy(const SourcePtr& source, const OpenOptions& options) {
    // Magic, version, facts, object, keys.
    std::vector<Pickle> pickles;
    std::uint64_t at = 0;
    for (int i = 0; i < 5; ++i) {
        auto pickle = readPickle(*source, at, options.stop);
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
    return collectTorchTensors(object, *storages, order, source->name(), options.stop);
}

namespace {

/// The storages of an archive that stand in one of its folders, by their names there.
TorchStorages storagesIn(const std::shared_ptr<const ZipArchive>& archive,
                         const std::string& folder) {
    TorchStorages storages;
    const auto& entries = archive->entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].name.starts_with(folder)) {
            storages[entries[i].name.substr(folder.size())] = {
                archive->member(i), 0, entries[i].size,
                entries[i].problem ? entries[i].problem->what : ""};
        }
    }
    return storages;
}

ByteOrder orderOf(const ZipArchive& archive, const std::string& folder) {
    const auto& entries = archive.entries();
    const auto found = std::ranges::find(entries, folder + "byteorder", &ZipEntry::name);
    if (found == entries.end()) {
        return ByteOrder::Little;
    }
    const auto member = archive.member(static_cast<std::size_t>(found - entries.begin()));
    const auto text = readBlock(*member, 0, std::min<std::uint64_t>(3, found->size), "byte order");
    return text && !text->empty() && text->front() == std::byte{'b'} ? ByteOrder::Big
                                                                     : ByteOrder::Little;
}

/// The tensors of one pickle of an archive; nothing where there is no such member.
Result<FileContents> readMember(const std::shared_ptr<const ZipArchive>& archive,
                                const std::string& member, const TorchStorages& storages,
                                ByteOrder order, const OpenOptions& options) {
    const auto& entries = archive->entries();
    const auto found = std::ranges::find(entries, member, &ZipEntry::name);
    if (found == entries.end()) {
        return FileContents{"pytorch", {}, {}};
    }
    if (found->problem) {
        return tl::unexpected(*found->problem);
    }
    const auto source = archive->member(static_cast<std::size_t>(found - entries.begin()));
    const auto pickle = readPickle(*source, 0, options.stop);
    return pickle ? collectTorchTensors(*pickle, storages, order, source->name(), options.stop)
                  : tl::unexpected(pickle.error());
}

}  // namespace

Result<FileContents> readTorchZip(const std::shared_ptr<const ZipArchive>& archive,
                                  const OpenOptions& options) {
    constexpr std::string_view pickleName = "data.pkl";
    const auto found = std::ranges::find_if(archive->entries(), [&](const ZipEntry& entry) {
        return entry.name == pickleName || entry.name.ends_with("/data.pkl");
    });
    const std::string folder = found->name.substr(0, found->name.size() - pickleName.size());
    const ByteOrder order = orderOf(*archive, folder);
    auto contents =
        readMember(archive, found->name, storagesIn(archive, folder + "data/"), order, options);
    if (!contents) {
        return contents;
    }
    // TorchScript: frozen models keep their weights as constants of the code.
    auto constants = readMember(archive, folder + "constants.pkl",
                                storagesIn(archive, folder + "constants/"), order, options);
    if (!constants) {
        return contents->tensors.empty() ? constants : contents;
    }
    for (StoredTensor& tensor : constants->tensors) {
        tensor.info.name.insert(0, "constants.");
        contents->tensors.push_back(std::move(tensor));
    }
    return contents;
}

}  // namespace zeropoint
