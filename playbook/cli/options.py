"""Options that commands share, and what they take."""

import re
from datetime import date, datetime

import click

from playbook.build.site_build import WHOLE, Share
from playbook.model import clock

DATE = click.DateTime(["%Y-%m-%d"])
today_option = click.option("--today", type=DATE, metavar="YYYY-MM-DD", help="The date to build for (default: the real one, in each region's own time zone).")
examples_option = click.option("--examples", is_flag=True, help="Keep the fictional example editions beside real ones.")


class SlugOrFile(click.ParamType[str]):
    """A region's slug, also where its file is named, as a shell completes it: `regions/lane/lane-food.yml` is `lane-food`."""

    name = "slug"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the slug."""
        return re.split(r"[/\\]", value)[-1].removesuffix(".yml")


def share_of(given: str | None) -> Share:
    """Return the share that `2/8` names; the whole where none is given. BadParameter for anything else."""
    if not given:
        return WHOLE
    number, _, of = given.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= 1000):
        raise click.BadParameter(f'"{given}" is no share; write 2/8 for the second of eight.')
    return Share(int(number), int(of))


def moment_of(today: datetime | None) -> datetime | None:
    """Return the moment to build for, unless a day was named."""
    return None if today else clock.now()


def day_of(today: datetime | None) -> date:
    """Return the day to build for. UsageError for one before or after any that a Word file, an archive and a region file can hold."""
    day = today.date() if today else clock.today()
    if not 2000 <= day.year <= 2099:
        raise click.UsageError(
            f"{'--today' if today else 'The clock'} says {day.isoformat()}, which is not in the years 2000 to 2099; set the clock, or name the day with --today YYYY-MM-DD."
        )
    return day
