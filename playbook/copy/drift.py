"""What a copy says and does differently from a release, file by file and point by point; what an update changes of it, and what stands in its way."""

import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from playbook.copy.host import at_host
from playbook.copy.ownership import SETTINGS, digests, is_own
from playbook.copy.release import LIST, WORDS, Release, fetch, read_list, remedy, words_of_points
from playbook.files.diagnostics import Problem, ProblemsFound, nearest
from playbook.files.yaml_file import read_yaml

WORKFLOWS = ".github/workflows/"  # a workflow's run may change none
STEPS = ("older", "gone", "new", "given_up")  # the states of what an update changes
FEW = 8  # paths that are told without being asked for


class Plan(NamedTuple):
    """Every file of a copy and of a release that comes, by how it stands, one of the states in `words.yml` or same; and what is in an update's way."""

    release: Release
    branch: str  # that holds the update; without git, the end of a folder's name
    states: dict[str, str]
    refusals: list[Problem]

    def paths(self, *states: str) -> list[str]:
        """Return the files that stand so."""
        return [path for path, state in self.states.items() if state in states]

    def told(self, titles: dict[str, str], *, all_paths: bool) -> Iterator[str]:
        """Yield the number of files under each title, by state, with their paths where they are few."""
        for title in dict.fromkeys(titles.values()):
            if paths := self.paths(*(state for state in titles if titles[state] == title)):
                yield f"{title}: {len(paths)}"
                yield from (f"  {path}" for path in paths if all_paths or len(paths) <= FEW)


def compare(project: Path, base: Release, coming: Release, discard: Collection[str] = ()) -> Plan:
    """Return what an update to `coming` does; `base` is the release that the copy was made from, as far as it is known. `discard` names the edits given up.

    Of the copy's own files, those follow the release that are as the original had them, and new ones beside such.
    """
    here, given_up = digests(project), {path.replace("\\", "/").removeprefix("./") for path in discard}
    known = {*base.former, *base.files.items(), *coming.former}
    had = {path for path, _ in known}
    beside = {path.rpartition("/")[0] for path, _ in here.items() & (known | coming.files.items()) if is_own(path) and path.endswith(".yml")} - {""}
    states = dict.fromkeys(sorted({*here, *coming.files}), "same")
    for path in states:
        ours, theirs = here.get(path), coming.files.get(path)
        if (path, ours) in known:
            state = "older" if theirs else "gone"
        elif not ours:
            state = "deleted" if path in base.files else "new"
        else:
            state = "edited" if path in had else "taken" if theirs else "added"
        if is_own(path) and (path in SETTINGS or not (state in ("older", "gone") or (state == "new" and path.rpartition("/")[0] in beside))):
            state = "own" if ours else "absent"
        elif state in WORDS["in_the_way"] and path in given_up:
            state = "given_up"
        states[path] = "same" if ours == theirs else "by_hand" if at_host() and path.startswith(WORKFLOWS) and state in STEPS else state
    unknown = sorted(given_up - states.keys() - base.files.keys())
    refusals = [Problem(path, remedy("not_there") + (f'; did you mean "{near}"?' if (near := nearest(path, states)) else "")) for path in unknown]
    for path in (path for path, state in states.items() if state in WORDS["in_the_way"]):
        kept = next(advice for start, advice in WORDS["ways_to_keep"].items() if path.startswith(start))
        refusals.append(Problem(path, WORDS["in_the_way"][states[path]].format(kept=kept, give_up=remedy("give_up", path=path))))
    return Plan(coming, f"update-{coming.version.strip().partition(' ')[0].replace('/', '-')}", states, refusals)


def drift_report(project: Path, given: str, version: str) -> Iterator[str]:
    """Yield how a copy differs from its release, or from the one `given`. ProblemsFound if there is nothing to compare with."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as work:
        listed = read_list(project)
        if not (coming := fetch(given, version, Path(work)) if given else listed):
            raise ProblemsFound([Problem(LIST, "is not there or damaged, so this copy does not know its release; say what to compare with: --from WHERE")])
    done, now = compare(project, base := listed or coming, coming), words_of_points(project)
    yield f"Compared with release {coming.version}."
    yield from done.told(WORDS["drift"], all_paths=True)
    points = {
        "Points in your own words": [f"{key.upper()} ({place}): {_said(entry)}" for place, key, entry in own_points(project)],
        "Points in other words than the release's": [f"{key.upper()}: {now[key]}" for key, words in base.points.items() if now.get(key, words) != words],
        "Points that are gone": [f"{key.upper()}: {words}" for key, words in base.points.items() if key not in now],
    }
    for title, lines in points.items():
        yield from [f"{title}: {len(lines)}", *(f"  {line}" for line in lines)] if lines else []
    if not done.refusals:
        yield "Nothing of the original is changed: an update will go through."
    yield from changed_under_wording(project, coming.points) if given else ()


def changed_under_wording(project: Path, after: dict[str, str]) -> Iterator[str]:
    """Yield, for each point of the copy's own words that reads otherwise in another release: before, after, yours. Nothing is refused for it."""
    before = words_of_points(project)
    for place, key, entry in own_points(project):
        about = str(entry.get("after") or key).lower()  # a point of the region's own follows one of the playbook
        if (new := after.get(about)) != before.get(about):
            name = about.upper() if about == key else f"{about.upper()}, which your {key.upper()} follows,"
            words = {"before": before.get(about, "it was not there"), "after": new, "yours": _said(entry)}
            yield from WORDS["wording"]["changed" if new else "gone"].format(place=place, name=name, **words).splitlines()


def own_points(project: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield what the region files of a copy say of points, as far as they can be read: file and line, the point's id in small letters, the entry."""
    for file in sorted((project / "regions").rglob("*.yml")):
        source, _ = read_yaml(file, name := file.relative_to(project).as_posix())
        for place in (place for place in source.lines if place[-2:-1] == ("points",)):
            entry: Any = source.data
            for key in place:
                entry = entry[key]
            if isinstance(entry, dict):
                yield f"{name}:{source.line(place)}", str(place[-1]).lower(), entry


def _said(entry: dict[str, Any]) -> str:
    if "leave_out" in entry:
        return ", because ".join(str(part) for part in ("left out", entry.get("because")) if part)
    parts = ([*filter(None, part.values())] if isinstance(part, dict) else [part] for part in (entry.get("say"), entry.get("more")) if part)
    return " ".join(" / ".join(map(str, part)) for part in parts) or "no words yet"
