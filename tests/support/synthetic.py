"""Made-up regions with hard names, the same for the same seed: for tests and measurements, never for readers."""

import random

NAMES = (
    "O'Brien & Sons <b>", "Doña Inés", "Kaʻōhia Coast", "Saint-Étienne", 'The "Rivers"', "{{ 7*7 }} Falls", "North *Fork*", "100% Valley",
    "Rock_Creek_", "[Lake](x)", "A", "Twelve counties of the upper and the lower Bear River, from the lake to the state line and beyond it",
)  # fmt: skip
INDUSTRIES = ("health care", "food & drink <makers>", "*metal* work", "construction, roads and bridges", "wood")
STATES = ("Oregon", "Nebraska", "New Jersey", "Hawaiʻi")
ORGANIZATIONS = ("Board [of] Stars, Inc.", "Doña Ana College", "O'Neil & Co.", "Chamber")
SECTORS = ("university", "k12", "workforce", "community")


def region_files(count: int, seed: int = 7) -> dict[str, str]:
    """Return region files by slug, every one marked as an example. Which values each gives, and which it leaves out, is drawn by lot."""
    lot = random.Random(seed)
    return {f"r{number:03}": _region_file(lot, number) for number in range(count)}


def _region_file(lot: random.Random, number: int) -> str:
    stage = lot.choice(("planning", "launch", "active"))
    lines = [f"region: {_quoted(f'{lot.choice(NAMES)} {number}')}", f"stage: {stage}", "example: true", f"updated: 2026-10-{lot.randint(1, 28):02}"]

    def maybe(share: float, text: str) -> None:
        lines.extend([text] if lot.random() < share else [])

    maybe(1 if stage != "planning" else 0.5, f"industry: {_quoted(lot.choice(INDUSTRIES))}")
    maybe(0.8, f"state: {STATES[number % len(STATES)]}")
    maybe(0.5, f"partnership: {_quoted(f'{lot.choice(NAMES)} makers')}")
    maybe(0.3, "program: State Sector Partnerships")
    maybe(0.3, "speaker_role: job coaches & teachers")
    maybe(0.8, _conveners(lot))
    for meeting in ("planning_meeting", "launch_meeting", "next_meeting"):
        maybe(0.4, f"{meeting}: {{{_meeting(lot)}}}")
    maybe(0.3, "partner_ask: join *the* task team")
    maybe(0.2, "priorities: [cold storage, <u>roads</u>]")
    maybe(0.2, "results: [{text: firms with a plan, share: 40, year: 2026, source: Survey, url: 'https://example.org/?a=1&b=2'}]")
    maybe(0.3, f"support_team: [{{sector: {lot.choice(SECTORS)}, role: core, status: filled, organization: {_quoted(lot.choice(ORGANIZATIONS))}}}]")
    return "\n".join(lines) + "\n"


def _conveners(lot: random.Random) -> str:
    people = [f"{{name: {_quoted(name)}, email: hello@example.org, phone: '555-0100'}}" for name in lot.sample(ORGANIZATIONS, lot.randint(1, 3))]
    return f"convener: [{', '.join(people)}]"


def _meeting(lot: random.Random) -> str:
    parts = [f"date: {lot.choice(('2026-03-01', f'+{lot.randint(0, 200)} days'))}"]  # some have passed
    parts += ["time: '9:30'", "timezone: America/Denver"] if lot.random() < 0.5 else []
    parts += ["length: 1.5 hours", "online: 'https://meet.example.org/a?b=<c>'"] if len(parts) > 1 and lot.random() < 0.5 else []
    parts += ["repeats: first Thursday"] if lot.random() < 0.3 else []
    parts += ['place: "Hall <2>, East"'] if lot.random() < 0.5 else []
    return ", ".join(parts)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
