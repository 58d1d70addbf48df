"""From bytes to text: what is binary is refused, what is text is decoded in one way.

The order is a byte order mark, UTF-8, the charset that an HTML page declares, and then
a guess by charset-normalizer among encodings that news comes in, at its default mess
threshold of 0.2. The guess depends on nothing but the bytes. Where it is undecided
between Windows-1252 and another one, Windows-1252 wins: the articles are in English.
A guess is believed when half of the bytes are ASCII, or the letters are coherent (0.1
or more) in some language. UTF-8 with a few wrong bytes is not read as anything else.
"""

from __future__ import annotations

import codecs
import re

_SAMPLE = 1024
_GUESS_SAMPLE = 200_000
_MESS_THRESHOLD = 0.2
_CONTROL_SHARE = 0.02
_COHERENCE = 0.1  # how much the letters look like those of some language; 0 is not at all
_ASCII_SHARE = 0.5

_BOMS = (  # the longer first: UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"
_GUESSES = (
    *(_WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2"),
    *("koi8_r", "mac_roman", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file; extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a zip archive or an office document; save it as text or HTML first"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text or HTML first"),
    (b"{\\rtf", "a rich text document; save it as plain text first"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ\x00", "an xz file; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file; unpack it first"),
    (b"\x89PNG", "a picture; give the article's text or page"),
    (b"GIF8", "a picture; give the article's text or page"),
    (b"\xff\xd8\xff", "a picture; give the article's text or page"),
    (b"SQLite format 3\x00", "a database; export its articles as JSONL or CSV"),
)
_DECLARABLE = (
    *("utf-8", "utf-16", "iso8859", "cp", "koi8", "mac", "gb", "big5", "shift_jis", "euc_"),
    "iso2022_jp",
)
_BINARY = "binary data, not text; remove it or convert it to text"
_FOREIGN_LINE = re.compile(rb"[\x00-\x09\x0b-\x7f]*[\x80-\xff][^\n]*\n?")
_FOREIGN_SIGN = re.compile(r"[^\x00-\x7f]")
_ASCII = bytes(range(128))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b") | {127})


def refuse_binary(head: bytes) -> None:
    """Raise ValueError when the first bytes of a file are no text, saying what they are."""
    for magic, reason in _MAGIC:
        if head.startswith(magic):
            raise ValueError(reason)
    sample = head[:_SAMPLE]
    if find_bom(sample) is None and _guess_wide(sample) is None:
        controls = len(sample) - len(sample.translate(None, _CONTROLS))
        if b"\0" in sample or controls > _CONTROL_SHARE * len(sample):
            raise ValueError(_BINARY)


def find_bom(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start announces."""
    return next((encoding for mark, encoding in _BOMS if head.startswith(mark)), None)


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a whole file, without its byte order mark.

    ``declared`` is the charset that the file names itself. Raises ValueError when the
    bytes are text in no encoding that is tried, or hold NUL characters.
    """
    text = _decode_known(data, declared)
    if text is None:
        text = data.decode(guess_encoding(data))
    if "\0" in text:
        raise ValueError("holds NUL characters; remove them or convert the file to plain text")
    return text


def guess_encoding(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8; ValueError when there is none."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, seldom needed

    _refuse_damaged(data)
    sample = _telling_part(data)
    best = from_bytes(sample, threshold=_MESS_THRESHOLD, cp_isolation=list(_GUESSES)).best()
    western = from_bytes(sample, threshold=_MESS_THRESHOLD, cp_isolation=[_WESTERN]).best()
    if western is not None and (best is None or western.chaos <= best.chaos):
        best = western
    likely = best is not None and (best.coherence >= _COHERENCE or _ascii_share(sample) >= _ASCII_SHARE)
    if best is None or not likely or not _decodes(data, best.encoding):
        raise ValueError("not in any text encoding that is known here; convert it to UTF-8")
    return best.encoding


def _refuse_damaged(data: bytes) -> None:
    """Raise ValueError for UTF-8 with some wrong bytes: read as anything else it is garbled."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if sum(1 for _ in _FOREIGN_SIGN.finditer(text)) - wrong > wrong:
        raise ValueError(f"UTF-8 that is damaged in {wrong} places; save the file again")


def _ascii_share(data: bytes) -> float:
    """Which part of the bytes is ASCII."""
    return 1 - len(data.translate(None, _ASCII)) / len(data)


def _telling_part(data: bytes) -> bytes:
    """The lines that are not plain ASCII, up to a size, cut where no character is cut."""
    if len(data) <= _GUESS_SAMPLE:
        return data
    sample = b""
    for line in _FOREIGN_LINE.finditer(data):
        sample += line[0][: _GUESS_SAMPLE - len(sample)]
        if len(sample) == _GUESS_SAMPLE:
            break
    return sample[: max(sample.rfind(b"\n"), sample.rfind(b" ")) + 1] or sample


def _decode_known(data: bytes, declared: str | None) -> str | None:
    """Decode by mark, as UTF-8, or as declared; None when none of them fits."""
    for encoding in (find_bom(data), _guess_wide(data[:_SAMPLE]), "utf-8", _codec(declared)):
        if encoding is not None:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8" and _is_cut_off(data, error):
                    return data[: error.start].decode(encoding)
            except UnicodeError:
                continue
    return None


def _is_cut_off(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether UTF-8 only lacks the end of its last character, as a broken download does."""
    tail = data[error.start :]
    at_end = error.end == len(data) and error.reason == "unexpected end of data"
    return at_end and (len(tail) > 1 or not data[: error.start].isascii())


def _codec(declared: str | None) -> str | None:
    """Python's name of a declared charset; None for what is no charset of texts.

    The HTML standard reads ISO-8859-1 and ASCII as Windows-1252, as browsers do.
    """
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):
        return _WESTERN
    return name if name.startswith(_DECLARABLE) else None


def _guess_wide(sample: bytes) -> str | None:
    """UTF-16 without a mark, told by NUL bytes in every other place and no other."""
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    if b"\0" not in even and odd.count(0) > 0.7 * len(odd):
        return "utf-16-le"
    if b"\0" not in odd and even.count(0) > 0.7 * len(even):
        return "utf-16-be"
    return None


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether all of the bytes are text in this encoding."""
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True
