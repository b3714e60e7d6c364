"""Whom to call or write to."""

from macros.values.escape import escape_text
from playbook.model.region import Region


def whom_to_call(region: Region | None) -> str:
    """Return every convener with what the region file gives, or lines to write on; they are there, hidden, for a reader's own version."""
    people = []
    for convener in region.convener if region else ():
        lines = [f"<strong>{escape_text(convener.name)}</strong>"]
        if convener.email:
            lines.append(f'<a href="mailto:{escape_text(convener.email)}">{escape_text(convener.email)}</a>')
        lines += [escape_text(convener.phone)] if convener.phone else []
        lines += [f'<a href="{escape_text(convener.url)}">{escape_text(convener.url)}</a>'] if convener.url else []
        people.append(f"<p>{'<br>'.join(lines)}</p>\n")
    hidden = " hidden" if people else ""
    blank = f'<p class="sheet-blank"{hidden}>Name, e-mail, telephone:</p>\n<div class="sheet-notes" data-lines="3"{hidden}></div>\n'
    return f'<div class="sheet-call" data-block="contact">\n<h2>Call or write</h2>\n{"".join(people)}{blank}</div>\n'
