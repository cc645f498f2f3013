// SPDX-License-Identifier: EUPL-1.2

#include "cli/exit.hpp"

namespace anb::cli {

namespace {

constexpr ExitRow k_rows[] = {
    {Exit::ok, "ok", {"erfüllt", "fulfilled"}},
    {Exit::attention,
     "attention",
     {"bald ein Problem oder unbestätigt", "soon a problem, or unconfirmed"}},
    {Exit::failed, "failed", {"nicht erfüllt oder zurückgewiesen", "not fulfilled, or rejected"}},
    {Exit::usage, "usage", {"falscher Aufruf", "wrong call"}},
    {Exit::data, "data", {"Eingabe unbrauchbar", "unusable input"}},
    {Exit::no_input, "no input", {"Eingabe fehlt", "missing input"}},
    {Exit::unavailable, "unavailable", {"nicht erreichbar", "not reachable"}},
    {Exit::internal, "internal", {"interner Fehler", "internal error"}},
    {Exit::cannot_create, "cannot create", {"Ziel besteht schon", "target exists"}},
    {Exit::io, "input/output", {"Lese- oder Schreibfehler", "read or write error"}},
    {Exit::try_later, "try later", {"später erneut versuchen", "try again later"}},
    {Exit::not_trusted,
     "not trusted",
     {"Gegenstelle nicht vertrauenswürdig", "other side not trusted"}},
    {Exit::denied,
     "denied",
     {"Kennwort oder Berechtigung falsch", "wrong password or no permission"}},
    {Exit::configuration, "configuration", {"Konfiguration falsch", "wrong configuration"}},
    {Exit::interrupted, "stopped", {"mit Strg-C beendet", "stopped by Ctrl-C"}},
    {Exit::terminated, "stopped", {"mit SIGTERM beendet", "stopped by SIGTERM"}},
};

} // namespace

Exit to_exit(base::ErrorKind kind)
{
    using base::ErrorKind;
    switch (kind) {
    case ErrorKind::usage:
        return Exit::usage;
    case ErrorKind::input:
        return Exit::data;
    case ErrorKind::missing:
        return Exit::no_input;
    case ErrorKind::unavailable:
        return Exit::unavailable;
    case ErrorKind::internal:
        return Exit::internal;
    case ErrorKind::exists:
        return Exit::cannot_create;
    case ErrorKind::io:
        return Exit::io;
    case ErrorKind::try_later:
        return Exit::try_later;
    case ErrorKind::trust:
        return Exit::not_trusted;
    case ErrorKind::credentials:
        return Exit::denied;
    case ErrorKind::configuration:
        return Exit::configuration;
    }
    return Exit::internal;
}

std::span<const ExitRow> exit_table()
{
    return k_rows;
}

std::string_view result_word(Exit exit)
{
    switch (exit) {
    case Exit::ok:
        return "ok";
    case Exit::attention:
        return "warning";
    case Exit::failed:
        return "failed";
    case Exit::interrupted:
    case Exit::terminated:
        return "stopped";
    case Exit::usage:
    case Exit::data:
    case Exit::no_input:
    case Exit::unavailable:
    case Exit::internal:
    case Exit::cannot_create:
    case Exit::io:
    case Exit::try_later:
    case Exit::not_trusted:
    case Exit::denied:
    case Exit::configuration:
        return "error";
    }
    return "error";
}

} // namespace anb::cli
