"""The frame around every page, said once: what scripts alone read there, and all pages say alike, moves from the pages into two scripts.

The theme says it on every page: its settings and their words, the inside of its search and of its switch for light and dark, four inline scripts, and
a page's table of contents twice. We say on every page what the tabs are called.
"""

import json
import re
from dataclasses import dataclass
from html import unescape

SETTINGS = re.compile(r'(?<=<script id="__config" type="application/json">).*?(?=</script>)', re.DOTALL)
SEARCH = re.compile(r'(?<=<div class="md-search" data-md-component="search" role="dialog">).*?</ol>(?:\s*</div>){4}\n?', re.DOTALL)
EMPTY_SEARCH = '<div class="md-search" data-md-component="search" role="dialog"></div>'  # no dialog; a11y.js makes it one while it is open
PALETTE = re.compile(r'(?<=<form class="md-header__option" data-md-component="palette">).*?(?=</form>)', re.DOTALL)
CONTENTS = '<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>'
CONTENTS_END = re.compile(r"</ul>\s*</nav>\s*</div>")  # beside the text, not in the menu
TABS = re.compile(r'<meta name="playbook-tabs" content="([^"]*)">\n?')
LABEL = re.compile(r'(<(?:a|label)\b[^<>]* class="md-nav__link\b[^<>]*>)<span class="md-ellipsis">([^<>]*)</span>')  # nothing that ends in an ellipsis
INLINE = re.compile(r"<script>(.*?)</script>\n?", re.DOTALL)
LIGHT = re.compile(r'__md_scope=|var palette=__md_get\(')  # how the theme's scripts begin: those that must run before a page is painted,
LATE = re.compile(r'var tabs=__md_get\(|var target=document\.getElementById\(location')  # and those that stand under the text
SCOPE = re.compile(r'new URL\("([^"]*)",location\)')  # in the theme's first script: the way to the edition's top
TOP = "new URL(document.currentScript.dataset.top,location)"


@dataclass(frozen=True)
class Frame:
    """What all pages say alike. `light`: inline scripts of the theme that must run before a page is painted; `late`: those that stand under the text."""

    settings: dict
    search: str
    palette: str
    tabs: str
    light: tuple[str, ...]
    late: tuple[str, ...]

    @property
    def told(self) -> str:
        """A statement of JavaScript that tells docs/assets/javascripts/core/frame.js what it puts back."""
        return f"var __frame={_json({'settings': self.settings, 'search': self.search, 'tabs': json.loads(unescape(self.tabs) or 'null')})}"

    @property
    def shown(self) -> tuple[str, ...]:
        """What runs before a page is painted: the theme's scripts, and before them the switch whose choice they show."""
        inside = f"new DOMParser().parseFromString({json.dumps(self.palette)},'text/html').body.childNodes"
        return (f"document.querySelector('[data-md-component=palette]:empty')?.append(...{inside})", *self.light)

    def taken_from(self, html: str, light: str) -> str:
        """Return a page without what all pages say alike; `light` is the address of the script that runs before it is painted."""
        html = SETTINGS.sub(lambda found: _json({key: value for key, value in json.loads(found[0]).items() if self.settings.get(key, ...) != value}), html)
        html = SEARCH.sub(lambda found: "" if found[0] == self.search else found[0], html).replace(EMPTY_SEARCH, EMPTY_SEARCH.replace(' role="dialog"', ""))
        html = PALETTE.sub(lambda found: "" if found[0] == self.palette else found[0], html)
        html = LABEL.sub(r"\1\2", html)
        html = TABS.sub(lambda found: "" if found[1] == self.tabs else found[0], html)
        return self._without_scripts(_contents_once(html), light)

    def _without_scripts(self, html: str, light: str) -> str:
        early = [found for found in INLINE.finditer(html) if _anywhere(found[1]) in self.light]
        top = next((found[1] for script in early for found in SCOPE.finditer(script[1])), "")

        def put(found: re.Match) -> str:
            if early and found[0] == early[-1][0]:
                return f'<script src="{light}" data-top="{top}"></script>\n'
            return "" if _anywhere(found[1]) in (*self.light, *self.late) else found[0]

        return INLINE.sub(put, html)


def frame_of(html: str) -> Frame:
    """Return what a page says that all others say, too, as the theme made it: the way to the top and to the search's worker are its own."""
    settings, search, palette, tabs = (pattern.search(html) for pattern in (SETTINGS, SEARCH, PALETTE, TABS))
    said = {key: value for key, value in json.loads(settings[0]).items() if key not in ("base", "search")} if settings else {}
    scripts = [_anywhere(found[1]) for found in INLINE.finditer(html)]
    light, late = (tuple(text for text in scripts if begins.match(text)) for begins in (LIGHT, LATE))
    return Frame(said, search[0] if search else "", palette[0] if palette else "", tabs[1] if tabs else "", light, late)


def _anywhere(script: str) -> str:
    """Return an inline script as it reads wherever its page stands."""
    return SCOPE.sub(TOP, script)


def _contents_once(html: str) -> str:
    """Leave out of the menu the table of contents that stands beside the text, too."""
    beside = html.rfind(CONTENTS)
    end = CONTENTS_END.search(html, max(beside, 0))
    whole = html[beside : end.start()] if beside >= 0 and end else ""
    in_menu = html.find(whole, 0, beside) if whole else -1
    return html if in_menu < 0 else html[: in_menu + len(CONTENTS)] + html[in_menu + len(whole) :]


def _json(data: dict) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
