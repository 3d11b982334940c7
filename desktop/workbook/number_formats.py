"""Numbers as Excel shows them: General, and the sections of a format code that lay out digits.

Rounding is half away from zero on the decimal figure, as in Excel, not on its binary neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.workbook.format_tokens import Token

_CONTEXT = Context(prec=700, rounding=ROUND_HALF_UP)  # wide enough for every float, to its last place
_WIDEST = 11  # characters that General gives a number, its sign not counted
_GENERAL_DECIMALS = 9
_ROUNDED_LEAST = -4  # from this power of ten on, General rounds to fit; below, it takes powers of ten


def general(number: float) -> str:
    """A number in the format General: at most eleven characters, no zeros at the end, else E+11."""
    if not isfinite(number):
        return str(number)
    text = repr(number).removesuffix(".0")
    if len(text) <= _WIDEST and "e" not in text:
        return "0" if text == "-0" else text
    sign = "-" if number < 0 else ""
    return sign + _general(abs(Decimal(text)))


def _general(number: Decimal) -> str:
    power = number.adjusted()
    if _ROUNDED_LEAST <= power < _WIDEST:
        number = _rounded(number, max(0, _GENERAL_DECIMALS - max(0, power)))
    elif power < _ROUNDED_LEAST and number != _rounded(number, _GENERAL_DECIMALS):
        return _scientific(number)
    if number.adjusted() >= _WIDEST:
        return _scientific(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scientific(number: Decimal) -> str:
    mantissa, power = _with_power(number, 5, 1)
    return f"{mantissa.rstrip('0').rstrip('.')}E{power:+03d}"


def _with_power(number: Decimal, decimals: int, step: int) -> tuple[str, int]:
    """The digits before the power of ten, rounded, and the power, a multiple of `step`."""
    power = number.adjusted() // step * step if number else 0
    mantissa = _rounded(number.scaleb(-power, _CONTEXT), decimals)
    if mantissa.adjusted() >= step:
        power += step
        mantissa = _rounded(number.scaleb(-power, _CONTEXT), decimals)
    return f"{mantissa:f}", power


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSection:
    """How one section lays a number out.

    `layout` is Python's format for the digits, empty for General and for a section of mere text;
    `power` the power of ten the number is multiplied by; `kept` the decimals that stay though they are
    zero; `inserts` the text within the whole digits, each with its place from the right; `exponent` the
    sign that is always shown and the least digits of the power of ten.
    """

    before: str = ""
    after: str = ""
    general: bool = False
    layout: str = ""
    unit: Decimal = Decimal(1)
    power: int = 0
    whole: int = 0
    kept: int = 0
    point: bool = False
    inserts: tuple[tuple[int, str], ...] = ()
    exponent: tuple[str, int, int] | None = None

    def show(self, number: float) -> str:
        """The text of a number that is not negative; its sign is the caller's."""
        return f"{self.before}{self._digits(number)}{self.after}".strip()

    def _digits(self, number: float) -> str:
        if self.general:
            return general(number)
        if not self.layout:
            return ""
        exact = Decimal(repr(number))
        if self.power:
            exact = exact.scaleb(self.power, _CONTEXT)
        if self.exponent is not None:
            return self._powered(exact, *self.exponent)
        return self._laid_out(exact.quantize(self.unit, context=_CONTEXT))

    def _laid_out(self, rounded: Decimal) -> str:
        whole, _, decimals = format(rounded, self.layout).partition(".")
        if not self.whole and whole == "0":
            whole = ""
        for place, text in self.inserts:
            cut = max(0, len(whole) - place)
            whole = f"{whole[:cut]}{text}{whole[cut:]}"
        if self.kept < len(decimals):
            decimals = decimals[: self.kept] + decimals[self.kept :].rstrip("0")
        return f"{whole}.{decimals}" if self.point else whole

    def _powered(self, exact: Decimal, sign: str, places: int, step: int) -> str:
        mantissa, power = _with_power(exact, -int(self.unit.adjusted()), step)
        shown_sign = "-" if power < 0 else sign
        return f"{self._laid_out(Decimal(mantissa))}E{shown_sign}{abs(power):0{places}d}"


