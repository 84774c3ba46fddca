// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <oneapi/dnnl/dnnl.h>

namespace zeropoint {

/// The functions of oneDNN that a matrix product takes. The library is loaded when it is asked for
/// the first time, so that programs start without it and run where it is missing.
struct OneDnn {
    decltype(&dnnl_engine_create) engineCreate = nullptr;
    decltype(&dnnl_engine_destroy) engineDestroy = nullptr;
    decltype(&dnnl_stream_create) streamCreate = nullptr;
    decltype(&dnnl_stream_destroy) streamDestroy = nullptr;
    decltype(&dnnl_stream_wait) streamWait = nullptr;
    decltype(&dnnl_memory_desc_init_by_tag) descInit = nullptr;
    decltype(&dnnl_memory_desc_get_size) descSize = nullptr;
    decltype(&dnnl_memory_create) memoryCreate = nullptr;
    decltype(&dnnl_memory_destroy) memoryDestroy = nullptr;
    decltype(&dnnl_matmul_desc_init) matmulInit = nullptr;
    decltype(&dnnl_primitive_desc_create) primitiveDescCreate = nullptr;
    decltype(&dnnl_primitive_desc_destroy) primitiveDescDestroy = nullptr;
    decltype(&dnnl_primitive_desc_query_md) queryMd = nullptr;
    decltype(&dnnl_primitive_create) primitiveCreate = nullptr;
    decltype(&dnnl_primitive_destroy) primitiveDestroy = nullptr;
    decltype(&dnnl_primitive_execute) execute = nullptr;
    decltype(&dnnl_reorder_primitive_desc_create) reorderCreate = nullptr;
    void (*setThreads)(int) = nullptr;  ///< of the OpenMP that it brings; null: it has none

    /// NotFound with the package to install.
    static Result<const OneDnn*> load();
};

}  // namespace zeropoint
