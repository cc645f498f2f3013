"""Plants one fault each into valid documents and writes them with a table of what was done.

xml_mutants.py TARGET COUNT DOCUMENT...     the same input gives the same mutants

TARGET/mutants.tsv: file, kind of fault, document.
"""
# SPDX-License-Identifier: EUPL-1.2
import os
import random
import re
import sys

LEAF = re.compile(r"<([\w:.\-]+)((?: [^<>/]*)?)>([^<>]+)</\1>")
START = re.compile(r"<([A-Za-z][\w:.\-]*)((?:\s[^<>]*?)?)(/?)>")


def pick(matches, generator, wanted=lambda match: True):
    fitting = [match for match in matches if wanted(match)]
    return generator.choice(fitting) if fitting else None


def replace(text, match, new):
    return text[: match.start()] + new + text[match.end():]


def leaf(text, generator, wanted, change):
    match = pick(list(LEAF.finditer(text)), generator, wanted)
    return match and replace(text, match, f"<{match[1]}{match[2]}>{change(match[3])}</{match[1]}>")


def unknown_element(text, generator):
    match = pick(list(LEAF.finditer(text)), generator)
    prefix = match[1].rpartition(":")[0]
    name = (prefix + ":" if prefix else "") + "erfundenesElement"
    return replace(text, match, f"<{name}>x</{name}>{match[0]}")


def stray_text(text, generator):
    match = pick([m for m in START.finditer(text) if not m[3]], generator,
                 lambda m: re.match(r"\s*<[A-Za-z]", text[m.end():]))
    return match and text[: match.end()] + "Streutext" + text[match.end():]


def unknown_attribute(text, generator):
    match = pick(list(LEAF.finditer(text)), generator)
    return replace(text, match, f'<{match[1]} erfunden="1"{match[2]}>{match[3]}</{match[1]}>')


def wrong_namespace(text, generator):
    match = pick(list(LEAF.finditer(text)), generator)
    local = match[1].rpartition(":")[2]
    return replace(text, match, f'<f:{local} xmlns:f="urn:falsch"{match[2]}>{match[3]}</f:{local}>')


def misspelt(text, generator):
    match = pick(list(LEAF.finditer(text)), generator, lambda m: len(m[1].rpartition(":")[2]) > 4)
    if not match:
        return None
    name = match[1][:-2] + match[1][-1] + match[1][-2]
    return None if name == match[1] else replace(text, match, f"<{name}{match[2]}>{match[3]}</{name}>")


FAULTS = {
    "date": lambda t, g: leaf(t, g, lambda m: re.fullmatch(r"\d{4}-\d\d-\d\d", m[3]), lambda v: "2024-13-45"),
    "german-date": lambda t, g: leaf(t, g, lambda m: re.fullmatch(r"\d{4}-\d\d-\d\d", m[3]),
                                     lambda v: ".".join(reversed(v.split("-")))),
    "time": lambda t, g: leaf(t, g, lambda m: re.fullmatch(r"\d{4}-\d\d-\d\dT.*", m[3]), lambda v: v[:10] + "T99:00:00"),
    "uuid": lambda t, g: leaf(t, g, lambda m: re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", m[3])
                              and m[1].endswith("nachrichtenUUID"), lambda v: v[:-1] + "_"),
    "truth": lambda t, g: leaf(t, g, lambda m: m[3] in ("true", "false"), lambda v: "ja"),
    "unknown-element": unknown_element,
    "stray-text": stray_text,
    "unknown-attribute": unknown_attribute,
    "wrong-namespace": wrong_namespace,
    "misspelt": misspelt,
}


def main(target, count, documents):
    generator = random.Random(4)
    os.makedirs(target, exist_ok=True)
    texts = {path: open(path, encoding="utf-8").read() for path in documents}
    seen = set()
    kinds = sorted(FAULTS)
    with open(os.path.join(target, "mutants.tsv"), "w", encoding="utf-8") as table:
        while len(seen) < count:
            kind = kinds[len(seen) % len(kinds)]
            for _ in range(200):
                path = generator.choice(documents)
                mutant = FAULTS[kind](texts[path], generator)
                if mutant and mutant != texts[path] and mutant not in seen:
                    break
            else:
                kinds.remove(kind)
                continue
            name = f"{len(seen):04}-{kind}.xml"
            seen.add(mutant)
            with open(os.path.join(target, name), "w", encoding="utf-8") as file:
                file.write(mutant)
            table.write(f"{name}\t{kind}\t{path}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
