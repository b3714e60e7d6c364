"""The words of updates and drift, `update_words.yml`, read in this one place."""

from pathlib import Path

import yaml

from playbook.copy.host import at_host

WORDS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("update_words.yml").read_text("utf-8"))


def remedy(key: str, **values: str) -> str:
    """Return what to do, as a person does it where this runs: by the workflow's button, or typed in a terminal."""
    return WORDS["button" if at_host() else "typed"][key].format(**values)
