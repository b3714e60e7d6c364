"""A file that nobody reads is told, wherever it lies: a region that is not there would be missed too late."""

from datetime import date

import pytest

from playbook.check.folder_lint import docs_problems
from playbook.check.markdown_lint import prose_problems
from playbook.content.page import load_pages
from playbook.files.diagnostics import Problem, ProblemsFound
from playbook.model.edition import load_catalog
from playbook.model.region_file import load_region, load_regions
from playbook.model.site_config import load_site
from playbook.model.stray_files import folder_problems, misplaced_problems, settings_problems, unnamed_pictures
from playbook.model.trademark import FILE_NAMED_SO
from tests.support.project import ROOT, run

TODAY = date(2026, 11, 23)
REGION = "region: Pine Hill\nstage: planning\n"
NEAR = (
    "pine-hill.yml.txt", "pine-hill", "pine-hill.json", "pine-hill.txt", "pine-hill.yml.bak", "pine-hill.yml.download", "pine-hill.yml ", "pine-hill.yml~", ".pine-hill.yml",
    ".pine-hill.yml.swp", "Pine Hill", "pine-hill,yml", "oregon/pine-hill.txt", "oregon/lane/pine-hill.yml", ".oregon/pine-hill.yml", "Readme.md", "notes.docx", "logo.png", "oregon/logo.png",
)  # fmt: skip
ELSEWHERE = ("pine-hill.yml", "pine-hill.yml.txt", "pine-hill", "docs/pine-hill.yml", "docs/localize/pine-hill.yaml", "docs/local/pine-hill.yml", "docs/local/pine-hill.txt",
             "region/pine-hill.yml", "Regions/pine-hill.yml", "oregon/files/pine-hill.yml", "playbook/pine-hill.yml")  # fmt: skip


def put(folder, name: str, text: str = REGION) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_whatever_lies_in_regions_and_is_not_read_is_told(tmp_path):
    for name in NEAR:
        put(tmp_path, f"regions/{name}")
    found = {problem.file: problem.message for problem in (*folder_problems(tmp_path), *unnamed_pictures(tmp_path))}
    assert sorted(found) == sorted(f"regions/{name}" for name in NEAR)
    assert not [name for name in NEAR if name[:4] == "pine" and 'rename it to "pine-hill.yml"' not in found[f"regions/{name}"]]
    assert 'rename it to "pine-hill.yml"' in found["regions/oregon/pine-hill.txt"]
    assert found["regions/oregon/lane/pine-hill.yml"].endswith("move it to regions/oregon/, or to a folder of its own in regions/")


def test_what_belongs_there_or_was_left_by_a_system_is_not_told(tmp_path):
    put(tmp_path, "regions/lane.yml", REGION + "logo: {file: lane.png, alt: Lane}\n")
    put(tmp_path, "regions/broken.yml", "regoin: A\nlogo: {file: other.svg, alt: B}\n")
    put(tmp_path, "site.yml", "official_logo: {file: theirs.png}\n")
    for name in (
        "README.md",
        "lane.png",
        "other.svg",
        "theirs.png",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "._lane.yml",
        ".lane.yml.swp",
        "lane.yml~",
        ".gitkeep",
    ):
        put(tmp_path, f"regions/{name}", "")
    assert list(folder_problems(tmp_path)) == []


def test_whatever_lies_in_examples_and_is_not_read_is_told(tmp_path):
    put(tmp_path, "examples/lane.yml", REGION + "logo: {file: lane.png, alt: Lane}\n")
    for name in ("README.md", "lane.png", ".DS_Store", "lane.yml~"):
        put(tmp_path, f"examples/{name}")
    names = ("mine.txt", "mine.yml.bak", "sub/mine.yml.txt", "mine", "other.png", ".mine.yml", "notes.docx")
    for name in names:
        put(tmp_path, f"examples/{name}")
    found = {problem.file: problem.message for problem in (*folder_problems(tmp_path), *unnamed_pictures(tmp_path))}
    assert sorted(found) == sorted(f"examples/{name}" for name in names)
    assert 'rename it to "mine.yml"' in found["examples/sub/mine.yml.txt"]


