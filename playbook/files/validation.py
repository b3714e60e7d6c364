"""What the models of files of facts share: problems that name file, line and key."""

from collections.abc import Callable, Mapping

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from playbook.files.diagnostics import Problem, did_you_mean, nearest
from playbook.files.messages import NO_VALUE, complaint, keys_complaint, number_meant
from playbook.files.model_fields import belongs_under, field_at, fields_of, is_list, is_needed, keys_at, limits, model_at, named_example, of_words
from playbook.files.yaml_file import YamlFile
from playbook.files.yaml_text import YamlPlace


class FrozenModel(BaseModel):
    """A model of facts: unknown keys are errors, values never change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AcrossKeysError(ValueError):
    """A complaint about several keys of one mapping: which key it is named by, if by one, and at which of them it points, the first that the file has.

    `and_on`: the keys beside those that it rests on.
    """

    def __init__(self, message: str, at: tuple[str, ...], key: str = "", and_on: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.at = at
        self.key = key
        self.rests_on = (*at, *and_on)


def choice(labels: Mapping[str, str]) -> Callable[[object], object]:
    """Return a validator that takes a key of `labels` or its label, in capitals or not; it leaves other values as they are."""
    words = {name.lower(): key for key, label in labels.items() for name in (label, key)}
    return lambda value: words.get(value.strip().lower(), value) if isinstance(value, str) else value


def problems_of(error: ValidationError, model: type[FrozenModel], source: YamlFile, name: str, *, across: bool = True) -> list[Problem]:
    """Return the model's complaints as problems with file, line and key; not of a key that is missing because it is misspelt, and only with `across` those about several keys."""
    items = [item for item in error.errors(include_url=False) if not _is_perhaps_unread(item, source)]
    groups = _groups({str(item["loc"][0]) for item in items if item["type"] == "extra_forbidden" and len(item["loc"]) == 1}, model, source)
    told_there = {(key,) for key in groups} | {(group,) for group, _ in groups.values() if source.data.get(group) is None}
    incomplete = {(group,) for group, _ in groups.values()}  # some of their keys stand elsewhere
    items = [item for item in items if item["loc"] not in told_there and not (item["loc"] in incomplete and _is_across(item))]
    meant = {(*item["loc"][:-1], near) for item in items if item["type"] == "extra_forbidden" and (near := _meant(item, model))}
    kept = (item for item in items if item["type"] != "missing" or item["loc"] not in meant)
    told = [_problem(item, model, source, name) for item in kept if across or not _is_across(item)]
    return told + [source.problem((key,), f"belongs under {group}; write “{line}” below it") for key, (group, line) in groups.items()]


def _is_across(item: ErrorDetails) -> bool:
    return isinstance(item.get("ctx", {}).get("error"), AcrossKeysError)


def _is_perhaps_unread(item: ErrorDetails, source: YamlFile) -> bool:
    """Tell whether a complaint rests on a key that may stand in a block of the file that could not be read."""
    keys = item["loc"] if item["type"] == "missing" else item["ctx"]["error"].rests_on if _is_across(item) else ()
    return bool(source.unread) and len(item["loc"]) < 2 and any(nearest(str(key), source.unread) for key in keys)


def _groups(unknown: set[str], model: type[FrozenModel], source: YamlFile) -> dict[str, tuple[str, str]]:
    """Return the unknown keys that stand as far left as the group above them, to which they belong: its key, and the line to write."""
    found: dict[str, tuple[str, str]] = {}
    above, is_first = "", False
    own = [str(place[0]) for place in source.lines if len(place) == 1 and source.file(place) == source.name]
    for key in sorted(own, key=lambda key: source.line((key,))):
        is_empty = source.data.get(above) is None
        if key not in unknown:
            above, is_first = key, source.data.get(key) is None
        elif above and belongs_under(model, above, key, is_empty=is_empty):
            begins = ("  - " if is_first else "    ") if is_list(model, above) else "  "
            found[key], is_first = (above, f"{begins}{key}: …"), False
        else:
            above = ""
    return found


