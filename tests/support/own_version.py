"""The scripts of a reader's own version, for a bare browser page that holds nothing else."""

from collections.abc import Iterable

from tests.support.project import ROOT

WORDS = ("core/passed-meetings", "core/rhythm", "core/calendar", "local-edition/model", "local-edition/words")
RULES = (*WORDS, "local-edition/rules")
LINKS = (*RULES, "local-edition/store")
LOCALIZE = ("local-edition/calendar", "local-edition/own-words", "local-edition/put-points", "local-edition/localize")


def add_scripts(page, names: Iterable[str]) -> None:
    """Run scripts of docs/assets/javascripts/ in a page, in order. `window.playbook` is there already, as core/storage.js makes it."""
    for name in names:
        page.add_script_tag(path=ROOT / f"docs/assets/javascripts/{name}.js")