@pytest.mark.parametrize("folder", ["regions", "examples"])
def test_a_file_where_a_folder_of_region_files_is_expected_is_told(tmp_path, folder):
    put(tmp_path, folder)
    assert [problem.file for problem in folder_problems(tmp_path)] == [folder]


@pytest.mark.parametrize("word", ["false", "no", '"off"', "False", "0"])
def test_a_region_of_ones_own_among_the_examples_is_told_to_move(tmp_path, word):
    put(tmp_path, "examples/lane.yml", f"{REGION}example: {word}\n")
    regions, found = load_regions(tmp_path, TODAY)
    assert [regions, [(problem.file, problem.line, problem.key) for problem in found]] == [{}, [("examples/lane.yml", 3, "example")]]
    assert "move it to regions/lane.yml" in found[0].message


def test_an_example_may_say_that_it_is_one(tmp_path):
    put(tmp_path, "examples/lane.yml", f"{REGION}example: true\n")
    assert load_regions(tmp_path, TODAY)[1] == []


def test_settings_under_another_name_are_told(tmp_path):
    names = ("site.yaml", "Site.yml", "site.yml.txt", "site.yml ", ".site.yml", "site (1).yml", "site - Copy.yml", "site,yml", "site_old.yml", "site.yml.bak", "SITE.YAML",
             "siteyml", "sites.yml", "site.txt", "site.json", "site.yml~", "site.yml.download")  # fmt: skip
    for name in names:
        put(tmp_path, name, "paper: a4\n")
    assert sorted(problem.file for problem in settings_problems(tmp_path)) == sorted(names)
    put(tmp_path, "site.yml", "paper: a4\n")
    for name in ("mkdocs.yml", "website.yml", "site/site.yaml", ".site.yml.swp"):
        put(tmp_path, name)
    assert sorted(problem.file for problem in settings_problems(tmp_path)) == sorted(set(names) - {"site.yml~"})
    assert [problem.file for problem in _problems_of(tmp_path) if problem.file == "site.yaml"] == ["site.yaml"]


def test_a_page_of_ones_own_that_would_not_be_read_is_told(tmp_path):
    page = "---\ntitle: A\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n"
    lint = ("docs/local/my-page.md.txt", "docs/local/.x.md", "docs/local/x.markdown", "docs/local/my-page.txt", "docs/local/x.MD", "docs/local/x.md.bak", "docs/local/.in/x.md",
            "docs/local/.notes.txt", "docs/my-page.md.txt", "docs/about/.x.md", "docs/local/x.md_", "docs/local/page")  # fmt: skip
    astray = ("local/x.md", "Local/in/y.md", "x.md", "pages/x.md", "docs-old/x.txt", "local/bare.md")
    for name in (*lint, *astray, "docs/local/good.md"):
        put(tmp_path, name, "# A\n" if name == "local/bare.md" else page)
    for name in ("docs/local/.DS_Store", "docs/local/.good.md.swp", "docs/local/.obsidian/app.json", "README.md", "notes/plan.md", "docs/local/README.txt"):
        put(tmp_path, name, "a")
    assert sorted({problem.file for problem in docs_problems(tmp_path)}) == sorted(lint)
    assert sorted(problem.file for problem in misplaced_problems(tmp_path)) == sorted(astray)


def test_a_file_in_place_of_the_folder_for_ones_own_pages_is_told(tmp_path):
    put(tmp_path, "docs/local", "# A\n")
    assert [(problem.file, "is a file, where the folder" in problem.message) for problem in docs_problems(tmp_path)] == [("docs/local", True)]


def test_nothing_that_ships_is_left_out():
    assert [*settings_problems(ROOT), *docs_problems(ROOT)] == []


def _problems_of(project) -> list[Problem]:
    """What the catalog says of a project, which every command loads."""
    with pytest.raises(ProblemsFound) as found:
        load_catalog(project, TODAY)
    return list(found.value.problems)


