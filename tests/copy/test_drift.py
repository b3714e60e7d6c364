"""What a copy changed is said in plain words: its own files, edits, points in other words, and the credit."""

from tests.support.project import call, run
from tests.support.releases import commit, localize, original, swap, templated


def test_drift_says_what_a_copy_changed_added_and_deleted(tmp_path):
    upstream = original(tmp_path / "original")
    copy = templated(upstream, tmp_path / "copy")
    localize(copy)
    clean = run(copy, "drift")
    assert clean.returncode == 0, clean.stderr
    assert clean.stdout.startswith("Compared with release 0.1.0.\nYours, as it should be: 3\n")
    assert "an update will go through" in clean.stdout and "The credit is intact" in clean.stdout

    later = run(copy, "drift", "--from", str(upstream))
    assert later.returncode == 0, later.stderr
    assert "release 0.2.0" in later.stdout and "an update will go through" in later.stdout
    assert not [word for word in ("Points in other words", "Points that are gone", "Deleted", "Changed", "Added") if word in later.stdout], (
        "what upstream did is no deed of the copy"
    )

    points = copy / "docs/talking-points/what-they-are.md"
    swap(points, "{ #s31 }", "And so say all of us.\n  { #s31 }")
    (copy / "docs/old.md").unlink()
    (copy / "notes.txt").write_text("Call the mill.\n", "utf-8")
    (copy / "docs/editions.md").write_bytes((copy / "docs/editions.md").read_bytes().replace(b"\n", b"\r\n"))
    swap(copy / "mkdocs.yml", "  - Old: old.md\n", "")
    swap(copy / "playbook/content/attribution.yml", "Wording changed by this", "Wording by this")
    swap(copy / "overrides/partials/credit.html", "{{- credit.foot.before }}", "Thanks!")
    commit(copy, "Change a lot")
    done = run(copy, "drift")
    assert done.returncode == 1
    said = done.stdout
    assert (
        "Changed, though an update brings them anew: 4\n  docs/talking-points/what-they-are.md\n  mkdocs.yml\n  overrides/partials/credit.html\n  playbook/content/attribution.yml\n"
        in said
    )
    assert "Deleted, though an update brings them back: 1\n  docs/old.md\n" in said
    assert "Added beside the original's; updates leave them alone: 1\n  notes.txt\n" in said
    assert "Points in other words than the release's: 1\n  S31 (docs/talking-points/what-they-are.md:" in said
    assert "The credit is broken:" in said and "lacks the credit" in done.stderr
    (copy / "docs/about/glossary.md").unlink()
    gone = run(copy, "drift")
    assert gone.returncode == 1 and "about/glossary.md" in gone.stderr
    assert "could not be looked at, since the pages cannot be built:" in gone.stdout and "is broken" not in gone.stdout


def test_a_copy_that_does_not_know_its_release_says_what_to_do(project):
    done = call(project, "drift")
    assert done.returncode == 1
    assert "playbook/release.json: is not there" in done.stderr and "--from WHERE" in done.stderr
    (project / "playbook/release.json").write_text("[]", "utf-8")
    assert "is damaged" in call(project, "drift").stderr
