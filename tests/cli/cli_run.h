// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sstream>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace zeropoint::test {

/// What one call of the command line left behind.
struct CliRun {
    int status = 0;
    std::string out;
    std::string err;

    QJsonObject json() const {
        return QJsonDocument::fromJson(QByteArray::fromStdString(out)).object();
    }
};

/// Runs zeropoint-cli with these arguments in this process; `stop` is its Ctrl-C.
inline CliRun runCli(std::vector<std::string> arguments, std::stop_token stop = {}) {
    arguments.insert(arguments.begin(), "zeropoint-cli");
    std::vector<const char*> argv;
    for (const std::string& argument : arguments) {
        argv.push_back(argument.c_str());
    }
    std::ostringstream out;
    std::ostringstream err;
    cli::Session session{out, err};
    session.stop = std::move(stop);
    const int status =
        cli::runCommandLine(static_cast<int>(argv.size()), argv.data(), "test", session);
    return {status, out.str(), err.str()};
}

}  // namespace zeropoint::test
