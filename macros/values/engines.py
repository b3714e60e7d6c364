"""What MkDocs and Zensical hand to `define_env` in different ways."""

from collections.abc import Callable
from typing import Any, Protocol


class Environment(Protocol):
    """What both give to `define_env`, as far as it is used; the page in hand is of a kind of each one's own."""

    project_dir: str
    conf: dict[str, Any]
    variables: dict[str, Any]
    page: Any

    def macro(self, function: Callable[..., object], name: str = "") -> object:
        """Let pages call a function by a name."""


def page_in_hand(env: Environment) -> str:
    """Return the path in docs/ of the page that is being made."""
    return str(env.page.path if hasattr(env.page, "path") else env.page.file.src_uri)


def tell_templates(env: Environment, frame: dict[str, object]) -> None:
    """Give the templates around a page what they need to know.

    MkDocs calls `define_env` once, before any page, and its templates see `extra` as it is then. Zensical calls it for every page,
    and its templates see `extra` as the file has it, but what stands in the page's front matter as it is after the page is made.
    """
    env.conf["extra"]["playbook"] = frame
    if hasattr(getattr(env, "page", None), "path"):
        env.page.meta["playbook"] = frame
