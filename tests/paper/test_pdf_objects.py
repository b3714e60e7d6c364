"""PDF files are small: their objects stand packed, and say the same."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from playbook.paper.pdf_objects import packed
from playbook.paper.typst_compiler import set_source

SOURCE = '#set document(title: "T")\n= Title\n\n- One\n- Two\n\n#link("https://a.example")[three]\n#pagebreak()\n== Head (not) \\\\ endobj\n#table(columns: 2, [a], [b])'

READER = re.compile(r", \d{9,}(?=\))")


def objects(pdf: bytes) -> dict[int, str]:
    reader = PdfReader(io.BytesIO(pdf))
    found = {number: reader.get_object(number) for number in range(1, 60) if number in reader.xref[0] or number in reader.xref_objStm}
    return {  # without the address of the reader in memory
        number: READER.sub("", f"{dict(one)!r} {one.get_data()!r}" if isinstance(one, StreamObject) else repr(one))
        for number, one in found.items()
        if not (isinstance(one, StreamObject) and one.get("/Type") in ("/ObjStm", "/XRef"))
    }


def test_a_packed_file_holds_the_same_objects_and_no_tag_as_it_is():
    plain = set_source(SOURCE, "x")
    made = packed(plain)
    assert objects(made) == objects(plain) and len(objects(plain)) > 20
    assert b"/StructElem" in plain and b"/StructElem" not in made and made == packed(plain)
    assert len(made) < 0.8 * len(plain)
    before, after = (PdfReader(io.BytesIO(pdf)) for pdf in (plain, made))
    assert before.trailer.raw_get("/Root").idnum == after.trailer.raw_get("/Root").idnum and before.trailer["/ID"] == after.trailer["/ID"]
    assert [side.extract_text() for side in after.pages] == [side.extract_text() for side in before.pages]


def test_what_goes_out_is_packed():
    made = set_source(SOURCE, "x", date(2026, 11, 26))
    assert b"/ObjStm" in made and b"/StructElem" not in made


def test_a_file_without_a_plain_table_of_its_objects_is_refused():
    for pdf in (b"", b"%PDF-1.7\n", packed(set_source(SOURCE, "x"))):
        with pytest.raises(ValueError, match="cross-reference table"):
            packed(pdf)
