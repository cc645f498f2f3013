// SPDX-License-Identifier: EUPL-1.2

#include "sandbox/faults.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "osci/feedback.hpp"

#include <algorithm>
#include <charconv>
#include <fnmatch.h>
#include <stdexcept>

namespace anb::sandbox {

namespace {

/// What of a line is not possible, and why.
struct Misfit {
    std::string text, reason;
};

std::vector<std::string> words_of(std::string_view line)
{
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    bool started = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '\\' && i + 1 < line.size()) {
            word += line[++i];
        } else if (c == '"') {
            quoted = !quoted;
            started = true;
        } else if (!quoted && (c == ' ' || c == '\t' || c == '\r')) {
            if (started) {
                words.push_back(std::exchange(word, {}));
            }
            started = false;
        } else if (!quoted && c == '#' && !started) {
            break;
        } else {
            word += c;
            started = true;
        }
    }
    if (quoted) {
        throw Misfit{std::string(line), "a quote is not closed"};
    }
    if (started) {
        words.push_back(word);
    }
    return words;
}

std::uint64_t number(const std::string& text)
{
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end) {
        throw std::invalid_argument("\"" + text + "\" is no whole number");
    }
    return value;
}

std::uint64_t positive(const std::string& text)
{
    const auto value = number(text);
    if (value == 0) {
        throw std::invalid_argument("0 is too small");
    }
    return value;
}

std::uint64_t body_size(const std::string& text)
{
    constexpr std::uint64_t k_largest = 256ULL * 1024 * 1024;
    const auto value = positive(text);
    if (value > k_largest) {
        throw std::invalid_argument("a size is 268435456 at most");
    }
    return value;
}

int status_code(const std::string& text)
{
    const auto value = number(text);
    if (value < 200 || value > 599) {
        throw std::invalid_argument("a status lies between 200 and 599");
    }
    return static_cast<int>(value);
}

std::chrono::milliseconds duration(const std::string& text)
{
    constexpr std::uint64_t k_longest = 24ULL * 60 * 60 * 1000;
    const bool milliseconds = text.ends_with("ms");
    if (!milliseconds && !text.ends_with("s")) {
        throw std::invalid_argument("a time needs the unit ms or s");
    }
    const auto count = number(text.substr(0, text.size() - (milliseconds ? 2 : 1)));
    if (count > k_longest / (milliseconds ? 1 : 1000)) {
        throw std::invalid_argument("a time is one day at most");
    }
    return std::chrono::milliseconds(count * (milliseconds ? 1 : 1000));
}

std::pair<std::string, std::string> halves(const std::string& text, std::string_view separator)
{
    const auto at = text.find(separator);
    if (at == std::string::npos || at == 0) {
        throw std::invalid_argument("\"" + text + "\" lacks \"" + std::string(separator) + "\"");
    }
    return {text.substr(0, at), text.substr(at + separator.size())};
}

double percentage(const std::string& text)
{
    const auto value = number(text);
    if (value > 100) {
        throw std::invalid_argument("percent is 100 at most");
    }
    return static_cast<double>(value) / 100.0;
}

void merge(OsciEffect& total, const OsciEffect& more)
{
    const auto take = [](std::string& text, const std::string& other) {
        text = other.empty() ? text : other;
    };
    total.feedback.insert(total.feedback.end(), more.feedback.begin(), more.feedback.end());
    take(total.late_feedback, more.late_feedback);
    take(total.fault, more.fault);
    take(total.spoil, more.spoil);
}

std::string feedback_code(const std::string& text)
{
    if (osci::find_feedback(text) == nullptr) {
        throw std::invalid_argument("\"" + text + "\" is no feedback code");
    }
    return text;
}

void merge(Effect& total, const Effect& more)
{
    total.delay += more.delay;
    total.status = more.status ? more.status : total.status;
    total.late_status = more.late_status ? more.late_status : total.late_status;
    total.headers.insert(total.headers.end(), more.headers.begin(), more.headers.end());
    total.body = more.body ? more.body : total.body;
    total.media_type = more.media_type.empty() ? total.media_type : more.media_type;
    total.replacements.insert(total.replacements.end(), more.replacements.begin(),
                              more.replacements.end());
    total.swaps.insert(total.swaps.end(), more.swaps.begin(), more.swaps.end());
    total.forge_signatures = total.forge_signatures || more.forge_signatures;
    total.forge_keys = total.forge_keys || more.forge_keys;
    total.oversize = std::max(total.oversize, more.oversize);
    total.truncate = more.truncate ? more.truncate : total.truncate;
    total.drip = more.drip > 0 ? more.drip : total.drip;
    total.drip_pause = more.drip > 0 ? more.drip_pause : total.drip_pause;
    total.reset_before = total.reset_before || more.reset_before;
    total.reset_after = total.reset_after || more.reset_after;
    total.stale_token = total.stale_token || more.stale_token;
    merge(total.osci, more.osci);
}

} // namespace

