"""Writes DER, right or wrong on purpose."""
# SPDX-License-Identifier: EUPL-1.2


def length(size):
    if size < 0x80:
        return bytes([size])
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([0x80 | len(octets)]) + octets


def tlv(tag, *parts):
    content = b"".join(parts)
    return bytes([tag]) + length(len(content)) + content


def seq(*parts):
    return tlv(0x30, *parts)


def set_of(*parts):
    return tlv(0x31, *parts)


def context(number, *parts, constructed=True):
    return tlv((0xA0 if constructed else 0x80) | number, *parts)


def integer(value):
    """A number, or octets that are written as they stand."""
    if isinstance(value, bytes):
        return tlv(0x02, value)
    size = value.bit_length() // 8 + 1 if value >= 0 else (value + 1).bit_length() // 8 + 1
    return tlv(0x02, value.to_bytes(size, "big", signed=True))


def boolean(value):
    return tlv(0x01, b"\xff" if value else b"\0")


def bits(octets, unused=0):
    return tlv(0x03, bytes([unused]), octets)


def octets(content):
    return tlv(0x04, content)


def null():
    return tlv(0x05)


def oid(text):
    numbers = [int(part) for part in text.split(".")]
    content = b""
    for number in [numbers[0] * 40 + numbers[1]] + numbers[2:]:
        part = [number & 0x7F]
        while number := number >> 7:
            part.insert(0, number & 0x7F | 0x80)
        content += bytes(part)
    return tlv(0x06, content)


def text(value, tag=0x0C):
    """UTF8String, or another string type by its tag; BMPString and UniversalString are encoded."""
    if isinstance(value, bytes):
        return tlv(tag, value)
    codec = {0x1E: "utf-16-be", 0x1C: "utf-32-be", 0x14: "latin-1"}.get(tag, "utf-8")
    return tlv(tag, value.encode(codec))


def time(value, tag=None):
    """"260101000000Z" is UTCTime, "20500101000000Z" GeneralizedTime, unless the tag says so."""
    generalized = len(value.split(".")[0].rstrip("Z")) >= 14
    return tlv(tag or (0x18 if generalized else 0x17), value.encode("latin-1"))


def children(element):
    """The parts of a constructed element."""
    content = element[2:] if element[1] < 0x80 else element[2 + (element[1] & 0x7F):]
    parts = []
    while content:
        head = 2 if content[1] < 0x80 else 2 + (content[1] & 0x7F)
        size = content[1] if head == 2 else int.from_bytes(content[2:head], "big")
        parts.append(content[:head + size])
        content = content[head + size:]
    return parts


def value(element):
    return element[2:] if element[1] < 0x80 else element[2 + (element[1] & 0x7F):]
