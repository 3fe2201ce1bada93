"""Files of every kind, made on the spot, and what they are known by: both a bot and a user send them."""

import base64
import hashlib
import io
import struct
import zlib


def named(name: str, content: bytes) -> io.BytesIO:
    """A file under a name, as libraries take it."""
    file = io.BytesIO(content)
    file.name = name
    return file


def known_by(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _filled(beginning: bytes, size: int) -> bytes:
    return beginning + bytes(index % 251 for index in range(size - len(beginning)))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def picture(width: int, height: int) -> bytes:
    """A PNG with a gradient on it."""
    row = lambda y: b"\0" + bytes(value % 256 for x in range(width) for value in (x, y, x + y))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(row(y) for y in range(height)))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


PICTURE = picture(200, 100)
DOCUMENT = _filled(b"%PDF-1.4\n", 300_001)
VIDEO = _filled(b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x08free", 150_000)
MUSIC = _filled(b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\0", 90_000)
VOICE = _filled(b"OggS\0\x02" + b"\0" * 20 + b"\x01\x13OpusHead\x01\x01", 20_000)
STICKER = base64.b64decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
