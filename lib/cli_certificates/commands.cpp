// SPDX-License-Identifier: EUPL-1.2

#include "cli_certificates/commands.hpp"

#include "base/error.hpp"
#include "cli_certificates/files.hpp"
#include "cli_certificates/trust.hpp"

namespace anb::cli_certificates {

namespace {

Question to_question(const Options& options, const cli::Io& io)
{
    Question question;
    question.options.use = pki::to_use(options.use).value_or(pki::Use::general);
    question.options.environment = to_environment(io.common().env);
    question.options.at = io.judged_at();
    question.options.warn_days = options.warn_days;
    question.options.crit_days = options.crit_days;
    question.options.strict = options.strict;
    question.revocation = make_revocation(options, io);
    if (io.common().format == "text") {
        question.unchecked = std::make_shared<std::vector<base::Unchecked>>();
    }
    return question;
}

void declare_limits(const Options& options, cli::Io& io)
{
    io.document()["warn_days"] = options.warn_days;
    io.document()["crit_days"] = options.crit_days;
}

} // namespace

cli::Exit run(const Options& options, cli::Io& io, const AskRegistry& registry)
{
    if (options.list_rules) {
        show_rules(pki::to_use(options.use), io);
        return io.verdict();
    }
    if (!options.inventory.empty()) {
        if (!options.files.empty()) {
            throw base::Error(base::ErrorKind::usage, "ANB-G113",
                              {{"option", "--inventory"}, {"other", "FILE"}});
        }
        declare_limits(options, io);
        const auto question = to_question(options, io);
        const auto exit = check_inventory(options, load_trust(options, io), question, registry, io);
        show_unchecked(question, io);
        return exit;
    }
    if (options.files.empty()) {
        throw base::Error(base::ErrorKind::usage, "ANB-G107", {{"option", "FILE"}});
    }
    if (options.public_only) {
        return check_public_only(options.files, io);
    }
    auto question = to_question(options, io);
    const auto places = base::expand(options.files, options.recursive);
    question.brief = places.size() != 1 || places.front().path == "-" || !options.pair.empty();
    question.days = options.pair.empty();
    declare_limits(options, io);
    const auto trust = load_trust(options, io);
    if (options.pair.empty()) {
        const auto exit = check_files(places, options, trust, question, io);
        show_unchecked(question, io);
        return exit;
    }
    if (places.size() != 1) {
        throw base::Error(base::ErrorKind::usage, "ANB-G113",
                          {{"option", "--pair"}, {"other", "FILE FILE"}});
    }
    const auto exit = check_pair(places.front().path, options.pair, options, trust, question, io);
    show_unchecked(question, io);
    return exit;
}

} // namespace anb::cli_certificates
