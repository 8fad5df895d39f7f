"""Style sheets as rules and declarations with their places, and the slips in them."""

import pytest

from app.page.css import AtRule, Rule, StyleRule, parse_css, parse_declarations


def written(rules: tuple[Rule, ...]) -> list[object]:
    return [
        (
            rule.selector if isinstance(rule, StyleRule) else f"@{rule.name} {rule.prelude}",
            [(d.name, d.value, d.important) for d in rule.declarations],
            written(rule.rules),
        )
        for rule in rules
    ]


def test_rules_and_declarations_are_read_where_they_stand() -> None:
    text = "/* c */ h1, h2 > a:hover { COLOR: Red !important; margin: 0 auto }\n@media print { p { --x: {a} } }"
    sheet = parse_css(text, offset=100)
    assert written(sheet.rules) == [
        ("h1, h2 > a:hover", [("color", "Red", True), ("margin", "0 auto", False)], []),
        ("@media print", [], [("p", [("--x", "{a}", False)], [])]),
    ]
    rule = sheet.rules[0]
    assert isinstance(rule, StyleRule)
    color, margin = rule.declarations
    for span, expected in [
        (rule.selector_span, "h1, h2 > a:hover"),
        (color.name_span, "COLOR"),
        (color.span, "COLOR: Red !important"),
        (margin.value_span, "0 auto"),
    ]:
        assert text[span.start - 100 : span.end - 100] == expected


def test_nested_rules_and_descriptors() -> None:
    sheet = parse_css("a { &:hover { color: red } } @font-face { font-family: A; src: url(x) } @import 'x.css';")
    assert written(sheet.rules) == [
        ("a", [], [("&:hover", [("color", "red", False)], [])]),
        ("@font-face ", [("font-family", "A", False), ("src", "url(x)", False)], []),
        ("@import 'x.css'", [], []),
    ]
    assert sheet.slips == ()
    assert isinstance(sheet.rules[1], AtRule)


def test_a_style_attribute_is_one_rule_without_selector() -> None:
    (rule,) = parse_declarations("color:red;margin:0", offset=10).rules
    assert isinstance(rule, StyleRule)
    assert [(d.name, d.value, d.span.start) for d in rule.declarations] == [("color", "red", 10), ("margin", "0", 20)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("h1 { color: red\n  margin: 0; }", ("missing-semicolon", "color", "margin", "color: red")),
        ("h1 { color red; margin: 0 }", ("missing-colon", "color", "", "color red")),
        ("h1 { color = red }", ("missing-colon", "color", "=", "color = red")),
        ("h1 { color: ; }", ("missing-value", "color", "", "color:")),
        ("h1 { marign: 0 }", ("unknown-property", "marign", "margin", "marign")),
        ("h1 { color: red;\np { margin: 0 }", ("missing-brace", "h1", "", "h1")),
        ("@media print {\n  h1 {\n    color: red;\n}\np { margin: 0 }", ("missing-brace", "h1", "", "h1")),
        ("@media print {\n  h1 { color: red; }\np { margin: 0 }", ("missing-brace", "@media", "", "@media print")),
        ("h1 { color: red; }}\np { margin: 0; }", ("stray-brace", "}", "", "}")),
        ("h1 color: red; }\np { margin: 0 }", ("missing-open-brace", "h1", "", "h1")),
        ('a { content: "x; }\np { margin: 0 }', ("unclosed-string", "content", "", 'content: "x; }')),
        ("/* x\np { margin: 0 }", ("unclosed-css-comment", "comment", "", "/* x")),
        ("a { color: rgb(1,2,3; }\np{margin:0}", ("unclosed-parenthesis", "color", "", "color: rgb(1,2,3; }")),
    ],
)
def test_a_slip_is_told_once_with_its_place(text: str, expected: tuple[str, str, str, str]) -> None:
    assert [(s.kind, s.subject, s.detail, text[slice(*s.span)]) for s in parse_css(text).slips] == [expected]


def test_what_follows_a_slip_is_still_read() -> None:
    for text in (
        "h1 { color: red\n p: x; }\np { margin: 0 }",
        "h1 { color: red;\np { margin: 0 }",
        "h1 x }\np { margin: 0 }",
    ):
        assert ("p", [("margin", "0", False)], []) in written(parse_css(text).rules)


@pytest.mark.parametrize(
    "text",
    [
        "{" * 5000,
        "a{" * 5000,
        "(" * 5000,
        "}" * 5000,
        '"' * 5000,
        "a{b:c;" * 2000,
        "/*" * 5000,
        "\0\ud800{}",
        "@",
        "a{:;}",
    ],
)
def test_any_text_can_be_read(text: str) -> None:
    assert parse_css(text).rules is not None


@pytest.mark.parametrize(
    "text",
    [
        "a { *zoom: 1; -webkit-box-shadow: none; --own: 1; filter: progid:DXImageTransform.Microsoft.gradient(x=1) }",
        "@charset 'utf-8'; @media (max-width: 3px) { a { color: red } @supports (display: grid) { b { gap: 0 } } }",
        "a{color:red}b{margin:0}",
        ".a { .b & { color: red } > c { margin: 0 } }",
        "@page { margin: 2cm; size: A4 } @keyframes x { from { top: 0 } 50% { top: 1px } }",
        "a { background: url(data:image/png;base64,AAA=) ; content: ';}' }",
    ],
)
def test_a_right_sheet_has_no_slips(text: str) -> None:
    assert parse_css(text).slips == ()


def test_a_byte_order_mark_is_no_selector() -> None:
    sheet = parse_css("\ufeffh1 { color: red }")
    assert [rule.selector for rule in sheet.rules] == ["h1"]
    assert sheet.slips == ()
    assert sheet.rules[0].span.start == 1
