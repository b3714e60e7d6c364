"""Text of a YAML file that its rules would drop, join or read as something else without an error: each place is a diagnostic."""

import re
from dataclasses import dataclass, field

import yaml

from playbook.files.diagnostics import Problem
from playbook.files.rules.line_starts import cuts_in_two

YamlPlace = tuple[str | int, ...]

COMMENT = re.compile(r"#[^\n]*")
NUMBER_SIGN = re.compile(r"#+[ \t]*(\w{0,2}-?\d|[A-Za-z0-9][ \t]*([,;.)\]}-]|$))")  # `# 200`, `# 3B,`, `# B`: a number, not a remark
KEY_LINE = re.compile(r"[ \t]*(- +)?[\"']?([a-z][a-z0-9_-]*\+?)[\"']?:(?!//)")
ITEM_LINE = re.compile(r"[ \t]*-( |$)")
QUOTES = 'put the whole value in "quotes"'
CURLY = ("\u201c", "\u201e", "\u201f", "\u2018", "\u201a", "\u00ab")  # quotes that open, as a word processor writes them
STARTS = (yaml.BlockMappingStartToken, yaml.FlowMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowSequenceStartToken)
ENDS = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
FLOW = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
FOLLOWED = (*STARTS, yaml.ScalarToken, yaml.BlockEntryToken)  # after a colon: a value, on the same line or below


@dataclass
class _Level:
    """A mapping or list that is open: where in it the walk stands, and the column at which its entry begins."""

    kind: type
    current: str | int | None = None
    column: int = 0
    awaits_key: bool = False
    indentless: bool = False  # a list whose hyphens stand below the key's first letter: no token ends it


