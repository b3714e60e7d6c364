"""A macro's argument, checked; the message is for the writer of the page."""

from collections.abc import Iterable

from playbook.files.diagnostics import did_you_mean


def require_known(what: str, given: str, known: Iterable[str]) -> str:
    """Return `given`; ValueError with the nearest known word if it is not known."""
    known = list(known)
    if given not in known:
        raise ValueError(f'{what} "{given}" is not known; {did_you_mean(str(given), known)}')
    return given
