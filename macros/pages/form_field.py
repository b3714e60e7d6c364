"""The fields of a form, made from the model of region files: label, help and example stand there, once."""

from markupsafe import Markup
from pydantic.fields import FieldInfo

from macros.values.components import component
from playbook.content.browser_model import LABELS, ZONES, keys_of, rule_of
from playbook.files.validation import FrozenModel
from playbook.model.formatting import zone_in_words
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Convener, Logo, Region, Seat
from playbook.model.wording.own_figures import OnSheets, Result

MODELS = {model.__name__: model for model in (Convener, Meeting, Result, Seat, Logo)}
TYPES = {"day": "date", "time": "time"}
KEYBOARDS = {"web": "url", "mail": "email", "phone": "tel", "number": "numeric"}
AUTOFILL = {  # what a browser may know of the reader (WCAG 1.3.5); `off` for everything else
    "convener.1.name": "organization", "convener.1.url": "url", "convener.1.email": "email", "convener.1.phone": "tel", "speaker_role": "organization-title",
}  # fmt: skip
HOW_TO_WRITE = ("date", "time", "timezone", "phone", "updated")  # their help is for files; a form's own controls make it clear
SAID_HERE = {"logo.file": "The name of the picture, like pine-valley.svg. Upload the picture itself into the folder of your region file."}
CHOICES: dict[str, dict[OnSheets, str]] = {"results_on_sheets": {"toolkit": "The tool’s", "ours": "Ours", "both": "Ours, then the tool’s"}}
NEEDED_AT_A_STAGE = ("industry",)  # it may wait only while planning (playbook/model/region.py)
NARROW = ("day", "time", "number", "zone")


def field(key: str, model: type[FrozenModel] = Region, path: str = "") -> Markup:
    """Return the field for a key of the model; its name is the key's place in a region file (`convener.1.name`)."""
    rule, info, name = rule_of(model, key), model.model_fields[key], f"{path}{key}"
    match rule["kind"]:
        case "part":
            return _part(name, info, MODELS[str(rule["of"])])
        case "list":
            return _list(name, info, MODELS.get(str(rule["of"])))
        case "map":
            raise TypeError(f"{name} is laid out by the form itself")
        case kind:
            return one(name, info, str(kind), _needed(name, model, bool(rule.get("needed"))))


def _needed(name: str, model: type[FrozenModel], is_required: bool) -> bool | str:
    """Return whether a field must be filled, or what makes it so: the stage, or another field of its item."""
    if name in NEEDED_AT_A_STAGE:
        return "stage"
    return is_required if model is Region else ("item" if is_required else False)


def one(name: str, info: FieldInfo, kind: str, needed: bool | str = False, label: str = "") -> Markup:
    """Return one field with its label, help, and the place where it says what is wrong."""
    return component(
        "form-field", name=name, title=label or info.title, help=_help(name, info), needed=needed, is_narrow=kind in NARROW,
        type=TYPES.get(kind, "text"), keyboard=KEYBOARDS.get(kind), autofill=AUTOFILL.get(name, "off"), options=_options(name, info, kind), is_zone=kind == "zone",
    )  # fmt: skip


def _help(name: str, info: FieldInfo) -> str:
    if name in SAID_HERE:
        return SAID_HERE[name]
    if name.rpartition(".")[2] in HOW_TO_WRITE or name.startswith("partner_ask"):
        return ""
    example = next(iter(info.examples or ()), "")
    shown = f" Example: {example}" if example and example not in (info.description or "") and "." not in name else ""
    return f"{sentence(info.description or '')}{shown}"


def sentence(text: str) -> str:
    """Return a phrase of the model as a sentence."""
    return f"{text[0].upper()}{text[1:]}{'' if text.endswith('…') else '.'}"


def _options(name: str, info: FieldInfo, kind: str) -> list[tuple[str, str]]:
    """Return what there is to choose from, each with its words: nothing at first, then time zones with their places, or the labels of the model."""
    if kind == "zone":
        return [("", "Choose one"), *((zone, f"{zone_in_words(zone)} ({zone.rpartition('/')[2].replace('_', ' ')})") for zone in ZONES)]
    if name in CHOICES:
        return [(str(key), words) for key, words in CHOICES[name].items()]
    labels = LABELS.get(name.rpartition(".")[2], {}) if kind == "choice" else {}
    first = "Choose one" if info.is_required() else f"Not said: {labels.get(str(info.default), '')}"
    return [("", first), *((key, f"{label[0].upper()}{label[1:]}") for key, label in labels.items())] if labels else []


def _part(name: str, info: FieldInfo, model: type[FrozenModel]) -> Markup:
    fields = [field(key, model, f"{name}.") for key in keys_of(model)]
    return component("form-part", name=name, title=info.title, help=sentence(info.description or ""), fields=fields)


def _list(name: str, info: FieldInfo, model: type[FrozenModel] | None) -> Markup:
    """A list with one item; the form's script adds more by copying it."""
    if model:
        fields, help_ = [field(key, model, f"{name}.1.") for key in keys_of(model)], model.__doc__
    else:
        fields, help_ = [one(f"{name}.1", info, "words", label=f"{info.title} 1")], ""
    return component("form-list", name=name, title=info.title, help=help_, fields=fields)
