"""The arguments that a page calls a macro with, held against the macro's signature."""

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator
from inspect import Parameter, Signature
from typing import get_args

from jinja2 import nodes

CALLER = "caller"  # the text between {% call %} and {% endcall %}
KINDS: dict[object, tuple[str, str]] = {
    str: ("words in quotes", '"…"'),
    int: ("a whole number", "1"),
    bool: ("true or false", "true"),
}  # what it is, an example


def page_signature(macro: Callable[..., object]) -> Signature:
    """Return a macro's signature as far as a page may fill it: what define_env has bound is left out."""
    bound = macro.keywords if isinstance(macro, functools.partial) else {}
    signature = inspect.signature(macro)
    return signature.replace(parameters=[one for one in signature.parameters.values() if one.name not in bound])


def argument_messages(name: str, signature: Signature, call: nodes.Call, block: nodes.CallBlock | None) -> Iterator[str]:
    """Yield what is wrong with the number, the names and the kinds of a call's arguments. `block`: the {% call %} that the call begins, if any."""
    taken = {one.name: one for one in signature.parameters.values() if one.name != CALLER}
    single = [one for one in taken.values() if one.kind is Parameter.POSITIONAL_OR_KEYWORD]
    rest = next((one for one in taken.values() if one.kind is Parameter.VAR_POSITIONAL), None)
    others = next((one for one in taken.values() if one.kind is Parameter.VAR_KEYWORD), None)
    wanted = f"it takes {_listed(taken.values())}"
    yield from _block_messages(name, signature.parameters.get(CALLER), block)
    if len(call.args) > len(single) and rest is None:
        yield f"{name} is given {len(call.args)} value{'s' if len(call.args) != 1 else ''}; {wanted}"
    filled: dict[str, nodes.Expr] = {one.name: value for one, value in zip(single, call.args, strict=False)}
    for keyword in call.kwargs:
        one = taken.get(keyword.key)
        if (one is None and others is None) or (one is not None and one in (rest, others)):
            yield f"{name}: {keyword.key}= is not known; {wanted}"
        elif keyword.key in filled:
            yield f"{name} is given {keyword.key} twice; {wanted}"
        else:
            filled[keyword.key] = keyword.value
    if others is None:  # a macro that takes words of any name says itself which it wants
        for one in taken.values():
            if one.name not in filled and one.default is Parameter.empty and one not in (rest, others):
                yield f"{name} lacks {one.name}; {wanted}"
    given = [(taken.get(key) or others, value) for key, value in filled.items()] + [(rest, value) for value in call.args[len(single) :]]
    for parameter, value in given:
        if parameter is not None and (what := _wrong_kind(parameter, value)):
            yield f"{name} wants {what} for {parameter.name}; {wanted}"


def _block_messages(name: str, caller: Parameter | None, block: nodes.CallBlock | None) -> Iterator[str]:
    if caller is None:
        if block is not None:
            yield f"{name} takes no text between {{% call %}} and {{% endcall %}}; write {{{{ {name}(…) }}}}"
        return
    count = len(next(iter(get_args(caller.annotation)), ()))  # Callable[[str], str] hands one word to the text
    begin = f"{{% call{'(word)' if count else ''} {name}(…) %}}"
    if block is None:
        yield f"{name} wants text between {begin} and {{% endcall %}}"
    elif len(block.args) != count:
        yield f"{name} hands {count or 'no'} word{'s' if count != 1 else ''} to its text; write {begin}"


def _wrong_kind(parameter: Parameter, value: nodes.Expr) -> str:
    """Return what a parameter wants where a value is of another kind; "" where it is right, or known only as the page is made."""
    what, _ = KINDS.get(parameter.annotation, ("", ""))
    if isinstance(value, nodes.Const):
        return what if type(value.value) is not parameter.annotation else ""
    region = isinstance(value, nodes.Getattr) or (isinstance(value, nodes.Name) and value.name == "region")
    return what if region else ""


def _listed(parameters: Iterable[Parameter]) -> str:
    """Return how a macro's arguments are written."""
    return ", ".join(map(_written, parameters)) or "nothing between ( and )"


def _written(parameter: Parameter) -> str:
    what, example = KINDS.get(parameter.annotation, ("a value", "…"))
    if parameter.kind is Parameter.VAR_POSITIONAL:
        return f"any number of {parameter.name}, {what}"
    if parameter.kind is Parameter.VAR_KEYWORD:
        return f"words by name, name={example}"
    form = f"{parameter.name}={example}" if parameter.kind is Parameter.KEYWORD_ONLY else f"{parameter.name} ({what})"
    return form if parameter.default is Parameter.empty else f"{form} if wanted"
