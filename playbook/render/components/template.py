"""Components: pieces of HTML that stand in templates of their own (`*.html.jinja`) and are filled with plain data."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from playbook.model.formatting import capitalized

SUFFIX = ".html.jinja"


def components(folder: Path, escape: Callable[[object], object] | None = None) -> Callable[..., Markup]:
    """Return a function that fills a template of a folder: `component("contact", conveners=...)` reads `contact.html.jinja`.

    Every text that goes in is escaped for HTML; what is Markup already stays as it is. `escape` is for text that is read by more than HTML.
    The function raises ValueError, with the template's name, for a template that cannot be filled.
    """
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, finalize=escape, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["capitalized"] = capitalized

    def component(name: str, /, **data: object) -> Markup:
        try:
            return Markup(environment.get_template(f"{name}{SUFFIX}").render(data))
        except TemplateError as error:
            where = f"{folder.parent.name}/{folder.name}/{getattr(error, 'name', None) or name + SUFFIX}"
            line = getattr(error, "lineno", None)
            raise ValueError(f"{where}{f':{line}' if line else ''}: the template cannot be filled: {error.message}") from None

    return component
