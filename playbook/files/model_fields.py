"""What a model of facts knows at a place: its fields, keys and limits."""

from typing import Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from playbook.files.diagnostics import nearest
from playbook.files.yaml_text import YamlPlace


def fields_of(model: object) -> dict[str, FieldInfo]:
    """Return a model's fields; none of what is no model."""
    return model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else {}


def model_at(model: object, place: YamlPlace) -> object:
    """Return the model of a part at a place; a name that a writer chose, such as a point's id, stands for none of its keys."""
    for part in place:
        if isinstance(part, str) and part in fields_of(model):
            model = inner_model(fields_of(model)[part].annotation)
    return model


def keys_at(model: object, place: YamlPlace) -> list[str]:
    """Return the keys that are known at a place of the model, as a file writes them."""
    return [field.alias or key for key, field in fields_of(model_at(model, place)).items()]


def belongs_under(model: type[BaseModel], group: str, key: str, *, is_empty: bool) -> bool:
    """Tell whether a key is one of a group of the model, such as a convener's name; whose keys a writer chooses, of an empty group only, if it is like no key of the model."""
    field = fields_of(model).get(group)
    if field and get_origin(field.annotation) is dict:
        names = get_args(field.annotation)[0]
        return key in get_args(names) if get_origin(names) is Literal else is_empty and not nearest(key, keys_at(model, ()))
    return key in keys_at(model, (group,))


def is_list(model: type[BaseModel], group: str) -> bool:
    """Tell whether a key of the model has a list."""
    return get_origin(fields_of(model)[group].annotation) is tuple


def named_example(model: type[BaseModel], place: YamlPlace, given: object) -> str:
    """Return an example of keys that a writer chooses, with the first name that was given: `s12: {say: …}`; empty where the model knows the keys."""
    *way, last = place
    field = fields_of(model_at(model, tuple(way))).get(str(last))
    if not field or get_origin(field.annotation) is not dict or get_origin(get_args(field.annotation)[0]) is Literal:
        return ""
    word = given[0] if isinstance(given, list) and given else given
    word = next(iter(word), "key") if isinstance(word, dict) else word
    inner = list(fields_of(inner_model(field.annotation)))[:1]
    return f"{word if isinstance(word, str) and 0 < len(word) <= 40 else 'key'}: {f'{{{inner[0]}: …}}' if inner else '…'}"


def keys_needed(model: type[BaseModel], place: YamlPlace) -> str:
    """Return the keys that a part of the model needs, or its first one: `file: …, alt: …`."""
    named = [part for part in place if isinstance(part, str)]
    field = field_at(model, place) if named and named[-1] in keys_at(model, tuple(named[:-1])) else None
    if field and get_origin(field.annotation) is dict and get_origin(get_args(field.annotation)[0]) is Literal:
        keys = list(get_args(get_args(field.annotation)[0]))[:1]
    elif field and get_origin(field.annotation) is dict:
        keys = ["key"]
    else:
        fields = fields_of(inner_model(field.annotation) if field else model_at(model, place))
        keys = [key for key, inner in fields.items() if inner.is_required()] or list(fields)[:1]
    return ", ".join(f"{key}: …" for key in keys or ["key"])


def of_words(model: type[BaseModel], place: YamlPlace, given: object) -> tuple[str, tuple[str, ...]]:
    """Return how a part that was given as words is written, by the keys that it needs, and what else may stand for its last choice.

    Of a seat, `sector: other, organization: …` and all sectors; `sector: …` and nothing, if the words are one of them.
    """
    example, fields = keys_needed(model, place), fields_of(part := model_at(model, place))
    key = example.partition(":")[0]
    if not isinstance(given, str) or key not in fields or get_origin(fields[key].annotation) is not Literal or _takes(part, key, given):
        return example, ()
    choices = get_args(fields[key].annotation)
    text = next(name for name, inner in fields.items() if inner_model(inner.annotation) is str)
    return f"{key}: {choices[-1]}, {text}: …", choices


def _takes(model: object, key: str, given: str) -> bool:
    """Tell whether a model takes a text as the value of a key."""
    try:
        if isinstance(model, type) and issubclass(model, BaseModel):
            model.model_validate({key: given})
    except ValidationError as error:
        return all(item["loc"][:1] != (key,) for item in error.errors())
    return True


def field_at(model: object, place: YamlPlace) -> FieldInfo:
    """Return the field of the model at a place, which it must have."""
    *way, last = [part for part in place if isinstance(part, str)]
    return fields_of(model_at(model, tuple(way)))[last]


def is_needed(model: object, place: YamlPlace) -> bool:
    """Tell whether a key of the model must stand in a file."""
    *way, last = place
    known = fields_of(model_at(model, tuple(way)))
    return isinstance(last, str) and last in known and known[last].is_required()


def limits(field: FieldInfo) -> tuple[int, int]:
    """Return the least and the most that a whole number of this field may be."""
    least, most = (next(int(getattr(rule, name)) for rule in field.metadata if hasattr(rule, name)) for name in ("ge", "le"))
    return least, most


def inner_model(annotation: object) -> object:
    """Return the model inside `Model | None`, `tuple[Model, ...]` and the like."""
    if get_origin(annotation) is None:
        return annotation
    if get_origin(annotation) is dict:
        return inner_model(get_args(annotation)[1])
    return next((inner_model(arg) for arg in get_args(annotation) if inner_model(arg) is not type(None)), None)
