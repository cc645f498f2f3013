// Work on several threads whose results are taken in their order.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace anb::base {

/// Computes results for 0 … count-1, a bounded number ahead of the thread that takes them, so that
/// memory does not grow with their number. The taking thread works too while it would wait.
template <typename Result>
class Ahead {
public:
    /// Called by several threads at once, each with a number below `threads` of its own; must not
    /// throw.
    using Work = std::function<Result(std::size_t index, std::size_t worker)>;

    /// @param threads  that work, the taking one included; at least 1
    /// @param chunk    results computed in one go: more where a result is quick to compute
    Ahead(std::size_t count, std::size_t threads, std::size_t chunk, Work work)
        : m_count((count + chunk - 1) / chunk), m_results(count), m_chunk(chunk),
          m_work(std::move(work)), m_spent(threads)
    {
        for (std::size_t i = 1; i < std::min(threads, m_count); ++i) {
            m_helpers.emplace_back([this, i] { help(i); });
        }
    }

    /// Ends with what is being computed; what was not taken is dropped.
    ~Ahead()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_claimed = m_count;
        }
        m_changed.notify_all();
    }

    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;

    /// The next result, valid until the next call; to be called `count` times at most.
    Result& next()
    {
        if (m_at == m_current.results.size()) {
            give_back();
            m_current = take();
            m_at = 0;
        }
        return m_current.results[m_at++];
    }

private:
    /// Memory is fastest freed by the thread that asked for it: a chunk goes back to its worker.
    struct Chunk {
        std::vector<Result> results{};
        std::size_t worker = 0;
    };

    static constexpr std::size_t k_ahead = 8; ///< chunks

    void give_back()
    {
        const std::scoped_lock lock(m_mutex);
        m_spent[m_current.worker].push_back(std::move(m_current.results));
        m_current.results.clear();
    }

    bool may_claim() const { return m_claimed < std::min(m_count, m_taken + k_ahead); }

    Chunk take()
    {
        std::unique_lock lock(m_mutex);
        auto& slot = m_slots[m_taken % k_ahead];
        while (!slot) {
            if (may_claim()) {
                compute(lock, 0);
            } else {
                m_changed.wait(lock);
            }
        }
        auto chunk = std::move(*slot);
        slot.reset();
        ++m_taken;
        lock.unlock();
        m_changed.notify_all();
        return chunk;
    }

    void compute(std::unique_lock<std::mutex>& lock, std::size_t worker)
    {
        const auto index = m_claimed++;
        auto spent = std::exchange(m_spent[worker], {});
        lock.unlock();
        spent.clear();
        Chunk chunk{{}, worker};
        chunk.results.reserve(m_chunk);
        for (auto i = index * m_chunk; i < std::min(m_results, (index + 1) * m_chunk); ++i) {
            chunk.results.push_back(m_work(i, worker));
        }
        lock.lock();
        m_slots[index % k_ahead] = std::move(chunk);
        m_changed.notify_all();
    }

    void help(std::size_t worker)
    {
        std::unique_lock lock(m_mutex);
        while (m_claimed < m_count) {
            if (may_claim()) {
                compute(lock, worker);
            } else {
                m_changed.wait(lock);
            }
        }
    }

    std::size_t m_count, m_claimed = 0, m_taken = 0; ///< chunks
    std::size_t m_results, m_chunk;
    Work m_work;
    Chunk m_current;
    std::size_t m_at = 0;
    std::array<std::optional<Chunk>, k_ahead> m_slots;
    std::vector<std::vector<std::vector<Result>>> m_spent; ///< by worker
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::jthread> m_helpers; ///< last, so that they end first
};

} // namespace anb::base
