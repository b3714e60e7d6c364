"""The check-up: on paper boxes to tick, in the browser radio buttons whose result stays on the device. Not a <form>: nothing is ever sent."""

from macros.values.region_values import marked
from macros.values.escape import escape_text
from playbook.content.check_up import Statement, check_up
from playbook.model.edition import Edition

STAYS = "<strong>Your answers stay on this device.</strong> They are not sent to anyone."
TOOLS = (
    '<div class="tools check-up-tools" role="group" aria-label="This check-up">\n'
    '<button type="button" class="tool check-up-keep">Keep this result</button>\n'
    '<button type="button" class="tool tool-save check-up-export">Save as a file</button>\n'
    '<button type="button" class="tool check-up-erase">Erase all results here</button>\n'
    '<p class="tools-said" role="status"></p>\n</div>\n'
)
NEXT = (
    '<div class="tools check-up-next">\n<label for="check-up-date">Next check-up on</label>\n<input type="date" id="check-up-date">\n'
    '<button type="button" class="tool tool-calendar check-up-calendar">Add to calendar</button>\n<p class="tools-said" role="status"></p>\n</div>\n'
)


def check_up_form(*, edition: Edition) -> str:
    """Return the statements with their scale, buttons, and a place for the last result beside the new one."""
    groups = "".join(f"<h3>{escape_text(group.title)}</h3>\n{''.join(map(_fieldset, group.statements))}" for group in check_up().groups)
    name = f'<p class="check-up-name" hidden>{marked(edition.region, "called")}</p>\n'  # for the calendar
    return f'\n<div class="part check-up" data-edition="{_slug(edition)}">\n{name}<p class="screen-only">{STAYS}</p>\n{groups}{TOOLS}{NEXT}</div>\n'


def _slug(edition: Edition) -> str:
    return edition.slug


def _fieldset(statement: Statement) -> str:
    """One statement: a group of radio buttons with the steps of the scale."""
    steps = "".join(
        f'<label><input type="radio" name="check-up-{statement.id}" value="{key}"> {escape_text(label)}</label> ' for key, label in check_up().steps.items()
    )
    answers = f'<div class="steps">{steps}<span class="check-up-last"></span></div>'
    return f'<fieldset data-statement="{statement.id}">\n<legend>{escape_text(statement.text)}</legend>\n{answers}\n</fieldset>\n'
