"""The pages that an edition may do without: those that hold no point of the tool, no credit, and nothing that every other page rests on."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from playbook.files.diagnostics import did_you_mean

OPTIONAL_PAGES = {  # the one list of them: a folder of docs/, or a page by its path without .md, and what goes along
    "localize": ("localize/",),
    "localize/your-words": ("localize/your-words",),
    "localize/fork": ("localize/fork",),
    "localize/region-file": ("localize/region-file",),
    "localize/your-own-words": ("localize/your-own-words",),
    "localize/audiences": ("localize/audiences",),
    "localize/local-pages": ("localize/local-pages",),
    "localize/updates": ("localize/updates",),
    "localize/upload": ("localize/upload",),
    "team/practice": ("team/practice",),
    "team/money": ("team/money",),
    "team/boss": ("team/boss",),
    "team/champions": ("team/champions", "team/letter-champion"),
    "team/offers": ("team/offers",),
    "team/agenda-launch": ("team/agenda-launch",),
    "team/launch-day": ("team/launch-day",),
    "team/check-up": ("team/check-up",),
    "team/handover": ("team/handover",),
    "team/examples": ("team/examples",),
}


def is_left_out(path: str, names: tuple[str, ...]) -> bool:
    """Tell whether a page (its path in docs/ without .md) is among those that go by these names of OPTIONAL_PAGES."""
    return any(path == page or (page.endswith("/") and path.startswith(page)) for name in names for page in OPTIONAL_PAGES[name])


def _optional_page(name: str) -> str:
    """Return the name of an optional page; ValueError, with all that may be left out, for any other."""
    if name not in OPTIONAL_PAGES:
        near = did_you_mean(name, OPTIONAL_PAGES)
        near = f"{near} What " if near.startswith("did") else "what "
        raise ValueError(f"is no page that may be left out; {near}may be left out: {', '.join(OPTIONAL_PAGES)}")
    return name


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


OptionalPage = Annotated[str, AfterValidator(_optional_page), WithJsonSchema({"type": "string", "enum": list(OPTIONAL_PAGES)})]
OptionalPages = Annotated[tuple[OptionalPage, ...], BeforeValidator(_one_or_more)]
