// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/sandbox.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "callback/address.hpp"
#include "sandbox/dvdv/complaints.hpp"
#include "sandbox/fitconnect/callbacks.hpp"
#include "sandbox/fitconnect/events.hpp"
#include "sandbox/recorder.hpp"
#include "sandbox/server.hpp"
#include "sandbox/services.hpp"
#include "sandbox/state_folder.hpp"

#include <charconv>
#include <chrono>
#include <signal.h>
#include <sys/prctl.h>
#include <thread>

namespace anb::sandbox {

namespace {

constexpr std::chrono::milliseconds k_poll{100};
constexpr unsigned k_polls_for_time = 10;

/// A clock that starts at a given time and runs on from there.
std::function<base::UtcTime()> clock_from(std::optional<base::UtcTime> start)
{
    if (!start) {
        return base::now;
    }
    const auto offset = *start - base::now();
    return [offset] { return base::now() + offset; };
}

std::string origin(const std::string& scheme, const std::string& host, int port)
{
    const bool v6 = host.find(':') != std::string::npos;
    return scheme + "://" + (v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

int port_of(const std::string& address)
{
    int port = 0;
    const auto colon = address.rfind(':');
    std::from_chars(address.data() + colon + 1, address.data() + address.size(), port);
    return port;
}

std::filesystem::path record_file(const std::filesystem::path& folder)
{
    if (folder.empty()) {
        return {};
    }
    base::make_folder(folder);
    return folder / "exchanges.jsonl";
}

std::string toml_string(const std::string& text)
{
    return json::dump(json::Value(text));
}

std::string table_of(const Environment& environment, const std::filesystem::path& ca_file)
{
    std::string out = "[" + environment.name + "]\n";
    const auto line = [&](const char* key, const std::string& value) {
        out += std::string(key) + " = " + toml_string(value) + "\n";
    };
    line("token_url", environment.token_url());
    line("submission_url", environment.submission_url());
    line("submission_v1_url", environment.submission_v1_url());
    line("destination_url", environment.destination_url());
    line("routing_url", environment.routing_url());
    line("portal_url", environment.portal_url());
    line("ca_file", ca_file.string());
    line("fitconnect_client_id", environment.clients.subscriber().id);
    line("fitconnect_secret_file", environment.clients.subscriber().secret_file.string());
    line("fitconnect_sender_client_id", environment.clients.sender().id);
    line("fitconnect_sender_secret_file", environment.clients.sender().secret_file.string());
    out += "dvdv_servers = [" + toml_string(environment.dvdv_url()) + ", " +
           toml_string(environment.dvdv_replica_url()) + "]\n";
    const auto& pki = environment.pki;
    line("dvdv_client_p12", pki.directory_client_store(environment.name).string());
    line("dvdv_client_password_file", pki.directory_client_password(environment.name).string());
    line("recipient_certificate", pki.osci_recipient_store(environment.name).string());
    line("recipient_password_file", pki.osci_recipient_password(environment.name).string());
    line("osci_p12", pki.osci_sender_store(environment.name).string());
    line("osci_password_file", pki.osci_sender_password(environment.name).string());
    line("trust", pki.administration_root_file(environment.name).string());
    return out;
}

} // namespace

struct Sandbox::State {
    StateFolder folder;
    std::function<base::UtcTime()> clock;
    Faults faults;
    DvdvComplaints complaints;
    Pki pki;
    Callbacks callbacks;
    Environment test, prod;
    Router router;
    Recorder recorder;
    Server server;
    std::string address;

    explicit State(const Options& options)
        : folder(options.state), clock(clock_from(options.clock)),
          faults(Faults::parse(options.faults, options.faults_origin)),
          complaints(folder.path() / "directory.jsonl"),
          pki(options.pki.empty() ? folder.path() / "pki" : std::filesystem::absolute(options.pki),
              base::now()),
          callbacks(callback_settings(options)),
          test("test", folder.path() / "test", pki, clock, options.limits, directory(options)),
          prod("prod", folder.path() / "prod", pki, clock, options.limits, directory(options)),
          recorder(folder.path() / "requests.jsonl", record_file(options.record)),
          server({router, faults, recorder, clock,
                  [this] {
                      test.forget_tokens();
                      prod.forget_tokens();
                  }},
                 pki.server().certificate, pki.server().key)
    {
        bind(options.listen, options.port);
        const auto plain_address = bind_plain(options.listen);
        for (auto* environment : {&test, &prod}) {
            environment->base_url = address + "/" + environment->name;
            environment->plain_url = plain_address + "/" + environment->name;
            environment->host = options.listen;
            environment->callbacks = &callbacks;
            register_services(router, *environment);
        }
    }

    CallbackSettings callback_settings(const Options& options)
    {
        CallbackSettings settings;
        settings.log = folder.path() / "callbacks.jsonl";
        settings.ca_files = {pki.tls_root_file().string()};
        if (!options.callback_ca.empty()) {
            settings.ca_files.push_back(options.callback_ca.string());
        }
        if (options.callback_pauses) {
            settings.pauses = *options.callback_pauses;
        }
        return settings;
    }

    void let_time_pass()
    {
        for (auto* environment : {&test, &prod}) {
            const auto lock = environment->store.lock();
            sandbox::let_time_pass(*environment);
        }
    }

    DvdvSettings directory(const Options& options)
    {
        return {options.directory, options.replica_lag,
                [this](const std::filesystem::path& file, const base::Error& error) {
                    complaints.add(clock(), file, error);
                }};
    }

    /// Reads the files of the directory once, so that a fault in them is said at the beginning.
    void read_directory(const std::filesystem::path& directory)
    {
        if (directory.empty()) {
            return;
        }
        if (!std::filesystem::is_directory(directory)) {
            throw base::Error(base::ErrorKind::missing, "ANB-G606",
                              {{"folder", directory.string()}});
        }
        for (auto* environment : {&test, &prod}) {
            environment->dvdv.view(DvdvInstance::primary, clock());
            environment->dvdv.view(DvdvInstance::replica, clock());
        }
        complaints.demand_none();
    }

    /// Binds the address. A state with signed documents keeps the one that stands in them.
    void bind(const std::string& host, int port)
    {
        const auto bound_to =
            test.store.empty() && prod.store.empty() ? std::nullopt : folder.address();
        const int wanted = port == 0 && bound_to ? port_of(*bound_to) : port;
        if (bound_to && *bound_to != origin("https", host, wanted)) {
            throw base::Error(base::ErrorKind::configuration, "ANB-G603",
                              {{"folder", folder.path().string()},
                               {"address", *bound_to},
                               {"wanted", origin("https", host, wanted)}});
        }
        address = origin("https", host, server.bind(host, wanted));
        folder.remember_address(address);
    }

    /// Binds the address without TLS. A state that has seen OSCI messages keeps the one that
    /// clients have written down.
    std::string bind_plain(const std::string& host)
    {
        const auto bound_to =
            test.osci.empty() && prod.osci.empty() ? std::nullopt : folder.plain_address();
        const int wanted = bound_to ? port_of(*bound_to) : 0;
        const auto plain = origin("http", host, server.bind_plain(host, wanted));
        folder.remember_plain_address(plain);
        return plain;
    }
};

Sandbox::Sandbox(const Options& options)
{
    if (!callback::is_loopback(options.listen)) {
        throw base::Error(base::ErrorKind::usage, "ANB-G600", {{"address", options.listen}});
    }
    m_state = std::make_unique<State>(options);
    const bool kept = !m_state->folder.temporary();
    m_state->pki.prepare(kept);
    if (kept && !options.directory.empty()) {
        m_state->pki.finish();
    } else if (kept) {
        m_state->pki.wait();
    }
    m_state->read_directory(options.directory);
    m_state->server.start();
}

Sandbox::~Sandbox()
{
    stop();
}

const std::string& Sandbox::address() const
{
    return m_state->address;
}

const std::filesystem::path& Sandbox::state_folder() const
{
    return m_state->folder.path();
}

std::string Sandbox::environments_toml() const
{
    return table_of(m_state->test, ca_file()) + "\n" + table_of(m_state->prod, ca_file());
}

const Environment& Sandbox::environment(const std::string& name) const
{
    return name == "prod" ? m_state->prod : m_state->test;
}

std::vector<base::Report> Sandbox::complaints()
{
    return m_state->complaints.take();
}

std::filesystem::path Sandbox::ca_file() const
{
    return m_state->pki.tls_root_file();
}

void Sandbox::run(const std::function<bool()>& ended)
{
    for (unsigned polls = 0; !ended(); ++polls) {
        std::this_thread::sleep_for(k_poll);
        if (polls % k_polls_for_time == 0) {
            m_state->let_time_pass();
        }
    }
    stop();
}

void Sandbox::stop()
{
    m_state->server.stop();
}

void stop_with_parent()
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

} // namespace anb::sandbox
