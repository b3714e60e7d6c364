"""Slips that YAML answers in its own words, or on another line than the slip's: named as what they are, with the remedy."""

import re
from collections.abc import Iterator
from contextlib import suppress

import yaml

from playbook.files.diagnostics import Problem, sign_name
from playbook.files.list_slips import with_hyphens
from playbook.files.rules.line_starts import apart, further_right, is_between, without_colon
from playbook.files.rules.within_line import curly_quotes, lost_comma

DEEPEST = 12  # levels of values within values; no file of ours has more than four, and its C parser has no bottom
FENCE = re.compile(r"(`{3,}|~{3,})[\w-]*\s*$")
RULE = re.compile(r"((?:[*] ){2,}[*]|(?:_ ){2,}_|-{4,}|={3,6}|={8,}|[+]{3,}|[*]{3,}|_{3,})\s*$")
OTHER_COMMENT = re.compile(r"\s*(//|/[*]|<!--|;)")
TWO_KEYS = re.compile(r"\s*(?:- +)?[a-z][a-z0-9_]*[+]?: +([a-z][a-z0-9_-]*):(?: |$)")
CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})( |$)")
ODD_BLANK = "[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]"
ODD_START = re.compile(rf"(?P<before>[ \t]*(?:- *)?(?:[A-Za-z_]+\+?:)? *)(?P<sign>{ODD_BLANK})")
TAB = re.compile(r" *\t[ \t]*[^\s#]")
GLUED = re.compile(r"\s*(?:- +)?(?P<key>[a-z][a-z0-9_]*\+?)(?P<colon>：|:(?!//)(?=\S))")
AFTER_QUOTE = re.compile(r":\s+(['\"]).*\1\s*[^\s#,\]}]")
AFTER_BRACKET = re.compile(r":\s+[\[{].*[\]}]\s*[^\s#,\]}]")
OPEN_QUOTE = re.compile(r"\s*(?:- +)?([\"'])(?:(?!\1).)*$")  # a line that begins with a straight quote which is not closed
SAID = (  # a part of the parser's message, and the remedy
    ("found a tab character", "a tab stands where a blank belongs; use blanks"),
    ("hexdecimal", "\\ in \"double quotes\" begins a code; write it twice, or use 'single quotes'"),
    ("mapping values are not allowed", 'a value holds a colon and a blank, or the line begins further right than it should; put the value in "quotes", or move the line'),
    ("expected <document start>", "the line begins further left than those above; begin every key at the same place"),
    ("unknown escape character", "\\ in \"double quotes\" begins a code; write it twice, or use 'single quotes'"),
    ("block sequence entries are not allowed", 'a value begins with “- ”; put it in "quotes", or begin a list on the line below'),
    ("expected comment or line break", 'a value begins with | or >; put it in "quotes"'),
    ("alphabetic or numeric character", 'a value begins with & or *; put it in "quotes"; an item of a list begins with a hyphen and a blank'),
    ("mapping keys are not allowed", 'a value begins with “? ”; put it in "quotes"'),
    ("expected node content", 'a value begins with , ] or }, or a comma stands there too many; put the value in "quotes", or take the comma out'),
    ("unexpected ':'", 'a colon stands after a word in [ ]; take it out, or put the word in "quotes"'),
    ("expected '!'", "a line begins with %, which begins no key; delete it"),
    ("could not find expected ':'", 'a line has no colon after its key, or begins further left or right than it should; write “key: value”'),
    ("expected ',' or", 'a [ or { opens here and is not closed, or a value in it holds a comma, a colon or a quote; put that value in "quotes"'),
    ("expected '-'", "a line begins further left or right than those above; begin every - of a list at the same place, and all keys of an item below its first"),
    ("whitespace or line break", 'a value begins with !; put it in "quotes"'),
    ("directive name", "the line begins with %; take that sign away"),
    ("non-alphabetical character", "the line begins with %; take that sign away"),
    ("expected key", 'a line begins further left or right than those above, or words follow a closing quote; put the whole value in "quotes"'),
)  # fmt: skip


def without_slips(text: str, name: str) -> tuple[str, list[Problem], bool]:
    """Return the text with slips that have one remedy mended, so that the rest can be read; every such slip; whether nothing can be read before they are mended."""
    lines, problems = with_hyphens(text.split("\n"), name)
    hopeless = begun = False
    for number, line in enumerate(lines):
        message = ""
        if CONFLICT.match(line):
            message, hopeless = f"“{line[:7]}” marks two versions that were not merged; keep one of them and delete the marks", True
        elif FENCE.match(line):
            message, lines[number] = f"“{line.strip()}” marks code on a web page; delete this line", ""
        elif RULE.match(line):
            message, lines[number] = f"“{line.strip()}” is a line across on a web page; delete it", ""
        elif comment := OTHER_COMMENT.match(line):
            message, lines[number] = f"begins with {comment[1]}, as comments elsewhere do; here a comment begins with # and a blank", ""
        elif line.rstrip() in ("---", "...") and begun:
            message, lines[number] = f"“{line.rstrip()}” ends the file here; delete this line", ""
        elif odd := ODD_START.match(line):
            message = f"holds {sign_name(odd['sign'])} where a plain blank belongs; delete it and type a blank"
            lines[number] = re.sub(ODD_BLANK, " ", line)
        begun = begun or (line.strip() != "" and not line.lstrip().startswith(("#", "---", "%")))
        if message:
            problems.append(Problem(name, message, number + 1))
    return "\n".join(lines), problems, hopeless


