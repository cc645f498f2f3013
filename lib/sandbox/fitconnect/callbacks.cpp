// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/fitconnect/callbacks.hpp"

#include "callback/signature.hpp"
#include "http/curl.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

namespace anb::sandbox {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view k_type = "https://schema.fitko.de/fit-connect/submission-api/callbacks/";
constexpr std::chrono::seconds k_patience{10};
constexpr std::size_t k_most_waiting = 10'000;

std::string_view name(CallbackType type)
{
    return type == CallbackType::new_submissions ? "new-submissions" : "new-events";
}

struct Job {
    std::string url, secret, type, body, case_id;
    std::size_t attempt = 0;
    Clock::time_point due{};
};

json::Value body_of(CallbackType type, const Submission& submission)
{
    return {{"type", std::string(k_type).append(name(type))},
            {"submissionIds", json::Value::array({submission.id})},
            {"submissions", json::Value::array({{{"destinationId", submission.destination},
                                                 {"submissionId", submission.id},
                                                 {"caseId", submission.case_id}}})}};
}

} // namespace

struct Callbacks::State {
    CallbackSettings settings;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Job> jobs;
    std::atomic<bool> stopping = false;
    std::thread worker; ///< started with the first job

    void add(Job job)
    {
        const std::scoped_lock lock(mutex);
        if (stopping || jobs.size() >= k_most_waiting) {
            return;
        }
        jobs.push_back(std::move(job));
        if (!worker.joinable()) {
            worker = std::thread([this] { work(); });
        }
        changed.notify_all();
    }

    void work()
    {
        std::unique_lock lock(mutex);
        while (!stopping) {
            const auto next = std::ranges::min_element(jobs, {}, &Job::due);
            if (next == jobs.end()) {
                changed.wait(lock);
            } else if (next->due > Clock::now()) {
                changed.wait_until(lock, next->due);
            } else {
                auto job = std::move(*next);
                jobs.erase(next);
                lock.unlock();
                deliver(std::move(job));
                lock.lock();
            }
        }
    }

    /// @return the status, or the code of the failure
    json::Value call(const Job& job)
    {
        http::Options options;
        options.user_agent = "anbindung-sandbox";
        options.ca_files = settings.ca_files;
        options.connect_timeout = k_patience;
        options.total_timeout = k_patience;
        options.retries = 0;
        options.cancelled = [this] { return stopping.load(); };
        const auto timestamp = std::to_string(base::to_unix(base::now()));
        http::Request request;
        request.method = "POST";
        request.url = job.url;
        request.headers = {
            {"Content-Type", "application/json"},
            {std::string(callback::k_timestamp_header), timestamp},
            {std::string(callback::k_authentication_header),
             callback::authentication(base::SecretString(job.secret), timestamp, job.body)}};
        request.body = job.body;
        try {
            return http::CurlTransport(options).send(request).status;
        } catch (const base::Error& error) {
            return error.code();
        }
    }

    void deliver(Job job)
    {
        const auto status = call(job);
        const json::Value line = {{"time", base::format_time(base::now())},
                                  {"url", job.url},
                                  {"type", job.type},
                                  {"caseId", job.case_id},
                                  {"attempt", job.attempt + 1},
                                  {"status", status}};
        std::ofstream(settings.log, std::ios::app) << json::dump(line) << "\n";
        const auto good = status.is_number() && status >= 200 && status < 300;
        if (!good && job.attempt < settings.pauses.size()) {
            job.due = Clock::now() + settings.pauses[job.attempt];
            ++job.attempt;
            add(std::move(job));
        }
    }
};

Callbacks::Callbacks(CallbackSettings settings) : m_state(std::make_unique<State>())
{
    m_state->settings = std::move(settings);
}

Callbacks::~Callbacks()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->stopping = true;
        m_state->changed.notify_all();
    }
    if (m_state->worker.joinable()) {
        m_state->worker.join();
    }
}

void Callbacks::send(const json::Value& callback, CallbackType type, const Submission& submission)
{
    if (!callback.is_object() || !callback.contains("secret")) {
        return;
    }
    m_state->add({.url = callback.at("url"),
                  .secret = callback.at("secret"),
                  .type = std::string(name(type)),
                  .body = json::dump(body_of(type, submission)),
                  .case_id = submission.case_id,
                  .due = Clock::now()});
}

json::Value shown_callback(const json::Value& callback)
{
    return callback.is_null() ? callback : json::Value{{"url", callback.at("url")}};
}

} // namespace anb::sandbox
