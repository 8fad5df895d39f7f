"""Random edits as people make them, also half-typed ones; the same seed always makes the same edits."""

from __future__ import annotations

import random
from collections.abc import Iterator

_TYPED = "<>/=\"'&; \nabip1!-{}:#"
_PIECES = (
    "<p>", "</p>", "<li>", "<b>", "</b>", "<div class='x'>", "</div>", "<td>", "<tr>", "</table>", "<table>",
    "<!--", "-->", "<template>", "</template>", "<svg>", "</svg>", "<style>p{color:red}", "</style>", "<option>",
    "</select>", "<input", " id=a", ' class="a b"', " hidden", "<h2>New</h2>", "<br>", "<textarea>", "</textarea>",
    "<title>x", "</title>", "<details name=d open>", "<base href='x/'>", "<link rel=stylesheet href=style.css>",
    "<meta http-equiv=refresh content=9>", "<body class=b>", "<html data-h>", "</body>", "<head>", "<a href=x>",
    "</a>", "<i>", "<form>", "&amp;", "&copy", "😀", "\x00", "<template shadowrootmode=open>s</template>",
    "<select>", "<math>", "<frameset>", "<plaintext>", "]]>", "<![CDATA[", "<?x>", "<video src=a>",
    "<source src=b>", "<style>@import 'x.css'", "\n<pre>\n\n", "<noscript>", "</noscript>", "<script>",
    "<img src=a alt=b>",
)  # fmt: skip


def edits(text: str, count: int, seed: int) -> Iterator[str]:
    """`count` texts, each one edit away from the one before; now and then what was done is undone."""
    choice = random.Random(seed)
    history = [text]
    for _ in range(count):
        if choice.random() < 0.15 or len(text) > 20_000:
            text = choice.choice(history[-12:]) if len(text) < 20_000 else history[0]
        else:
            text = choice.choice((_type, _type, _insert, _insert, _delete, _delete, _move, _copy))(text, choice)
        history.append(text)
        yield text


def _place(text: str, choice: random.Random) -> int:
    """Half of the time beside markup, where edits matter most."""
    marks = [place for place, letter in enumerate(text) if letter in "<>\"'="]
    if marks and choice.random() < 0.5:
        return choice.choice(marks) + choice.randint(0, 1)
    return choice.randint(0, len(text))


def _type(text: str, choice: random.Random) -> str:
    at = _place(text, choice)
    return text[:at] + "".join(choice.choices(_TYPED, k=choice.randint(1, 3))) + text[at:]


def _insert(text: str, choice: random.Random) -> str:
    at = _place(text, choice)
    return text[:at] + choice.choice(_PIECES) + text[at:]


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
    return text[:at] + piece + text[at:]
