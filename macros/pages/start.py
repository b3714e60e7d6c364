"""The front page's beginning, and the question for the stage that other pages ask, too."""

from markupsafe import Markup

from macros.values.components import alone, component
from playbook.content import attribution
from playbook.model.stage import STAGES


def start_here() -> Markup:
    """Return whose words these are, and the field for the reader's region; an edition or an own version hides the field."""
    facts = attribution.facts()
    choice = _choice("start-stage")
    return alone(component("start", tool=facts["tool"], owner=facts["owner"], author=facts["playbook_author"], choice=choice))


def stage_choice() -> Markup:
    """Return the question for the stage, for pages whose words follow it."""
    return alone(component("stage-asked", choice=_choice("stage-here")))


def _choice(identifier: str) -> Markup:
    return component("stage-choice", id=identifier, stages={key: stage.label for key, stage in STAGES.items()})
