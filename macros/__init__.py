"""The names that a page may use. This file only registers; each macro is a plain function in a module beside it."""

import sys
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # Zensical loads this package without the project on its path
    sys.path.insert(0, str(ROOT))

from macros.pages.everything import everything
from macros.pages.home_cards import door, doors
from macros.pages.menu_place import on_pre_page_macros
from macros.pages.region_blocks import calendar_file, contact_block, editions_list, local_priorities, local_results, own_words, roster
from macros.pages.region_form import own_file, own_form, own_open, own_share
from macros.pages.start import stage_choice, start_here
from macros.points.cross_references import point
from macros.points.glossary_terms import glossary, term
from macros.points.origin import credit_beside, logo_beside, ours, quoted
from macros.points.pitch import lines, pace, pitch, time_to_say
from macros.points.shares_chart import shares_chart
from macros.points.tabs import audience, each_audience, stage, stage_part, stages
from macros.sheets.meeting import meeting_when, next_meeting, when_and_where
from macros.sheets.my_sheet import my_sheet
from macros.sheets.sheet import handout, sheet_to_say
from macros.sheets.sheet_index import sheet_index
from macros.sheets.sheet_tools import sheet_tools
from macros.sheets.slides import slide, slide_files, slides_diagram
from macros.team.cards import card, cards
from macros.team.check_up_form import check_up_form
from macros.team.fill_in import fill_in
from macros.team.invitation import invite_words, letter, message, speech
from macros.team.seat_box import seat_boxes, seats_answer
from macros.team.source_links import case, source, sources_used
from macros.team.worksheet_parts import at_a_glance, note_lines, stacked, tick_box, timer
from macros.values.engines import Environment, page_in_hand, tell_templates
from macros.values.page_context import frame
from macros.values.project_address import project_address
from macros.values.region_values import RegionFields, Voice
from macros.values.stage_variants import by_stage
from playbook.content.navigation import with_local_pages
from playbook.content.page import load_pages
from playbook.content.point_text import read_points
from playbook.model.site_config import load_site

__all__ = ["define_env", "on_pre_page_macros"]  # what mkdocs-macros calls


def define_env(env: Environment) -> None:
    """Register the region's values and every macro. Called by mkdocs-macros (and Zensical).

    Pages are made once, for the general edition; playbook/render/localize.py makes the others of them.
    """
    project = Path(env.project_dir)
    site = load_site(project)[0]
    voice = Voice()
    pages = load_pages(project)[0]
    points = read_points(pages)

    env.conf["site_name"] = site.name or env.conf.get("site_name")
    env.conf["nav"] = with_local_pages(env.conf.get("nav"), pages)
    env.variables["region"] = RegionFields(voice)
    here = partial(page_in_hand, env)
    logo = partial(logo_beside, site, pages, here)
    tell_templates(env, frame(site))

    env.macro(audience, "audience")
    env.macro(stage, "stage")
    env.macro(stages, "stages")
    env.macro(stage_part, "stage_part")
    env.macro(by_stage, "by_stage")
    env.macro(ours, "ours")
    env.macro(partial(point, points=points, here=here), "point")
    env.macro(partial(pitch, points=points, here=here, logo=logo), "pitch")
    env.macro(partial(lines, points=points, here=here, logo=logo), "lines")
    env.macro(partial(time_to_say, points=points), "time_to_say")
    env.macro(partial(next_meeting, here=here), "next_meeting")
    env.macro(when_and_where, "when_and_where")
    env.macro(partial(sources_used, pages=pages, here=here), "sources_used")
    env.macro(partial(shares_chart, points=points, credit=partial(credit_beside, pages, here, logo)), "shares_chart")
    env.macro(partial(editions_list, site=site), "editions_list")
    env.macro(local_priorities, "local_priorities")
    env.macro(local_results, "local_results")
    env.macro(own_words, "own_words")
    env.macro(partial(everything, menu=env.conf.get("nav") or [], pages=pages, points=points), "everything")
    env.macro(partial(my_sheet, points=points), "my_sheet")
    env.macro(partial(own_form, site=site, points=points, logo=logo), "own_form")
    env.macro(partial(own_file, site=site), "own_file")
    env.macro(own_open, "own_open")
    env.macro(own_share, "own_share")
    env.macro(sheet_index, "sheet_index")
    env.macro(sheet_tools, "sheet_tools")
    env.macro(slide, "slide")
    env.macro(slide_files, "slide_files")
    env.macro(slides_diagram, "slides_diagram")
    env.macro(partial(sheet_to_say, points=points), "sheet_to_say")
    env.macro(partial(handout, points=points), "handout")
    env.macro(partial(project_address, site=site), "project_address")
    env.macro(at_a_glance, "at_a_glance")
    env.macro(tick_box, "tick_box")
    env.macro(timer, "timer")
    env.macro(note_lines, "note_lines")
    env.macro(card, "card")
    env.macro(cards, "cards")
    env.macro(each_audience, "each_audience")
    env.macro(partial(message, voice=voice, logo=logo), "message")
    env.macro(partial(letter, voice=voice, logo=logo), "letter")
    env.macro(partial(speech, voice=voice), "speech")
    env.macro(partial(invite_words, points=points, logo=logo), "invite_words")
    env.macro(partial(meeting_when, voice=voice), "meeting_when")
    env.macro(fill_in, "fill_in")
    env.macro(calendar_file, "calendar_file")
    env.macro(check_up_form, "check_up")
    env.macro(stacked, "stacked")
    env.macro(seat_boxes, "seat_boxes")
    env.macro(seats_answer, "seats_answer")
    env.macro(roster, "roster")
    env.macro(contact_block, "whom_to_call")
    env.macro(start_here, "start_here")
    env.macro(stage_choice, "stage_choice")
    env.macro(door, "door")
    env.macro(doors, "doors")
    env.macro(pace, "pace")
    env.macro(quoted, "quoted")
    env.macro(source, "source")
    env.macro(case, "case")
    env.macro(partial(term, here=here), "term")
    env.macro(glossary, "glossary")
