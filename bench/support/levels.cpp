// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "levels.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string_view>

namespace zeropoint {
namespace {

constexpr const char* loader = "/lib64/ld-linux-x86-64.so.2";

/// The loader knows no folder for the plain level, so naming v2 leaves it the plain library.
std::string maskOf(const std::string& level) {
    return level == "x86-64" ? "x86-64-v2" : level;
}

}  // namespace

std::vector<std::string> machineLevels() {
    std::string help;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
        popen((std::string(loader) + " --help 2>/dev/null").c_str(), "r"), pclose);
    std::array<char, 512> part{};
    while (pipe && std::fgets(part.data(), part.size(), pipe.get()) != nullptr) {
        help += part.data();
    }
    std::vector<std::string> levels{"x86-64"};
    for (const char* level : {"x86-64-v3", "x86-64-v4"}) {
        if (help.find(std::string(level) + " (supported, searched)") != std::string::npos) {
            levels.emplace_back(level);
        }
    }
    return levels;
}

int runOnLevel(const std::string& level, const std::string& program,
               const std::vector<std::string>& arguments) {
    std::vector<std::string> words{loader, "--glibc-hwcaps-mask", maskOf(level), program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    pid_t child = 0;
    int status = -1;
    if (posix_spawn(&child, loader, nullptr, nullptr, pointers.data(), environ) != 0 ||
        waitpid(child, &status, 0) != child) {
        return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace zeropoint
