"""What the editor says of HTML and CSS: our own sentences are plain and short, and those of others are made so."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from test_bundle import RESOURCES, run

LANGUAGE = RESOURCES / "editor" / "source" / "language"
WORDS: dict[str, dict[str, str]] = json.loads((LANGUAGE / "words.json").read_text(encoding="utf-8"))
LIKELY: dict[str, Any] = json.loads((LANGUAGE / "likely.json").read_text(encoding="utf-8"))
LONGEST = 170  # letters

# What the course teaches, of which nobody should meet a reference work's sentence.
TAGS = """html head title meta link style body header nav main footer section article aside address h1 h2 h3 h4 h5 h6 p
a ul ol li dl dt dd img figure figcaption picture blockquote q cite table caption thead tbody tr th td form label input
textarea select option fieldset legend button details summary time strong em abbr span div br hr small sub sup"""
ATTRIBUTES = """lang href src alt width height class id title style rel charset name content property scope colspan
rowspan datetime for type value required autocomplete placeholder action method checked selected open target cite
hidden role aria-label aria-describedby aria-labelledby aria-current tabindex media start loading disabled"""
PROPERTIES = """color background background-color font font-family font-size font-weight font-style line-height
letter-spacing text-align text-decoration text-transform margin margin-top margin-bottom padding border border-bottom
border-radius border-color border-collapse width max-width min-width height min-height display flex flex-wrap gap
flex-direction align-items justify-content list-style outline outline-offset box-sizing overflow overflow-wrap position
float clear object-fit content break-before break-inside white-space vertical-align visibility opacity"""


def test_the_course_is_told_in_our_own_words() -> None:
    for kind, names in (("tags", TAGS), ("attributes", ATTRIBUTES), ("properties", PROPERTIES)):
        assert not [name for name in names.split() if name not in WORDS[kind]], kind


@pytest.mark.parametrize("kind", WORDS)
def test_our_sentences_are_plain_and_short(kind: str) -> None:
    for name, text in WORDS[kind].items():
        prose = re.sub("`[^`]*`", "", text)
        assert len(text) <= LONGEST, name
        assert re.search(r"[.:]$|\.$", text), name
        assert text.count("`") % 2 == 0, name
        assert not re.search(
            r"!(?!important)|element|invalid|user agent|\bcolor|center|behavior|(?<!s)ize\b", prose.lower()
        ), name


def test_what_is_likely_is_known() -> None:
    known = {"optgroup", "tfoot", "colgroup", "dialog"} | WORDS["tags"].keys()
    named = {tag for tags in LIKELY["inside"].values() for tag in tags} | set(LIKELY["tags"])
    assert named <= known
    assert {pseudo.removesuffix("()") for pseudo in LIKELY["pseudos"]} >= WORDS["pseudos"].keys()
    assert set(LIKELY["entities"]) == WORDS["entities"].keys()


PLAIN = {
    "the center of the colors": "The centre of the colours.",
    "Sets 'border-color' and the color.": "Sets `border-color` and the colour.",
    "See [the `color` page](https://example.org/a_(b)) for **more**": "See the `color` page for more.",
    "First. Second. Third.": "First. Second.",
    "First, which is about as long as a sentence may be that has nothing to hide. Second, which is just as long, and "
    "so there is no room for it, however much it would like to be told.": "First, which is about as long as a sentence "
    "may be that has nothing to hide.",
    "Customized, recognizing, resized, the size": "Customised, recognising, resized, the size.",
    "Limits..": "Limits.",
    "x" * 400: "",
    "": "",
}


def test_sentences_of_others_are_cut_down_and_spelt_as_ours() -> None:
    said = json.dumps(list(PLAIN))
    script = f"import('./language-data.mjs').then((m) => console.log(JSON.stringify({said}.map(m.plain))))"
    assert json.loads(run("node", "--eval", script)) == list(PLAIN.values())
