"""The components of pages: templates in macros/templates/, filled so that text stays literal when Markdown reads the page again."""

from pathlib import Path

from markupsafe import Markup

from macros.values.escape import escape
from playbook.render.components.template import components

component = components(Path(__file__).resolve().parents[1] / "templates", escape)


def alone(html: str) -> Markup:
    """Return HTML on lines of its own, as Markdown wants a block."""
    return Markup(f"\n{html}\n")
