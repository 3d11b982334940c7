from desktop.domain.promises import promise_in


def test_a_number_by_a_date_is_a_promise() -> None:
    promise = promise_in("650 vulnerable 2 year olds to attend by 30/9/2012")
    assert promise is not None
    assert (promise.figure, promise.date.raw) == ("650", "30/9/2012")
    assert promise.words == "650 vulnerable 2 year olds to attend"


def test_the_sign_of_a_figure_belongs_to_it() -> None:
    promise = promise_in("At least 90% of plans reviewed by the end of Sept 2012")
    assert promise is not None
    assert promise.figure == "90%"


def test_neither_a_date_nor_a_number_alone_is_one() -> None:
    assert promise_in("Recruit 2 teams") is None
    assert promise_in("Reviewed by 30/9/2012") is None


def test_a_figure_that_names_something_counts_nothing() -> None:
    promise = promise_in("Offer Level 1 training so that 90% of Social workers are trained by April 2013")
    assert promise is not None
    assert promise.figure == "90%"
    assert promise_in("Discounts for the top 8 providers by 31/03/12") is None
