"""Door 2: the MkDocs plugin. `mkdocs build` and `mkdocs serve` bring content/ up to date first."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config as OptionGroup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin

from generator.build import addresses_line, build
from generator.config import Config
from generator.errors import GeneratorError, printable

_log = logging.getLogger("mkdocs.plugins.concordance")


class Options(OptionGroup):
    """The plugin's block in mkdocs.yml; the meaning of each option stands in `generator.config.Config`."""

    seeds = config_options.Type(str, default="seeds")
    cache = config_options.Type(str, default=".cache")
    model = config_options.Type(str, default="embedded")
    source_text = config_options.Choice(("full", "evidence", "none"), default="evidence")
    min_mentions = config_options.Type(int, default=2)
    max_bytes = config_options.Type(int, default=5_000_000)
    workers = config_options.Type(int, default=0)


class ConcordancePlugin(BasePlugin[Options]):
    """Calls `build()` before each build of MkDocs."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Bring the content folder up to date. An article that was set aside is a warning, so `--strict` makes it fatal."""
        try:
            built = build(self._config(config))
        except GeneratorError as error:
            raise PluginError(str(error)) from error
        for problem in built.problems:
            level = logging.WARNING if problem.fatal else logging.INFO
            _log.log(level, "%s", printable(f"{problem.path}: {problem.message} {problem.remedy}"))
        changed = len(built.written.changed) + len(built.written.removed)
        _log.info("%d articles, %d generated files changed", built.articles, changed)
        if built.moved or built.ended:
            _log.info("%s", addresses_line(built))

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,
        builder: Callable[..., Any],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Watch the articles instead of the pages made from them: writing pages must not start the next build."""
        server.unwatch(config.docs_dir)
        server.watch(str(self._config(config).seeds))
        return server

    def _config(self, config: MkDocsConfig) -> Config:
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        options = dict(self.config)
        for name in ("seeds", "cache"):
            options[name] = root / options[name]
        return Config(content=Path(config.docs_dir), repo_url=config.repo_url or "", **options)
