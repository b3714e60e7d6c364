"""Idle blanks leave a page; those that mean something stay."""

import lxml.html

from playbook.render.postprocess import tighten

CODE = "k:\n  - <b>v\n    w</b>\n      x <i>y</i>\n\n   z\n"


def test_blanks_in_code_and_in_what_is_typed_stay_and_others_are_folded():
    page = lxml.html.fromstring(
        f"<div><p>a\n    b</p>\n\n   <pre>\n  <code>{CODE}</code>\n   u</pre>\n\n  <textarea>c\n    d</textarea>\n   <p>e</p>\n   </div>"
    )
    tighten(page)
    html = lxml.html.tostring(page, encoding="unicode")
    assert html == f"<div><p>a\nb</p>\n<pre>\n  <code>{CODE}</code>\n   u</pre>\n<textarea>c\n    d</textarea>\n<p>e</p>\n</div>"
