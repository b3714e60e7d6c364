"""What many papers have in common is read once and compressed once, and what differs is seen."""

import io
import zipfile
from datetime import date
from pathlib import Path

import lxml.html

from playbook.output.html_page import BuiltPage
from playbook.paper.docx.package import CONTENT_TYPES
from playbook.paper.docx.zip_file import zipped
from playbook.paper.html_reader import read_article

PAGE = "<html><head><title>T</title></head><body><article><h1>T</h1><p>Say it to {}.</p><ul><li>One</li><li>Two</li></ul></article></body></html>"


def test_a_block_is_read_once_for_all_editions_and_a_value_that_differs_is_seen():
    lane, pine = (read_article(BuiltPage.of(PAGE.format(place), "a.html")) for place in ("Lane", "Pine"))
    assert lane[2] is pine[2]
    assert [block.text[0].text for block in (lane[1], pine[1])] == ["Say it to Lane.", "Say it to Pine."]


def test_a_page_that_let_its_document_go_gives_the_same_one_to_who_asks():
    for page in (BuiltPage.of(PAGE, "a.html"), BuiltPage(Path("a.html"), "a.html", lxml.html.document_fromstring(PAGE), PAGE)):
        before = page.root
        said = lxml.html.tostring(before)
        page.release()
        assert page.root is not before and lxml.html.tostring(page.root) == said


def test_an_office_file_is_the_archive_that_pythons_own_writer_makes_with_its_types_first():
    parts = {"word/document.xml": b"<a/>" * 900, CONTENT_TYPES: b"<Types/>", "media/logo.png": bytes(range(256)) * 3, "empty.xml": b""}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in (CONTENT_TYPES, "empty.xml", "media/logo.png", "word/document.xml"):
            entry = zipfile.ZipInfo(name, (2026, 11, 26, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, parts[name], zipfile.ZIP_DEFLATED, 9)
    assert zipped(parts, date(2026, 11, 26)) == held.getvalue()
