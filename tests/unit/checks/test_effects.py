import pytest
from checking import Browser, page, rendered

from app.checks.inspection import inspect
from app.checks.report import Outcome, Report
from app.checks.rules import Check, Rule

CSS = "body { color: black }\nh1 {\n  color: red;\n}\n.note { font-weight: bold; }\n"
LINK = '<link rel="stylesheet" href="style.css">\n'
BODY = LINK + "<h1>Hello</h1>\n<p class='note'>a</p>\n<p>b</p>"


def questions(block: str) -> list[dict[str, object]]:
    return [dict(question) for question in inspect([Check("g", Rule("css", block, 1))], page("")).questions]


def about(css: str, block: str, styles: dict[str, dict[str, str]], body: str = BODY) -> Report:
    return rendered("css", block, page(body, style=css), Browser(styles))


def test_one_question_for_each_selector_and_declaration() -> None:
    assert questions("h1, h2 { color: darkgreen; margin: 0 auto }\np { width: 50vw !important }") == [
        {"ask": "effect", "selector": "h1", "property": "color", "value": "darkgreen"},
        {"ask": "effect", "selector": "h2", "property": "color", "value": "darkgreen"},
        {"ask": "effect", "selector": "h1", "property": "margin", "value": "0 auto"},
        {"ask": "effect", "selector": "h2", "property": "margin", "value": "0 auto"},
        {"ask": "effect", "selector": "p", "property": "width", "value": "50vw"},
    ]


@pytest.mark.parametrize(
    ("media", "at"),
    [
        ("(width: 375px)", {"width": 375}),
        ("(max-width: 600px)", {"width": 600}),
        ("(width >= 40em)", {"width": 640}),
        ("(600px <= width)", {"width": 600}),
        ("print", {"media": "print"}),
        ("(prefers-color-scheme: dark)", {"dark": True}),
        ("(prefers-reduced-motion: reduce)", {"calm": True}),
        ("(orientation: portrait)", {"orientation": "portrait"}),
        ("screen and (width: 320px) and (prefers-color-scheme: dark)", {"width": 320, "dark": True}),
    ],
)
def test_media_say_where_it_is_asked(media: str, at: dict[str, object]) -> None:
    assert questions(f"@media {media} {{ p {{ color: red }} }}")[0]["at"] == at


def test_an_effect_that_holds_passes() -> None:
    assert about(CSS, "h1 { color: red }", {"h1": {"color": "red"}}).passed


def test_another_value_is_shown_where_the_learner_wrote_it() -> None:
    found = about(CSS, "h1 { color: darkgreen }", {"h1": {"color": "rgb(255, 0, 0)"}}).findings[0]
    assert found.outcome is Outcome.FAILED
    (fault,) = found.faults
    assert fault.text == "The main heading `<h1>` gets `color: red`. The goal wants `color: darkgreen`."
    assert fault.place is not None
    assert (fault.place.file, fault.place.line, fault.place.column) == ("style.css", 3, 3)
    assert (fault.found, fault.wanted, fault.subject) == ("color: red", "color: darkgreen", "color")


def test_a_property_nobody_sets_is_shown_at_the_rule_that_is_about_the_element() -> None:
    (fault,) = about(CSS, "h1 { margin-top: 0 }", {}).findings[0].faults
    assert "Nothing in the CSS sets `margin-top` for the main heading `<h1>` yet" in fault.text
    assert fault.place is not None
    assert (fault.place.file, fault.place.line) == ("style.css", 2)
    (fault,) = about("p {\n}", "h1 { margin-top: 0 }", {}).findings[0].faults
    assert fault.place is not None
    assert (fault.place.file, fault.place.line) == ("style.css", 2), "where the rule should be written"
    (fault,) = about("", "h1 { margin-top: 0 }", {}, "<h1>a</h1>").findings[0].faults
    assert fault.place is not None
    assert (fault.kind, fault.place.file, fault.place.line) == ("sheet-unlinked", "index.html", 5)


def test_a_shorthand_counts_as_setting_its_longhand() -> None:
    (fault,) = about("h1 { background: red }", "h1 { background-color: tan }", {}).findings[0].faults
    assert "gets `background: red`. The goal wants `background-color: tan`" in fault.text


def test_a_stronger_rule_is_named() -> None:
    css = "h1 { color: tan }\nbody h1 { color: red }"
    (fault,) = about(css, "h1 { color: tan }", {"h1": {"color": "red"}}).findings[0].faults
    assert "gets `color: red`: the selector `body h1` is stronger than that of `color: tan` on line 1" in fault.text
    assert fault.place is not None
    assert fault.place.line == 2


