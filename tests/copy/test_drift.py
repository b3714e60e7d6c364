"""What a copy changed is said in plain words: its own files, edits, points in other words, and the credit."""

from playbook.copy.drift import drift_report
from playbook.copy.release import LIST
from tests.support.project import run
from tests.support.releases import commit, localize, original, put, swap, templated, typed
from tests.support.small_playbook import small


def test_drift_says_what_a_copy_changed_added_and_deleted(tmp_path):
    upstream = original(tmp_path / "original")
    copy = templated(upstream, tmp_path / "copy")
    localize(copy)
    clean = list(drift_report(copy, "", ""))
    assert clean[:2] == ["Compared with release 0.1.0.", "Yours, as it should be: 3"] and "an update will go through" in clean[-1]

    later = "\n".join(drift_report(copy, str(upstream), ""))
    assert "release 0.2.0" in later and "an update will go through" in later
    assert not [word for word in ("Points in other words", "Points that are gone", "Deleted", "Changed", "Added") if word in later], (
        "what upstream did is no deed of the copy"
    )

    swap(copy / "docs/talking-points/what-they-are.md", "{ #s31 }", "And so say all of us.\n  { #s31 }")
    swap(copy / "docs/talking-points/what-they-are.md", "  { #s33 }\n", "")
    (copy / "docs/old.md").unlink()
    for made in (
        ".cache/papers/a.pdf",
        "site/index.html",
        ".preview/index.html",
        ".venv/pyvenv.cfg",
        "venv/pyvenv.cfg",
        ".mypy_cache/a.json",
        "macros/__pycache__/a.pyc",
        "docs/.DS_Store",
        ".site.building-1/index.html",
    ):
        (copy / made).parent.mkdir(parents=True, exist_ok=True)
        (copy / made).write_text("made by a command, in a copy without .gitignore", "utf-8")
    assert not (copy / ".gitignore").exists()
    (copy / "notes.txt").write_text("Call the mill.\n", "utf-8")
    (copy / ".cache").mkdir(exist_ok=True)
    (copy / ".cache/made").write_text("by a build, in a copy without .gitignore", "utf-8")
    (copy / "docs/editions.md").write_bytes((copy / "docs/editions.md").read_bytes().replace(b"\n", b"\r\n"))
    swap(copy / "mkdocs.yml", "  - Old: old.md\n", "")
    swap(copy / "overrides/partials/credit.html", "Credit.", "Thanks!")
    swap(
        copy / "regions/lane.yml", "stage:", "points: {s31: {say: }, s33: {leave_out: true, because: }, s12: {say: {planning: One., active: }, more: }}\nstage:"
    )
    commit(copy, "Change a lot")
    said = "\n".join(drift_report(copy, "", "")) + "\n"
    assert "Changed, though an update brings them anew: 3\n  docs/talking-points/what-they-are.md\n  mkdocs.yml\n  overrides/partials/credit.html\n" in said
    assert "Deleted, though an update brings them back: 1\n  docs/old.md\n" in said
    assert "Added beside the original's; updates leave them alone: 1\n  notes.txt\n" in said
    assert "Points in other words than the release's: 1\n  S31: We sit at one table. All of us. And so say all of us.\n" in said, said
    assert (
        "Points in your own words: 3\n  S31 (regions/lane.yml:3): no words yet\n  S33 (regions/lane.yml:3): left out\n  S12 (regions/lane.yml:3): One.\n"
        in said
    )
    assert "Points that are gone: 1\n  S33: It is a start. A good one.\n" in said
    assert "will go through" not in said


def test_drift_says_when_the_credit_cannot_be_looked_at(tmp_path):
    """That it is broken is told in `tests/credit/test_hidden_credit.py`, that it is intact in `tests/wording/test_updates_under_own_words.py`."""
    copy = small(tmp_path / "copy")
    (copy / "docs/about/glossary.md").unlink()
    done = run(copy, "drift", "--from", str(copy))
    assert done.stdout.endswith("The credit could not be looked at, since the pages cannot be built:\n") and done.stderr.count("docs/about/glossary.md") == 1


def test_a_copy_that_does_not_know_its_release_says_what_to_do(tmp_path):
    for listed in (None, "[]"):
        put(tmp_path, {"mkdocs.yml": ""} | ({LIST: listed} if listed else {}))
        done = typed(tmp_path, "drift")
        assert done.returncode == 1
        assert "playbook/release.json: is not there or damaged, so this copy does not know its release; say what to compare with: --from WHERE" in done.stderr
