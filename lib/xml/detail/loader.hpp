// The only way by which libxml2 gets at a second file: from memory, by a name that we made up.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace anb::xml::detail {

/// Replaces libxml2's loader, which would open files and sockets, for the whole process.
void install_loader();

/// While it lives, this thread's loads are answered by `find`; all others are refused.
class Loading {
public:
    /// The text of the file of this name, or null; it must live until the parser has read it.
    using Find = std::function<const std::string*(std::string_view name)>;

    explicit Loading(Find find);
    ~Loading();
    Loading(const Loading&) = delete;
    Loading& operator=(const Loading&) = delete;

private:
    Find m_find;
};

} // namespace anb::xml::detail
