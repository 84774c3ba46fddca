// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dlfcn.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>

// The ways by which code reaches what is outside of it: files, processes, libraries, the network.
// Defined in a program, these stand in front of the C library's for everything that is linked to
// it. While a ClosedDoors lives on a thread, its going through one of them ends the program, so
// that the fuzzer keeps the input that led there; at other times they lead where they always do.
namespace zeropoint::fuzz {

inline thread_local bool doorsAreClosed = false;

class ClosedDoors {
public:
    ClosedDoors() { doorsAreClosed = true; }
    ~ClosedDoors() { doorsAreClosed = false; }
    ClosedDoors(const ClosedDoors&) = delete;
    ClosedDoors& operator=(const ClosedDoors&) = delete;
};

/// The C library's own function behind a door, when it is open.
template <typename Function>
Function* behind(const char* name) {
    if (doorsAreClosed) {
        doorsAreClosed = false;  // what reports the end may open files
        std::fprintf(stderr, "reading a file reached beyond it: %s\n", name);
        std::abort();
    }
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace zeropoint::fuzz

// A program has these once: include this in its one source.
extern "C" {

inline mode_t modeOf(va_list arguments) {
    return static_cast<mode_t>(va_arg(arguments, unsigned));
}

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(arguments);
    va_end(arguments);
    return zeropoint::fuzz::behind<int(const char*, int, ...)>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(arguments);
    va_end(arguments);
    return zeropoint::fuzz::behind<int(const char*, int, ...)>("open64")(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(arguments);
    va_end(arguments);
    return zeropoint::fuzz::behind<int(int, const char*, int, ...)>("openat")(folder, path, flags,
                                                                              mode);
}

std::FILE* fopen(const char* path, const char* mode) {
    return zeropoint::fuzz::behind<std::FILE*(const char*, const char*)>("fopen")(path, mode);
}

std::FILE* fopen64(const char* path, const char* mode) {
    return zeropoint::fuzz::behind<std::FILE*(const char*, const char*)>("fopen64")(path, mode);
}

int unlink(const char* path) noexcept {
    return zeropoint::fuzz::behind<int(const char*)>("unlink")(path);
}

int rename(const char* from, const char* to) noexcept {
    return zeropoint::fuzz::behind<int(const char*, const char*)>("rename")(from, to);
}

void* dlopen(const char* path, int flags) noexcept {
    return zeropoint::fuzz::behind<void*(const char*, int)>("dlopen")(path, flags);
}

int system(const char* command) {
    return zeropoint::fuzz::behind<int(const char*)>("system")(command);
}

std::FILE* popen(const char* command, const char* mode) {
    return zeropoint::fuzz::behind<std::FILE*(const char*, const char*)>("popen")(command, mode);
}

int posix_spawn(pid_t* process, const char* path, const posix_spawn_file_actions_t* actions,
                const posix_spawnattr_t* attributes, char* const* arguments,
                char* const* environment) {
    return zeropoint::fuzz::behind<decltype(posix_spawn)>("posix_spawn")(
        process, path, actions, attributes, arguments, environment);
}

int posix_spawnp(pid_t* process, const char* file, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const* arguments,
                 char* const* environment) {
    return zeropoint::fuzz::behind<decltype(posix_spawnp)>("posix_spawnp")(
        process, file, actions, attributes, arguments, environment);
}

int remove(const char* path) noexcept {
    return zeropoint::fuzz::behind<int(const char*)>("remove")(path);
}

int mkdir(const char* path, mode_t mode) noexcept {
    return zeropoint::fuzz::behind<int(const char*, mode_t)>("mkdir")(path, mode);
}

pid_t fork() noexcept {
    return zeropoint::fuzz::behind<pid_t()>("fork")();
}

int execve(const char* path, char* const* arguments, char* const* environment) noexcept {
    return zeropoint::fuzz::behind<int(const char*, char* const*, char* const*)>("execve")(
        path, arguments, environment);
}

int socket(int domain, int type, int protocol) noexcept {
    return zeropoint::fuzz::behind<int(int, int, int)>("socket")(domain, type, protocol);
}
}
