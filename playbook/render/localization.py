"""One edition on its way into the common pages."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property

import lxml.html
from lxml.html import HtmlElement

from playbook.content.navigation import MenuEntry
from playbook.content.point_text import Point
from playbook.content.wording.own_audiences import OwnAudience, own_audiences, region_for
from playbook.content.wording.own_words import OwnWords, own_words_of
from playbook.model.edition import Catalog, Edition
from playbook.model.region import Region
from playbook.model.region_fields import text_of, text_once_passed
from playbook.model.stage import STAGES


@dataclass(frozen=True, eq=False)
class Localization:
    """One edition on its way into the common pages. Blocks and texts that many pages show are made once."""

    catalog: Catalog
    edition: Edition
    said: Mapping[str, Point] = field(default_factory=dict)  # the points as docs/ says them, by id
    menu: tuple[MenuEntry, ...] = ()
    absent: frozenset[str] = frozenset()  # the addresses of the pages that the edition does without
    texts: dict[tuple[str, str], tuple[str, str | None]] = field(default_factory=dict)
    blocks: dict[str, list[HtmlElement]] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()  # which points in other words the playbook wrote itself
    is_usual: bool = True  # whether it does without the pages that the general edition does without, and no others
    heard: dict[str, "Localization"] = field(default_factory=dict)

    @property
    def region(self) -> Region | None:
        """The edition's region; None in the general edition."""
        return self.edition.region

    @cached_property
    def own_words(self) -> OwnWords | None:
        """What the region says of the points in words of its own, if anything."""
        return own_words_of(self.region, self.said, self.offered)

    @cached_property
    def audiences(self) -> dict[str, OwnAudience]:
        """The audiences of the edition's own, by key."""
        return own_audiences(self.region)

    def of(self, own: OwnAudience) -> "Localization":
        """Return the edition as one of its own audiences hears it, in the place of the audience that it is like."""
        if own.key not in self.heard and self.region:
            edition = replace(self.edition, region=region_for(self.region, own))
            self.heard[own.key] = Localization(self.catalog, edition, self.said, offered=own.offered)
        return self.heard[own.key]

    @property
    def stage(self) -> str:
        """The edition's own stage; empty in the general edition."""
        return self.region.stage if self.region else ""

    def text(self, key: str, at: str) -> tuple[str, str | None]:
        """Return a field's text, and its text once its meeting has passed (None: it names no meeting to come)."""
        if (key, at) not in self.texts:
            self.texts[key, at] = text_of(self.region, key, at), text_once_passed(self.region, key, at)
        return self.texts[key, at]

    def block(self, name: str, make: Callable[[], str]) -> list[HtmlElement]:
        """Return a copy of the elements of a block of HTML."""
        if name not in self.blocks:
            self.blocks[name] = list(lxml.html.fragment_fromstring(make().strip(), create_parent="div"))
        return deepcopy(self.blocks[name])

    @cached_property
    def summary(self) -> str:
        """What the edition bar says beside the region: partnership, else the industry, and the stage."""
        region = self.region
        return " · ".join(filter(None, (region.partnership or region.industry, STAGES[region.stage].label))) if region else ""


Mark = Callable[[HtmlElement, Localization], None]
