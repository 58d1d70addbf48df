import codecs

import pytest

from graphbuild.stages.reading.decoding import decode, guess_encoding, refuse_binary

WORDS = "The café in Besançon was sold for £3,000; its owner, Mr Lefèvre, had been ill."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
def test_text_is_the_same_in_every_encoding_it_may_come_in(encoding):
    data = WORDS.encode(encoding)
    refuse_binary(data)
    assert decode(data) == WORDS


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF8]
)
def test_a_byte_order_mark_alone_is_an_empty_text(mark):
    assert decode(mark) == ""


def test_a_declared_charset_comes_before_a_guess():
    data = "Łódź i Kraków".encode("cp1250")
    assert decode(data, "windows-1250") == "Łódź i Kraków"


@pytest.mark.parametrize("declared", ["no-such-charset", "unicode_escape", "base64", "utf-7", "", "cp037"])
def test_a_declared_charset_that_is_none_does_not_decide(declared):
    assert decode(WORDS.encode("cp1252"), declared) in (WORDS, WORDS.encode("cp1252").decode("cp037"))
    assert decode(WORDS.encode(), declared) == WORDS


def test_windows_1252_wins_where_a_short_text_fits_many():
    assert decode(b"Short caf\xe9") == "Short café"


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Министр заявил в понедельник, что переговоры продолжатся.", "cp1251"),
        (
            "日本の首相は月曜日に東京で会見を開いた。政府は計画を発表し、与党は賛成したが、野党は反対した。",
            "cp932",
        ),
    ],
)
def test_other_scripts_are_told_by_their_letters(words, encoding):
    assert guess_encoding(words.encode(encoding)) == encoding


def test_the_guess_depends_on_the_bytes_alone():
    data = (WORDS + "\n").encode("cp1252") * 10_000
    assert {guess_encoding(data) for _ in range(3)} == {"cp1252"}


def test_an_accent_after_the_sample_is_decoded_too():
    data = b"Nothing but ASCII here.\n" * 20_000 + b"caf\xe9\n"
    assert decode(data).endswith("café\n")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"%PDF-1.7\n", "pdftotext"),
        (b"PK\x03\x04abc", "zip"),
        (b"\x1f\x8b\x08abc", "unpack"),
        (b"\x89PNG\r\n", "picture"),
        (b"text and \0 more", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
    ],
)
def test_binary_data_is_refused_and_the_reason_says_what_to_do(head, said):
    with pytest.raises(ValueError, match=said):
        refuse_binary(head)


@pytest.mark.parametrize(
    "head", [b"", b"a", b"tab\tand\r\nlines\x0c", "naïve".encode(), "naïve".encode("utf-16")]
)
def test_text_is_not_refused(head):
    refuse_binary(head)


def test_a_nul_further_down_is_refused():
    with pytest.raises(ValueError, match="NUL"):
        decode(b"words " * 1000 + b"\0")


def test_bytes_that_are_text_nowhere_are_refused():
    with pytest.raises(ValueError, match="convert it to UTF-8"):
        decode(
            b"Rebels " + bytes([0x81, 0x9D, 0xFF, 0x8F, 0x90, 0xFE, 0xF0, 0x9E, 0x8D, 0x80, 0xFC, 0xC1] * 30)
        )


def test_a_character_that_was_cut_off_at_the_end_is_left_out():
    assert decode("The façade of a café".encode()[:-1]) == "The façade of a caf"
    assert decode("It cost 5 €".encode()[:-1]) == "It cost 5 "


def test_damaged_utf_8_is_not_read_as_something_else():
    with pytest.raises(ValueError, match="damaged in 1 places"):
        decode(("A café and a façade. " * 5).encode() + b"\xff and so on")


@pytest.mark.parametrize(
    "junk", [[0x81, 0x9D, 0xFF, 0x8F, 0x90, 0xFE, 0xF0, 0x9E], [0xFF], [0xFE, 0xFF, 0xFE], [0xC0, 0x80]]
)
def test_bytes_that_only_look_like_letters_are_refused(junk):
    with pytest.raises(ValueError, match="convert it to UTF-8"):
        decode(b"x" + bytes(junk * 50))
