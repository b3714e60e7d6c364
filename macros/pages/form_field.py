"""The fields of a form, made from the model of region files: label, help and example stand there, once."""

from pydantic.fields import FieldInfo

from macros.values.escape import escape_text
from playbook.content.browser_model import ZONES, keys_of
from playbook.model.formatting import zone_in_words
from playbook.files.validation import FrozenModel
from playbook.model.region import Convener, Meeting, Region, Result

MODELS = {model.__name__: model for model in (Convener, Meeting, Result)}
TYPES = {"day": "date", "time": "time"}
KEYBOARDS = {"web": "url", "mail": "email", "phone": "tel", "number": "numeric"}
HOW_TO_WRITE = ("date", "time", "timezone", "phone")  # their help is for files; a form's own controls make it clear
NARROW = ("day", "time", "number", "zone")


def field(key: str, model: type[FrozenModel] = Region, path: str = "") -> str:
    """Return the field for a key of the model; its name is the key's place in a region file (`launch_meeting.date`)."""
    rule, info, name = keys_of(model)[key], model.model_fields[key], f"{path}{key}"
    match rule["kind"]:
        case "part":
            return _part(name, info, MODELS[rule["of"]])
        case "list":
            return _list(name, info, MODELS.get(rule["of"]))
        case "map":
            raise TypeError(f"{name} is laid out by the form itself")
        case kind:
            return one(name, info, kind, rule.get("needed", False) and model is Region)


def one(name: str, info: FieldInfo, kind: str, needed: bool = False, label: str = "") -> str:
    """Return one field with its label, help, and the place where it says what is wrong."""
    title = label or info.title
    needs = ' <span class="form-needed">needed</span>' if needed else ""
    explained = _help(name, info)
    told = f'<div class="form-help" id="f-{name}-help">{explained}</div>\n' if explained else ""
    described = (f"f-{name}-help " if explained else "") + f"f-{name}-error"
    attributes = f'id="f-{name}" name="{name}" aria-describedby="{described}"' + (' aria-required="true"' if needed else "")
    return (
        f'<div class="form-field{" form-narrow" if kind in NARROW else ""}">\n<label for="f-{name}">{escape_text(title)}{needs}</label>\n{told}'
        f'{_control(kind, attributes)}\n<div class="form-error" id="f-{name}-error" hidden></div>\n</div>\n'
    )


def _help(name: str, info: FieldInfo) -> str:
    if name.rpartition(".")[2] in HOW_TO_WRITE or name.startswith("partner_ask"):
        return ""
    example = next(iter(info.examples or ()), "")
    shown = f" Example: {example}" if example and example not in info.description and "." not in name else ""
    return escape_text(f"{sentence(info.description)}{shown}")


def sentence(text: str) -> str:
    """Return a phrase of the model as a sentence."""
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('…') else '.'}"


def _control(kind: str, attributes: str) -> str:
    if kind == "zone":
        options = "".join(f'<option value="{zone}">{zone_in_words(zone)} ({zone.rpartition("/")[2].replace("_", " ")})</option>' for zone in ZONES)
        return f"<select {attributes}>{options}</select>"
    keyboard = f' inputmode="{KEYBOARDS[kind]}"' if kind in KEYBOARDS else ""
    return f'<input type="{TYPES.get(kind, "text")}" {attributes}{keyboard} autocomplete="off">'


def _part(name: str, info: FieldInfo, model: type[FrozenModel]) -> str:
    fields = "".join(field(key, model, f"{name}.") for key in keys_of(model))
    return (
        f'<details class="form-fold" data-part="{name}">\n<summary>{escape_text(info.title)}</summary>\n'
        f'<p class="form-help">{escape_text(sentence(info.description))}</p>\n<div class="form-row">\n{fields}</div>\n</details>\n'
    )


def _list(name: str, info: FieldInfo, model: type[FrozenModel] | None) -> str:
    """A list with one item; the form's script adds more by copying it."""
    if model:
        inner = "".join(field(key, model, f"{name}.1.") for key in keys_of(model))
        head = f'<p class="form-label">{escape_text(info.title)}</p>\n<p class="form-help">{escape_text(model.__doc__)}</p>\n'
    else:
        inner, head = one(f"{name}.1", info, "words", label=f"{info.title} 1"), ""
    return (
        f'<div class="form-list" data-list="{name}">\n{head}<div class="form-item" role="group" aria-label="{escape_text(info.title)} 1">\n'
        f'<div class="form-row">\n{inner}</div>\n<button type="button" class="tool form-remove" hidden>Remove</button>\n</div>\n'
        '<button type="button" class="tool form-add">Add another</button>\n</div>\n'
    )
