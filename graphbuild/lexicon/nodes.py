"""The YAML library's room: its nodes turned into mappings, lists and text."""

from __future__ import annotations

import yaml

from graphbuild.errors import LexiconError

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def compose(text: str, name: str) -> object:
    """What a YAML text holds; ``name`` is what errors call it."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}: not YAML: {' '.join(str(error).split())}") from error
    if node is None:
        raise LexiconError(f"{name}: empty")
    return _value(node, name)


def _value(node: yaml.Node, name: str) -> object:
    # Walking the nodes is also half the price of PyYAML's constructor.
    if isinstance(node, yaml.ScalarNode):
        text: str = node.value
        return text
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, name) for item in node.value]
    return _mapping(node, name)


def _mapping(node: yaml.Node, name: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise LexiconError(f"{name}: line {key.start_mark.line + 1}: a key must be text")
        if key.value in found:
            raise LexiconError(f"{name}: line {key.start_mark.line + 1}: {key.value!r} stands twice")
        found[key.value] = _value(value, name)
    return found
