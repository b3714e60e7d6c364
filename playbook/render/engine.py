"""MkDocs kept open: after a whole build, any page can be rendered again for another edition. All that we touch of its insides is in this file."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from playbook.content.page import DOCS


class Engine(BasePlugin):
    """What a build of MkDocs leaves behind; a plugin, so that MkDocs itself hands it over (https://www.mkdocs.org/dev-guide/plugins/#events)."""

    config: MkDocsConfig  # type: ignore[assignment]  # a plugin's own settings, of which this one has none
    nav: Navigation
    files: Files
    env: Environment

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the menu and the files."""
        self.nav, self.files, self.mkdocs = nav, files, config
        return nav

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Keep the theme's templates; and let a page's text, which is a template, too, be compiled once for all editions."""
        self.env = env
        pages = config.plugins["macros"].env
        pages.from_string = cache(pages.from_string)
        return env

    def pages(self) -> list[File]:
        """Return the pages in the order in which MkDocs builds them."""
        return list(self.files.documentation_pages(inclusion=InclusionLevel.is_included))

    def own_files(self, project: Path) -> Iterator[File]:
        """Yield what docs/ holds beside pages and assets: pictures of a copy's own pages."""
        for file in self.files:
            if not file.is_documentation_page() and file.inclusion.is_included() and file.src_dir == str(project / DOCS) and not file.src_uri.startswith("assets/"):
                yield file

    def define(self) -> None:
        """Let the macros be defined anew, for the edition that stands now."""
        plugin = self.mkdocs.plugins["macros"]
        import_module(plugin.config["module_name"]).define_env(plugin)
        plugin.env.globals.update(plugin.macros)

    def render(self, file: File, path: str) -> str:
        """Return a page's HTML, as `mkdocs build` writes it for an edition whose address ends in `path`."""
        page, config = file.page, self.mkdocs
        _populate_page(page, config, self.files)  # reads, fills in the macros, converts the Markdown, with all plugins' events
        page.meta = page.meta | {"search": {"exclude": True}}  # the theme's index is done; ours is made by playbook/search/search_index.py
        before, config._current_page, page.active = page.canonical_url, page, True
        try:
            if before:
                page.canonical_url = config.site_url + path + before.removeprefix(config.site_url)
            context = get_context(self.nav, self.files.documentation_pages(), config, page)
            context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            html = self.env.get_template(page.meta.get("template", "main.html")).render(context)
            return config.plugins.on_post_page(html, page=page, config=config)
        finally:
            page.canonical_url, page.active, config._current_page = before, False, None