def _meant(item: ErrorDetails, model: type[FrozenModel]) -> str:
    """Return the key that an unknown one stands for, by its letters; empty where none is like it."""
    return nearest(str(item["loc"][-1]), keys_at(model, item["loc"][:-1]))


def _problem(item: ErrorDetails, model: type[FrozenModel], source: YamlFile, name: str) -> Problem:
    place = _written_place(item["loc"], source)
    key = source.key(place)
    given, kind = item["input"], item["type"]
    whole = not isinstance(given, str)
    shown = f'"{given if len(given) <= 60 else given[:57] + "…"}"' if isinstance(given, str) else "this value"
    match kind:
        case "extra_forbidden":
            message = f"{complaint('unknown')}; {did_you_mean(str(place[-1]), keys_at(model, item['loc'][:-1]))}"
        case "missing":
            message = complaint("missing")
        case "literal_error" if given is not None:
            message = f"{shown} {complaint('choice', choices=_plain_list(item['ctx']['expected']))}"
        case "value_error":
            said = str(item["ctx"]["error"])
            message = said if whole or said.startswith(NO_VALUE) else f"{shown} {said}"
        case _ if given is None:
            message = complaint("empty")
        case _ if kind.startswith("date"):
            message = f"{shown} is not a date; write it like 2027-01-14"
        case _ if kind.startswith("bool"):
            message = f"{shown} is not known; use true or false"
        case _ if kind.startswith(("int", "less", "greater")):
            least, most = limits(field_at(model, item["loc"]))
            message = f"{shown} {complaint('number', least=least, most=most)}{number_meant(given, least, most)}"
        case "string_type":
            message = complaint("text")
        case "model_type" | "dict_type" | "model_attributes_type":
            if isinstance(given, list) and (example := named_example(model, item["loc"], given)):
                message = f"{shown} {complaint('keys', example=example)}"
            else:
                message = f"{shown} {keys_complaint(given, *of_words(model, item['loc'], given), in_list=isinstance(place[-1], int))}"
            if isinstance(given, list) and given:
                message += "; leave out the hyphen" if source.line((*place, 0)) > source.line(place) else "; leave out [ ]"
        case "tuple_type" if not whole and fields_of(model_at(model, item["loc"])):
            message = f"{shown} {keys_complaint(given, *of_words(model, item['loc'], given), in_list=True)}"
        case "tuple_type":
            message = "must be a list; begin each item with - on a line of its own"
        case _:
            message = f"{shown}: {item['msg']}"
    if message == complaint("empty") and is_needed(model, item["loc"]):
        message = f"{NO_VALUE}; write the {place[-1]}"
    if kind == "value_error" and isinstance(error := item["ctx"]["error"], AcrossKeysError):
        key = ".".join(filter(None, (key, error.key)))
        place, message = _across(place, error.at, message, source)
    return Problem(source.file(place) or name, message, source.line(place), key)


def _across(place: YamlPlace, at: tuple[str, ...], message: str, source: YamlFile) -> tuple[YamlPlace, str]:
    """Return where a complaint about several keys of one mapping stands, and what it says.

    It is the nearest file's, if that has one of the keys or speaks for the whole, and then says what it rests on in another file.
    """
    found = [(*place, one) for one in at if (*place, one) in source.lines]
    own = [one for one in found if source.file(one) == source.name]
    if not found or own:
        return (own or [place])[0], message
    if place:
        return found[0], message
    return place, f"{message}{source.elsewhere(found[0])}"


def _written_place(place: YamlPlace, source: YamlFile) -> YamlPlace:
    """Return the place as the writer wrote it: a single item stands without the list's number."""
    kept: YamlPlace = ()
    for part in place:
        if part == "[key]" or (isinstance(part, int) and (*kept, part) not in source.lines):
            continue
        kept = (*kept, part)
    return kept


def _plain_list(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")
