// SPDX-License-Identifier: EUPL-1.2

#include "base/library.hpp"

#include "base/error.hpp"

#include <dlfcn.h>

namespace anb::base {

namespace {

[[noreturn]] void refuse(const char* library)
{
    const auto* reason = ::dlerror();
    throw Error(ErrorKind::configuration, "ANB-G902", {{"library", library}},
                reason == nullptr ? "" : reason);
}

} // namespace

Library::Library(const char* name) : m_name(name), m_handle(::dlopen(name, RTLD_NOW | RTLD_LOCAL))
{
    if (m_handle == nullptr) {
        refuse(name);
    }
}

void* Library::find(const char* name) const
{
    auto* function = ::dlsym(m_handle, name);
    if (function == nullptr) {
        refuse(m_name);
    }
    return function;
}

} // namespace anb::base
