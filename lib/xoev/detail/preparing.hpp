// Makes packages ready to be used: every one may hold what another one lacks.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xoev/store.hpp"

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace anb::xoev::detail {

/// A package whose files still lie elsewhere than where they will be used.
struct Coming {
    Installed package;
    std::filesystem::path place;
};

/// Writes the prepared standards of every package, and its description last.
/// @throws as SchemaPool::add_package(); Error{io} ANB-G206
void prepare_all(std::vector<Installed> packages);

/// The same with one more, or one in place of that with its name: it is ready before `publish`
/// shows it to anybody, and the others are told of it afterwards.
void prepare_all(std::vector<Installed> packages, Coming coming,
                 const std::function<void()>& publish);

/// Writes a file of a package, with the folders above it. @throws Error{io} ANB-G206
void write(const std::filesystem::path& path, std::string_view text);

} // namespace anb::xoev::detail
