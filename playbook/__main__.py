"""The command line: `python -m playbook build | check | serve | new | show | update | drift`, on the project in the current folder."""

import sys
from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from playbook.build.site_build import BuildOptions, Share, build_site
from playbook.check.publish_check import publishes
from playbook.cli.check_run import build_to_publish, check_built, check_sources, credit_report
from playbook.cli.console import system_message, take_every_character
from playbook.cli.options import SlugOrFile, day_of, examples_option, moment_of, share_of, today_option
from playbook.cli.preview_address import address_of
from playbook.copy.host_report import report_failure, report_success
from playbook.files.diagnostics import ProblemsFound, told


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Build, check and preview the playbook in the current folder."""
    if sys.flags.optimize > 1:
        raise click.UsageError("Python leaves out what this program says of itself (-OO or PYTHONOPTIMIZE=2). Unset PYTHONOPTIMIZE and try again.")
    if not Path("mkdocs.yml").is_file():
        raise click.UsageError("This folder holds no playbook (no mkdocs.yml). Change to the project's folder first.")


@main.command()
@click.argument("slugs", nargs=-1, type=SlugOrFile(), metavar="[SLUG]...")
@click.option("--out", type=click.Path(path_type=Path), default=Path("site"), show_default=True, help="Where the site is put.")
@click.option("--shard", callback=lambda context, option, value: share_of(value), metavar="N/M", help="Build one of M shares of the editions.")
@click.option("--pages-only", is_flag=True, help="Leave out PDF and Word files, for a quick look.")
@click.option("--publish", is_flag=True, help="Refuse what must not be published, and read every page and paper afterwards.")
@today_option
@examples_option
def build(slugs: tuple[str, ...], out: Path, shard: Share, today: datetime | None, **wanted: bool) -> None:
    """Build every edition, or those named beside those that are built already."""
    if slugs and shard.of > 1:
        raise click.UsageError("--shard shares out all editions; leave the slugs out.")
    if wanted["publish"] and (slugs or wanted["pages_only"]):
        raise click.UsageError("--publish is for a whole site; leave the slugs and --pages-only out.")
    click.echo("Building …")
    options = BuildOptions(day_of(today), slugs, shard, examples=wanted["examples"], papers=not wanted["pages_only"], moment=moment_of(today))
    if wanted["publish"]:
        catalog, made = build_to_publish(Path.cwd(), out.absolute(), options, click.echo)
        for line in (publishes(catalog), *report_success(publishes(catalog), catalog.warnings)):
            click.echo(line)
    else:
        made = build_site(Path.cwd(), out.absolute(), options, click.echo)
    click.echo(f"{made.editions} editions, {made.pages} pages, {made.warnings} warnings, {made.seconds:.1f} s")
    click.echo(f"Open {made.open_here}")


@main.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--publish", is_flag=True, help="Also refuse what must not be published; every page and paper is read.")
@click.option("--only", multiple=True, type=SlugOrFile(), metavar="SLUG", help="Look at this region's file alone (may stand more than once).")
@today_option
@examples_option
def check(path: Path | None, publish: bool, only: tuple[str, ...], today: datetime | None, examples: bool) -> None:
    """Check the sources and a whole build; or, with PATH, a folder that was built."""
    if path and only:
        raise click.UsageError("--only builds one edition to look at it; leave the folder out.")
    options = BuildOptions(day_of(today), only, examples=examples, moment=moment_of(today), only=bool(only))
    catalog = check_built(Path.cwd(), path.absolute(), options, publish=publish) if path else check_sources(Path.cwd(), options, publish=publish)
    files = ", ".join(edition.source for edition in catalog.editions if edition.region) if only else "sources and a whole build"
    click.echo(f"All is well: {path or files}.")
    for warning in catalog.warnings:
        click.echo(f"warning: {warning}")
    if publish:
        click.echo(publishes(catalog))


@main.command()
@click.argument("slug", required=False, type=SlugOrFile())
@click.option("--address", default="127.0.0.1:8000", show_default=True, callback=lambda *given: address_of(given[-1]), help="Where the preview is served.")
def serve(slug: str | None, address: tuple[str, int]) -> None:
    """Preview one edition; it follows every saved page."""
    from playbook.cli.preview_server import preview  # noqa: PLC0415 (only this command needs it)

    preview(Path.cwd(), slug or "", *address)


@main.command()
@click.argument("slug", required=False)
@click.option("--region", help="As said in a sentence: “in Pine Valley”.")
@click.option("--stage", help="planning, launch or active.")
@click.option("--industry", help="A whole noun phrase.")
@click.option("--convener", help="Who calls the meetings.")
@click.option("--folder", help="The folder of regions/ that the file lies in; its _all.yml holds what all its files begin with.")
@today_option
def new(slug: str | None, today: datetime | None, **given: str | None) -> None:
    """Write a new region file, regions/SLUG.yml or regions/FOLDER/SLUG.yml; what is not given is asked."""
    from playbook.cli.new_questions import ask  # noqa: PLC0415 (only this command needs it)
    from playbook.cli.new_region import write_region_file  # noqa: PLC0415 (as above)

    day = day_of(today)
    slug, answers = ask(Path.cwd(), slug, given, day)
    path, thanks = write_region_file(Path.cwd(), slug, answers, day)
    click.echo(f"Wrote {path}. Open {'them' if ' and ' in path else 'it'} and fill in what you know; then run: make site")
    click.echo(thanks)


@main.command()
@click.argument("slug", type=SlugOrFile())
@today_option
def show(slug: str, today: datetime | None) -> None:
    """Print a region's file as it counts, with what its folder gives and where each value is written."""
    from playbook.cli.show_region import shown  # noqa: PLC0415 (only this command needs it)

    text, problems = shown(Path.cwd(), slug, day_of(today))
    click.echo(text, nl=False)
    if problems:
        raise ProblemsFound(problems)


