"""Reads the words of the command line, and says in plain words what is wrong with them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn

from desktop.domain.errors import InputRefused
from desktop.domain.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PLAIN_WORDS = (
    ("the following arguments are required:", "still needed:"),
    ("unrecognized arguments:", "not understood:"),
    ("one of the arguments ", "one of these is needed: "),
    (" is required", ""),
    ("not allowed with argument", "can't go together with"),
    ("expected one argument", "needs one word after it"),
    ("expected at least one argument", "needs at least one word after it"),
    ("argument ", ""),
)


class Parser(argparse.ArgumentParser):
    """A parser that raises InputRefused, in one line, where argparse would print its usage and leave."""

    def error(self, message: str) -> NoReturn:
        """Say what can't be used and where to read more."""
        for technical, plain in _PLAIN_WORDS:
            message = message.replace(technical, plain)
        raise InputRefused(f"{message}. “{self.prog} --help” says what can be written there.")


def one_of(option: str, choices: Sequence[str]) -> Callable[[str], str]:
    """A reader of an option that takes one of a few words, in small or capital letters."""
    words = {choice.casefold(): choice for choice in choices}

    def read(text: str) -> str:
        word = words.get(text.casefold())
        if word is None:
            raise InputRefused(f"{option} takes {listed(choices, 'or')}, not “{text}”.")
        return word

    return read


def whole_number(option: str) -> Callable[[str], int]:
    """A reader of an option that counts from 1 on."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < 1:
            raise InputRefused(f"{option} takes a whole number from 1 on, not “{text}”.")
        return int(text)

    return read
