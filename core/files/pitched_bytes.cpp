// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/pitched_bytes.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace zeropoint {
namespace {

class PitchedBytes final : public ByteSource {
public:
    PitchedBytes(std::shared_ptr<const ByteSource> whole, const Pitch& pitch)
        : m_whole(std::move(whole)), m_pitch(pitch) {}

    std::uint64_t size() const override { return m_pitch.width * m_pitch.count; }
    const std::string& name() const override { return m_whole->name(); }

    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > size() || out.size() > size() - offset) {
            return fail(ErrorCode::ReadFailed, "The records end too early", name(),
                        "Open the file again: it has probably changed");
        }
        std::vector<std::byte> window;
        while (!out.empty()) {
            // As many stretches as are wanted and fit a window, the first from where `offset` lies.
            const std::uint64_t record = offset / m_pitch.width;
            const std::uint64_t wanted =
                (offset % m_pitch.width + out.size() + m_pitch.width - 1) / m_pitch.width;
            const std::uint64_t most = std::max<std::uint64_t>(windowBytes / m_pitch.bytes, 1);
            const std::uint64_t records = std::min(most, wanted);
            window.resize((records - 1) * m_pitch.bytes + m_pitch.width);
            if (auto done = m_whole->read(m_pitch.first + record * m_pitch.bytes, window); !done) {
                return done;
            }
            for (std::uint64_t i = 0; i < records && !out.empty(); ++i) {
                const std::uint64_t skip = i == 0 ? offset % m_pitch.width : 0;
                const std::size_t count = std::min<std::uint64_t>(m_pitch.width - skip, out.size());
                std::memcpy(out.data(), window.data() + i * m_pitch.bytes + skip, count);
                out = out.subspan(count);
                offset += count;
            }
        }
        return {};
    }

private:
    static constexpr std::uint64_t windowBytes = 1 << 18;

    std::shared_ptr<const ByteSource> m_whole;
    Pitch m_pitch;
};

}  // namespace

std::shared_ptr<const ByteSource> pitchedBytes(std::shared_ptr<const ByteSource> whole,
                                               const Pitch& pitch) {
    return std::make_shared<const PitchedBytes>(std::move(whole), pitch);
}

}  // namespace zeropoint