def test_a_picture_whose_name_differs_in_capital_letters_is_told_with_the_name_that_is_asked_for(tmp_path):
    put(tmp_path, "regions/lane.yml", REGION + "logo: {file: lane.png, alt: Lane}\n")
    put(tmp_path, "regions/Lane.PNG", "")
    assert ['a region file calls it "lane.png"' in problem.message for problem in folder_problems(tmp_path)] == [True]


def test_a_region_file_anywhere_else_is_told(tmp_path):
    for name in ELSEWHERE:
        put(tmp_path, name)
    assert sorted(problem.file for problem in misplaced_problems(tmp_path)) == sorted(ELSEWHERE)
    assert not list(docs_problems(tmp_path))


def test_an_old_copy_is_never_to_be_put_over_the_file_that_counts(tmp_path):
    for name in ("lane.yml.bak", "old/lane.yml", "regions/lane.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REGION, "utf-8")
    said = [str(problem) for problem in misplaced_problems(tmp_path)]
    assert len(said) == 2 and all("where regions/lane.yml is already; delete it if it is an old copy" in one and "move it to" not in one for one in said)


def test_nothing_that_ships_looks_like_a_misplaced_region_file():
    assert [*misplaced_problems(ROOT), *folder_problems(ROOT)] == []


def test_every_command_that_makes_a_site_tells_it(little):
    for name in ("regions/lane.yml.txt", "pine-hill.yml"):
        put(little, name)
    for command in (("check",), ("build", "--pages-only"), ("check", "--publish")):
        done = run(little, *command)
        assert done.returncode == 1
        assert [line.partition(": ")[0] for line in done.stderr.splitlines()[:-1]] == ["pine-hill.yml", "regions/lane.yml.txt"], command


def test_a_name_that_windows_keeps_for_a_device_is_refused(tmp_path):
    devices = ("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9")
    for name in devices:
        put(tmp_path, f"regions/{name}.yml")
    kept = ("docs/local/aux.md", "docs/local/CON.pdf", "docs/local/nul.tar.txt", "docs/local/Lpt1.png", "docs/com1.md")
    for name in kept:
        put(tmp_path, name)
    put(tmp_path, "docs/local/prn/a.txt", "a")
    put(tmp_path, "docs/local/console.txt", "a")
    refused = [problem.file for problem in load_regions(tmp_path, TODAY)[1] if "Windows keeps" in problem.message]
    assert refused == sorted(f"regions/{name}.yml" for name in devices)
    assert sorted(problem.file for problem in docs_problems(tmp_path) if "Windows keeps" in problem.message) == sorted((*kept, "docs/local/prn"))
    put(tmp_path, "regions/lane.yml", REGION + "logo: {file: con.png, alt: x}\n")
    assert "Windows keeps" in load_region(tmp_path / "regions/lane.yml", TODAY)[1][0].message


def test_a_file_that_carries_the_owners_name_is_refused_before_a_build(tmp_path):
    named = ("docs/local/nextgen.md", "docs/local/Next-Gen_makers.pdf", "docs/local/next.gen.svg", "docs/local/a-next_generation.txt", "docs/nextgen_a.md")
    for name in named:
        put(tmp_path, name, "a")
    put(tmp_path, "docs/local/nextgen/bus.txt", "a")
    put(tmp_path, "docs/local/next-general-meeting.txt", "a")
    put(tmp_path, "docs/about/next-steps.txt", "a")
    assert sorted((problem.file, problem.message) for problem in docs_problems(tmp_path)) == sorted(
        (name, FILE_NAMED_SO) for name in (*named, "docs/local/nextgen")
    )
    slugs = ("nextgen", "lane-next-gen", "next-generation-oregon")
    for slug in slugs:
        put(tmp_path, f"regions/{slug}.yml")
    assert [(problem.file, problem.message) for problem in load_regions(tmp_path, TODAY)[1]] == sorted(
        (f"regions/{slug}.yml", f"the file's name {FILE_NAMED_SO}") for slug in slugs
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("site_url: https://lane.gov/playbook/index.html", "is the address of one page; write the folder that holds the site, like https://lane.gov/playbook/"),
        ("site_url: https://lane.gov/Index.HTM", "is the address of one page"), ("site_url: https://lane.gov/a.php/", "is the address of one page"),
        ("site_url: https://lane.gov/?from=mail", "is not a plain web address"), ("site_url: https://lane.gov/#top", "is not a plain web address"),
        ("site_url: lane.gov/playbook", "is not a web address"), ("site_url: https://lane.gov@evil.org/", "holds a name and @"),
        ("site_url: https://github.com/Lane/playbook", "write where its pages are published, like https://lane.github.io/playbook/"),
        ("site_url: https://www.gitlab.com/lane/playbook", "is the address of a project, not of a site"),
        ("site_url: https://lane.gov/playbook/index", "is the address of one page"), ("site_url: https://lane.gov/Default/", "is the address of one page"),
        ("site_url: https://drive.google.com/drive/folders/1a", "is a store of files"), ("site_url: https://www.dropbox.com/sh/a/b", "is a store of files"),
        ("site_url: https://lane.sharepoint.com/sites/playbook", "is a store of files"), ("site_url: https://1drv.ms/f/s", "is a store of files"),
        ("site_url: https://lane.gov/a/../b/", "holds an empty part"), ("site_url: https://lane.gov//b/", "holds an empty part"),
        ("site_url: https://lane.gov/%zz/", "holds “%zz”, which is no code of a letter"), ("site_url: https://lane.gov/50%/", "holds “%/”"),
        ("site_url: https://lane.gov/a%2", "holds “%2”"), ("repository: https://git.lane.gov/%q1/b", "holds “%q1”"),
        ("site_url: https://lane.gov:65536/", "is not a web address"), ("repository: https://git.lane.gov:70000/a/b", "is not a web address"),
        ("repository: https://lane.github.io/playbook/", "is the address of a site"), ("repository: https://github.com/lane/playbook.git", "ends in .git"),
        ("repository: https://github.com/lane/playbook/tree/main", "is not the front page of a project"),
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_the_sites_or_the_projects_is_refused(tmp_path, said, message):
    put(tmp_path, "site.yml", f"{said}\n")
    key = said.partition(":")[0]
    assert [problem.key for problem in load_site(tmp_path)[1] if message in problem.message] == [key]


def test_addresses_of_sites_and_projects_are_taken(tmp_path):
    for said in (
        "site_url: https://lane.github.io/playbook/",
        "site_url: https://lane.gov",
        "site_url: https://lane.gov/v1.2/",
        "site_url: https://lane.gov:8443/a%20b/",
        "repository: https://github.com/lane/playbook",
    ):
        put(tmp_path, "site.yml", f"{said}\n")
        assert load_site(tmp_path)[1] == [], said


@pytest.mark.parametrize(
    "line", ["[a](https://good.org@evil.org/)", "<https://good.org@evil.org>", "[a]: HTTPS://good.org:word@evil.org", "See https://good.org%2f@evil.org/."]
)
def test_a_link_that_names_somebody_before_its_host_is_refused_on_a_page_of_ones_own(tmp_path, line):
    put(tmp_path, "docs/local/x.md", f"---\ntitle: A\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n\n{line}\n")
    pages, problems = load_pages(tmp_path)
    assert problems == []
    assert [problem.line for problem in prose_problems(pages[0]) if "names somebody" in problem.message] == [10]


def test_an_at_sign_within_an_address_is_no_name(tmp_path):
    put(
        tmp_path,
        "docs/local/x.md",
        "---\ntitle: A\ndescription: B\norigin: local\nreviewed: 2026-11-01\n---\n\n# A\n\n[a](https://lane.gov/@board) b@lane.gov\n",
    )
    assert list(prose_problems(load_pages(tmp_path)[0][0])) == []
