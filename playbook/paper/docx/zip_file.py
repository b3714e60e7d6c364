"""An Office file: a zip archive of its parts, the same bytes every time. Most files have parts in common, which are compressed once."""

import struct
import zlib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from playbook.paper.docx.package import CONTENT_TYPES

KEPT = 256  # parts that are remembered as they were compressed; a file has at most some forty of its own
VERSION, DEFLATED, PRIVATE = 20, 8, 0o600 << 16  # of APPNOTE.TXT: version needed, method of compression, attributes of a file
LOCAL, CENTRAL, END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s4H2LH")  # sections 4.3.7, 4.3.12 and 4.3.16


def zipped(parts: Mapping[str, bytes], day: date) -> bytes:
    """Return an Office file of these parts: in one order and dated `day`, whatever the clock and the machine. UnicodeError for a name that is not in ASCII."""
    file, directory = bytearray(), bytearray()
    dated = (day.year - 1980) << 9 | day.month << 5 | day.day
    for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):  # the types come first, as readers expect
        data, called = parts[name], name.encode("ascii")
        squeezed, check = _compressed(data)
        about = (VERSION, 0, DEFLATED, 0, dated, check, len(squeezed), len(data), len(called), 0)
        directory += CENTRAL.pack(b"PK\1\2", VERSION, *about, 0, 0, 0, PRIVATE, len(file)) + called
        file += LOCAL.pack(b"PK\3\4", *about) + called + squeezed
    return bytes(file + directory + END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(directory), len(file), 0))


@lru_cache(maxsize=KEPT)
def _compressed(data: bytes) -> tuple[bytes, int]:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush(), zlib.crc32(data)
