"""Points put together to be said: a pitch of a given length, and a few lines that an answer or a step rests on."""

from collections.abc import Callable, Iterable

from macros.points.cross_references import link
from macros.points.point_html import full_point, line_to_say
from macros.values.arguments import require_known
from macros.values.reading_time_label import Duration
from macros.values.stage_variants import by_stage
from playbook.content import attribution
from playbook.content.point_spec import PointSpec, point_specs
from playbook.content.point_text import Point
from playbook.content.reading_time import PACE
from playbook.content.sheet_plan import ASKS, SECTIONS
from playbook.model.audience import AUDIENCES
from playbook.model.stage import STAGES

SHOWN = next(iter(ASKS))  # the stage whose ask the general edition shows


def pitch(*keys: str, lines: bool = False, points: Iterable[Point], here: Callable[[], str], logo: Callable[[], str]) -> str:
    """Return points as one short talk that ends with the stage's ask, and the time it takes. `lines`: only the lines to say; `logo`: beside adapted parts.

    ValueError for a point that comes twice, so that no sentence is said twice.
    """
    known = list(points)
    talks = {stage: _chosen((*keys, ask), known) for stage, ask in ASKS.items()}
    say = line_to_say if lines else full_point
    lasts = Duration(lambda stage: talks[stage or SHOWN], say)
    said = [f"{say(point)} {link(point, here())}\n{{ data-point={point.id} }}" for point in talks[SHOWN][:-1]]
    asks = [
        f"{say(talk[-1])} {link(talk[-1], here())}\n{{ data-point={talk[-1].id} data-when-stage={stage}{'' if stage == SHOWN else ' hidden'} }}"
        for stage, talk in talks.items()
    ]
    wording = {stage: _line(talk) for stage, talk in talks.items()}
    origin = _origin(by_stage(unset=wording[SHOWN], **wording), talks[SHOWN], logo)
    return _quoted([f"{lasts.words()} words, {lasts.time()}\n{{ .said-time }}", *said, *asks, origin])


def lines(*keys: str, whole: bool = False, stage: str = "", points: Iterable[Point], here: Callable[[], str], logo: Callable[[], str]) -> str:
    """Return the lines to say of some points, each with its id. ValueError for a point that comes twice.

    `whole`: what follows each line, too; `stage`: its wording and values hold, whatever the edition's own is.
    """
    talk, say = _chosen(keys, points), full_point if whole else line_to_say
    if stage:
        require_known("stage", stage, STAGES)
    listed = "\n".join(f"- {say(point, stage, stage)} {link(point, here())}\n  {{ data-point={point.id} }}" for point in talk)
    return _quoted([listed, _origin(_line(talk), talk, logo)])


def time_to_say(section: str, audience: str = "", stage: str = "", *, points: Iterable[Point]) -> str:
    """Return how long it takes to say a question's points, or those for one audience or stage only: in full, and the lines alone."""
    require_known("section", section, SECTIONS)
    talk = [point for point in points if point.id in point_specs() and _belongs(point_specs()[point.id], section, audience, stage)]
    named = " ".join(point.id for point in talk)
    full, alone = (Duration(lambda _: talk, say).time(named, way) for say, way in ((full_point, ""), (line_to_say, "say")))
    return f"Said aloud: {full}. The bold lines alone: {alone}.\n{{ .said-time }}\n\n"


def pace() -> str:
    """Return the words a minute that all times count with."""
    return str(PACE)


def _belongs(spec: PointSpec, section: str, audience: str, stage: str) -> bool:
    """Tell whether a point is said in a section, for exactly this audience or stage; with neither, for everybody at any time."""
    whom = (audience,) if audience else tuple(AUDIENCES)
    when = (stage,) if stage else tuple(STAGES)
    return spec.say and spec.section == section and spec.audiences == whom and spec.stages == when


def _chosen(keys: Iterable[str], points: Iterable[Point]) -> list[Point]:
    spoken = {point.id: point for point in points if point.id in point_specs() and point_specs()[point.id].say}
    keys = [require_known("point", key.lower(), spoken) for key in keys]
    if twice := {key for key in keys if keys.count(key) > 1}:
        raise ValueError(f"{', '.join(sorted(twice)).upper()} would be said twice; name each point once")
    return [spoken[key] for key in keys]


def _line(talk: Iterable[Point]) -> str:
    """Whose words these are; the playbook's own are named among the tool's."""
    own = [point.id.upper() for point in talk if point_specs()[point.id].origin != "toolkit"]
    theirs = [point for point in talk if point_specs()[point.id].origin == "toolkit"]
    said = [attribution.line("toolkit")] if theirs else []
    said += [(f"{', '.join(own)}: " if theirs else "") + attribution.line("playbook")] if own else []
    return ". ".join(said)


def _origin(said: str, talk: Iterable[Point], logo: Callable[[], str]) -> str:
    theirs = any(point_specs()[point.id].origin == "toolkit" for point in talk)
    return f"{logo() if theirs else ''}{said}\n{{ .origin-part data-origin={'toolkit' if theirs else 'playbook'} }}"


def _quoted(paragraphs: Iterable[str]) -> str:
    """Paragraphs as a quotation in Markdown, which may stand in a tab. It ends in a blank line, so that nothing after it joins its last paragraph."""
    return "\n" + "\n>\n".join("\n".join(f"> {line}" for line in text.splitlines()) for text in paragraphs) + "\n\n"
