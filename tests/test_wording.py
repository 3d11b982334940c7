"""What people are told: plain words, whole sentences, and never the text of an exception."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from desktop.domain import errors

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
NAMED = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.MilepostError)
}
JARGON = re.compile(
    r"\b(argument|boolean|byte|cache|errno|exception|float|index|integer|invalid|I/O|null|None|parse|path|"
    r"regex|schema|stack|string|traceback|tuple|unicode|UTF|XML|unrecogni[sz]ed)\b|[a-z]_[a-z]",
    re.IGNORECASE,
)
AMERICAN = re.compile(r"\b(color|center|recognize|organize|canceled)\b", re.IGNORECASE)


class Message(NamedTuple):
    """The words of a message, with “…” for what is filled in, and the names that fill it."""

    place: str
    words: str
    names: frozenset[str]


def messages() -> Iterator[Message]:
    """Every message that is written where a named error is made."""
    for file in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMED:
                place = f"{file.relative_to(ROOT)}:{node.lineno}"
                yield from (_message(place, text) for text in node.args)


def _message(place: str, text: ast.expr) -> Message:
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    said = [part.value if isinstance(part, ast.Constant) else "…" for part in parts]
    names = {node.id for node in ast.walk(text) if isinstance(node, ast.Name)}
    return Message(place, "".join(map(str, said)), frozenset(names))


MESSAGES = [message for message in messages() if message.words != "…"]


def test_they_are_found() -> None:
    assert len(MESSAGES) > 40


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.place)
def test_a_message(message: Message) -> None:
    assert JARGON.search(message.words) is None
    assert AMERICAN.search(message.words) is None
    assert not {"cause", "error", "exc", "exception"} & message.names
    assert message.words.rstrip("”").endswith((".", "…"))
    assert "  " not in message.words
