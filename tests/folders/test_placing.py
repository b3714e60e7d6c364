"""A folder, a region file or an `_all.yml` that is not where it is read is told, with where to put it."""

import pytest

from playbook.model.edition import load_catalog
from playbook.model.stray_files import misplaced_problems
from tests.folders.made import TODAY, problems_of, put, regions_of

GOOD = "region: A\nstage: planning\n"
BEGIN = "state: Oregon\n"
RENAME = "is not read, as what all files of a folder begin with stands in _all.yml; "
IN_FOLDER = {"regions/lane/a.yml": GOOD}


@pytest.mark.parametrize(
    ("files", "file", "said"),
    [
        ({"regions/_all.yml": BEGIN}, "regions/_all.yml", "would speak for every region; put it into a folder with the files it is for, like regions/lane-county/_all.yml"),
        ({"examples/_All.yaml": BEGIN}, "examples/_All.yaml", "would speak for every region; put it into a folder with the files it is for, like examples/lane-county/_all.yml"),
        *(({**IN_FOLDER, f"regions/lane/{name}": BEGIN}, f"regions/lane/{name}", RENAME + 'rename it to "_all.yml"')
          for name in ("_All.yml", "_ALL.YML", "_all.yaml", "_all.yml.txt", "_all", "_all.txt", "_all copy.yml", "_all (1).yml", "_all.yml.bak")),
        ({**IN_FOLDER, "regions/lane/_all.yml": BEGIN, "regions/lane/_all.yml.old": BEGIN}, "regions/lane/_all.yml.old",
         RENAME + "that file is there already, so delete this one if it is an old copy"),
        ({"regions/lane/_all.yml": BEGIN}, "regions/lane/_all.yml",
         "speaks for no region, as no region file lies beside it; add one: python -m playbook new your-region --folder lane"),
        ({"regions/lane/deep/a.yml": GOOD}, "regions/lane/deep/a.yml",
         "lies in a folder within a folder, where nothing is read; move it to regions/lane/, or to a folder of its own in regions/"),
        ({**IN_FOLDER, "regions/lane/deep/_all.yml": BEGIN}, "regions/lane/deep/_all.yml",
         "lies in a folder within a folder, where nothing is read; move it to regions/lane/, or to a folder of its own in regions/"),
        ({"regions/.lane/a.yml": GOOD}, "regions/.lane/a.yml", "lies in a folder whose name begins with a point, where nothing is read; move it to regions/"),
        ({"regions/Lane County/a.yml": GOOD}, "regions/Lane County",
         'the folder’s name must not hold other signs: use small letters a-z, digits and single hyphens, at most 60 characters; rename it to "lane-county"'),
        ({"regions/lane/a.yaml": GOOD}, "regions/lane/a.yaml", 'rename it to "a.yml"'),
        ({"regions/lane/a.txt": GOOD}, "regions/lane/a.txt", 'is not read, as its name does not end in .yml; rename it to "a.yml", or move it out of this folder'),
        ({**IN_FOLDER, "regions/a.yml": GOOD}, "regions/lane/a.yml", "has the name of regions/a.yml, and both would stand at one address; give it another name"),
        ({**IN_FOLDER, "regions/iowa/a.yml": GOOD}, "regions/lane/a.yml", "has the name of regions/iowa/a.yml, and both would stand at one address; give it another name"),
        ({**IN_FOLDER, "examples/iowa/a.yml": GOOD}, "regions/lane/a.yml", "has the name of examples/iowa/a.yml, and both would stand at one address; give it another name"),
    ],
)  # fmt: skip
def test_what_lies_wrong_is_told_with_where_it_belongs(tmp_path, files, file, said):
    assert [(problem.file, problem.message) for problem in problems_of(put(tmp_path, files))] == [(file, said)]


@pytest.mark.parametrize("name", ["regions/logo.png", "regions/lane/logo.svg"])
def test_a_picture_that_no_file_names_yet_warns_and_stops_nothing(tmp_path, name):
    warnings = load_catalog(put(tmp_path, {**IN_FOLDER, "regions/b.yml": "region: B\nstage: planning\n", name: ""}), TODAY).warnings
    assert [(problem.file, problem.message) for problem in warnings] == [
        (name, "no region file names this picture; name it there (logo: {file: …, alt: …}), or delete it")
    ]


@pytest.mark.parametrize("name", ["next-gen", "con", "NextGen_Lane"])
def test_a_folder_has_no_name_that_windows_keeps_or_that_is_the_owners(tmp_path, name):
    found = problems_of(put(tmp_path, {f"regions/{name}/a.yml": GOOD}))
    assert [problem.file for problem in found] == [f"regions/{name}"]


@pytest.mark.parametrize("name", ["regions/lane", "regions/lane/_all.yml", "regions/lane/a.yml", "examples/lane"])
def test_no_folder_and_no_file_of_one_is_a_link(tmp_path, name):
    put(tmp_path, {"elsewhere/a.yml": GOOD, "elsewhere/_all.yml": BEGIN, "regions/b.yml": "region: B\nstage: planning\n"})
    link = tmp_path / name
    link.parent.mkdir(parents=True, exist_ok=True)
    if "lane/" in name:
        put(link.parent.parent, {"lane/c.yml": GOOD})
    link.symlink_to(tmp_path / "elsewhere" / (link.name if "lane/" in name else ""))
    found = [problem for problem in problems_of(tmp_path) if problem.file == name]
    assert [problem.message for problem in dict.fromkeys(found)] == [
        f"is a link to another place; put the {'file' if 'lane/' in name else 'folder'} itself here"
    ]


def test_what_belongs_in_a_folder_or_was_left_by_an_editor_is_not_told(tmp_path):
    left = ("README.md", ".DS_Store", "a.yml~", "_all.yml~", "._all.yml.swp", ".a.yml.swp")
    put(tmp_path, {"regions/lane/_all.yml": BEGIN, **IN_FOLDER, **{f"regions/lane/{name}": "" for name in left}})
    assert list(regions_of(tmp_path)) == ["a"]


@pytest.mark.parametrize("name", ["_all.yml", "lane/_all.yml", "docs/_all.yml", "docs/local/_All.yml"])
def test_a_common_file_outside_of_the_regions_is_told(tmp_path, name):
    assert [(problem.file, "like regions/lane-county/_all.yml" in problem.message) for problem in misplaced_problems(put(tmp_path, {name: BEGIN}))] == [
        (name, True)
    ]


def test_an_edition_has_the_address_of_its_file_s_name_alone_and_knows_its_folder(tmp_path):
    put(tmp_path, {**IN_FOLDER, "regions/lane/_all.yml": BEGIN, "regions/b.yml": GOOD, "examples/iowa/c.yml": GOOD})
    editions = load_catalog(tmp_path, TODAY, examples=True).editions
    assert [(edition.path, edition.source) for edition in editions if edition.region] == [
        ("regions/a/", "regions/lane/a.yml"), ("regions/b/", "regions/b.yml"), ("regions/c/", "examples/iowa/c.yml"),
    ]  # fmt: skip
