"""What one part of the audit found, and the table at its end."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """One line of the table: what was audited, its figures, and every fault."""

    name: str
    figures: str
    faults: tuple[str, ...] = ()


def table(outcomes: list[Outcome]) -> str:
    """Return the outcomes as a table, faults below it."""
    width = max((len(outcome.name) for outcome in outcomes), default=0)
    rows = [f"{outcome.name:<{width}}  {_verdict(outcome):<10}  {outcome.figures}" for outcome in outcomes]
    faults = [f"  {outcome.name}: {fault}" for outcome in outcomes for fault in outcome.faults]
    return "\n".join(rows + (["", "Faults:", *faults] if faults else []))


def matrix(found: dict[str, dict[str, str]]) -> str:
    """Return features by engine as a table: "works", "fails", or a dash where an engine cannot be asked. `found`: by engine, then by feature."""
    features = list(dict.fromkeys(feature for said in found.values() for feature in said))
    rows = [["", *found], *([feature, *(_cell(said.get(feature)) for said in found.values())] for feature in features)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def _cell(said: str | None) -> str:
    return "–" if said is None else "works" if said == "works" else "fails"


def _verdict(outcome: Outcome) -> str:
    count = len(outcome.faults)
    return "passed" if not count else f"{count} fault{'s' if count > 1 else ''}"
