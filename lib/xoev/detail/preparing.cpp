// SPDX-License-Identifier: EUPL-1.2

#include "xoev/detail/preparing.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "xoev/detail/store_files.hpp"
#include "xoev/schema_pool.hpp"

#include <algorithm>
#include <set>

namespace anb::xoev::detail {

namespace fs = std::filesystem;

namespace {

class Preparing {
public:
    explicit Preparing(std::vector<Coming> packages) : m_packages(std::move(packages))
    {
        for (const auto& [package, place] : m_packages) {
            m_pool.add_package(place / k_files, package.path / k_files);
        }
    }

    void write(std::size_t number)
    {
        auto& [package, place] = m_packages[number];
        package.standards.clear();
        for (const auto& folder : m_pool.folders()) {
            if (folder.package != number) {
                continue;
            }
            std::set<std::string> namespaces;
            for (const auto& file : folder.files) {
                namespaces.insert(file.target_namespace);
            }
            for (const auto& uri : namespaces) {
                const auto standard = prepare(m_pool, folder, uri);
                std::string name;
                if (!standard.elements.empty() || !standard.complete()) {
                    name = "standards/" + std::to_string(package.standards.size());
                    detail::write(place / name, pack(standard));
                }
                package.standards.push_back({standard.identity, uri,
                                             folder.path.lexically_relative(package.path).string(),
                                             name, standard.complete(), standard.elements});
            }
        }
        detail::write(place / k_description, describe(package));
    }

    void write_all_but(std::size_t number)
    {
        for (std::size_t other = 0; other < m_packages.size(); ++other) {
            if (other != number) {
                write(other);
            }
        }
    }

private:
    std::vector<Coming> m_packages; ///< by their number in the pool
    SchemaPool m_pool;
};

std::vector<Coming> where_they_are(std::vector<Installed> packages)
{
    std::vector<Coming> all;
    for (auto& package : packages) {
        auto place = package.path;
        all.push_back({std::move(package), std::move(place)});
    }
    return all;
}

} // namespace

void prepare_all(std::vector<Installed> packages)
{
    const auto none = packages.size();
    Preparing(where_they_are(std::move(packages))).write_all_but(none);
}

void prepare_all(std::vector<Installed> packages, Coming coming,
                 const std::function<void()>& publish)
{
    const auto name_of = [](const Coming& each) -> const std::string& { return each.package.id; };
    auto all = where_they_are(std::move(packages));
    std::erase_if(all, [&](const Coming& each) { return name_of(each) == name_of(coming); });
    const auto at = std::ranges::lower_bound(all, coming.package.id, {}, name_of);
    const auto own = static_cast<std::size_t>(at - all.begin());
    all.insert(at, std::move(coming));
    Preparing preparing(std::move(all));
    preparing.write(own);
    publish();
    preparing.write_all_but(own);
}

void write(const fs::path& path, std::string_view text)
{
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) {
        throw base::Error(base::ErrorKind::io, "ANB-G206",
                          {{"file", path.parent_path().string()}, {"reason", failed.message()}});
    }
    base::write_file(path, base::as_bytes(text), base::Access::everyone);
}

} // namespace anb::xoev::detail
