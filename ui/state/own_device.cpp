// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/own_device.h"

#include <QRegularExpression>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double gibibyte = 1024.0 * 1024.0 * 1024.0;
constexpr double bytesOfGigabyte = 1e9;
constexpr double leastBytes = 1e6;
constexpr double mostBytes = 1e15;
constexpr double mostBandwidth = 1e6;

}  // namespace

Result<Device> ownDevice(const QString& line) {
    static const QRegularExpression form(QStringLiteral(
        R"(^\s*([^=]{1,60}?)\s*=\s*([0-9.eE+]+)\s*(GiB|GB)\s*(?:,\s*([0-9.eE+]+)\s*GB/s\s*)?$)"));
    const QRegularExpressionMatch match = form.match(line);
    bool isMemory = false;
    bool isBandwidth = true;
    const double memory = match.captured(2).toDouble(&isMemory);
    const double unit = match.captured(3) == QLatin1String("GiB") ? gibibyte : bytesOfGigabyte;
    const double bandwidth =
        match.captured(4).isEmpty() ? 0 : match.captured(4).toDouble(&isBandwidth);
    const double bytes = memory * unit;
    const bool sound = match.hasMatch() && isMemory && isBandwidth && bytes >= leastBytes &&
                       bytes <= mostBytes && bandwidth >= 0 && bandwidth <= mostBandwidth;
    if (!sound) {
        return fail(ErrorCode::InvalidArgument, "This is no device", line.toStdString(),
                    "Write it as 'My card = 24 GiB, 936 GB/s'");
    }
    Device device;
    device.name = match.captured(1).toStdString();
    device.id = "own:" + device.name;
    device.kind = "own";
    device.memoryBytes = std::llround(bytes);
    device.usableBytes = device.memoryBytes;
    device.bandwidthGBps = bandwidth;
    return device;
}

QString ownDeviceLine(const QString& name, double memory, bool binary, double bandwidthGBps) {
    QString line = name.trimmed() + QStringLiteral(" = ") + QString::number(memory, 'g', 12) +
                   (binary ? QStringLiteral(" GiB") : QStringLiteral(" GB"));
    if (bandwidthGBps > 0) {
        line += QStringLiteral(", ") + QString::number(bandwidthGBps, 'g', 12) +
                QStringLiteral(" GB/s");
    }
    return line;
}

}  // namespace zeropoint::ui
