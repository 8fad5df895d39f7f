"""The worker that knows HTML and CSS: started when wanted, sealed, and done without where it does not answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from writer import Key, Writer, wait_for

CHOICES = ".cm-tooltip-autocomplete li"
COUNT = """(
  window.Real ??= Worker,
  window.made = 0,
  window.Worker = class extends Real {{ constructor(path) {{ super(path); made++; {more} }} }},
  1
)"""

TRIES = """
const tries = {
  fetch: () => fetch("midweek-editor://app/index.html"),
  outside: () => fetch("https://example.com/"),
  scripts: async () => importScripts("editor.bundle.js"),
  eval: async () => (0, eval)("1"),
  worker: () => new Promise((done, failed) => {
    const worker = new Worker("language.bundle.js");
    worker.onmessage = done;
    worker.onerror = failed;
    worker.postMessage({});
  }),
  socket: () => new Promise((done, failed) => {
    const socket = new WebSocket("wss://example.com");
    socket.onopen = done;
    socket.onerror = failed;
  }),
};
onmessage = async () => {
  const got = {};
  for (const [name, attempt] of Object.entries(tries)) {
    got[name] = await attempt().then(() => "had", () => "refused");
  }
  postMessage(got);
};
"""


def afresh(writer: Writer) -> None:
    """A page of its own, in which nothing was asked yet."""
    writer.kill()
    writer.until(lambda: writer.heard["restored"], "it is back")
    writer.focus()


def test_it_is_started_by_the_first_question_and_not_by_reading_or_typing_words(writer: Writer) -> None:
    writer.open("<p>Words</p>")
    afresh(writer)
    writer.look(COUNT.format(more=""))
    writer.press(Key.Key_Right, times=5)
    writer.type("more")
    writer.text_is("<p>Womorerds</p>")
    QTest.qWait(300)
    assert writer.look("made") == 0
    writer.type("<e")
    writer.until(lambda: "em" in writer.sees(CHOICES), "the list opens")
    assert writer.look("made") == 1


@pytest.mark.qt_log_ignore("Refused", "Fetch API cannot load", "violates", "Note that .script-src.", extend=True)
def test_it_can_reach_nothing(writer: Writer, tmp_path: Path) -> None:
    script = tmp_path / "worker.js"
    script.write_text(TRIES, encoding="utf-8")
    paths = writer.editor._pane.editor_page.profile()._files._paths  # type: ignore[attr-defined]
    known = paths["/language.bundle.js"]
    paths["/language.bundle.js"] = script
    try:
        writer.open("")
        writer.look(
            "(window.got = null, window.tried = new Worker('language.bundle.js'), "
            "tried.onmessage = ({data}) => got = data, tried.postMessage({}), 1)"
        )
        writer.until(lambda: writer.look("got"), "all was tried")
    finally:
        paths["/language.bundle.js"] = known
    assert set(writer.look("got").values()) == {"refused"}


def test_where_it_does_not_answer_typing_goes_on_and_another_is_started(writer: Writer) -> None:
    writer.open("")
    afresh(writer)
    writer.look(COUNT.format(more="this.postMessage = () => {};"))
    writer.type("<tab")
    writer.until(lambda: writer.look("made") == 1, "it is asked")
    writer.type("le><tr")
    writer.text_is("<table><tr</table>")
    writer.look(COUNT.format(more=""))
    QTest.qWait(4500)  # longer than anybody waits for an answer
    writer.type("><")
    writer.until(lambda: writer.sees(CHOICES)[:2] == ["td", "th"], "the list is back")
    writer.text_is("<table><tr><</tr></table>")
    assert writer.look("made") == 1


def test_a_text_that_puzzles_it_is_no_end_of_it(writer: Writer) -> None:
    writer.open("<a" * 3000 + "\n")
    writer.press(Key.Key_Down)
    writer.type("<")
    wait_for(lambda: writer.sees(CHOICES), 3)
    writer.open("")
    writer.type("<t")
    writer.until(lambda: writer.sees(CHOICES), "it answers")
