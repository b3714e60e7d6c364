"""A PDF file's objects packed: the typesetter writes each as it is, and the tags of PDF/UA are hundreds; in object streams (ISO 32000-1, 7.5.7) they are small."""

import re
import zlib
from collections.abc import Mapping

TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
TRAILER = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*", re.DOTALL)
ENTRY, HEAD, END = 20, b" 0 obj", b"endobj"  # bytes of an entry of a cross-reference table; what begins an object after its number, and what ends it
LEVEL = 4  # of compression; a higher one takes half as long again, and makes a file one percent smaller
MOST = 0xFFFF  # objects in one object stream, as their places are written here


def packed(pdf: bytes) -> bytes:
    """Return a PDF file with all objects but streams in one object stream, and a cross-reference stream. ValueError for a file with no plain table of its objects.

    The same bytes give the same file.
    """
    trailer = TRAILER.search(pdf, pdf.rfind(b"trailer"))
    if not trailer:
        raise ValueError("this PDF file has no plain cross-reference table")
    table = int(trailer[2])
    offsets = _offsets(pdf, table)
    objects = _objects(pdf, offsets, table)
    streams = {number: text for number, text in objects.items() if text.endswith(b"endstream")}
    others = {number: text for number, text in objects.items() if number not in streams}
    if not others or len(others) > MOST:
        return pdf
    holder = max(objects) + 1
    made, places = bytearray(pdf[: offsets[0][1]]), dict[int, int]()
    for number, text in (*streams.items(), (holder, _object_stream(others))):
        places[number] = len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, text)
    last = holder + 1
    start = places[last] = len(made)
    inside = {number: place for place, number in enumerate(others)}
    rows = b"".join(_row(number, places, holder, inside) for number in range(last + 1))
    kept = re.sub(rb"/Size\s+\d+", b"", trailer[1])
    made += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF" % (last, _stream(b"/Type/XRef/W[1 4 2]/Size %d%b" % (last + 1, kept), rows), start)
    return bytes(made)


def _offsets(pdf: bytes, table: int) -> list[tuple[int, int]]:
    """Return the objects in use, each with its place in the file, in the order of their places."""
    if not (head := TABLE.match(pdf, table)):
        raise ValueError("this PDF file's cross-reference table is in parts")
    rows = (pdf[place : place + ENTRY] for place in range(head.end(), head.end() + ENTRY * int(head[1]), ENTRY))
    return sorted(((number, int(row[:10])) for number, row in enumerate(rows) if row[17:18] == b"n"), key=lambda one: one[1])


def _objects(pdf: bytes, offsets: list[tuple[int, int]], table: int) -> dict[int, bytes]:
    """Return the text of each object, without its number and its end."""
    ends = [*(offset for _, offset in offsets[1:]), table]
    return {number: pdf[pdf.index(HEAD, start) + len(HEAD) : pdf.rindex(END, start, end)].strip() for (number, start), end in zip(offsets, ends, strict=True)}


def _object_stream(objects: Mapping[int, bytes]) -> bytes:
    place, places = 0, list[bytes]()
    for number, text in objects.items():
        places.append(b"%d %d" % (number, place))
        place += len(text) + 1
    head = b" ".join(places) + b"\n"
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)), head + b"\n".join(objects.values()))


def _stream(entries: bytes, data: bytes) -> bytes:
    squeezed = zlib.compress(data, LEVEL)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(squeezed), squeezed)


def _row(number: int, places: Mapping[int, int], holder: int, inside: Mapping[int, int]) -> bytes:
    """Return an entry of the cross-reference stream: free, at a place in the file, or in the object stream."""
    if number in places:
        return b"\x01" + places[number].to_bytes(4) + b"\0\0"
    if number in inside:
        return b"\x02" + holder.to_bytes(4) + inside[number].to_bytes(2)
    return b"\0" * 5 + b"\xff\xff"
