"""The contract for editors: JSON Schema (draft 2020-12) of region files and of site.yml, made from the models."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playbook.files.validation import FrozenModel
from playbook.model.audience import OFFERED
from playbook.model.folder.plus_keys import LISTS, PLUS
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region
from playbook.model.seat import ROLES, SECTORS, STATUSES
from playbook.model.site_config import Site
from playbook.model.stage import ALIASES, STAGES, stage_key

Schema = dict[str, Any]  # JSON, nested as a schema is
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELINE = "# yaml-language-server: $schema=../playbook/region.schema.json\n"  # editors look for it in a region file
FOLDER_MODELINE = "# yaml-language-server: $schema=../../playbook/region-in-folder.schema.json\n"  # the same, one folder deeper
COMMON_MODELINE = "# yaml-language-server: $schema=../../playbook/folder.schema.json\n"  # in a folder's _all.yml
ONLY_DAYS = {"pattern": r"^\d{4}-\d\d-\d\d$", "patternErrorMessage": "counts from the day of the build, which only examples may; write a date like 2027-01-14"}
LABELS = {"sector": SECTORS, "role": ROLES, "status": STATUSES, "stage": {key: stage.label for key, stage in STAGES.items()}}


def schema(model: type[FrozenModel]) -> Schema:
    """Return a model's schema, with the rules that lie between keys, and without what only programs use."""
    made = {"$schema": DIALECT, **model.model_json_schema()}
    for part in _parts(made):
        part.pop("default", None)
        for key, labels in LABELS.items():
            if "enum" in part.get("properties", {}).get(key, {}):
                part["properties"][key]["enumDescriptions"] = [labels[choice] for choice in part["properties"][key]["enum"]]
    return _with_region_rules(made) if model is Region else _with_empty_keys(made)


def _parts(value: object) -> Iterator[Schema]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _parts(inner)


def _with_region_rules(made: Schema) -> Schema:
    """Add what validators of the model say: other states' words, one or a list, lists that add, which key needs which, and whose dates may be relative."""
    keys, parts = made["properties"], made["$defs"]
    stages = keys["stage"]
    keys["stage"] = {
        **stages,
        "enum": [*stages["enum"], *ALIASES],
        "enumDescriptions": [*stages["enumDescriptions"], *(f"means {a}" for a in ALIASES.values())],
    }
    listed = {key: keys["convener"].pop(key) for key in ("type", "items")}
    keys["convener"]["anyOf"] = [listed["items"], listed]
    one_each = {key: keys["partner_ask"].pop(key) for key in ("type", "additionalProperties", "propertyNames")}
    keys["partner_ask"]["anyOf"] = [one_each["additionalProperties"], one_each]
    by_key = {key: keys["audiences"].pop(key) for key in ("type", "additionalProperties")}
    offered = {"enum": list(OFFERED)}
    keys["audiences"]["anyOf"] = [offered, {"type": "array", "items": offered}, by_key]
    given = {"not": {"type": "null"}}
    parts["Meeting"] |= {
        "if": {"required": ["time"], "properties": {"time": given}},
        "then": {
            "required": ["timezone"],
            "properties": {"timezone": given},
            "anyOf": [{"required": [key], "properties": {key: given}} for key in ("date", "repeats")],
        },
        "allOf": [_needs("length", "time", given), _needs("moved_from", "date", given)],
    }
    launched = {"required": ["stage"], "properties": {"stage": {"enum": [key for key in keys["stage"]["enum"] if stage_key(key) != "planning"]}}}
    keys["region"]["not"] = {"pattern": "[Nn][Ee][Xx][Tt][\\s_-]*[Gg][Ee][Nn]([Ee][Rr][Aa][Tt][Ii][Oo][Nn])?\\b"}  # the owners' name
    parts["Logo"]["properties"]["file"]["allOf"] = [{"pattern": r"\.([Ss][Vv][Gg]|[Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg])$"}]
    example = {"required": ["example"], "properties": {"example": {"const": True}}}
    dated = {meeting: {"properties": {"date": ONLY_DAYS}} for meeting in MEETINGS} | {"updated": ONLY_DAYS}
    made["allOf"] = [
        {"if": launched, "then": {"required": ["industry"], "properties": {"industry": given}}},
        {"if": example, "else": {"properties": dated}},
        *({"not": {"required": [key, key + PLUS]}} for key in LISTS),
    ]
    keys |= {key + PLUS: _adding(key, keys[key]) for key in LISTS}
    return made


def _needs(key: str, other: str, given: Schema) -> Schema:
    """Return the rule that a key stands only where another one does."""
    return {"if": {"required": [key], "properties": {key: given}}, "then": {"required": [other], "properties": {other: given}}}


def _adding(key: str, listed: Schema) -> Schema:
    """Return the same list under `key+`."""
    about = f"added to the {key} that _all.yml of the folder lists"
    return {**listed, "title": f"{listed['title']}, added", "description": about}


def in_folder() -> Schema:
    """Return the schema of a region file that lies in a folder: what _all.yml may give is not needed, and a key without a value takes it away."""
    made = schema(Region)
    made["required"] = ["region"]
    made["allOf"] = [rule for rule in made["allOf"] if rule.get("if", {}).get("required") != ["stage"]]
    about = ("title", "description")
    for name, key in made["properties"].items():
        if isinstance(inner := key.get("additionalProperties"), dict):
            key["additionalProperties"] = {"anyOf": [inner, {"type": "null"}]}
        if name != "region" and not name.endswith(PLUS):
            rest = {part: key.pop(part) for part in list(key) if part not in about}
            key["anyOf"] = [rest, {"type": "null"}]
    return made


def of_folder() -> Schema:
    """Return the schema of a folder's _all.yml, which holds no region."""
    made = in_folder()
    del made["required"], made["properties"]["region"]
    return {**made, "title": "What the region files of a folder begin with", "description": "_all.yml: a region's own file may say otherwise."}


SCHEMA_FILES: dict[str, Callable[[], Schema]] = {
    "playbook/region.schema.json": lambda: schema(Region),
    "playbook/region-in-folder.schema.json": in_folder,
    "playbook/folder.schema.json": of_folder,
    "playbook/site.schema.json": lambda: schema(Site),
}


def _with_empty_keys(made: Schema) -> Schema:
    """Let every key of site.yml stand without a value."""
    for key in made["properties"].values():
        if "anyOf" not in key:
            key["anyOf"] = [{name: key.pop(name) for name in ("enum", "type") if name in key}, {"type": "null"}]
    return made


def text(made: Schema) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


def write_schemas(project: Path) -> None:
    """Write the schemas into a project."""
    for name, make in SCHEMA_FILES.items():
        (project / name).write_text(text(make()), "utf-8", newline="\n")
