"""A build never deletes what it did not make."""

from pathlib import Path

import pytest

from playbook.files.diagnostics import ProblemsFound
from playbook.output.carry_over import carry_over
from playbook.output.site_manifest import CARRIED, DIGESTS, digest_problems, read_manifest, write_digests

LIST = '{"editions": [{"slug": "", "path": ""}, {"slug": "lane", "path": "regions/lane/"}]}'
THEIRS = (".git/HEAD", ".git/objects/ab/cd", "CNAME", ".nojekyll", ".well-known/security.txt", "google1.html", "regions/lane/notes.txt",
          "regions/lane/team/more.html", "regions/mine/a.txt", "assets/photos/us.jpg", "SHA256SUMS.asc", "caf\udce9.txt")  # fmt: skip


def built(folder: Path, *more: str) -> Path:
    """A small folder as a build leaves it."""
    for name in ("index.html", "assets/a.css", "regions/lane/index.html", "regions/lane/team/index.html", *more):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"made {folder.name}")
    (folder / "editions.json").write_text(LIST)
    for path in ("", "regions/lane/"):
        write_digests(folder, path)
    return folder


@pytest.fixture
def out(tmp_path) -> Path:
    return built(tmp_path / "site", "old.html", "regions/lane/old.html")


def test_what_no_build_made_is_in_the_next_site_too(out, tmp_path):
    for name in THEIRS:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("theirs")
    (out / "link").symlink_to("nowhere")
    (out / "empty").mkdir()
    (out / ".git/HEAD").chmod(0o400)
    new = built(tmp_path / "new")
    carry_over(out, new)
    assert [name for name in THEIRS if not (new / name).is_file() or (new / name).read_text() != "theirs"] == []
    assert (new / "link").readlink() == Path("nowhere") and (new / "empty").is_dir()
    assert (new / ".git/HEAD").stat().st_mode & 0o777 == 0o400
    assert not (new / "old.html").exists() and not (new / "regions/lane/old.html").exists(), "a build made them"
    again = built(tmp_path / "again")
    carry_over(new, again)
    assert all((again / name).is_file() for name in THEIRS)


def test_what_was_carried_over_counts_as_nobodys_fault_and_what_came_later_does(out, tmp_path):
    new = built(tmp_path / "new")
    for name in THEIRS:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("theirs")
    carry_over(out, new)
    places = read_manifest(new)
    assert list(digest_problems(new, places)) == []
    (new / ".git/index").write_text("a later commit")
    assert list(digest_problems(new, places)) == []
    for name in ("more.html", "assets/more.js", "regions/lane/more.html", "CNAME2"):
        (new / name).write_text("x")
    (new / "regions/more").mkdir()
    (new / "index.html").write_text("x")
    said = sorted(str(problem).partition(";")[0] for problem in digest_problems(new, places))
    assert said == [
        "CNAME2: was added since the build",
        "assets/more.js: was added since the build",
        "index.html: was changed since the build",
        "more.html: was added since the build",
        "regions/lane/more.html: was added since the build",
        "regions/more: is no edition of editions.json",
    ]


def test_a_site_of_nothing_but_built_files_has_no_list_of_others(out, tmp_path):
    new = built(tmp_path / "new")
    carry_over(out, new)
    assert not (new / CARRIED).exists()


@pytest.mark.parametrize("damage", ["", "{}", "[1, null]", '"CNAME"', "[", "\udcff"])
def test_a_damaged_list_of_others_excuses_nothing(out, tmp_path, damage):
    (out / "CNAME").write_text("theirs")
    new = built(tmp_path / "new")
    carry_over(out, new)
    (new / CARRIED).write_text(damage, "utf-8", "surrogateescape")
    assert "CNAME: was added since the build" in " ".join(map(str, digest_problems(new, read_manifest(new))))


def test_what_a_build_made_and_somebody_changed_is_replaced(out, tmp_path):
    (out / "index.html").write_text("changed")
    new = built(tmp_path / "new")
    carry_over(out, new)
    assert (new / "index.html").read_text() == "made new"


@pytest.mark.parametrize("name", ["more.html", "regions/lane/more.html"])
def test_a_file_that_stands_where_the_build_makes_one_is_refused(out, tmp_path, name):
    (out / name).write_text("theirs")
    new = built(tmp_path / "new", name)
    with pytest.raises(ProblemsFound, match=f"{name}: was not made by a build, but this build makes a file there; move it away") as found:
        carry_over(out, new)
    assert len(found.value.problems) == 1 and (out / name).read_text() == "theirs"


def test_a_folder_where_the_build_makes_a_file_is_refused(out, tmp_path):
    (out / "index.html").unlink()
    (out / "index.html").mkdir()
    (out / "index.html/mine").write_text("theirs")
    with pytest.raises(ProblemsFound, match=r"index\.html/mine: was not made by a build"):
        carry_over(out, built(tmp_path / "new"))


@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_text("nonsense")])
def test_a_folder_whose_list_of_digests_is_lost_can_still_be_replaced(out, tmp_path, damage):
    damage(out / DIGESTS)
    (out / "CNAME").write_text("theirs")
    new = built(tmp_path / "new")
    carry_over(out, new)
    assert (new / "index.html").read_text() == "made new" and (new / "CNAME").read_text() == "theirs"
