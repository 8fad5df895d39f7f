import pytest

from app.checks.css.media import canonical_media, conditions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("print", " PRINT "),
        ("(max-width: 600px)", "(MAX-WIDTH:600PX)"),
        ("(max-width: 600px)", "(width <= 600px)"),
        ("(max-width: 600px)", "( 600px>=width )"),
        ("(max-width: 600px)", "(max-width: 37.5em)"),
        ("(min-width: 20em) and (max-width: 40em)", "(20em <= width <= 40em)"),
        ("(min-width: 20em) and (max-width: 40em)", "(max-width: 40em) AND (min-width: 20em)"),
        ("only screen and (max-width: 600px)", "screen and (max-width: 600px)"),
        ("all and (max-width: 600px)", "(max-width: 600px)"),
        ("print, (max-width: 600px)", "(width<=600px),print"),
        ("(width: 600px)", "(width = 600px)"),
        ("(orientation: portrait)", "(orientation:PORTRAIT)"),
        ("", "all"),
    ],
)
def test_the_same_condition_has_one_form(one: str, other: str) -> None:
    assert canonical_media(one) == canonical_media(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(max-width: 600px)", "(min-width: 600px)"),
        ("(max-width: 600px)", "(width < 600px)"),
        ("(max-width: 600px)", "(max-width: 60px)"),
        ("print", "screen"),
        ("print", "not print"),
        ("(max-width: 600px) and print", "(max-width: 600px), print"),
        ("(prefers-color-scheme: dark)", "(prefers-color-scheme: light)"),
    ],
)
def test_another_condition_has_another_form(one: str, other: str) -> None:
    assert canonical_media(one) != canonical_media(other)


def test_conditions_are_all_that_must_be_so() -> None:
    assert conditions("screen and (max-width:600px)") == {"screen", "(max-width:600px)"}
    assert conditions("print, screen") == {"print,screen"}
    assert conditions("all") == frozenset()


@pytest.mark.parametrize("text", ["(", ")", "and", "(<)", "(width <)", ",,,", "(" * 500, "\0", "not"])
def test_what_is_no_condition_is_compared_as_it_stands(text: str) -> None:
    assert isinstance(canonical_media(text), str)
