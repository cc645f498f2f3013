// SPDX-License-Identifier: EUPL-1.2

#include "base/error.hpp"
#include "crypto/random.hpp"
#include "osci/mime.hpp"

#include <string_view>

namespace anb::osci {

MimeWriter::MimeWriter(base::Sink sink)
    : m_sink(std::move(sink)),
      m_boundary("MIME_boundary_" + base::to_base64(crypto::random_bytes(24)))
{
    write("MIME-Version: 1.0\r\nContent-Type: Multipart/Related; boundary=" + m_boundary +
          "; type=text/xml\r\n\r\n");
}

void MimeWriter::begin(const PartHead& head)
{
    std::string text = (m_in_part ? "\r\n--" : "--") + m_boundary + "\r\n";
    const auto add = [&text](std::string_view name, std::string_view value) {
        if (value.find_first_of("\r\n") != std::string_view::npos) {
            base::fail_internal("a header of two lines");
        }
        if (!value.empty()) {
            text.append(name).append(": ").append(value).append("\r\n");
        }
    };
    add("Content-Type", head.media_type);
    add("Content-Transfer-Encoding", head.encoding);
    add("Content-ID", head.id.empty() ? "" : "<" + head.id + ">");
    add("Content-Length", head.length ? std::to_string(*head.length) : "");
    write(text + "\r\n");
    m_in_part = true;
}

void MimeWriter::write(base::ByteView bytes)
{
    m_sink(bytes);
}

void MimeWriter::finish()
{
    write("\r\n--" + m_boundary + "--\r\n");
}

} // namespace anb::osci