@main.command()
@click.argument("version", required=False, default="")
@click.option("--from", "given", required=True, metavar="WHERE", help="The original: a git address, a downloaded .zip or .tar.gz, or a folder.")
@click.option("--discard", multiple=True, metavar="PATH", help="Give up this edit of yours (may stand more than once).")
@click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")
def update(version: str, given: str, discard: tuple[str, ...], dry_run: bool) -> None:
    """Bring everything but your own files (site.yml, regions/, docs/local/) to another release."""
    from playbook.copy.update import update_copy  # noqa: PLC0415 (only this command needs it)

    update_copy(Path.cwd(), given, version, click.echo, discard=discard, dry_run=dry_run)


@main.command()
@click.option("--from", "given", default="", metavar="WHERE", help="Compare with this instead of the release that the copy names.")
@click.option("--version", default="", help="The release to compare with, where WHERE holds several.")
@today_option
def drift(given: str, version: str, today: datetime | None) -> None:
    """Say what this copy changed or added against its release, and whether the credit is intact."""
    from playbook.copy.drift import drift_report  # noqa: PLC0415 (only this command needs it)

    for line in chain(drift_report(Path.cwd(), given, version), credit_report(Path.cwd(), day_of(today))):
        click.echo(line)


def run() -> None:
    """Run a command on streams that take every character; problems are listed and end with status 1, wrong usage with 2. Never a traceback for a writer's mistake."""
    take_every_character()
    try:
        main(prog_name="playbook")
    except ProblemsFound as found:
        few = told(found.problems)
        for line in (*map(str, few), *report_failure(few)):
            click.echo(line, err=True)
        click.echo(f"{len(found.problems)} problem(s); nothing was changed.", err=True)
        raise SystemExit(1) from None
    except OSError as error:
        click.echo(system_message(error), err=True)
        raise SystemExit(1) from None


if __name__ == "__main__":
    run()