@dataclass
class _Walk:
    """The tokens of one file in order, with the place of each value."""

    text: str
    name: str
    open: list[_Level] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def run(self, loader: type) -> None:
        previous: yaml.Token | None = None
        try:
            for token in yaml.scan(self.text, loader):
                self._comments(previous, token)
                self._take(token, previous)
                previous = token
        except yaml.YAMLError as error:  # its own message comes from the parser
            if previous and (mark := getattr(error, "problem_mark", None)):
                self._comments(previous, None, mark.index)

    def _say(self, message: str, line: int, place: YamlPlace | None = None) -> None:
        key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in (self._place() if place is None else place))
        self.problems.append(Problem(self.name, message, line + 1, key))

    def _place(self) -> YamlPlace:
        return tuple(level.current for level in self.open if level.current is not None)

    def _take(self, token: yaml.Token, previous: yaml.Token | None) -> None:
        top = self.open[-1] if self.open else None
        if top and top.indentless and isinstance(token, yaml.KeyToken | yaml.BlockEndToken):
            self.open.pop()
            top = self.open[-1] if self.open else None
        match token:
            case yaml.FlowMappingStartToken() if top and top.awaits_key and top.kind is yaml.FlowMappingStartToken:
                self._say('begins with two braces; put the value in "quotes"', token.start_mark.line)
                self.open.append(_Level(type(token)))
            case _ if isinstance(token, STARTS):
                first = 0 if isinstance(token, yaml.FlowSequenceStartToken) else None
                self.open.append(_Level(type(token), first, token.start_mark.column, isinstance(token, yaml.FlowMappingStartToken)))
            case yaml.BlockEntryToken():
                self._item(top, token)
            case yaml.FlowEntryToken() if top:
                if isinstance(top.current, int):
                    top.current += 1
                top.awaits_key = top.kind is yaml.FlowMappingStartToken
            case yaml.KeyToken() if top and top.kind in (yaml.BlockMappingStartToken, yaml.FlowMappingStartToken):
                top.current, top.column, top.awaits_key = None, token.start_mark.column, False
            case yaml.ScalarToken():
                self._scalar(token, top, previous)
            case _ if isinstance(token, ENDS) and self.open:
                self.open.pop()
            case _:
                pass

    def _item(self, top: _Level | None, token: yaml.Token) -> None:
        if top and top.kind is yaml.BlockSequenceStartToken:
            top.current = 0 if top.current is None else int(top.current) + 1
            top.column = token.start_mark.column
        else:
            self.open.append(_Level(yaml.BlockSequenceStartToken, 0, token.start_mark.column, indentless=True))

    def _scalar(self, token: yaml.ScalarToken, top: _Level | None, previous: yaml.Token | None) -> None:
        if isinstance(previous, yaml.KeyToken):
            if top and top.kind in (yaml.BlockMappingStartToken, yaml.FlowMappingStartToken):
                top.current = token.value
            return
        if top and top.awaits_key:
            top.awaits_key = False
            self._no_colon(token, previous)
        raw = self.text[token.start_mark.index : token.end_mark.index]
        first, *rest = raw.split("\n")
        if token.style in ("|", ">"):
            if "#" in first:
                self._say(f"“{first[first.index('#') :]}” would be left out; {QUOTES}", token.start_mark.line)
            return
        for number, line in enumerate(rest, token.start_mark.line + 1):
            if token.plain and (ITEM_LINE.match(line) or KEY_LINE.match(line)):
                how = "with its - right below the one above" if ITEM_LINE.match(line) else "as far left as the key above, with a blank after its colon"
                self._say(f"“{line.strip()}” would become part of the value above; begin it {how}, or {QUOTES}", number)
                return
            if not token.plain and KEY_LINE.match(line) and len(line) - len(line.lstrip()) <= (top.column if top else 0):
                self._say("opens a quote that is not closed on its line, so it swallows the lines below; close it", token.start_mark.line)
                return

    def _no_colon(self, token: yaml.ScalarToken, previous: yaml.Token | None) -> None:
        word = token.value
        if re.match(r"[a-z_]+:\S", word):
            remedy = "needs a blank after its colon"
        elif isinstance(previous, yaml.FlowEntryToken):
            remedy = 'stands after a comma and has no colon; put a value that holds a comma in "quotes"'
        else:
            remedy = 'stands in { } and has no colon; write {key: value}, or put the whole value in "quotes"'
        inner = (word,) if isinstance(previous, yaml.FlowEntryToken) else ()
        self._say(f"“{word}” {remedy}", token.start_mark.line, (*(level.current for level in self.open[:-1] if level.current is not None), *inner))

    def _comments(self, previous: yaml.Token | None, token: yaml.Token | None, end: int = 0) -> None:
        """Say which comments between two tokens are more likely a part of the value before them."""
        start = previous.end_mark.index if previous else 0
        gap = self.text[start : token.start_mark.index if token else end]
        if "#" not in gap or previous is None:
            return
        empty = isinstance(previous, yaml.ValueToken | yaml.BlockEntryToken) and not isinstance(token, FOLLOWED)
        loose = empty or (isinstance(previous, yaml.ScalarToken) and previous.plain)  # a value that goes on up to the #, or is yet to come
        for found in COMMENT.finditer(gap):
            before, said = gap[: found.start()], found[0].rstrip()
            glued = said.strip("#")[:1].strip() != "" and said.lstrip("#")[0] not in " \t"
            line = previous.end_mark.line + before.count("\n")
            if "\n" not in before and not isinstance(previous, yaml.StreamStartToken | yaml.DocumentStartToken):
                value = previous.value if isinstance(previous, yaml.ScalarToken) and previous.plain else ""
                lost = glued or cuts_in_two(value, said) or (loose and (said.strip("#") == "" or (len(before) < 2 and NUMBER_SIGN.match(said))))
            else:
                column = len(before) - before.rfind("\n") - 1
                lost = glued and loose and "\n" in before and column > (self.open[-1].column if self.open else 0)
            if lost:
                how = "# and a blank" if glued else "# and a word"
                is_curly = isinstance(previous, yaml.ScalarToken) and previous.plain and previous.value[:1] in CURLY
                remedy = "the quotes around the value are curly; use straight ones" if is_curly else QUOTES
                self._say(f"“{said}” would be left out, as # begins a comment; {remedy} (a comment begins with {how})", line)


def lost_text(text: str, name: str, loader: type) -> list[Problem]:
    """Return every place of a YAML file where its writer's words would be lost, joined or taken for something else."""
    walk = _Walk(text, name)
    walk.run(loader)
    return walk.problems
