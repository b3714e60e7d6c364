"""The names that a page may use. This file only registers; each macro is a plain function in a module beside it."""

import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # Zensical loads this package without the project on its path
    sys.path.insert(0, str(ROOT))

from macros.team.cards import card, cards  # noqa: E402 (the path comes first)
from macros.points.shares_chart import shares_chart  # noqa: E402
from macros.team.check_up_form import check_up_form  # noqa: E402
from macros.pages.home_cards import door, doors  # noqa: E402
from macros.pages.edition_list import editions_list  # noqa: E402
from macros.pages.everything import everything  # noqa: E402
from macros.values.engines import page_in_hand, tell_templates  # noqa: E402
from macros.values.region_values import RegionFields, Voice  # noqa: E402
from macros.pages.region_form import own_file, own_form, own_share  # noqa: E402
from macros.values.page_context import frame  # noqa: E402
from macros.team.invitation import calendar_file, invite_words, letter, message, speech  # noqa: E402
from macros.pages.local_sections import local_priorities, local_results  # noqa: E402
from macros.sheets.my_sheet import my_sheet  # noqa: E402
from macros.sheets.meeting import meeting_when, when_and_where  # noqa: E402
from macros.points.origin import logo_beside, ours, quoted  # noqa: E402
from macros.points.pitch import lines, pace, pitch, time_to_say  # noqa: E402
from macros.points.cross_references import point  # noqa: E402
from macros.values.project_address import project_address  # noqa: E402
from macros.team.seat_chart import roster, seat_boxes  # noqa: E402
from macros.sheets.sheet_index import sheet_index  # noqa: E402
from macros.sheets.sheet_tools import sheet_tools  # noqa: E402
from macros.sheets.sheet import sheet_to_leave, sheet_to_say  # noqa: E402
from macros.team.source_links import case, source, sources_used  # noqa: E402
from macros.points.tabs import audience, each_audience, stage, stages  # noqa: E402
from macros.points.glossary_terms import glossary, term  # noqa: E402
from macros.values.stage_variants import at_own_stage, staged  # noqa: E402
from macros.team.worksheet_parts import at_a_glance, note_lines, stacked, tick_box  # noqa: E402
from playbook.model.edition import Catalog, Edition  # noqa: E402
from playbook.content.navigation import with_local_pages  # noqa: E402
from playbook.content.page import load_pages  # noqa: E402
from playbook.content.point_text import read_points  # noqa: E402
from playbook.model.site_config import load_site  # noqa: E402


def define_env(env):
    """Register the region's values and every macro. Called by mkdocs-macros (and Zensical)."""
    project = Path(env.project_dir)
    edition, region = Edition("", None, ""), None  # pages are made once, for the general edition; playbook/render/localize.py makes the others of them
    catalog = Catalog(load_site(project)[0], (edition,), ())
    voice = Voice()
    pages = load_pages(project)[0]
    points = read_points(pages)

    env.conf["nav"] = with_local_pages(env.conf.get("nav"), pages)
    env.variables["region"] = RegionFields(region, voice)
    here = partial(page_in_hand, env)
    logo = partial(logo_beside, catalog.site, pages, here)
    tell_templates(env, frame(catalog.site, edition))

    env.macro(partial(audience, region=region), "audience")
    env.macro(partial(at_own_stage, stage, region), "stage")
    env.macro(partial(at_own_stage, stages, region), "stages")
    env.macro(partial(at_own_stage, staged, region), "by_stage")
    env.macro(partial(ours, region=region), "ours")
    env.macro(partial(point, points=points, here=here), "point")
    env.macro(partial(pitch, edition=edition, points=points, here=here, logo=logo), "pitch")
    env.macro(partial(lines, edition=edition, points=points, here=here, logo=logo), "lines")
    env.macro(partial(time_to_say, edition=edition, points=points), "time_to_say")
    env.macro(partial(when_and_where, region=region), "when_and_where")
    env.macro(partial(sources_used, pages=pages, here=here), "sources_used")
    env.macro(partial(shares_chart, points=points), "shares_chart")
    env.macro(partial(editions_list, catalog=catalog, here=edition), "editions_list")
    env.macro(partial(local_priorities, region=region), "local_priorities")
    env.macro(partial(local_results, region=region), "local_results")
    env.macro(partial(everything, menu=env.conf.get("nav") or [], pages=pages, points=points), "everything")
    env.macro(partial(my_sheet, edition=edition, points=points), "my_sheet")
    env.macro(partial(own_form, site=catalog.site, points=points, logo=logo), "own_form")
    env.macro(partial(own_file, site=catalog.site), "own_file")
    env.macro(own_share, "own_share")
    env.macro(partial(sheet_index, edition=edition), "sheet_index")
    env.macro(partial(sheet_tools, edition=edition), "sheet_tools")
    env.macro(partial(sheet_to_say, edition=edition, points=points), "sheet_to_say")
    env.macro(partial(sheet_to_leave, edition=edition, points=points), "sheet_to_leave")
    env.macro(partial(project_address, site=catalog.site), "project_address")
    env.macro(at_a_glance, "at_a_glance")
    env.macro(tick_box, "tick_box")
    env.macro(note_lines, "note_lines")
    env.macro(card, "card")
    env.macro(cards, "cards")
    env.macro(each_audience, "each_audience")
    env.macro(partial(message, voice=voice, logo=logo), "message")
    env.macro(partial(letter, voice=voice, logo=logo), "letter")
    env.macro(partial(speech, voice=voice), "speech")
    env.macro(partial(invite_words, region=region, points=points, logo=logo), "invite_words")
    env.macro(partial(meeting_when, region=region, voice=voice), "meeting_when")
    env.macro(partial(calendar_file, region=region), "calendar_file")
    env.macro(partial(check_up_form, edition=edition), "check_up")
    env.macro(stacked, "stacked")
    env.macro(seat_boxes, "seat_boxes")
    env.macro(partial(roster, region=region), "roster")
    env.macro(door, "door")
    env.macro(doors, "doors")
    env.macro(pace, "pace")
    env.macro(quoted, "quoted")
    env.macro(source, "source")
    env.macro(case, "case")
    env.macro(partial(term, here=here), "term")
    env.macro(glossary, "glossary")
