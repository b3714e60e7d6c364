"""The house is as designed: what stands where, which way the arrows run, what every file owes."""

import ast
import itertools
import re
import subprocess
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import material
from jinja2 import Environment
from jinja2.meta import find_undeclared_variables

from playbook.content.attribution import foot
from playbook.content.page import load_pages
from playbook.model.audience import AUDIENCES, COLORS
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Region
from playbook.paper.design.tokens import paper_colors
from tests.support.project import ROOT

CODE = sorted([*ROOT.glob("playbook/**/*.py"), *ROOT.glob("macros/**/*.py")])
TEMPLATES = [path for folder in ("macros/templates", "playbook/render/components/templates") for path in (ROOT / folder).iterdir()]
ROOMS = ("files", "model", "content", "output", "credit", "search", "render", "paper", "check", "copy", "build", "cli")  # from the ground up
MOST = 17  # modules in a room; more is a corridor


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, text=True, capture_output=True)
    if listed.returncode == 0 and listed.stdout:
        return listed.stdout.splitlines()
    return [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def room_of(module: str) -> str:
    """Return the room that a module of the project stands in; empty for what only begins the program."""
    parts = module.split(".")
    return "macros" if parts[0] == "macros" else parts[1] if len(parts) > 1 and parts[1] in ROOMS else ""


def test_arrows_run_downward_from_room_to_room():
    """Macros may call the rooms up to `render`, and no room calls them; only the program's first file may call every room."""
    upward = []
    for path in CODE:
        here = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
        level = ROOMS.index("render" if here == "macros" else here) if here else len(ROOMS)
        for name in imports(path):
            there = room_of(name)
            if (there in ROOMS and ROOMS.index(there) > level) or (there == "macros" and here != "macros"):
                upward.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not upward


def test_every_file_of_tests_is_run(pytestconfig):
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {folder for path in ROOT.glob("tests/**/test_*.py") for folder in path.relative_to(ROOT).parts[:-1]}
    assert not [(folder, pattern) for folder in folders for pattern in passed_over if fnmatch(folder, pattern)]


FOR_EVER = ("page.clock", "page.once('dialog'")  # what cannot be taken back from a browser page


def test_who_leaves_something_in_a_browser_page_for_ever_has_one_of_its_own():
    shared = []
    for path in ROOT.glob("tests/*/test_*.py"):
        if '\npytestmark = pytest.mark.usefixtures("page_of_its_own")' in path.read_text("utf-8"):
            continue
        for test in [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]:
            source = ast.unparse(test)
            if "page" in {given.arg for given in test.args.args} and "page_of_its_own" not in source:
                shared += [f"{path.name}: {test.name}: {name}" for name in FOR_EVER if name in source]
    assert not shared


def test_no_room_is_a_corridor():
    crowded = {}
    for folder in {path.parent for path in CODE} | {path.parent for path in ROOT.glob("tests/*/*.py")}:
        modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
        if len(modules) > MOST:
            crowded[folder.relative_to(ROOT).as_posix()] = len(modules)
    assert not crowded


PRIVATE = re.compile(
    r"\b(from|import) (mkdocs|mkdocs_macros|material|zensical)\b.*\b_\w+|\b(Worker|XMLHttpRequest)\.prototype|document\.write\(|\._(populate|build)_page\b"
)


def test_nothing_private_of_others_is_used_or_patched():
    scripts = [path for path in (ROOT / "docs/assets/javascripts").rglob("*.js") if path.parent.name not in ("search", "local-edition")]
    used = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in [*CODE, *scripts]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if PRIVATE.search(line)
    ]
    assert not used


