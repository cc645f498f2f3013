// One request on its way and the answer as it arrives.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "http/detail/handle.hpp"
#include "http/transport.hpp"

#include <array>
#include <exception>

namespace anb::http::detail {

/// Sets what belongs to the request on a handle, and receives the answer. Lives at least as long
/// as the transfer.
class Exchange {
public:
    Exchange(CURL* easy, const Request& request, const Target& target);
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    /// Takes everything off the handle again.
    ~Exchange();

    /// After the transfer: the answer, or throws what went wrong.
    /// @throws as Transport::send()
    Response take(CURLcode code);

    /// The request, or a part of it, has left.
    bool sent() const;
    /// A sink was called: what it took cannot be taken again.
    bool consumed() const { return m_consumed; }
    /// A redirect that the server asks for; empty when it does not.
    std::string redirect() const;

private:
    void describe_body();
    void describe_head();
    std::size_t receive_header(std::string_view line);
    std::size_t receive_body(base::ByteView piece);
    std::size_t produce_body(std::span<std::byte> buffer);
    bool admits_encoding() const;
    base::Error too_much(const std::string& detail) const;

    static std::size_t on_header(char* data, std::size_t, std::size_t size, void* self);
    static std::size_t on_body(char* data, std::size_t, std::size_t size, void* self);
    static std::size_t on_upload(char* data, std::size_t, std::size_t size, void* self);

    CURL* m_easy;
    const Request& m_request;
    const Target& m_target;
    base::Source m_source;
    HeaderList m_head;
    Response m_response;
    std::exception_ptr m_thrown;
    std::array<char, CURL_ERROR_SIZE> m_text{};
    std::size_t m_head_size = 0;
    std::uint64_t m_received = 0;
    std::uint64_t m_produced = 0;
    bool m_consumed = false;
};

} // namespace anb::http::detail
