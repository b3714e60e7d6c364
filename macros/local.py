"""What a region adds beside the tool's own examples and figures, marked as local."""

from macros.literal import literal
from macros.origin import origin_line
from playbook.region import Region, Result


def local_priorities(*, region: Region | None) -> str:
    """Return the region's own priorities as a marked list; nothing where the file names none."""
    if not region or not region.priorities:
        return ""
    return _part("Priorities here", [literal(priority) for priority in region.priorities], region)


def local_results(*, region: Region | None) -> str:
    """Return the region's own results, each with year and source; nothing where the file names none."""
    if not region or not region.results:
        return ""
    return _part("Results here", [_result(result) for result in region.results], region)


def _part(title: str, items: list[str], region: Region) -> str:
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'\n<div class="ours local">\n<p class="ours-title">{title}</p>\n<ul>{listed}</ul>\n{origin_line("local", region)}</div>\n'


def _result(result: Result) -> str:
    share = f"{result.share}% " if result.share is not None else ""
    source = literal(result.source) if result.source else ""
    if source and result.url:
        source = f'<a href="{literal(result.url)}">{source}</a>'
    dated = ", ".join(part for part in (str(result.year or ""), source) if part)
    return f"{share}{literal(result.text)}" + (f" ({dated})" if dated else "")