def syntax_problems(error: yaml.MarkedYAMLError, text: str, name: str) -> list[Problem]:
    """Return what a file that cannot be read as YAML most likely has wrong, with the line of the slip."""
    mark, complaint = error.problem_mark or error.context_mark, error.problem or ""
    line = mark.line if mark else 0
    lines = text.split("\n")
    if tabs := [number for number, line in enumerate(lines, 1) if TAB.match(line)]:
        return [Problem(name, "cannot be read as YAML: the line begins with a tab; use blanks", number) for number in tabs]
    glued = [(number, found) for number, found in ((number, GLUED.match(line)) for number, line in enumerate(lines[: line + 1])) if found]
    if glued and "quoted" not in (error.context or ""):
        return [
            Problem(name, f"cannot be read as YAML: {apart(found['key'], found['colon'], lines[number][found.end() :])}", number + 1) for number, found in glued
        ]
    if mark and line < len(lines) and (said := further_right(complaint, lines, line, mark.column)):
        return [Problem(name, f"cannot be read as YAML: {said}", line + 1)]
    begins = error.context_mark.line if error.context_mark else line
    rules = [curly_quotes] * ("mapping values" in complaint or "expected ',' or" in complaint) + [lost_comma] * ("expected ',' or" in complaint)
    for at, rule in ((at, rule) for at in dict.fromkeys((begins, line)) if at < len(lines) for rule in rules):
        if said := rule(lines[at]):
            return [Problem(name, f"cannot be read as YAML: {said}", at + 1)]
    if "mapping values" in complaint and line < len(lines) and (two := TWO_KEYS.match(lines[line])):
        said = f'“{lines[line].strip()}” has two keys on one line; begin “{two[1]}:” on the next line, further right, or put the value in "quotes"'
        return [Problem(name, f"cannot be read as YAML: {said}", line + 1)]
    if "find expected ':'" in complaint and (opened := [number for number, text in enumerate(lines[: line + 1], 1) if OPEN_QUOTE.match(text)]):
        return [Problem(name, "cannot be read as YAML: a quote opens here and is not closed; close it, or take it away", opened[0])]
    if ("mapping values" in complaint or "find expected ':'" in complaint) and (number := without_colon(lines, line)) is not None:
        return [Problem(name, f"cannot be read as YAML: “{lines[number].strip()}” has no colon; write “key: value”", number + 1)]
    if any(part in complaint for part in ("expected key", "alphabetic", "node content")) and line < len(lines) and AFTER_QUOTE.search(lines[line]):
        said = 'words follow a closing quote; put the whole value in "double quotes", with \\ before each " within it'
        return [Problem(name, f"cannot be read as YAML: {said}", line + 1)]
    if "expected key" in complaint and line < len(lines) and AFTER_BRACKET.search(lines[line]):
        return [Problem(name, 'cannot be read as YAML: words follow a closing ] or }; put the whole value in "quotes"', line + 1)]
    if "quoted" in (error.context or "") and not any(word in complaint for word in ("escape", "hexdecimal")) and error.context_mark:
        said = 'a quote opens here and is not closed; close it, or put a value with \' in "double quotes"'
        return [Problem(name, f"cannot be read as YAML: {said}", error.context_mark.line + 1)]
    if "cannot start any token" in complaint and mark:
        sign = lines[line][mark.column : mark.column + 1] if line < len(lines) else ""
        said = "a tab stands where a blank belongs; use blanks" if sign == "\t" else f'a value begins with {sign}; put it in "quotes"'
        return [Problem(name, f"cannot be read as YAML: {said}", line + 1)]
    if "expected ',' or" in complaint and error.context_mark:
        line = error.context_mark.line
    if "expected key" in complaint and line < len(lines) and (not re.search("[\"']", lines[line]) or is_between(lines, line)):
        said = "a line begins further left or right than those above; begin every key of a list or group at the same place"
        return [Problem(name, f"cannot be read as YAML: {said}", line + 1)]
    remedy = next((remedy for part, remedy in SAID if part in complaint), f'{complaint}; is a value with : or # in "quotes"?')
    return [Problem(name, f"cannot be read as YAML: {remedy}", line + 1)]


def outside_problems(text: str, name: str, loader: type) -> list[Problem]:
    """Return what YAML has and our files do not: anchors and aliases, types, values nested without end.

    Read as events, which hold nothing: no bomb has been unpacked when it is refused.
    """
    depth, problems = 0, []
    for event in _events(text, loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problems.append(Problem(name, 'uses & or * at the start of a value; put the value in "quotes"', line))
        if getattr(event, "tag", None):
            problems.append(Problem(name, 'uses ! at the start of a value; put the value in "quotes"', line))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return [Problem(name, f'nests values more than {DEEPEST} deep; is a value with [ or {{ or - in "quotes"?', line)]
    return problems


def _events(text: str, loader: type) -> Iterator[yaml.Event]:
    """Yield a file's events up to its first fault, which the parser names."""
    with suppress(yaml.YAMLError):
        yield from yaml.parse(text, loader)
