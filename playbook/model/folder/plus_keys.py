"""Keys that end in +: which may, and what is wrong with those that a file has."""

from collections.abc import Mapping
from typing import get_origin

from playbook.files.diagnostics import Problem, did_you_mean
from playbook.files.messages import complaint, keys_complaint
from playbook.files.yaml_file import YamlFile, YamlValue
from playbook.model.meeting.kinds import MEETINGS
from playbook.model.region import Region

PLUS, WIDE_PLUS = "+", "\uff0b"  # the second: as East Asian keyboards write it
LISTS = tuple(key for key, known in Region.model_fields.items() if get_origin(known.annotation) is tuple)
MERGED = (*(key for key, known in Region.model_fields.items() if get_origin(known.annotation) is dict), *MEETINGS)
ONE_OR_MORE = ("convener",)  # lists of which a file may name one without a list


def plus_problems(source: YamlFile, beside: str) -> list[Problem]:
    """Return what is wrong with keys that end in +. `beside`: the file of the folder that they add to, if there is one."""
    return [
        source.problem((key,), message) for key in source.data if (PLUS in key or WIDE_PLUS in key) and (message := _plus_message(key, source.data, beside))
    ]


def _plus_message(key: str, data: Mapping[str, YamlValue], beside: str) -> str:
    name = key.strip(f" {PLUS}{WIDE_PLUS}")
    if name in Region.model_fields and name not in LISTS:
        kind = "goes together with the folder’s by itself" if name in MERGED else "is one value, to which nothing can be added"
        return f"{kind}; write {name} without +"
    if name not in LISTS or key != name + PLUS:
        return f"{complaint('unknown')}; {did_you_mean(key, [one + PLUS for one in LISTS])}"
    if name in data:
        there = f"{name} replaces what {beside} lists, {key} adds to it" if beside else f"there is nothing to add to, so {name} is enough"
        return f"stands beside {name}; keep one ({there})"
    given = data[key]
    if given is None:
        return complaint("empty")
    if name in ONE_OR_MORE and isinstance(given, str):
        return f'"{given[:60]}" {keys_complaint(given, "name: …", in_list=False)}'
    if not isinstance(given, list) and not (name in ONE_OR_MORE and isinstance(given, dict)):
        return "must be a list; begin each item with - on a line of its own"
    return ""
