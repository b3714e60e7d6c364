"""Templates of the theme that this process has compiled: a preview builds again and again, and compiles only what was saved since."""

from functools import cache
from types import CodeType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory, by name, file and text; nothing is read from a disk, for code would run that others could have put there."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that was compiled from the same text."""
        bucket.code = self.held.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold what was compiled."""
        if bucket.code is not None:
            self.held[bucket.key, bucket.checksum] = bucket.code


@cache
def _templates() -> CompiledTemplates:
    return CompiledTemplates()


def keep_compiled(env: Environment, **_others: object) -> Environment:
    """Let a build's environment of templates take what an earlier one compiled; an event of MkDocs, which gives its settings and files, too."""
    env.bytecode_cache = _templates()
    return env
