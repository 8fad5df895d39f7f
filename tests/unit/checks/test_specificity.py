import pytest

from app.checks.css.specificity import specificity


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        # the examples of Selectors Level 4, section 17
        ("*", (0, 0, 0)),
        ("LI", (0, 0, 1)),
        ("UL LI", (0, 0, 2)),
        ("UL OL+LI", (0, 0, 3)),
        ("H1 + *[REL=up]", (0, 1, 1)),
        ("UL OL LI.red", (0, 1, 3)),
        ("LI.red.level", (0, 2, 1)),
        ("#x34y", (1, 0, 0)),
        ("#s12:not(FOO)", (1, 0, 1)),
        (".foo :is(.bar, #baz)", (1, 1, 0)),
        ("ul li:nth-child(even)", (0, 1, 2)),
        (":is(em, #foo)", (1, 0, 0)),
        (".qux:where(em, #foo#bar#baz)", (0, 1, 0)),
        (":nth-child(even of li, .item)", (0, 2, 0)),
        (":not(em, strong#foo)", (1, 0, 1)),
        # what else people write
        ("a:hover", (0, 1, 1)),
        ("p::before", (0, 0, 2)),
        ("p:before", (0, 0, 2)),
        ("a[href^='#x.y']", (0, 1, 1)),
        ("nav:has(> a.on)", (0, 1, 2)),
        ("h1, .a, p", (0, 1, 0)),
        (":root", (0, 1, 0)),
        ("main > p ~ p", (0, 0, 3)),
        ("/* #no */ p", (0, 0, 1)),
        ("li:nth-last-child(2n + 1)", (0, 1, 1)),
        ("input:not([type=checkbox]):focus-visible", (0, 2, 1)),
    ],
)
def test_a_selector_is_as_strong_as_its_parts(selector: str, expected: tuple[int, int, int]) -> None:
    assert specificity(selector) == expected


@pytest.mark.parametrize(
    "selector", ["", ")", ":", "::", "#", ".", ":not(" * 300, "\0", "[", ":is()", "a:nth-child(of"]
)
def test_what_is_no_selector_has_some_strength(selector: str) -> None:
    assert len(specificity(selector)) == 3
