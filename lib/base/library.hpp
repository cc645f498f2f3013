// Shared libraries loaded by the first call that needs them, so that the others start without.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace anb::base {

/// A shared library of the system. It stays loaded until the process ends.
class Library {
public:
    /// @param name  with the version of its interface, such as "libcurl.so.4"; a literal
    /// @throws Error{configuration} ANB-G902 when it is not there or cannot be loaded
    explicit Library(const char* name);

    /// Fills a pointer to one of its functions, whose type the library's own header gives.
    /// @throws Error{configuration} ANB-G902 when the library has no such function
    template <typename Function>
    void bind(Function*& function, const char* name) const
    {
        function = reinterpret_cast<Function*>(find(name));
    }

private:
    void* find(const char* name) const;

    const char* m_name;
    void* m_handle;
};

} // namespace anb::base
