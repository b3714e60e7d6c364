"""The region file's contract in words: the tables of regions/README.md, made from the model. `python -m playbook.cli.region_reference` writes them and the schemas."""

from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from playbook.cli.json_schema import write_schemas
from playbook.files.validation import FrozenModel
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Convener, Logo, Region, Seat
from playbook.model.wording.audience_words import AudienceWords
from playbook.model.wording.own_figures import Result
from playbook.model.wording.point_words import PointWords

BEGIN, END = "<!-- tables made from the model: python -m playbook.cli.region_reference -->\n", "<!-- end of the tables -->\n"
README = Path("regions/README.md")
PARTS = (
    ("The file", Region), ("`convener`: one, or a list", Convener),
    (", ".join(f"`{key}`" for key in MEETINGS), Meeting), ("`results`: a list", Result), ("`points`: by id, such as `s12` or `n01`", PointWords),
    ("`audiences`: by key, such as `labor`", AudienceWords), ("`support_team`: a list", Seat), ("`logo`", Logo),
)  # fmt: skip


def tables() -> str:
    """Return the contract as Markdown: a table of keys for the file and for each part of it."""
    return "\n".join(f"### {title}\n\n{_table(model)}" for title, model in PARTS)


def _table(model: type[FrozenModel]) -> str:
    rows = [f"| `{field.alias or key}` | {_needed(model, key, field)} | {field.description}{_choices(field)} |" for key, field in model.model_fields.items()]
    return "\n".join(["| key | needed | what it says |", "| --- | --- | --- |", *rows]) + "\n"


def _needed(model: type[FrozenModel], key: str, field: FieldInfo) -> str:
    if field.is_required():
        return "yes"
    if (model, key) == (Region, "industry"):
        return "unless planning"
    return "no"


def _choices(field: FieldInfo) -> str:
    for kind in (field.annotation, *get_args(field.annotation)):
        if get_origin(kind) is Literal:
            return ": " + " \\| ".join(f"`{choice}`" for choice in get_args(kind))
    return ""


def with_tables(text: str) -> str:
    """Return a README's text with the tables brought up to date. ValueError if it has lost its marks."""
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{README} has lost its lines {BEGIN!r} and {END!r}")
    return f"{before}{BEGIN}\n{tables()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
    write_schemas(Path())
