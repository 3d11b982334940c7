from desktop.domain.indicators import Measure, Polarity
from desktop.domain.library import normal_code, read_library

TEXT = """code,unit,minimum,maximum,polarity,ideal,basis,same_as,relation,note
PAF A4,percent,0,100,higher,,by definition,QP 5.1.2a,,
PAF E45,ratio of shares,0,,range,1,by definition: parity is 1,,,
QP 2,years,0,,lower,,contestable,,mean of bands: QP 2a=0.5,"some returns, not all, give months"
"""


def test_codes_lose_the_accidents_of_typing() -> None:
    assert {normal_code(code) for code in ("PAF A4", " paf  a4 ", "PAF|A4", "PAF |A4|")} == {"PAF A4"}


def test_reads_what_is_known_of_each_indicator() -> None:
    library = read_library(TEXT)
    assert library["PAF A4"] == Measure(
        unit="percent",
        minimum=0,
        maximum=100,
        polarity=Polarity.HIGHER,
        basis="by definition",
        same_as="QP 5.1.2a",
    )
    assert (library["PAF E45"].ideal, library["PAF E45"].maximum) == (1, None)
    assert library["QP 2"].relation == "mean of bands: QP 2a=0.5"
    assert library["QP 2"].note == "some returns, not all, give months"


def test_codes_are_looked_up_without_case() -> None:
    assert "QP 5.1.2A" in read_library(TEXT.replace("PAF A4", "qp  5.1.2a"))
