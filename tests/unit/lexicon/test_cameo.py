"""The crosswalk from CAMEO to PLOVER."""

from __future__ import annotations

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicon.cameo import load_cameo, parse_cameo
from graphbuild.lexicon.codebook_reader import load_codebook

ROOT = {"types": ["ASSAULT"], "goldstein": "-10.0", "label": "Fight"}
CODE = {"type": "ASSAULT", "mode": "aerial", "goldstein": "-10.0", "label": "Attack from the air"}


def small(**changes: object) -> dict[str, object]:
    return {"roots": {"19": ROOT}, "codes": {"195": CODE}, **changes}


def test_a_code_and_a_root_are_read():
    cameo = parse_cameo(small())
    assert cameo.codes["195"].mode == "aerial"
    assert cameo.types_of("195") == cameo.types_of("19") == ("ASSAULT",)
    assert cameo.types_of("20") == ()


def test_a_code_without_score_has_none():
    cameo = parse_cameo(small(codes={"195": {"type": "ASSAULT", "label": "Attack"}}))
    assert (cameo.codes["195"].goldstein, cameo.codes["195"].mode) == (None, None)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"rest": {}}, "rest"),
        ({"roots": {"1": ROOT}}, "roots.1"),
        ({"codes": {"19": CODE}}, "codes.19"),
        ({"codes": {"205": CODE}}, "parent 20"),
        ({"codes": {"1951": CODE}, "roots": {"19": ROOT}}, "parent 195"),
        ({"codes": {"195": {**CODE, "goldstein": "-11"}}}, "-11"),
        ({"codes": {"195": {**CODE, "goldstein": "low"}}}, "low"),
        ({"codes": {"195": {**CODE, "colour": "red"}}}, "colour"),
        ({"codes": {"195": {"type": "ASSAULT"}}}, "label"),
    ],
)
def test_mistakes_are_refused_by_name(changes, named):
    with pytest.raises(LexiconError) as error:
        parse_cameo(small(**changes))
    assert named in str(error.value)


def test_the_installed_crosswalk_is_whole():
    cameo = load_cameo()
    assert len(cameo.roots) == 20
    assert len(cameo.codes) == 256
    labels = [c.label for c in cameo.codes.values()]
    assert len(set(labels)) == len(labels)


def test_full_codes_come_before_their_roots():
    cameo = load_cameo()
    types = {code: cameo.types_of(code) for code in ("1712", "163", "191", "192", "0813", "0874", "175")}
    assert types == {
        "1712": ("ASSAULT",),
        "163": ("COERCE",),
        "191": ("COERCE",),
        "192": ("COERCE",),
        "0813": ("RETREAT",),
        "0874": ("RETREAT",),
        "175": ("ASSAULT",),
    }
    assert cameo.types_of("08") == ("CONCEDE", "RETREAT")
    assert cameo.types_of("01") == ()


def test_types_and_modes_are_those_of_the_codebook():
    codebook = load_codebook()
    for code in load_cameo().codes.values():
        modes = {m.name for m in codebook.types[code.type].modes}
        assert code.mode is None or code.mode in modes, code.code
