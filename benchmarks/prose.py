"""Made-up prose, the same each time, that packs about as well as what officers write."""

from __future__ import annotations

from typing import Final

_VOCABULARY: Final = """
    agreed after all and as at attendance authority because before board by carer case centre check
    child children city clusters commissioning completed consultation contract council data date
    delay delivered draft early education emerging evidence family feedback final finance first
    follow for foster from further group health homes housing in increase information initial is
    joint key lead learning leaving level local looked manager meeting members monitoring monthly
    more needs network new next no of offer office on option outcome over panel parents partners
    pathway pilot placement plan police practice process programme progress project provision
    quality quarter rate recruitment reduction referral regional remains report residential
    resources review revised risk schools secondary service session settings share signed since
    social some specification staff steering strategy support target team termly that the their
    through timescale to training transition two under until updated visits volunteers weekly were
    with work workers workforce year young youth
"""
_WORDS: Final = _VOCABULARY.split()
_MULTIPLIER, _INCREMENT, _MODULUS = 1_103_515_245, 12_345, 1 << 31  # ISO C's example of rand()


def prose(seed: int, words: int) -> str:
    """A sentence of that many words, chosen by the seed."""
    state, chosen = seed, []
    for _ in range(words):
        state = (state * _MULTIPLIER + _INCREMENT) % _MODULUS
        chosen.append(_WORDS[(state >> 16) % len(_WORDS)])
    return " ".join(chosen).capitalize()
