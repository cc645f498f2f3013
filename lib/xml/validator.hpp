// Validates documents of any size in one pass, without a tree.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/bytes.hpp"
#include "xml/schema.hpp"
#include "xml/violation.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace anb::xml {

/// A text longer than this is refused with ANB-X104, unless it is read as Base64.
inline constexpr std::size_t k_max_text = std::size_t{8} * 1024 * 1024;

/// Within one document equal names have equal numbers. What one Validator numbers alike is alike in
/// all its documents.
struct Name {
    std::string_view namespace_uri, local;
    std::size_t number = 0;
};

struct AttributeText {
    std::string_view prefix, namespace_uri, local;
    std::string_view value; ///< character and entity references resolved
};

/// Views live until the call returns.
struct StartTag {
    const Name& name;
    std::string_view prefix;
    std::span<const AttributeText> attributes;
    std::span<const Binding> bindings; ///< declared by this tag
    Place place;
};

struct EndTag {
    const Name& name;
    std::string_view text; ///< since the last tag; empty when read as Base64
    bool leaf = true;      ///< no element inside
    Place text_place;      ///< of the first character that is no white space
    Place place;
};

/// How the text of an element is read.
enum class TextForm {
    plain,
    base64,       ///< checked as it streams, kept nowhere; only for xs:base64Binary without facets
    base64_whole, ///< plain and Base64: libxml2 passes over characters that do not belong to it
};

/// Walks along with the document and hears what is wrong. What it throws ends the document and
/// comes out of Validator::update() or finish().
class Observer {
public:
    virtual ~Observer() = default;
    /// The root element: what to validate against; null for nothing.
    virtual const Schema* choose(const StartTag& root) = 0;
    virtual TextForm start(const StartTag& tag) = 0;
    virtual void end(const EndTag& tag) = 0;
    /// In the order of the document, from within start() and end() of the element or its child.
    virtual void violation(Violation violation) = 0;
};

/// Reads one document after another. One for each thread; schemas are shared.
class Validator {
public:
    Validator();
    Validator(Validator&&) noexcept;
    ~Validator();

    /// A new document.
    /// @param origin    name used in messages
    /// @param observer  must live until finish()
    void begin(std::string origin, Observer& observer);
    /// @throws Error{input} ANB-X102 to ANB-X109, as Inspector
    void update(base::ByteView piece);
    void finish();
    /// The element that is open, as in Violation::path.
    std::string path() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace anb::xml