void Faults::set(Rule& rule, const std::string& name, const std::string& value)
{
    auto& effect = rule.effect;
    if (name == "nth") {
        rule.nth = positive(value);
    } else if (name == "from") {
        rule.from = positive(value);
    } else if (name == "until") {
        rule.until = positive(value);
    } else if (name == "percent") {
        rule.percent = percentage(value);
    } else if (name == "seed") {
        rule.random.seed(number(value));
    } else if (name == "delay") {
        effect.delay = duration(value);
    } else if (name == "status") {
        effect.status = status_code(value);
    } else if (name == "late_status") {
        effect.late_status = status_code(value);
    } else if (name == "retry_after") {
        effect.headers.emplace_back("Retry-After", std::to_string(number(value)));
    } else if (name == "header") {
        auto [header, text] = halves(value, ":");
        effect.headers.emplace_back(header, std::string(base::trim(text)));
    } else if (name == "body") {
        effect.body = value;
    } else if (name == "type") {
        effect.media_type = value;
    } else if (name == "replace") {
        effect.replacements.push_back(halves(value, "=>"));
    } else if (name == "swap" && value == "yes") {
        effect.swaps = {rule.number};
    } else if (name == "forge" && (value == "signatures" || value == "keys")) {
        (value == "keys" ? effect.forge_keys : effect.forge_signatures) = true;
    } else if (name == "oversize") {
        effect.oversize = body_size(value);
    } else if (name == "truncate") {
        effect.truncate = number(value);
    } else if (name == "drip") {
        const auto [bytes, pause] = halves(value, "/");
        effect.drip = positive(bytes);
        effect.drip_pause = duration(pause);
    } else if (name == "reset" && (value == "before" || value == "after")) {
        (value == "before" ? effect.reset_before : effect.reset_after) = true;
    } else if (name == "stale_token" && value == "yes") {
        effect.stale_token = true;
    } else if (name == "feedback") {
        effect.osci.feedback.push_back(feedback_code(value));
    } else if (name == "late_feedback") {
        effect.osci.late_feedback = feedback_code(value);
    } else if (name == "osci_fault") {
        effect.osci.fault = feedback_code(value);
    } else if (name == "spoil" && is_spoil(value)) {
        effect.osci.spoil = value;
    } else {
        throw std::invalid_argument("\"" + name + "=" + value + "\" is not known");
    }
}

Faults::Rule Faults::parse_rule(std::string_view line, const std::vector<std::string>& words,
                                std::size_t number)
{
    if (words.size() < 3) {
        throw Misfit{std::string(line), "a rule has a method, a path and an action"};
    }
    Rule rule;
    rule.number = number;
    rule.method = words[0];
    rule.path = words[1];
    if (!rule.path.starts_with('/') && !rule.path.starts_with('*')) {
        throw Misfit{rule.path, "a path begins with / or *"};
    }
    for (std::size_t i = 2; i < words.size(); ++i) {
        try {
            const auto [name, value] = halves(words[i], "=");
            set(rule, name, value);
        } catch (const std::invalid_argument& reason) {
            throw Misfit{words[i], reason.what()};
        }
    }
    return rule;
}

Faults Faults::parse(std::string_view script, std::string_view origin)
{
    Faults faults;
    std::size_t line_number = 0;
    for (const auto line : base::split(script, '\n')) {
        ++line_number;
        try {
            const auto words = words_of(line);
            if (!words.empty()) {
                faults.m_rules.push_back(parse_rule(line, words, faults.m_rules.size()));
            }
        } catch (const Misfit& misfit) {
            throw base::Error(base::ErrorKind::configuration, "ANB-G602",
                              {{"file", std::string(origin)},
                               {"line", std::to_string(line_number)},
                               {"text", misfit.text}},
                              misfit.reason);
        }
    }
    return faults;
}

Effect Faults::next(std::string_view method, const std::string& path)
{
    const std::lock_guard lock(m_guard.mutex);
    Effect total;
    for (auto& rule : m_rules) {
        if ((rule.method != "*" && rule.method != method) ||
            fnmatch(rule.path.c_str(), path.c_str(), FNM_NOESCAPE) != 0) {
            continue;
        }
        ++rule.seen;
        const bool counted = (!rule.nth || rule.seen == *rule.nth) &&
                             (!rule.from || rule.seen >= *rule.from) &&
                             (!rule.until || rule.seen <= *rule.until);
        const bool drawn = !rule.percent || std::uniform_real_distribution<double>(0.0, 1.0)(
                                                rule.random) < *rule.percent;
        if (counted && drawn) {
            merge(total, rule.effect);
        }
    }
    return total;
}

} // namespace anb::sandbox
