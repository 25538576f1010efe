from __future__ import annotations

from dataclasses import fields

import pytest

from generator.config import Config
from generator.errors import ConfigError
from generator.plugin import Options


@pytest.mark.parametrize(
    "options",
    [{"source_text": "some"}, {"min_mentions": 0}, {"max_bytes": 0}, {"workers": -1}],
    ids=lambda item: next(iter(item)),
)
def test_a_broken_option_is_named_with_its_remedy(options: dict) -> None:
    with pytest.raises(ConfigError, match=f"{next(iter(options))} is .* Use "):
        Config(**options)


def test_every_option_of_the_plugin_is_one_of_the_configuration_with_the_same_default() -> None:
    ours = {option.name: option for option in fields(Config)}
    for name, option in Options._schema:
        default = ours[name].default
        assert option.default == (default if isinstance(default, int) else str(default))


def test_every_option_is_explained() -> None:
    assert all(option.metadata.get("help") for option in fields(Config))
