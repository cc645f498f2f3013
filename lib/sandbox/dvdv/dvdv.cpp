// The DVDV servers of an environment: the Directory API v2 (2.15.0) at a primary and a replica,
// each with its own token service (dvdv.md §§3–5). SPDX-License-Identifier: EUPL-1.2

#include "crypto/random.hpp"
#include "sandbox/dvdv/functions.hpp"
#include "sandbox/dvdv/problem.hpp"
#include "sandbox/services.hpp"

namespace anb::sandbox {

namespace {

constexpr std::string_view k_token_path = "/extern/standaloneauth/token";

/// One server.
struct DvdvServer {
    Environment& environment;
    DvdvInstance instance;
    DvdvTokens& tokens;
    std::string path; ///< "/dvdv"

    DvdvView view() const { return environment.dvdv.view(instance, environment.clock()); }
};

Response document(const json::Value& value)
{
    auto response = json_response(value);
    response.media_type = "application/json; charset=utf-8";
    return response;
}

Response give_token(const DvdvServer& server, const Request& request)
{
    const auto url = server.environment.base_url + server.path + std::string(k_token_path);
    const auto at = server.environment.clock();
    auto response =
        document({{"access_token", server.tokens.issue(request, server.view(), url, at)},
                  {"expires_in", DvdvTokens::k_life.count()},
                  {"refresh_expires_in", 0},
                  {"token_type", "Bearer"},
                  {"not-before-policy", 0},
                  {"session_state", crypto::random_uuid()},
                  {"scope", "email profile dvdv2-kernsystem-application-client-scope"}});
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Response answer(const DvdvServer& server, const DvdvFunction& function, const Request& request)
{
    const auto query = parse_query(request, function.needed);
    auto answer = function.answer(server.view(), query, server.environment.clock());
    return answer.refusal ? *std::move(answer.refusal) : document(answer.value);
}

Response answer_batch(const DvdvServer& server, const DvdvFunction& function,
                      const Request& request)
{
    const auto queries = parse_batch(request, function.needed);
    const auto view = server.view();
    const auto at = server.environment.clock();
    auto list = json::Value::array();
    for (const auto& query : queries) {
        list.push_back(function.answer(view, query, at).value);
    }
    return document(list);
}

/// The keys are spelt as the real server spells them.
Response version(const DvdvServer&, const Request&)
{
    return document({{"version", "2.15.0"}, {"buildnunmber", "0"}, {"schemaversion", "2.15"}});
}

void register_directory(Router& router, const DvdvServer& server, const std::string& entry_path,
                        bool authenticated)
{
    const auto base = "/" + server.environment.name + server.path + entry_path + "/v2/";
    const auto add = [&](const char* method, const std::string& name, auto handler) {
        router.add(method, base + name, [server, authenticated, handler](const Request& request) {
            if (authenticated) {
                server.tokens.authenticate(request, server.environment.clock());
            }
            return handler(server, request);
        });
    };
    for (const auto& function : dvdv_functions()) {
        const std::string name(function.name);
        add("GET", name, [&function](const DvdvServer& at, const Request& request) {
            return answer(at, function, request);
        });
        if (function.batch) {
            add("POST", "batch/" + name, [&function](const DvdvServer& at, const Request& request) {
                return answer_batch(at, function, request);
            });
        }
    }
    add("GET", "version", version);
    add("GET", "categories",
        [](const DvdvServer& at, const Request&) { return document(at.view().category_tree()); });
    add("GET", "intermediaries",
        [](const DvdvServer& at, const Request&) { return document(at.view().intermediaries()); });
}

void register_server(Router& router, const DvdvServer& server)
{
    router.add("POST", "/" + server.environment.name + server.path + std::string(k_token_path),
               [server](const Request& request) { return give_token(server, request); });
    register_directory(router, server, "/extern/standaloneauth/directory", true);
    register_directory(router, server, "/extern/bundesmasterauth/directory", true);
    register_directory(router, server, "/intern/directory", false);
}

} // namespace

void register_dvdv_services(Router& router, Environment& environment)
{
    register_server(router,
                    {environment, DvdvInstance::primary, environment.dvdv_primary_tokens, "/dvdv"});
    register_server(router, {environment, DvdvInstance::replica, environment.dvdv_replica_tokens,
                             "/dvdv-replica"});
}

} // namespace anb::sandbox
