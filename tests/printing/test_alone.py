"""A chart that is pasted elsewhere says by itself what it is."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.printing.alone import chart_image, chart_svg

if TYPE_CHECKING:
    from tests.printing.conftest import MakePage


def test_its_words_stay_text(make_page: MakePage) -> None:
    words = "".join(ET.fromstring(bytes(chart_svg(make_page()).data())).itertext())  # noqa: S314 - our own picture
    for expected in (
        "PAF C20 Reviews",
        "Not yet judged",
        "higher is better",
        "the chart",
        "Source: example.xlsx",
    ):
        assert expected in words
    assert "2 Remark 2 says" in words


def test_its_image_is_sharp_on_white(make_page: MakePage) -> None:
    image = chart_image(make_page())
    assert (image.width(), image.height()) == (1920, 1120)
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert any(image.pixelColor(960, y).lightness() < 160 for y in range(300, 900))


def test_it_grows_with_its_notes_and_is_blank_without_a_chart(make_page: MakePage) -> None:
    many = chart_image(make_page(notes=30))
    assert many.height() > 1400
    bare = chart_image(replace(make_page(notes=30), drawing=None))
    assert bare.size() == many.size()
    assert bare != many
