"""Finished slides, opened by an independent reader: the credit in sight on every slide, a title on each, words beside every picture."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from playbook.content import attribution
from playbook.output.html_page import plain

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SMALLEST = 900  # hundredths of a point
PALE = re.compile(r"[Ee][6-9A-Fa-f].{4}|[Ff].[Ff].[Ff].")
WHITE = ("bg1", "bg2", "lt1", "lt2")


def deck_messages(file: Path, feet: Sequence[str]) -> list[str]:
    """Return what is wrong with a PowerPoint file. `feet`: the credit of a slide that holds adapted parts, and of one that does not."""
    try:
        with zipfile.ZipFile(file) as parts:
            names = sorted(
                (name for name in parts.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)), key=lambda name: int(re.sub(r"\D", "", name))
            )
            slides = [ElementTree.fromstring(parts.read(name)) for name in names]
            frames = [ElementTree.fromstring(parts.read(name)) for name in parts.namelist() if re.fullmatch(r"ppt/slide(Masters|Layouts)/\w+\.xml", name)]
            properties = ElementTree.fromstring(parts.read("docProps/core.xml"))
    except (OSError, KeyError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        return [f"cannot be read as a PowerPoint file: {error}"]
    messages = [] if slides else ["has no slides"]
    hidden = any(_is_faint(shape) for frame in frames for shape in _footers(frame))
    for number, slide in enumerate(slides, 1):
        messages += [f"{message} (slide {number})" for message in _slide_messages(slide, feet, hidden)]
    if plain(feet[0]) not in plain(properties.findtext("{http://purl.org/dc/elements/1.1/}description") or ""):
        messages.append("lacks the credit in its properties")
    return messages


def _slide_messages(slide: Element, feet: Sequence[str], hidden: bool) -> Iterator[str]:
    right = feet[:1] if plain(attribution.line("toolkit")) in _text(slide) else feet  # what a title holds of the tool stands in its notes
    shown = [shape for shape in _footers(slide) if any(plain(foot) in _text(shape) for foot in right)]
    if not shown:
        yield "lacks the credit of what it holds"
    elif hidden or all(_is_faint(shape) for shape in shown) or slide.get("show") == "0":
        yield "hides the credit: it is too small, too pale, or on a slide that is not shown"
    titles = [shape for shape in slide.iter(f"{P}sp") if _kind(shape) in ("title", "ctrTitle")]
    if not any(_text(title) for title in titles):
        yield "has no title"
    for thing in (*slide.iter(f"{P}grpSp"), *slide.iter(f"{P}pic"), *slide.iter(f"{P}graphicFrame")):
        if not next(thing.iter(f"{P}cNvPr")).get("descr"):
            yield "shows a picture or a table without words for who cannot see it"


def _footers(slide: Element) -> list[Element]:
    return [shape for shape in slide.iter(f"{P}sp") if _kind(shape) == "ftr"]


def _kind(shape: Element) -> str:
    holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    return holder.get("type", "body") if holder is not None else ""


def _text(element: Element) -> str:
    return plain(" ".join("".join(run.text or "" for run in paragraph.iter(f"{A}t")) for paragraph in element.iter(f"{A}p")))


def _is_faint(shape: Element) -> bool:
    """Tell whether a shape is marked as hidden, stands off the slide, or gives its text a size or a color in which nobody reads it."""
    if next(shape.iter(f"{P}cNvPr")).get("hidden") in ("1", "true"):
        return True
    if any(int(corner.get(side, "0")) < 0 for corner in shape.iter(f"{A}off") for side in ("x", "y")):
        return True
    looks = [*shape.iter(f"{A}defRPr"), *shape.iter(f"{A}rPr")]
    colors = [color for look in looks for color in (*look.findall(f"{A}solidFill/{A}srgbClr"), *look.findall(f"{A}solidFill/{A}schemeClr"))]
    return any(int(look.get("sz", SMALLEST)) < SMALLEST for look in looks) or any(
        PALE.fullmatch(color.get("val", "")) or color.get("val") in WHITE for color in colors
    )
