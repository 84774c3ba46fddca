// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#ifdef ZEROPOINT_HAS_DNNL
#include "core/roofline/onednn_private.h"

#include <dlfcn.h>

#include <string>

namespace zeropoint {
namespace {

constexpr const char* library = "libdnnl.so.2";

template <typename Function>
bool find(void* handle, const char* name, Function& function) {
    function = reinterpret_cast<Function>(dlsym(handle, name));
    return function != nullptr;
}

Result<OneDnn> loadOnce() {
    void* handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    OneDnn dnn;
    const bool whole = handle != nullptr && find(handle, "dnnl_engine_create", dnn.engineCreate) &&
                       find(handle, "dnnl_engine_destroy", dnn.engineDestroy) &&
                       find(handle, "dnnl_stream_create", dnn.streamCreate) &&
                       find(handle, "dnnl_stream_destroy", dnn.streamDestroy) &&
                       find(handle, "dnnl_stream_wait", dnn.streamWait) &&
                       find(handle, "dnnl_memory_desc_init_by_tag", dnn.descInit) &&
                       find(handle, "dnnl_memory_desc_get_size", dnn.descSize) &&
                       find(handle, "dnnl_memory_create", dnn.memoryCreate) &&
                       find(handle, "dnnl_memory_destroy", dnn.memoryDestroy) &&
                       find(handle, "dnnl_matmul_desc_init", dnn.matmulInit) &&
                       find(handle, "dnnl_primitive_desc_create", dnn.primitiveDescCreate) &&
                       find(handle, "dnnl_primitive_desc_destroy", dnn.primitiveDescDestroy) &&
                       find(handle, "dnnl_primitive_desc_query_md", dnn.queryMd) &&
                       find(handle, "dnnl_primitive_create", dnn.primitiveCreate) &&
                       find(handle, "dnnl_primitive_destroy", dnn.primitiveDestroy) &&
                       find(handle, "dnnl_primitive_execute", dnn.execute) &&
                       find(handle, "dnnl_reorder_primitive_desc_create", dnn.reorderCreate);
    if (!whole) {
        return fail(ErrorCode::NotFound, "oneDNN, which makes the matrix products, is not there",
                    library, "Install the package libdnnl2");
    }
    (void)find(handle, "omp_set_num_threads", dnn.setThreads);
    return dnn;
}

}  // namespace

Result<const OneDnn*> OneDnn::load() {
    static const Result<OneDnn> loaded = loadOnce();
    return loaded ? Result<const OneDnn*>(&*loaded) : tl::unexpected(loaded.error());
}

}  // namespace zeropoint
#endif
