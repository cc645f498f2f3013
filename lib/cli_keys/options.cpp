// SPDX-License-Identifier: EUPL-1.2

#include "cli/password.hpp"
#include "cli_keys/commands.hpp"

namespace anb::cli_keys {

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("FILE", options.files,
                   say("Eine oder zwei .p12-Dateien; - ist die Standardeingabe.",
                       "One or two .p12 files; - is standard input."))
        ->expected(0, 2);

    auto* out = app.add_option(
        "--out-dir", options.out_dir,
        say("Schreibt die JWK-Dateien in diesen Ordner.", "Writes the JWK files to this folder."));
    auto* publish = app.add_option(
        "--public", options.public_role,
        say("Gibt nur diesen öffentlichen JWK aus.", "Prints this public JWK only."));
    auto* make = app.add_flag(
        "--new-test-key", options.new_test_key,
        say("Erzeugt selbst signierte Schlüssel für TEST.", "Makes self-signed keys for TEST."));
    auto* lint =
        app.add_option("--lint", options.lint,
                       say("Prüft einen JWK oder Schlüsselsatz; - ist die Standardeingabe.",
                           "Judges a JWK or key set; - is standard input."));
    out->type_name("DIR");
    publish->check(CLI::IsMember({"enc", "sig"}))->excludes(out);
    make->needs(out);
    lint->type_name("FILE")->excludes(out)->excludes(publish)->excludes(make);

    auto* use = app.add_option("--use", options.use,
                               say("Welche Schlüsselpaare entstehen.", "Which key pairs are made."))
                    ->check(CLI::IsMember({"enc", "sig", "both"}))
                    ->excludes(publish);
    app.add_option("--alias", options.alias,
                   say("Welcher von mehreren Schlüsseln: Name, Fingerabdruck oder Nummer.",
                       "Which of several keys: name, fingerprint or number."))
        ->type_name("NAME");
    app.add_option("--kid", options.kid,
                   say("Kennung des Schlüssels statt der abgeleiteten; nur für ein Paar.",
                       "Id of the key instead of the derived one; for one pair only."))
        ->type_name("TEXT");
    app.add_flag("--no-root", options.no_root,
                 say("Lässt die Wurzel in x5c weg.", "Leaves the root out of x5c."));
    app.add_flag("--allow-expired", options.allow_expired,
                 say("Nimmt ein abgelaufenes Zertifikat an, für alte Einreichungen.",
                     "Accepts an expired certificate, for old submissions."));
    app.add_option("--trust", options.trust,
                   say("Wurzeln der Verwaltungs-PKI: Datei oder Ordner; mehrfach möglich.",
                       "Roots of the Verwaltungs-PKI: file or folder; repeatable."))
        ->type_name("FILE")
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_option("--subject", options.subject,
                   say("Name im Testzertifikat.", "Name in the test certificate."))
        ->type_name("TEXT")
        ->needs(make);
    app.add_option("--days", options.days,
                   say("Gültigkeit des Testzertifikats in Tagen.",
                       "Validity of the test certificate in days."))
        ->type_name("N")
        ->check(CLI::Range(1, 3650))
        ->needs(make);
    make->excludes(use);

    cli::declare_password(app, options.password, say);
}

} // namespace anb::cli_keys
