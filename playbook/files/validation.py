"""What the models of files of facts share: problems that name file, line and key."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from playbook.files.diagnostics import Problem, did_you_mean
from playbook.files.messages import complaint, keys_complaint
from playbook.files.yaml_file import YamlFile
from playbook.files.yaml_text import YamlPlace


class FrozenModel(BaseModel):
    """A model of facts: unknown keys are errors, values never change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AcrossKeysError(ValueError):
    """A complaint about several keys of one mapping: which key it is named by, if by one, and at which of them it points, the first that the file has."""

    def __init__(self, message: str, at: tuple[str, ...], key: str = "") -> None:
        super().__init__(message)
        self.at = at
        self.key = key


def choice(labels: Mapping[str, str]) -> Callable[[object], object]:
    """Return a validator that takes a key of `labels` or its label, in capitals or not; it leaves other values as they are."""
    words = {name.lower(): key for key, label in labels.items() for name in (label, key)}
    return lambda value: words.get(value.strip().lower(), value) if isinstance(value, str) else value


def problems_of(error: ValidationError, model: type[FrozenModel], source: YamlFile, name: str) -> list[Problem]:
    """Return the model's complaints as problems with file, line and key."""
    return [_problem(item, model, source, name) for item in error.errors(include_url=False)]


def _problem(item: ErrorDetails, model: type[FrozenModel], source: YamlFile, name: str) -> Problem:
    place = _written_place(item["loc"], source)
    key = source.key(place)
    given, kind = item["input"], item["type"]
    whole = not isinstance(given, str)
    shown = f'"{given if len(given) <= 60 else given[:57] + "…"}"' if isinstance(given, str) else "this value"
    match kind:
        case "extra_forbidden":
            message = f"{complaint('unknown')}; {did_you_mean(str(place[-1]), _keys_at(model, item['loc'][:-1]))}"
        case "missing":
            message = complaint("missing")
        case "literal_error":
            message = f"{shown} {complaint('choice', choices=_plain_list(item['ctx']['expected']))}"
        case "value_error":
            said = str(item["ctx"]["error"])
            message = said if whole or said.startswith("has no value") else f"{shown} {said}"
        case _ if given is None:
            message = complaint("empty")
        case _ if kind.startswith("date"):
            message = f"{shown} is not a date; write it like 2027-01-14"
        case _ if kind.startswith("bool"):
            message = f"{shown} is not known; use true or false"
        case _ if kind.startswith(("int", "less", "greater")):
            least, most = limits(_field_at(model, item["loc"]))
            message = f"{shown} {complaint('number', least=least, most=most)}"
        case "string_type":
            message = complaint("text")
        case "model_type" | "dict_type" | "model_attributes_type":
            example = _example(model, item["loc"])
            message = f"{shown} {keys_complaint(given, example, in_list=isinstance(place[-1], int))}"
        case "tuple_type":
            message = "must be a list; begin each item with - on a line of its own"
        case _:
            message = f"{shown}: {item['msg']}"
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


def _fields_of(model: object) -> dict[str, FieldInfo]:
    """Return a model's fields; none of what is no model."""
    return model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else {}


def _model_at(model: object, place: YamlPlace) -> object:
    """Return the model of a part at a place; a name that a writer chose, such as a point's id, stands for none of its keys."""
    for part in place:
        if isinstance(part, str) and part in _fields_of(model):
            model = _inner_model(_fields_of(model)[part].annotation)
    return model


def _keys_at(model: object, place: YamlPlace) -> list[str]:
    """Return the keys that are known at a place of the model, as a file writes them."""
    return [field.alias or key for key, field in _fields_of(_model_at(model, place)).items()]


def _example(model: type[FrozenModel], place: YamlPlace) -> str:
    """Return the keys that a part of the model needs, or its first one: `file: …, alt: …`."""
    named = [part for part in place if isinstance(part, str)]
    field = _field_at(model, place) if named and named[-1] in _keys_at(model, tuple(named[:-1])) else None
    if field and get_origin(field.annotation) is dict and get_origin(get_args(field.annotation)[0]) is Literal:
        keys = list(get_args(get_args(field.annotation)[0]))[:1]
    elif field and get_origin(field.annotation) is dict:
        keys = ["key"]
    else:
        fields = _fields_of(_inner_model(field.annotation) if field else _model_at(model, place))
        keys = [key for key, inner in fields.items() if inner.is_required()] or list(fields)[:1]
    return ", ".join(f"{key}: …" for key in keys or ["key"])


def _field_at(model: object, place: YamlPlace) -> FieldInfo:
    """Return the field of the model at a place, which it must have."""
    *way, last = [part for part in place if isinstance(part, str)]
    return _fields_of(_model_at(model, tuple(way)))[last]


def limits(field: FieldInfo) -> tuple[int, int]:
    """Return the least and the most that a whole number of this field may be."""
    least, most = (next(int(getattr(rule, name)) for rule in field.metadata if hasattr(rule, name)) for name in ("ge", "le"))
    return least, most


def _inner_model(annotation: object) -> object:
    """Return the model inside `Model | None`, `tuple[Model, ...]` and the like."""
    if get_origin(annotation) is None:
        return annotation
    if get_origin(annotation) is dict:
        return _inner_model(get_args(annotation)[1])
    return next((_inner_model(arg) for arg in get_args(annotation) if _inner_model(arg) is not type(None)), None)


def _plain_list(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", ", ")
