// Tests of callback/signature.hpp, with the vectors of the FIT-Connect documentation.
// SPDX-License-Identifier: EUPL-1.2

#include "callback/signature.hpp"

#include <doctest/doctest.h>

using namespace anb;
using callback::Verdict;

namespace {

struct Vector {
    const char* body;
    const char* signature;
};

constexpr const char* k_secret = "insecure_unsafe_qHScgrg_kP-R31jHUwp3GkVkGJolvBchz65b74Lzue0";
constexpr const char* k_timestamp = "1672527599";
constexpr Vector k_vectors[] = {
    {R"({"type":"https://schema.fitko.de/fit-connect/submission-api/callbacks/new-submissions","submissionIds":["f39ab143-d91a-474a-b69f-b00f1a1873c2"]})",
     "798cd0edb70c08e5b32aa8a18cbbc8ff6b3078c51af6d011ff4e32e470c746234fc4314821fe5185264b029e962bd"
     "37de33f3b9fc5f1a93c40ce6672845e90df"},
    {R"({"type":"https://schema.fitko.de/fit-connect/submission-api/callbacks/new-submissions","submissionIds":["f39ab143-d91a-474a-b69f-b00f1a1873c2"],"submissions":[{"destinationId":"d12caea8-f372-4eb1-b102-b0a228253a11","submissionId":"f39ab143-d91a-474a-b69f-b00f1a1873c2","caseId":"9eec7d3e-dc66-4f82-9f52-1520bf96a32e"}]})",
     "2056b372b5bcec06d8f11ab79b84b42d6cbe1c8e1178cdfa36e4385dcf717758aaa7599f417d9ec3e079087884f4f"
     "d59680bf713621383e2d4414ef74fb10df3"},
};

Verdict verify(const std::string& secret, const std::string& timestamp,
               const std::string& signature, const std::string& body, std::int64_t later = 0)
{
    return callback::verify(base::SecretString(secret), timestamp, signature, body,
                            base::from_unix(1672527599 + later));
}

} // namespace

TEST_CASE("callback::authentication: the vectors of the documentation")
{
    for (const auto& vector : k_vectors) {
        CHECK(callback::authentication(base::SecretString(k_secret), k_timestamp, vector.body) ==
              vector.signature);
        CHECK(verify(k_secret, k_timestamp, vector.signature, vector.body) == Verdict::genuine);
    }
}

TEST_CASE("callback::verify: every fault is told apart")
{
    const std::string body = k_vectors[0].body, signature = k_vectors[0].signature;
    CHECK(verify(k_secret, "", signature, body) == Verdict::incomplete);
    CHECK(verify(k_secret, k_timestamp, "", body) == Verdict::incomplete);
    CHECK(verify(k_secret, "gestern", signature, body) == Verdict::incomplete);
    CHECK(verify(k_secret, "-1", signature, body) == Verdict::incomplete);
    CHECK(verify("another_secret_of_thirty_two_chars", k_timestamp, signature, body) ==
          Verdict::forged);
    CHECK(verify(k_secret, "1672527600", signature, body) == Verdict::forged);
    CHECK(verify(k_secret, k_timestamp, signature, body + "\n") == Verdict::forged);
    CHECK(verify(k_secret, k_timestamp, signature.substr(1), body) == Verdict::forged);
    CHECK(verify(k_secret, k_timestamp, signature, body, 300) == Verdict::genuine);
    CHECK(verify(k_secret, k_timestamp, signature, body, 301) == Verdict::outdated);
    CHECK(verify(k_secret, k_timestamp, signature, body, -301) == Verdict::outdated);
}
