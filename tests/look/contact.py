"""The contact sheet: an HTML page that shows all pictures, and what differs first."""

from html import escape
from pathlib import Path
from urllib.parse import quote

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px system-ui;margin:1rem;background:#ddd}section{display:flex;flex-wrap:wrap;gap:12px;align-items:start;margin:0 0 2rem}h2{flex:1 1 100%;margin:1rem 0 0}
figure{margin:0;background:#fff;padding:4px}img{display:block;height:340px;max-width:600px;object-fit:cover;object-position:top}figcaption{font-size:12px}.pair{display:flex;gap:4px}</style>"""


def page(after: Path, before: Path | None, shares: dict[str, float], remarks: list[str]) -> str:
    """Return the page: remarks, the pictures that differ with how much, then all pictures by edition and kind."""
    parts = [HEAD, *(f"<p>{escape(remark)}</p>" for remark in remarks)]
    if before:
        parts.append(f"<section><h2>{len(shares)} pictures differ; before and after, the most first</h2>")
        parts += [
            f'<figure><div class="pair">{_picture(before, name)}{_picture(after, name)}</div><figcaption>{share:.2%} {escape(name)}</figcaption></figure>'
            for name, share in shares.items()
        ]
        parts.append("</section>")
    groups: dict[str, list[str]] = {}
    for path in sorted(after.iterdir()):
        groups.setdefault("-".join(path.stem.split("-")[:3]).rstrip("-0123456789"), []).append(path.name)
    for group, names in groups.items():
        parts.append(f"<section><h2>{escape(group)}</h2>")
        parts += [f"<figure>{_picture(after, name)}<figcaption>{escape(name)}</figcaption></figure>" for name in names]
        parts.append("</section>")
    return "\n".join(parts)


def _picture(folder: Path, name: str) -> str:
    if not (folder / name).is_file():
        return "<i>none</i>"
    place = f"{quote(folder.name)}/{quote(name)}"
    return f'<a href="{place}"><img loading="lazy" src="{place}" alt=""></a>'
