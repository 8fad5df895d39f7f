"""Random edits as people make them, also half-typed ones; the same seed always makes the same edits."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping

_TYPED = "<>/=\"'&; \nabip1!-{}:#"
_PIECES = (
    "<p>", "</p>", "<li>", "<b>", "</b>", "<div class='x'>", "</div>", "<td>", "<tr>", "</table>", "<table>", "<!--",
    "-->", "<template>", "</template>", "<svg>", "</svg>", "<style>p{color:red}", "</style>", "<option>", "</select>",
    "<input", " id=a", ' class="a b"', " hidden", "<h2>New</h2>", "<br>", "<textarea>", "</textarea>", "<title>x",
    "</title>", "<details name=d open>", "<base href='x/'>", "<link rel=stylesheet href=style.css>",
    "<meta http-equiv=refresh content=9>", "<body class=b>", "<html data-h>", "</body>", "<head>", "<a href=x>",
    "</a>", "<i>", "<form>", "&amp;", "&copy", "😀", "\x00", "<template shadowrootmode=open>s</template>", "<select>",
    "<math>", "<frameset>", "<plaintext>", "]]>", "<![CDATA[", "<?x>", "<video src=a>", "<source src=b>",
    "<style>@import 'x.css'", "\n<pre>\n\n", "<noscript>", "</noscript>", "<script>", "<img src=a alt=b>",
    "<details open><summary>s</summary>", "<label>l<input type=checkbox checked></label>",
    "<input type=radio name=often checked>", "<option selected>o", "<button autofocus>", "<ol reversed><li>",
    "<fieldset>", "<legend>", "<ruby>a<rt>b</rt>", "<meter value=.5>", "<progress>", "<dialog open>", "<caption>",
    "<col span=2>", "<svg><circle r=9 /><text y=9>t</text></svg>", "<q>", "<hr>", "<iframe>",
    "<object data=a>f</object>", "<tbody>", "<style title=a>b{color:blue}</style>", "<picture><source srcset=b.png>",
    "<audio controls>", "<marquee>", "<bdo dir=rtl>",
)  # fmt: skip
_WHOLE = (
    "<p>We open on <strong>Friday</strong>.</p>\n", "<ul>\n  <li>Tea</li>\n  <li>Cake</li>\n</ul>\n",
    '<a href="#people">People</a>', "<table><tr><th>Day</th><td>Friday</td></tr></table>", "<!-- for later -->",
    '<label for="q">Name</label> <input id="q" name="q" required>', '<img src="files/a.png" alt="A stall" width="40">',
    "<select><option>One</option><option selected>Two</option></select>", "<template><p>t</p></template>",
    '<svg viewBox="0 0 9 9" width="30"><rect width="9" height="9" fill="teal"/></svg>',
    "<textarea>Dear office</textarea>", "<details><summary>More</summary><p>text</p></details>",
    "<style>h2 { color: teal; margin: 0 }</style>",
)  # fmt: skip
_ATTRIBUTES = (
    "class=a", "class=card", "id=a", "hidden", "open", "checked", "selected", "disabled", "value=2", "type=checkbox",
    "type=radio", "type=text", "type=button", "name=often", "required", "placeholder=p", "style='display: flex'",
    "style='float: left; width: 40%'", "style='position: sticky; top: 0'", "style='overflow: auto; height: 3em'",
    "dir=rtl", "dir=auto", "lang=cy", "width=60", "height=40", "colspan=2", "rowspan=2", "span=2", "align=center",
    "border=1", "cellpadding=9", "start=5", "reversed", "multiple", "size=3", "rows=2", "src=a.png", "src=none.png",
    "alt=a", "href=b", "title=t", "media=print", "media=screen", "contenteditable", "tabindex=0", "autofocus",
    "list=days", "for=name", "label=l", "loading=lazy", "srcset=b.png", "viewBox='0 0 50 50'", "fill=red", "role=img",
    "max=5", "min=1", "rel=stylesheet", "popover", "inert", "draggable=true", "bgcolor=red", "nowrap", "valign=top",
    "step=2", "pattern=a", "form=f",
)  # fmt: skip
_RULES = (
    "p { color: teal }\n", "body { margin: 0 }\n", "h1, h2 { font-size: 2em }\n", "li + li { margin-top: 1em }\n",
    "p:first-child { font-weight: bold }\n", "* { box-sizing: border-box }\n", "a:hover { color: red }\n",
    "@media (min-width: 500px) { body { padding: 1em } }\n", "h2::before { content: counter(h) '. ' }\n",
    "h2 { counter-increment: h }\n", "body { counter-reset: h }\n", "p::first-letter { font-size: 2em }\n",
    "@keyframes k { from { opacity: 0 } }\n", "h1 { animation: k 9s infinite }\n", "* { transition: all 1s }\n",
    ":root { --c: red }\n", "p { color: var(--c) }\n", "ul { display: grid; grid-template-columns: 1fr 1fr }\n",
    "div { display: flex; flex-wrap: wrap; gap: 1em }\n", "li { list-style: upper-roman inside }\n",
    "section:has(p) { border: 1px solid }\n", "p:empty { height: 1em }\n", "div { container-type: inline-size }\n",
    "@container (width > 300px) { p { color: blue } }\n", "@layer a, b; @layer b { p { margin: 0 } }\n",
    "@font-face { font-family: f; src: url(none.woff) }\n", "body { font-family: f, serif }\n", "p { float: left }\n",
    "p { columns: 2 }\n", "td { padding: 1em }\n", "table { border-collapse: collapse }\n", "p { white-space: pre }\n",
    "h1 { background: url(a.png) }\n", "q { quotes: '<' '>' }\n", "p:nth-child(2n of p) { color: green }\n",
    "@property --d { syntax: '<length>'; inherits: false; initial-value: 3px }\n", "p { padding: var(--d) }\n",
    "@scope (div) { p { color: orange } }\n", "input:checked + * { color: red }\n",
    "@counter-style s { symbols: a b }\n", "@supports (display: grid) { p { margin: 2px } }\n",
    "div { & p { color: purple } }\n", "html { overflow-y: scroll }\n",
)  # fmt: skip
_STYLE_PIECES = (
    "color: red;", "margin: 1em;", "display: none;", "display: inline-block;", "position: absolute;", "width: 50%;",
    "}", "{", "/*", "*/", ";", "@media print {", "!important", "font: 20px/2 serif;", "line-height: 2;",
    "padding: 3px", "border: 2px solid;", "display: table;", "writing-mode: vertical-rl;", "float: right;",
    "text-transform: uppercase;",
)  # fmt: skip
_TAG = re.compile(r"<[a-zA-Z][\w-]*")
_WORD = re.compile(r"\w+")
_STYLE = re.compile(r"<style[^>]*>", re.IGNORECASE)

LONGEST = 60_000  # characters; a page that random edits have made longer begins anew
_Edit = Callable[[str, random.Random], str]


def edits(text: str, count: int, seed: int) -> Iterator[str]:
    """`count` texts of a page, each one edit away from the one before; now and then what was done is undone."""
    return (files["index.html"] for files in file_edits({"index.html": text}, count, seed))


def file_edits(files: Mapping[str, str], count: int, seed: int) -> Iterator[dict[str, str]]:
    """The same of several files, HTML and CSS; one of them changes a step, and none that is empty is forgotten."""
    choice = random.Random(seed)
    now = dict(files)
    history = [now]
    longest = max(20_000, 2 * max(map(len, files.values())))
    letters: list[dict[str, str]] = []  # still to be typed, one a step
    for _ in range(count):
        if max(map(len, now.values())) > min(longest, LONGEST):
            now, letters = history[0], []
        elif letters:
            now = letters.pop(0)
        elif choice.random() < 0.15:
            now = choice.choice(history[-12:])
        else:
            name = choice.choice([*now, "index.html", "index.html"]) if len(now) > 1 else "index.html"
            if choice.random() < 0.06:
                letters = [{**now, name: text} for text in _letters(name, now[name], choice)]
                now = letters.pop(0)
            else:
                kinds = _IN_STYLES if name.endswith(".css") else _IN_PAGES
                now = {**now, name: choice.choice(kinds)(now[name], choice)}
        history.append(now)
        yield now


def _place(text: str, choice: random.Random) -> int:
    """Half of the time beside markup, where edits matter most."""
    marks = [place for place, letter in enumerate(text) if letter in "<>\"'={};:"]
    if marks and choice.random() < 0.5:
        return choice.choice(marks) + choice.randint(0, 1)
    return choice.randint(0, len(text))


def _put(text: str, at: int, piece: str) -> str:
    return text[:at] + piece + text[at:]


def _letters(name: str, text: str, choice: random.Random) -> list[str]:
    """What somebody types in one go, letter by letter, so that every half-typed tag or rule is a page too."""
    at = _place(text, choice)
    whole = choice.choice(_RULES if name.endswith(".css") else _WHOLE)
    return [_put(text, at, whole[:length]) for length in range(1, len(whole) + 1)]


def _type(text: str, choice: random.Random) -> str:
    return _put(text, _place(text, choice), "".join(choice.choices(_TYPED, k=choice.randint(1, 3))))


def _insert(text: str, choice: random.Random) -> str:
    return _put(text, _place(text, choice), choice.choice(_PIECES))


def _delete(text: str, choice: random.Random) -> str:
    at = _place(text, choice)
    return text[:at] + text[at + choice.choice((1, 1, 2, 5, 20, 80)) :]


def _move(text: str, choice: random.Random) -> str:
    lines = text.split("\n")
    line = lines.pop(choice.randrange(len(lines)))
    lines.insert(choice.randint(0, len(lines)), line)
    return "\n".join(lines)


def _copy(text: str, choice: random.Random) -> str:
    start = _place(text, choice)
    piece, at = text[start : start + choice.randint(1, 120)], _place(text, choice)
    return _put(text, at, piece)


def _attribute(text: str, choice: random.Random) -> str:
    """Give a tag one more attribute; a browser takes the first of a name, so this often changes one."""
    tags = list(_TAG.finditer(text))
    return _put(text, choice.choice(tags).end(), " " + choice.choice(_ATTRIBUTES)) if tags else text


def _rename(text: str, choice: random.Random) -> str:
    """One word becomes another of the same page."""
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = choice.choice(words)
    return text[: word.start()] + choice.choice(words)[0] + text[word.end() :]


def _rule(text: str, choice: random.Random) -> str:
    """A rule at the beginning of a line; in a page, at the beginning of a `<style>`."""
    places = [match.end() for match in _STYLE.finditer(text)]
    if not places and "<" not in text:
        places = [0, *(match.end() for match in re.finditer("\n", text))]
    return _put(text, choice.choice(places), choice.choice(_RULES)) if places else text


def _declare(text: str, choice: random.Random) -> str:
    places = [match.end() for match in re.finditer(r"[{;]\s", text)]
    return _put(text, choice.choice(places), choice.choice(_STYLE_PIECES)) if places else text


_IN_PAGES: tuple[_Edit, ...] = (
    *(_type, _type, _insert, _insert, _insert, _delete, _delete, _move, _copy, _copy),
    *(_attribute, _attribute, _attribute, _rename, _rule, _declare),
)
_IN_STYLES: tuple[_Edit, ...] = (
    _type,
    _type,
    _delete,
    _delete,
    _move,
    _copy,
    _rename,
    _rule,
    _rule,
    _declare,
    _declare,
)