TAG = re.compile(r"(?<!\?P)</?[a-zA-Z]")  # but for the name of a group in a pattern
WITH_TAGS = {
    "macros/points/point_html.py": ("<p>", "</p>"),  # what Markdown puts around a point, taken off
    "playbook/render/csp.py": ("meta", "base"),  # names elements to whoever wrote the page
}


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of every string of a module that is no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node)}
    yield from ((node.lineno, node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs)


def test_html_stands_in_templates_and_not_in_strings_of_python():
    loose = []
    for path in CODE:
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(("macros/", "playbook/render/")):
            loose += [
                f"{name}:{line} {text}" for line, text in literals(path) if TAG.search(text) and not any(part in text for part in WITH_TAGS.get(name, ()))
            ]
    assert not loose


def test_every_template_says_what_it_shows_and_which_data_it_gets():
    assert len(TEMPLATES) > 40
    jinja = Environment()
    jinja.filters["capitalized"] = str
    silent = []
    for path in TEMPLATES:
        head, _, body = path.read_text("utf-8").partition("-#}")
        names = {name for name in find_undeclared_variables(jinja.parse(body)) if not re.search(rf"\b{name}\b", head)}
        if names or not head.startswith("{#- "):
            silent.append(f"{path.relative_to(ROOT)}: {', '.join(sorted(names)) or 'has no comment on top'}")
    assert not silent


def test_no_module_is_long_or_named_after_nothing():
    long = {path.name: lines for path in CODE if (lines := len(path.read_text("utf-8").splitlines())) > 160}
    assert not long
    assert not [path.name for path in CODE if path.stem in ("utils", "helpers", "common", "misc")]


def test_the_facts_of_a_meeting_stand_in_one_table_that_everything_else_walks():
    """Who adds a kind of meeting finds few modules that name one: the table, the contract of region files, and the macro that is called like one."""
    named = re.compile(rf"\b({'|'.join(MEETINGS)})\b")
    scripts = [path for path in (ROOT / "docs/assets/javascripts").rglob("*.js") if path.name != "model.js"]  # it is made from the table
    naming = [path.relative_to(ROOT).as_posix() for path in [*CODE, *TEMPLATES, *scripts] if named.search(path.read_text("utf-8"))]
    assert len(naming) <= 9, naming
    assert list(MEETINGS) == [key for key, field in Region.model_fields.items() if field.annotation is Meeting]


def test_every_public_function_says_what_it_does():
    silent = [
        f"{path.name}:{node.lineno} {node.name}"
        for path in CODE
        for outer in ast.parse(path.read_text("utf-8")).body
        for node in (outer, *(outer.body if isinstance(outer, ast.ClassDef) and not outer.name.startswith("_") else ()))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not silent


def test_every_override_says_what_it_changes_and_from_which_version():
    silent = [
        path.name
        for path in (ROOT / "overrides").rglob("*.html")
        if not re.match(r"\{#-?\s+What it changes:.+Why it cannot be configuration:.+Upstream:.+9\.8\.1", path.read_text("utf-8"), re.DOTALL)
    ]
    assert not silent


def test_every_overridden_block_exists_upstream():
    templates = Path(material.__file__).parent / "templates"
    upstream = set(re.findall(r"{%-?\s*block (\w+)", "".join(path.read_text("utf-8") for path in templates.glob("*.html"))))
    ours = {(path.name, block) for path in (ROOT / "overrides").glob("*.html") for block in re.findall(r"{%-?\s*block (\w+)", path.read_text("utf-8"))}
    own = {("main.html", "after_text"), ("home.html", "after_text")}  # a place of ours under a page's text
    assert not [item for item in ours - own if item[1] not in upstream]
    assert own <= ours


def test_every_sign_of_the_theme_is_drawn_by_the_stylesheet():
    signs = {path.stem for path in (ROOT / "overrides/.icons").rglob("*.svg")}
    drawn = dict(
        re.findall(r"^\.icon-(\w+) { --icon: var\((--icon-\w+)\)", style := (ROOT / "docs/assets/stylesheets/frame/icons.css").read_text("utf-8"), re.MULTILINE)
    )
    asked = set(re.findall(r"playbook/(\w+)$|icon: playbook/(\w+),", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE))
    assert signs == set(drawn) == {name for pair in asked for name in pair if name}
    assert not [name for name, drawing in drawn.items() if f"  {drawing}: polygon(" not in style]


def test_an_audience_has_one_colour_on_screen_in_pdf_and_in_word():
    """The stylesheet names it; PDF and Word read it there, and write no color of their own."""
    writers = [*(ROOT / "playbook/paper").rglob("*.py"), *(ROOT / "playbook/paper").rglob("*.typ")]
    own = {path.name for path in writers if set(re.findall(r"#[0-9a-f]{6}\b|(?<=\")[0-9A-F]{6}(?=\")", path.read_text("utf-8"))) - {"FFFFFF"}}
    assert not own
    assert set(paper_colors()) - {""} == set(COLORS.values()) >= set(AUDIENCES) and len(set(paper_colors().values())) == len(paper_colors())


def test_every_page_stands_in_the_menu_and_names_its_keywords():
    menu = (ROOT / "mkdocs.yml").read_text("utf-8")
    pages = [page for page in load_pages(ROOT)[0] if not page.path.startswith("local/")]
    assert not [page.path for page in pages if f": {page.path}\n" not in menu and not page.front.data.get("for_stage")]
    assert not [page.path for page in pages if not page.front.data.get("keywords")]
    assert not [page.path for page in pages if len(page.front.data["description"]) > 160]


def test_nothing_generated_or_of_one_machine_is_kept():
    files = tracked()
    assert not [name for name in files if re.search(r"(^|/)(site|\.venv|__pycache__|\.preview)/|\.pyc$", name)]
    local = []
    for name in files:
        if Path(name).suffix in (".py", ".md", ".yml", ".toml", ".txt", ".js", ".css", ".html", ""):
            text = (ROOT / name).read_text("utf-8") if (ROOT / name).is_file() else ""
            if re.search(r"(?<![\w.:/])/(home|root|Users|work)/\w", text):
                local.append(name)
    assert not local


def test_git_gives_every_file_the_same_bytes_on_every_system():
    listed = subprocess.run(["git", "ls-files", "--eol"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    wanted = {"i/-text": "attr/-text", "i/lf": "attr/text=auto eol=lf", "i/none": "attr/text=auto eol=lf"}
    assert not [line for line in listed if (facts := line.partition("\t")[0].split(maxsplit=2))[2].strip() != wanted.get(facts[0])]
    of_copies = [f"docs/local/a.{kind}" for kind in ("jpg", "jpeg", "gif", "webp", "pdf", "docx", "pptx", "xlsx", "zip", "ics")]
    told = subprocess.run(["git", "check-attr", "text", *of_copies], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert told == [f"{name}: text: unset" for name in of_copies]


def test_every_dependency_is_pinned_hashed_and_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)
    listed = [*project["project"]["dependencies"], *itertools.chain(*project["dependency-groups"].values())]
    reasons = dict(re.findall(r'^  "([^"]+)",\s*#\s*(\w.{10,})$', text, re.MULTILINE))
    assert len(listed) > 10
    assert not [name for name in listed if "==" not in name or name not in reasons]
    for lock in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / lock).read_text("utf-8")
        entries = re.findall(r"^([\w.-]+)==.*\\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(entries) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 20
    names = {name.split("==")[0].lower() for name in listed if not name.startswith("uv")}
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements-test.txt").read_text("utf-8"), re.MULTILINE))
    assert not names - locked


def test_the_notice_carries_the_credit_word_for_word():
    notice = " ".join((ROOT / "NOTICE.md").read_text("utf-8").split())
    assert foot("toolkit") in notice


def test_ci_runs_exactly_the_readmes_test_command():
    assert "exec make test" in (ROOT / ".ci/run").read_text("utf-8")
    assert "make test " in (ROOT / "README.md").read_text("utf-8")
