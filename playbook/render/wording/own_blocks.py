"""Blocks of a region's own words: its terms in the glossary, and the account of what its edition says its own way."""

from lxml.html import HtmlElement
from markupsafe import Markup

from playbook.content import attribution
from playbook.content.glossary import anchor
from playbook.content.wording.own_audiences import OwnAudience, own_audiences
from playbook.model.region import Region
from playbook.model.wording.point_words import PointWords
from playbook.render.components.blocks import block
from playbook.render.localization import Localization
from playbook.render.tree_edit import replace


def own_terms(region: Region | None) -> Markup:
    """Return the region's own terms, each with its anchor; hidden where it has none."""
    terms = region.terms if region else {}
    return block(
        "own-terms",
        terms=[{"anchor": anchor(word), "word": word, "meaning": meaning} for word, meaning in terms.items()],
        origin=attribution.line("local", region),
    )


def own_words(region: Region | None) -> Markup:
    """Return the account of reworded, left-out and added points; hidden where there are none."""
    return block("own-words", author=attribution.author("local", region), lists=_lists(region) if region else {}, origin=attribution.line("local", region))


def _lists(region: Region) -> dict[str, str]:
    """Return the points in words, by what was done with them; what was not done is left out."""
    points = region.points.items()
    done = {
        "Said its own way": [key.upper() for key, words in points if (words.say or words.more) and not words.after],
        "Left out": [f"{key.upper()}{_reason(words)}" for key, words in points if words.leave_out],
        "Added": [key.upper() for key, words in points if words.after],
    }
    done |= {f"For {own.audience.said}": _of(own) for own in own_audiences(region).values()}
    return {name: ", ".join(found) for name, found in done.items() if found}


def _reason(words: PointWords) -> str:
    """Return why a point is left out, as it stands behind its id."""
    return f" ({words.because})" if words.because else ""


def _of(own: OwnAudience) -> list[str]:
    """Return in words how an audience of the region's own hears the points."""
    ids = [
        f"{key.upper()} {'left out' if words.leave_out else 'added' if words.after else 'in other words'}{_reason(words)}"
        for key, words in own.points.items()
        if key not in own.offered
    ]
    return [f"as for {own.like.said}" if not own.offered else "in words that this playbook offers", *ids]


def fill_terms(element: HtmlElement, values: Localization, _: str) -> None:
    """The region's own terms, after the glossary's."""
    if values.region and values.region.terms:
        replace(element, values.block("terms", lambda: own_terms(values.region)))


def fill_own_words(element: HtmlElement, values: Localization, _: str) -> None:
    """The account, on the page of source and terms."""
    if values.region and (values.region.points or values.region.audiences):
        replace(element, values.block("own-words", lambda: own_words(values.region)))
