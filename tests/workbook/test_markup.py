"""The XML of parts: encodings, elements, attributes and text."""

from __future__ import annotations

import pytest

from desktop.workbook.archive import Damaged
from desktop.workbook.markup import (
    as_utf8,
    attributes_of,
    characters,
    elements,
    escaped,
    number,
    root_offset,
    unescaped,
    without_comments,
)

TEXT = "<a>£ – é</a>"


@pytest.mark.parametrize(
    "part",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
)
def test_text_is_read_in_any_encoding_and_written_back_as_it_was(part: bytes) -> None:
    text, encoding = as_utf8(part)
    assert text == TEXT.encode()
    assert encoding.encode(text) == part


def test_a_declared_encoding_counts_and_what_it_lacks_becomes_a_reference() -> None:
    part = "<?xml version='1.0' encoding='ISO-8859-1'?><a>£</a>".encode("latin-1")
    text, encoding = as_utf8(part)
    assert text.endswith("<a>£</a>".encode())
    assert encoding.encode(text) == part
    assert encoding.encode("<a>✓</a>".encode()) == b"<a>&#10003;</a>"


def test_plain_ascii_is_utf_8() -> None:
    assert as_utf8(b'<?xml version="1.0" encoding="US-ASCII"?><a/>')[1].codec == "utf-8"


@pytest.mark.parametrize(
    "part", [b'<?xml version="1.0" encoding="klingon"?><a/>', b"\xff\xfe<\0a", b"\xff\xfe\0\xd8\0\xd8"]
)
def test_text_that_is_not_in_its_encoding_is_noticed(part: bytes) -> None:
    with pytest.raises(Damaged):
        as_utf8(part)


def test_elements_come_with_names_free_of_prefixes() -> None:
    found = elements(b'<x:a xmlns:x="u" x:id="1"><b c="2"/></x:a>')
    assert [(element.name, element.attributes) for element in found] == [
        ("a", {"id": "1"}),
        ("b", {"c": "2"}),
    ]


@pytest.mark.parametrize(
    "part",
    [
        b"<a>",
        b"",
        b'<?xml version="1.0" encoding="klingon"?><a/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    ],
)
def test_parts_that_can_not_be_read_safely_are_refused(part: bytes) -> None:
    with pytest.raises(Damaged):
        elements(part)


def test_the_root_comes_after_comments_and_instructions() -> None:
    text = b'<?xml version="1.0"?>\n<!-- <a> --><?x y?> <b/>'
    assert text[root_offset(text) :] == b"<b/>"
    assert root_offset(b"<b/>") == 0


def test_what_is_no_markup_is_blanked_out_in_place() -> None:
    text = b"<?xml?><a><!-- <b> --><c><![CDATA[<d>]]></c><?e <f>?></a>"
    plain = without_comments(text)
    assert len(plain) == len(text)
    assert plain.split() == [b"<a>", b"<c>", b"</c>", b"</a>"]
    untouched = b"<?xml?><a/>"
    assert without_comments(untouched) is untouched


def test_attributes_are_unescaped() -> None:
    assert attributes_of(b'<a b="1 &lt; 2" c = \'&#163;"\' x:d="&#xA3;&quot;"/>') == {
        "b": "1 < 2",
        "c": '£"',
        "x:d": '£"',
    }


@pytest.mark.parametrize("markup", [b"&#x110000;", b"&#99999999999999999999;", b"\xff"])
def test_characters_that_do_not_exist_are_shown_as_such(markup: bytes) -> None:
    assert unescaped(markup) == "\ufffd"


@pytest.mark.parametrize(
    ("digits", "value"), [("12", 12), (b"12", 12), ("", 0), ("x", 0), ("-1", 0), ("²", 0)]
)
def test_numbers_are_read_whatever_stands_there(digits: str | bytes, value: int) -> None:
    assert number(digits) == value
    assert number("9" * 10_000) > 10**9


def test_characters_leave_comments_out_and_take_cdata_as_it_is() -> None:
    assert characters(b"A1&gt;<!-- no --><![CDATA[<&lt;]]>3") == "A1><&lt;3"


def test_escaping_and_unescaping_undo_each_other() -> None:
    text = "R&D < \"50\" > 'it'"
    assert unescaped(escaped(text).encode()) == text


def test_some_elements_are_chosen_by_their_local_names() -> None:
    part = b'<x:a xmlns:x="urn:x"><x:b x:c="1"/><d/><x:b c="2"/></x:a>'
    assert [(one.name, one.attributes) for one in elements(part, {"b"})] == [
        ("b", {"c": "1"}),
        ("b", {"c": "2"}),
    ]
    assert [one.name for one in elements(part)] == ["a", "b", "d", "b"]
