"""The playbook's own data beside its code, held against a model: a slip in it is named with file, line and key before anything is made of it."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, TypeAdapter, ValidationError

from playbook.files.diagnostics import Problem, beside
from playbook.files.validation import FrozenModel, problems_of
from playbook.files.yaml_file import YamlFile, read_yaml

DATA_FOLDER = Path(__file__).parent


def _one_line(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_one_line), StringConstraints(min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def read_data(name: str, kind: Any, inner: type[FrozenModel]) -> tuple[Any, YamlFile, list[Problem]]:
    """Return what a file of this folder says, its lines, and every problem; None where there are any.

    `kind` is the whole (a model, or a dict of models by name), `inner` the model whose keys a message suggests.
    """
    file = f"playbook/content/{name}"
    source, problems = read_yaml(DATA_FOLDER / name, file)
    return held(source, kind, inner, file, problems)


def held(source: YamlFile, kind: Any, inner: type[FrozenModel], file: str, problems: list[Problem]) -> tuple[Any, YamlFile, list[Problem]]:
    """Return data that is read already, as `kind`, its lines, and every problem, those found before included; None where there are any."""
    if not source.data:
        return None, source, problems or [Problem(file, "is empty; bring it back from the release")]
    try:
        said = TypeAdapter(kind).validate_python(source.data)
    except ValidationError as error:
        return None, source, beside(problems, problems_of(error, inner, source, file))
    return (None if problems else said), source, problems
