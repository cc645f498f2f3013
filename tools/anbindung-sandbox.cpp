// The test bench: plays the remote services on loopback.
// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/tool.hpp"
#include "sandbox/sandbox.hpp"

using namespace anb;

namespace {

constexpr std::uint64_t k_largest_script = 1024 * 1024;

struct Options {
    std::string listen = "127.0.0.1";
    int port = 0;
    std::string state, pki, directory, replica_lag, env_file, record, fault, clock, stop_after,
        callback_ca;
    bool stop_with_parent = false;
};

void declare(CLI::App& app, Options& options, cli::Say say)
{
    app.add_option("--listen", options.listen,
                   say("Loopback-Adresse, auf der Anfragen angenommen werden",
                       "loopback address to take requests on"))
        ->type_name("ADDRESS");
    app.add_option("--port", options.port,
                   say("Port; 0 nimmt einen freien", "port; 0 takes a free one"))
        ->type_name("N")
        ->check(CLI::Range(0, 65535));
    app.add_option("--state", options.state,
                   say("alles Empfangene und alle Schlüssel dort behalten; ohne: nichts bleibt",
                       "keep everything received and all keys there; without: nothing stays"))
        ->type_name("DIR");
    app.add_option("--directory", options.directory,
                   say("Einträge der DVDV-Server aus DIR/test und DIR/prod statt der eingebauten; "
                       "DIR/test-replica und DIR/prod-replica gelten nur beim Replikat",
                       "entries of the DVDV servers from DIR/test and DIR/prod in place of the "
                       "built-in ones; DIR/test-replica and DIR/prod-replica count at the replica "
                       "only"))
        ->type_name("DIR");
    app.add_option("--replica-lag", options.replica_lag,
                   say("das Replikat zeigt einen Eintrag erst so lange nach seinem enteredAt",
                       "the replica shows an entry only so long after its enteredAt"))
        ->type_name("DURATION");
    app.add_option("--env-file", options.env_file,
                   say("schreibt, sobald alles bereit ist, die Umgebungen test und prod für "
                       "environments.toml",
                       "writes, as soon as everything is ready, the environments test and prod for "
                       "environments.toml"))
        ->type_name("FILE");
    app.add_option(
           "--fault", options.fault,
           say("Fehlerskript; je Zeile METHODE PFAD, dann Bedingungen (nth= from= until= "
               "percent= seed=) und Wirkungen (delay= status= late_status= retry_after= "
               "header= body= type= swap=yes replace= forge=signatures forge=keys oversize= "
               "truncate= drip= reset=before reset=after stale_token=yes)",
               "fault script; per line METHOD PATH, then conditions (nth= from= until= "
               "percent= seed=) and actions (delay= status= late_status= retry_after= "
               "header= body= type= swap=yes replace= forge=signatures forge=keys oversize= "
               "truncate= drip= reset=before reset=after stale_token=yes)"))
        ->type_name("FILE");
    app.add_option("--clock", options.clock,
                   say("Uhr der Dienste beginnt zu dieser Zeit und läuft weiter",
                       "the services' clock begins at this time and runs on"))
        ->type_name("TIME");
    app.add_option("--stop-after", options.stop_after,
                   say("endet nach dieser Zeit, etwa 30s oder 10m",
                       "ends after this time, such as 30s or 10m"))
        ->type_name("DURATION");
    app.add_option("--callback-ca", options.callback_ca,
                   say("PEM; gilt bei Callbacks neben der eigenen Wurzel als Vertrauensanker",
                       "PEM; a trust anchor for callbacks besides the sandbox's own root"))
        ->type_name("FILE");
    app.add_option(
           "--record", options.record,
           say("hält jede Anfrage mit Antwort in DIR/exchanges.jsonl fest, ohne Geheimnisse",
               "keeps each request with its answer in DIR/exchanges.jsonl, without secrets"))
        ->type_name("DIR");
    app.add_option("--pki", options.pki,
                   say("Ordner der Schlüssel und Zertifikate statt pki im Zustand",
                       "folder of keys and certificates in place of pki in the state"))
        ->type_name("DIR");
    app.add_flag("--stop-with-parent", options.stop_with_parent,
                 say("endet mit dem aufrufenden Prozess", "ends with the calling process"));
}

template <typename Value>
std::optional<Value> parsed(const std::string& text, const char* option,
                            std::optional<Value> (*parse)(std::string_view))
{
    if (text.empty()) {
        return std::nullopt;
    }
    const auto value = parse(text);
    if (!value) {
        throw base::Error(base::ErrorKind::usage, "ANB-G605",
                          {{"option", option}, {"value", text}});
    }
    return value;
}

sandbox::Options settings(const Options& options)
{
    sandbox::Options settings;
    settings.listen = options.listen;
    settings.port = options.port;
    settings.state = options.state;
    settings.pki = options.pki;
    settings.directory = options.directory;
    settings.replica_lag = parsed(options.replica_lag, "--replica-lag", base::parse_duration)
                               .value_or(base::Seconds(0));
    settings.record = options.record;
    settings.callback_ca = options.callback_ca;
    settings.clock = parsed(options.clock, "--clock", base::parse_time);
    if (!options.fault.empty()) {
        settings.faults = base::to_text(base::read_file(options.fault, k_largest_script));
        settings.faults_origin = options.fault;
    }
    return settings;
}

void write_env_file(const std::string& file, const std::string& text)
{
    base::make_folder(base::fs::absolute(file).parent_path());
    base::write_file(file, base::as_bytes(text), base::Access::owner_only);
}

cli::Exit run(const Options& options, cli::Io& io)
{
    const auto stop_after = parsed(options.stop_after, "--stop-after", base::parse_duration);
    if (options.stop_with_parent) {
        sandbox::stop_with_parent();
    }
    sandbox::Sandbox bench(settings(options));
    io.document()["address"] = bench.address();
    io.document()["state"] = bench.state_folder().string();
    if (!options.env_file.empty()) {
        write_env_file(options.env_file, bench.environments_toml());
    }
    io.line(bench.address());
    io.status(io.say("Bereit. Ende mit Strg-C.", "Ready. End with Ctrl-C."));

    const auto end = stop_after ? std::optional(base::now() + *stop_after) : std::nullopt;
    bench.run([&] {
        for (auto& report : bench.complaints()) {
            io.add(std::move(report));
        }
        return io.cancelled() || (end && base::now() >= *end);
    });
    return cli::Exit::ok;
}

constexpr cli::Example k_examples[] = {
    {"anbindung-sandbox --port 0 --stop-after 5s",
     {"Ein Probelauf von fünf Sekunden auf einem freien Port",
      "A trial run of five seconds on any free port"}},
    {"anbindung-sandbox --state sandbox --env-file environments.toml --stop-after 5s",
     {"Alles behalten und den anderen Werkzeugen sagen, wo es ist",
      "Keep everything, and tell the other tools where it is"}},
    {"anbindung-sandbox --directory verzeichnis --replica-lag 2h --stop-after 5s",
     {"Eigene Einträge im DVDV; das Replikat hinkt zwei Stunden hinterher",
      "Entries of one's own in DVDV; the replica lags two hours behind"}},
    {"anbindung-sandbox --clock 2027-01-01 --stop-after 5s",
     {"Wochen später: Was niemand abgeholt hat, ist zurückgewiesen",
      "Weeks later: what nobody picked up is rejected"}},
};

constexpr cli::ToolInfo k_tool{
    .name = "anbindung-sandbox",
    .summary = {"Prüfstand: spielt FIT-Connect, DVDV und Intermediär für test und prod auf diesem "
                "Rechner",
                "Test bench: plays FIT-Connect, DVDV and Intermediär for test and prod on this "
                "machine"},
    .examples = k_examples,
    .uses_environment = false,
};

} // namespace

int main(int argc, char** argv)
{
    return cli::tool_main<Options>(k_tool, argc, argv, declare, run);
}