def number_section(tokens: Sequence[Token]) -> NumberSection | None:
    """The layout that a section's tokens describe; None for what is not laid out here, such as fractions."""
    if any(token.kind not in _KINDS for token in tokens):
        return None
    places = [index for index, token in enumerate(tokens) if token.kind in _PLACES]
    if not places:
        return NumberSection(before=_text(tokens))
    first, last = places[0], places[-1] + 1
    before, core, after = tokens[:first], tokens[first:last], tokens[last:]
    if any(token.kind in {"comma", "exponent"} for token in before):
        return None
    if core[0].kind == "general":
        return (
            NumberSection(before=_text(before), after=_text(after), general=True) if len(core) == 1 else None
        )
    return _digit_section(before, core, after)


_PLACES = {"digit", "point", "general"}
_KINDS = _PLACES | {"literal", "comma", "percent", "exponent"}


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens)


def _digit_section(
    before: Sequence[Token], core: Sequence[Token], after: Sequence[Token]
) -> NumberSection | None:
    kinds = [token.kind for token in core]
    point = kinds.index("point") if "point" in kinds else len(core)
    whole, thousands = _without_commas(core[:point], end=True)
    rest, thousands_after = _without_commas(after)
    powered = bool(rest) and rest[0].kind == "exponent"
    exponent, rest = (rest[0].text, rest[1:]) if powered else ("", rest)
    strange = "general" in kinds or any(kind != "digit" for kind in kinds[point + 1 :])
    if strange or any(token.kind in _LOST for token in rest):
        return None
    symbols = _symbols(whole)
    inserts = _inserts(whole)
    grouped = any(token.kind == "comma" for token in whole)
    if grouped and inserts:
        return None
    percents = sum(token.kind == "percent" for token in (*before, *whole, *rest))
    decimals = _symbols(core[point + 1 :])
    least = len(symbols.lstrip("#?"))
    return NumberSection(
        before=_text(before),
        after=_text(rest),
        layout=_layout(least, len(decimals), grouped=grouped),
        unit=Decimal(1).scaleb(-len(decimals)),
        power=2 * percents - 3 * (thousands + thousands_after),
        whole=least,
        kept=len(decimals.rstrip("#?")),
        point=point < len(core),
        inserts=inserts,
        exponent=(exponent[1].strip("-"), len(exponent) - 2, max(1, len(symbols))) if powered else None,
    )


_LOST = {"comma", "exponent"}


def _without_commas(tokens: Sequence[Token], *, end: bool = False) -> tuple[Sequence[Token], int]:
    """The tokens without the commas at their start, or end, each of which divides by a thousand."""
    kinds = [token.kind for token in tokens]
    if end:
        kinds.reverse()
    count = next((index for index, kind in enumerate(kinds) if kind != "comma"), len(kinds))
    return (tokens[: len(tokens) - count] if end else tokens[count:]), count


def _symbols(tokens: Sequence[Token]) -> str:
    return "".join(token.text for token in tokens if token.kind == "digit")


def _inserts(whole: Sequence[Token]) -> tuple[tuple[int, str], ...]:
    """The text between whole digits, each with the number of digits to its right."""
    return tuple(
        (len(_symbols(whole[index:])), token.text)
        for index, token in enumerate(whole)
        if token.kind in {"literal", "percent"}
    )


def _layout(least: int, decimals: int, *, grouped: bool) -> str:
    commas = (least - 1) // 3 if grouped and least else 0
    width = least + commas + (decimals + 1 if decimals else 0)
    return f"{f'0{width}' if least else ''}{',' if grouped else ''}.{decimals}f"
