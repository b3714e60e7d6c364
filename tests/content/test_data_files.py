"""A slip in the playbook's own data is named with file, line and key, and never met as a fault of the program."""

import pytest

from tests.support.project import fork, run

SLIPS = (  # file, what stands there, the slip, and what is said of it after the line
    ("attribution.yml", "foot:\n", "feet:\n", "foot: is required; add it"),
    ("attribution.yml", "foot:\n", "feet:\n", "feet: unknown key; use one of tool, owner"),
    ("attribution.yml", "playbook: Written by this playbook", "playbook: Written by {autor}", "line.playbook: "),
    ("attribution.yml", "makers ask you", "makers } ask you", "request: "),
    ("attribution.yml", "  s84:", "  s48:", "terms.s84: is required; add it"),
    ("glossary.yml", "  definition: Companies", "  definiton: Companies", 'cluster.definiton: unknown key; did you mean "definition"?'),
    ("sources.yml", "  year: 2018\n", "  yaer: 2018\n", 'big-horn-basin.yaer: is not known; did you mean "year"?'),
    ("check_up.yml", "      - id: deciders\n", "      - id: fields\n", "groups: the id fields stands twice"),
    ("check_up.yml", "  not-yet: Not yet", "  Not Yet!: Not yet", "steps.Not Yet!: "),
    ("points.yml", "- id: S10\n", "- id: S10\n  frnt: all\n", 's10.frnt: unknown key; did you mean "front"?'),
    ("points.yml", "- id: S11\n", "- id: S09\n", "s09: stands twice; keep one"),
    ("points.yml", "- id: S12\n", "- ident: S12\n", "is no point; give it an id"),
    ("points.yml", "- id: S13\n  section: up-to\n", "- id: S13\n  section: upto\n", 's13.section: "upto" is not known; use one of intro, up-to'),
    ("points.yml", "  stage: launch\n", "  stage: lunch\n", '"lunch" is not known; use one of planning, launch, active'),
)


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> tuple[dict[str, list[str]], list[str]]:
    """The lines of every file after all slips, and what one check says of them."""
    project = fork(tmp_path_factory.mktemp("slips") / "fork")
    for file, before, after, _ in SLIPS:
        path = project / "playbook/content" / file
        text = path.read_text("utf-8")
        assert before in text or after in text, before
        path.write_text(text.replace(before, after, 1), "utf-8")
    (project / "docs/local/x.md").write_text("no front matter\n", "utf-8")
    done = run(project, "check")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    return {file: (project / "playbook/content" / file).read_text("utf-8").splitlines() for file, *_ in SLIPS}, done.stderr.splitlines()


UNREADABLE = (("a: [1\n", "cannot be read as YAML"), ("", "is empty"), ("just words\n", "must be "), (None, "cannot be read: No such file"))


@pytest.mark.parametrize(("file", "before", "after", "message"), SLIPS, ids=[f"{file}: {message[:40]}" for file, _, _, message in SLIPS])
def test_a_slip_is_named_with_its_line(said, file, before, after, message):
    lines, found = said
    of_file = [line for line in found if line.startswith(f"playbook/content/{file}:") and message in line]
    assert of_file, found
    assert all(1 <= int(line.split(":")[1]) <= len(lines[file]) for line in of_file)


def test_a_slip_of_a_point_names_the_line_it_stands_on(said):
    lines, found = said
    assert f'playbook/content/points.yml:{lines["points.yml"].index("  frnt: all") + 1}: s10.frnt: unknown key; did you mean "front"?' in found


def test_pages_are_read_all_the_same(said):
    assert any(line.startswith("docs/local/x.md:1: starts without front matter") for line in said[1])


@pytest.mark.parametrize("first", range(len(UNREADABLE)))
def test_a_file_that_cannot_be_read_at_all_is_named(tmp_path, first):
    """Each file in another way at a time, and in every way in the end."""
    project, wanted = fork(tmp_path / "fork"), []
    for number, file in enumerate(("attribution", "check_up", "glossary", "points", "sources"), first):
        text, message = UNREADABLE[number % len(UNREADABLE)]
        path = project / f"playbook/content/{file}.yml"
        path.unlink() if text is None else path.write_text(text, "utf-8")
        wanted.append((f"playbook/content/{file}.yml", message))
    done = run(project, "check")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert [one for one in wanted if not any(line.startswith(one[0]) and one[1] in line for line in done.stderr.splitlines())] == []
