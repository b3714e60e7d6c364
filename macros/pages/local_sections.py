"""What a region adds beside the tool's own examples and figures, marked as local."""

from macros.values.escape import escape_text
from macros.points.origin import origin_line
from playbook.model.region import Region, Result


def local_priorities(*, region: Region | None) -> str:
    """Return the region's own priorities as a marked list; hidden where the file names none."""
    return _part("Priorities here", "priorities", [escape_text(priority) for priority in region.priorities] if region else [], region)


def local_results(*, region: Region | None) -> str:
    """Return the region's own results, each with year and source; hidden where the file names none."""
    return _part("Results here", "results", [_result(result) for result in region.results] if region else [], region)


def _part(title: str, key: str, items: list[str], region: Region | None) -> str:
    """A part that stands where there is something to say; else it waits, hidden, for a reader's own version."""
    waits = "" if items else " hidden data-search-exclude"
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'\n<div class="ours local" data-local="{key}"{waits}>\n<p class="ours-title">{title}</p>\n<ul>{listed}</ul>\n{origin_line("local", region)}</div>\n'


def _result(result: Result) -> str:
    share = f"{result.share}% " if result.share is not None else ""
    source = escape_text(result.source) if result.source else ""
    if source and result.url:
        source = f'<a href="{escape_text(result.url)}">{source}</a>'
    dated = ", ".join(part for part in (str(result.year or ""), source) if part)
    return f"{share}{escape_text(result.text)}" + (f" ({dated})" if dated else "")
