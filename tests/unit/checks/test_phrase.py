import pytest

from app.checks.html.phrase import KINDS, parse_phrase


def three(_selector: str) -> int:
    return 3


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Welcome", "  welcome\n"),
        ("It's “here”", 'It’s "here"'),
        ("Open daily", "Open\u00a0daily"),
        ("cafe\u0301", "café"),
        ("…", "x"),
        ("...", "x"),
        ("…Friday…", "Friday"),
        ("…Friday…", "We meet on Fridays."),
        ("… Friday …", "on Friday"),
        ("Welcome to …", "Welcome to us"),
        ("mailto:…", "mailto:a@b.org"),
        ("en-GB|en", "en"),
        ("a|b", "B"),
        ("Fish &amp; chips", "Fish & chips"),
        ("1 &#124; 2", "1 | 2"),
        ("(x) [sic] *", "(x) [sic] *"),
        ("[number]", "1,200.50"),
        ("[number] people", "12 people"),
        ("[word] and [word]", "salt and pepper"),
        ("[date]", "Friday 3 May 2026"),
        ("[date]", "3rd of May"),
        ("[date]", "2026-05-03"),
        ("[date]", "03/05/2026"),
        ("[time]", "10.30 am"),
        ("[time]", "9am"),
        ("[time]", "17:00"),
        ("[time]", "noon"),
        ("Open [time] to [time]", "Open 9am to 5 pm"),
        ("[email]", "office@example.org.uk"),
        ("[phone]", "01632 960 123"),
        ("[phone]", "+44 (0)1632 960123"),
        ("[postcode]", "SW1A 1AA"),
        ("[count tbody tr] people", "3 people"),
        ("a…b…c", "a1b2c"),
    ],
)
def test_text_that_is_what_a_phrase_asks_for(written: str, text: str) -> None:
    assert parse_phrase(written).matches(text, three)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Welcome", "Welcome home"),
        ("…", ""),
        ("mailto:…", "mailto:"),
        ("… Friday …", "Fridays"),
        ("a|b", "ab"),
        ("[number]", "twelve"),
        ("[date]", "tomorrow"),
        ("[time]", "late"),
        ("[email]", "office at example.org"),
        ("[phone]", "12"),
        ("[postcode]", "12345"),
        ("[word]", "two words"),
        ("[count tbody tr] people", "4 people"),
        ("a…b…c", "abc"),
    ],
)
def test_text_that_is_not(written: str, text: str) -> None:
    assert not parse_phrase(written).matches(text, three)


@pytest.mark.parametrize("text", ["welcome", "Welcome\u00a0here", "It’s"])
def test_exact_folds_white_space_only(text: str) -> None:
    straight = text.capitalize().replace("\u00a0", " ").replace("’", "'")
    assert not parse_phrase(straight).matches(text, three, exact=True)
    assert parse_phrase(text).matches(f"\n  {text} ", three, exact=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_megabyte_is_read_in_bounded_steps(kind: str) -> None:
    phrase = parse_phrase(f"…a…[{kind}]")
    for text in ("a" * 300_000 + "!", "1" * 300_000 + "!", "1 a " * 100_000 + "!"):
        phrase.matches(text, three)
