"""Rules about several keys of one mapping: all that are broken are told at once, beside what is wrong in single keys."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self, get_args

from pydantic import ModelWrapValidatorHandler, ValidationError, ValidationInfo, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError
from pydantic_core.core_schema import ErrorType

from playbook.files.validation import AcrossKeysError, FrozenModel

OF_PYDANTIC = frozenset(get_args(ErrorType))


class AcrossKeysModel(FrozenModel):
    """A model with rules about several keys. Each is held where the keys that it reads are sound, whatever is wrong in others."""

    stand_ins: ClassVar[Mapping[str, str]] = {}  # values for required keys that are not sound, so that rules about others can be held

    def across_keys(self, context: Mapping[str, Any]) -> Iterable[AcrossKeysError]:
        """Return what is wrong among several keys; no rule reads a key that its complaint does not rest on."""
        raise NotImplementedError

    @model_validator(mode="wrap")
    @classmethod
    def _hold_all_rules(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo[Any]) -> Self:
        items: list[ErrorDetails] = []
        try:
            made = handler(data)
        except ValidationError as error:
            items = error.errors(include_url=False)
            if not isinstance(data, dict):
                raise
            unsound = {item["loc"][0] for item in items}
            made = handler({**cls.stand_ins, **{key: value for key, value in data.items() if key not in unsound}})
        broken = [error for error in made.across_keys(info.context or {}) if not any(cls._is_unsound(key, items) for key in error.rests_on)]
        if items or broken:
            again = [InitErrorDetails(type=_kind(item), loc=item["loc"], input=item["input"], ctx=item.get("ctx", {})) for item in items]
            found = [InitErrorDetails(type="value_error", loc=(), input=data, ctx={"error": error}) for error in broken]
            raise ValidationError.from_exception_data(cls.__name__, [*again, *found])
        return made

    @classmethod
    def _is_unsound(cls, key: str, items: Iterable[ErrorDetails]) -> bool:
        """Tell whether something is wrong in a key, or it may be what an unknown key with its first letter stands for (twin: rules.js)."""
        wrong = {str(item["loc"][0]) for item in items}
        return key in wrong or any(other[:1] == key[:1] for other in wrong if other not in cls.model_fields)


def _kind(item: ErrorDetails) -> str | PydanticCustomError:
    """Return how pydantic takes the kind of a complaint again: its own by name, one of ours with its message."""
    return item["type"] if item["type"] in OF_PYDANTIC else PydanticCustomError(item["type"], item["msg"])
