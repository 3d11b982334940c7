from __future__ import annotations

import pytest

from desktop.domain.ratings import Rag, Travel, read_rag


@pytest.mark.parametrize(
    ("raw", "rag", "travel"),
    [
        ("A ⇔", Rag.AMBER, Travel.LEVEL),
        ("\u0391Û", Rag.AMBER, Travel.LEVEL),  # the Symbol typeface's letters, copied without it
        ("AÛ", Rag.AMBER, Travel.LEVEL),
        ("G û", Rag.GREEN, None),
        ("R↓", Rag.RED, Travel.DOWN),
        ("G ↑", Rag.GREEN, Travel.UP),
        ("G", Rag.GREEN, None),
        ("Amber, improving", Rag.AMBER, Travel.UP),
        ("RED (no change)", Rag.RED, Travel.LEVEL),
        ("rated green: worsening", Rag.GREEN, Travel.DOWN),
        ("↑", None, Travel.UP),
        ("", None, None),
        ("Agreed", None, None),
        ("Amber/Green", None, None),
        ("R/A", None, None),
        ("G, up, down", Rag.GREEN, None),
        ("as before", None, None),
        ("A review is under way", None, None),
        ("RAG: A", Rag.AMBER, None),
    ],
)
def test_a_rating_is_read_from_letters_words_and_arrows(
    raw: str, rag: Rag | None, travel: Travel | None
) -> None:
    reading = read_rag(raw)
    assert (reading.raw, reading.rag, reading.travel) == (raw, rag, travel)


@pytest.mark.parametrize(
    ("raw", "words"),
    [("A ⇔", "Amber, level"), ("G ↑", "Green, going up"), ("R", "Red"), ("↓", "Going down"), ("?", "")],
)
def test_a_rating_is_said_in_words(raw: str, words: str) -> None:
    assert read_rag(raw).words == words


def test_each_rating_has_a_letter_and_a_shape() -> None:
    assert [(rag.letter, rag.shape) for rag in Rag] == [("G", "●"), ("A", "▲"), ("R", "■")]
