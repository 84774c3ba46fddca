// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/caught.h"

#include <new>
#include <stdexcept>

namespace zeropoint {
namespace {

Error notEnoughMemory(const std::string& where) {
    return {ErrorCode::TooLarge, "There is not enough memory for this", where,
            "Choose something smaller, or close other programs"};
}

Error fault(const std::string& what, const std::string& where) {
    return {ErrorCode::Internal, "A fault of this program: " + what, where,
            "Please report it with the input that led to it"};
}

}  // namespace

Error errorOf(const std::exception_ptr& thrown, const std::string& where) {
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        return notEnoughMemory(where);
    } catch (const std::length_error&) {
        // A container of more elements than addresses.
        return notEnoughMemory(where);
    } catch (const std::exception& exception) {
        return fault(exception.what(), where);
    } catch (...) {
        return fault("something unknown was thrown", where);
    }
}

}  // namespace zeropoint
