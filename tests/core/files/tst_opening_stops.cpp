// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/open/open_contents.h"
#include "tests/support/outcome.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

#include <algorithm>
#include <cstring>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

/// Bytes that ask for the stop themselves once so many of them were read, and count what is read
/// all the same.
class StoppingBytes final : public ByteSource {
public:
    StoppingBytes(QByteArray bytes, std::uint64_t after)
        : m_bytes(std::move(bytes)), m_after(after) {}

    std::uint64_t size() const override { return std::uint64_t(m_bytes.size()); }
    const std::string& name() const override { return m_name; }
    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > size() || out.size() > size() - offset) {
            return fail(ErrorCode::ReadFailed, "There is no such part", m_name);
        }
        std::memcpy(out.data(), m_bytes.constData() + offset, out.size());
        (m_stop.stop_requested() ? m_readAfter : m_readBefore) += out.size();
        if (m_readBefore >= m_after) {
            m_stop.request_stop();
        }
        return {};
    }

    std::stop_token token() const { return m_stop.get_token(); }
    bool asked() const { return m_stop.stop_requested(); }
    std::uint64_t readAfter() const { return m_readAfter; }

private:
    QByteArray m_bytes;
    std::string m_name = "test/stopping";
    std::uint64_t m_after;
    mutable std::stop_source m_stop;
    mutable std::uint64_t m_readBefore = 0;
    mutable std::uint64_t m_readAfter = 0;
};

constexpr int large = 24 << 20;

QByteArray varint(std::uint64_t value) {
    QByteArray bytes;
    for (; value >= 128; value >>= 7) {
        bytes += static_cast<char>(value | 128);
    }
    return bytes + static_cast<char>(value);
}

QByteArray field(int number, const QByteArray& content) {
    return varint(std::uint64_t(number) << 3 | 2) + varint(std::uint64_t(content.size())) + content;
}

/// One initializer of 24 MiB in one field of INT8 (3) or FLOAT (1) values.
QByteArray onnxModel(int number, char type, std::uint64_t values) {
    const QByteArray tensor = QByteArray("\x08") + varint(values) + '\x10' + type + field(8, "w") +
                              field(number, QByteArray(large, '\0'));
    return QByteArray("\x08\x08", 2) + field(7, field(5, tensor));
}

/// As many bytes in weights of 4,000 bytes each.
QByteArray smallOnnxWeights() {
    const QByteArray tensor = QByteArray("\x08") + varint(1000) + QByteArray("\x10\x01", 2) +
                              field(8, "w") + field(9, QByteArray(4000, '\0'));
    return QByteArray("\x08\x08", 2) + field(7, field(5, tensor).repeated(large / 4000));
}

QByteArray safetensors() {
    QByteArray header = "{";
    for (int i = 0; header.size() < large; ++i) {
        header += (i == 0 ? "\"model.layers." : ",\"model.layers.") + QByteArray::number(i) +
                  ".self_attn.q_proj.weight\":{\"dtype\":\"F32\",\"shape\":[0],"
                  "\"data_offsets\":[0,0]}";
    }
    header += "}";
    return torch::number(std::uint64_t(header.size()), 8) + header;
}

/// A checkpoint with one text of 24 MiB, as an array that is pickled by value is.
QByteArray longText() {
    return torch::file(torch::dictionary(torch::text("t") + torch::text(QByteArray(large, 'x'))),
                       {});
}

QByteArray manyTexts() {
    QByteArray items;
    for (int i = 0; i < 200000; ++i) {
        items += torch::text(QByteArray::number(i)) + "K\x01";
    }
    return torch::file(torch::dictionary(items), {});
}

QByteArray gguf() {
    constexpr int keys = 150000;
    QByteArray bytes = "GGUF" + torch::number(3, 4) + torch::number(0, 8) + torch::number(keys, 8);
    for (int i = 0; i < keys; ++i) {
        const QByteArray key = "key." + QByteArray::number(i);
        bytes += torch::number(std::uint64_t(key.size()), 8) + key + torch::number(4, 4) +
                 torch::number(7, 4);
    }
    return bytes;
}

}  // namespace

/// A stop is seen after few more bytes, whatever is being read: what is left to do then takes
/// milliseconds.
class TestOpeningStops : public QObject {
    Q_OBJECT

private slots:
    void stops_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("part");
        const auto rows = [](const char* name, const QByteArray& bytes) {
            for (const double part : {0.01, 0.5, 0.9}) {
                QTest::addRow("%s, %d %%", name, int(100 * part)) << bytes << part;
            }
        };
        // Each number is a byte, and must be read to be found.
        rows("onnx, one large weight of numbers", onnxModel(5, 3, large));
        rows("onnx, many weights", smallOnnxWeights());
        rows("safetensors, a long header", safetensors());
        rows("pickle, one long text", longText());
        rows("pickle, many texts", manyTexts());
        rows("gguf, many keys", gguf());
        rows("text, many lines", QByteArray("1,2,3\n").repeated(1 << 20));
    }

    void stops() {
        QFETCH(QByteArray, bytes);
        QFETCH(double, part);
        const auto source =
            std::make_shared<StoppingBytes>(bytes, std::uint64_t(part * double(bytes.size())));
        OpenOptions options;
        options.stop = source->token();
        const auto opened = openContents(source, options);
        QVERIFY(source->asked());
        COMPARE_ERROR(opened, ErrorCode::Cancelled);
        QCOMPARE_LE(source->readAfter(), std::uint64_t{2} << 20);
    }

    /// Large values are not read at all, so that there is nothing to stop.
    void leavesLargeValues_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("onnx, raw data") << onnxModel(9, 1, large / 4);
        QTest::newRow("onnx, floats") << onnxModel(4, 1, large / 4);
        QTest::newRow("onnx, doubles") << onnxModel(10, 11, large / 8);
    }

    void leavesLargeValues() {
        QFETCH(QByteArray, bytes);
        const auto source = std::make_shared<StoppingBytes>(bytes, std::uint64_t{1} << 20);
        const auto opened = openContents(source, {});
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QVERIFY(!source->asked());
        QCOMPARE(opened->tensors.size(), std::size_t{1});
        QCOMPARE(opened->tensors.front().unreadable, std::string());
        QCOMPARE(opened->tensors.front().info.bytes, std::uint64_t{large});
    }
};

QTEST_APPLESS_MAIN(TestOpeningStops)
#include "tst_opening_stops.moc"
