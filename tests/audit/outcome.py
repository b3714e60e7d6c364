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


def _verdict(outcome: Outcome) -> str:
    count = len(outcome.faults)
    return "passed" if not count else f"{count} fault{'s' if count > 1 else ''}"