def test_style_elements_and_attributes_are_the_learners_css_too() -> None:
    (fault,) = about("", "h1 { color: tan }", {}, "<style>\nh1 { color: red }\n</style>\n<h1>a</h1>").findings[0].faults
    assert fault.place is not None
    assert (fault.place.file, fault.place.line, fault.place.column) == ("index.html", 9, 6)
    (fault,) = about("", "h1 { color: tan }", {}, '<h1 style="color: red">a</h1>').findings[0].faults
    assert fault.place is not None
    assert (fault.place.line, fault.place.column) == (8, 12)


def test_a_selector_of_the_learners_that_fits_nothing_is_named() -> None:
    (fault,) = about("h2 { color: tan }", "h1 { color: tan }", {}).findings[0].faults
    assert "`h2` fits nothing on the page. The goal wants `color: tan` for the main heading `<h1>`" in fault.text


def test_a_class_that_is_nearly_the_one_is_pointed_at() -> None:
    (fault,) = about(CSS, ".note { color: tan }", {}, "<p class='ntoe'>a</p>").findings[0].faults
    assert 'has `class="ntoe"`. The goal wants the class `note` there' in fault.text
    assert fault.place is not None
    assert fault.place.line == 8


def test_a_selector_that_finds_nothing_is_a_fault() -> None:
    (fault,) = about(CSS, "h3 { color: tan }", {}).findings[0].faults
    assert "Nothing on the page fits `h3` yet" in fault.text


def test_a_style_sheet_that_is_not_there_is_the_fault() -> None:
    body = LINK.replace("style.css", "other.css") + BODY
    (fault,) = about("", "h1 { color: red }", {}, body).findings[0].faults
    assert "asks for the style sheet `other.css`. There is no file of that name" in fault.text
    assert fault.place is not None
    assert fault.place.line == 8


@pytest.mark.parametrize(
    ("css", "line", "said"),
    [
        ("h1 {\n  colr: darkgreen;\n}", 2, "CSS has no property `colr`. The nearest right word is `color`"),
        ("h1 {\n  color darkgreen;\n}", 2, "`color` needs a `:` between the property and its value"),
        ("h1 {\n  margin: 0\n  color: darkgreen;\n}", 2, "does not end. Write `;` after it"),
        ("h1 {\n  color: darkgreen;\np { margin: 0 }", 1, "opens a brace that is never closed"),
        ("h1\n  color: darkgreen;\n}", 1, "has no opening brace"),
        ("h1 {\n  color:;\n}", 2, "`color` has no value yet"),
        ("/* h1\nh1 { color: darkgreen }", 1, "The comment is never closed"),
    ],
)
def test_a_slip_in_the_css_explains_and_is_told_once(css: str, line: int, said: str) -> None:
    found = about(css, "h1 { color: darkgreen }", {})
    assert found.findings[0].outcome is Outcome.FAILED
    assert found.findings[0].faults == ()
    assert [said in slip.text for slip in found.slips] == [True], [slip.text for slip in found.slips]
    place = found.slips[0].place
    assert place is not None
    assert (place.file, place.line) == ("style.css", line)


def test_every_element_is_looked_at_and_one_declaration_is_told_once() -> None:
    found = about("p { color: red }", "p { color: tan }", {"p": {"color": "red"}})
    assert len(found.findings[0].faults) == 1


NONSENSE: dict[str, object] = {
    "an error": {"error": "value"},
    "no list": {"elements": "h1"},
    "rows of another page": {"elements": [{"order": 99_999, "holds": False}]},
    "an order that is none": {"elements": [{"order": -4, "holds": True}]},
    "a row that is none": {"elements": [{}]},
    "a row of another kind": {"elements": ["h1"]},
    "no judgement": {"elements": [{"order": 7, "holds": "yes"}]},
    "another element": {"elements": [{"order": 7, "tag": "h7", "holds": False}]},
    "fewer matched than there are": {"matched": 0, "elements": [{"order": 7, "holds": True}]},
    "nothing, where there is something": {"matched": 0, "elements": []},
}


@pytest.mark.parametrize("answers", [None, [], *([answer] for answer in NONSENSE.values())])
def test_without_an_answer_that_makes_sense_a_goal_is_unchecked(answers: list[dict[str, object]] | None) -> None:
    checks = [Check("g", Rule("css", "h1 { color: red }", 1)), Check("h", Rule("html", "<h1></h1>", 1))]
    found = inspect(checks, page("<h1>a</h1>")).report(answers)
    assert [finding.outcome for finding in found.findings] == [Outcome.UNCHECKED, Outcome.PASSED]
    assert found.unchecked
    assert not found.passed


def test_html_needs_no_browser() -> None:
    assert inspect([Check("g", Rule("html", "<p></p>", 1))], page("")).questions == ()
