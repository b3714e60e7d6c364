"""What MkDocs and Zensical hand to `define_env` in different ways."""


def page_in_hand(env) -> str:
    """Return the path in docs/ of the page that is being made."""
    return env.page.path if hasattr(env.page, "path") else env.page.file.src_uri


def tell_templates(env, frame: dict) -> None:
    """Give the templates around a page what they need to know.

    MkDocs calls `define_env` once, before any page, and its templates see `extra` as it is then. Zensical calls it for every page,
    and its templates see `extra` as the file has it, but what stands in the page's front matter as it is after the page is made.
    """
    env.conf["extra"]["playbook"] = frame
    if hasattr(getattr(env, "page", None), "path"):
        env.page.meta["playbook"] = frame
