// SPDX-License-Identifier: EUPL-1.2

#include "cli_testantrag/stores.hpp"

#include "base/text.hpp"
#include "cli/password.hpp"

namespace anb::cli_testantrag {

namespace {

constexpr std::uint64_t k_max_store = 1024 * 1024;

bool is_given(const cli::SecretSource& source)
{
    return !source.file.empty() || source.descriptor >= 0 || !source.variable.empty();
}

base::SecretString ask(const StoreOptions& options, const std::string& file, cli::Io& io)
{
    auto source = options.password;
    source.credential = "p12-password";
    source.file_variable = "ANB_P12_PASSWORD_FILE";
    source.prompt = io.say("Kennwort für ", "Password for ") + base::printable(file) + ":";
    return io.secret(source);
}

} // namespace

void declare_stores(CLI::App& app, StoreOptions& options, std::string about, cli::Say say)
{
    app.add_option("--p12", options.files, std::move(about))
        ->type_name("FILE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    cli::declare_password(app, options.password, say);
}

std::vector<pki::Identity> load_stores(const StoreOptions& options, cli::Io& io)
{
    std::vector<pki::Identity> stores;
    std::optional<base::SecretString> password;
    for (const auto& file : options.files) {
        const auto bytes = base::read_file(file, k_max_store);
        pki::require_pkcs12(bytes, file);
        if (!password || !is_given(options.password)) {
            password = ask(options, file, io);
        }
        auto store = pki::load_pkcs12(bytes, *password, file, {.alias = {}, .at = io.judged_at()});
        stores.push_back(std::move(store.identity));
    }
    return stores;
}

} // namespace anb::cli_testantrag
