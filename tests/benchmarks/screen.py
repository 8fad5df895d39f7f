"""A real X screen to measure on: programs on it, keys pressed on it, and pixels watched for change."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops
from Xlib import XK, X, display
from Xlib.ext import xtest

SIZE = (1366, 768)
Box = tuple[int, int, int, int]  # left, top, right, bottom, in pixels
BLINKING_COLUMNS = 4  # a caret that blinks changes fewer columns than this; a letter changes more


class SlowError(RuntimeError):
    """The pixels that were waited for did not come."""


@dataclass
class Screen:
    """One connection to an X screen; boxes are in pixels from its top left corner."""

    x: display.Display

    def picture(self, box: Box = (0, 0, *SIZE)) -> Image.Image:
        """What stands in the box now."""
        left, top, right, bottom = box
        return Image.frombytes("RGB", (right - left, bottom - top), self._pixels(box), "raw", "BGRX")

    def wait(self, ready: Callable[[], bool], limit: float = 60.0) -> float:
        """The moment (monotonic seconds) at which `ready` first held; SlowError after `limit` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            if ready():
                return time.monotonic()
            time.sleep(0.001)
        raise SlowError("nothing was painted in time")

    def painted(self, box: Box = (0, 0, *SIZE)) -> bool:
        """Something other than the empty black screen stands in the box."""
        pixels = self._pixels(box)
        return pixels.count(0) < len(pixels)

    def shows(self, colour: tuple[int, int, int], box: Box = (0, 0, *SIZE)) -> bool:
        """Pixels of exactly this colour stand in the box; looked for in the bytes as they come, which is quick."""
        pixels, pixel = self._pixels(box), bytes(colour[::-1])
        place = pixels.find(pixel)
        while place % 4 and place >= 0:
            place = pixels.find(pixel, place + 1)
        return place >= 0

    def _pixels(self, box: Box) -> bytes:
        """Four bytes a pixel, row by row: blue, green, red, and one that means nothing."""
        left, top, right, bottom = box
        return self.x.screen().root.get_image(left, top, right - left, bottom - top, X.ZPixmap, 0xFFFFFFFF).data

    def find(self, colour: tuple[int, int, int]) -> Box:
        """The box around every pixel of exactly this colour."""
        whole = self.picture()
        same = (
            ImageChops.difference(whole, Image.new("RGB", whole.size, colour))
            .convert("L")
            .point(lambda v: v == 0 and 255)
        )
        return same.getbbox() or (0, 0, 0, 0)

    def changed(self, before: Image.Image, box: Box) -> bool:
        """More than a blinking caret has changed in the box."""
        difference = ImageChops.difference(before, self.picture(box)).getbbox()
        return difference is not None and difference[2] - difference[0] > BLINKING_COLUMNS

    def settle(self, box: Box, still: float = 0.15) -> Image.Image:
        """The box once nothing but a caret has changed in it for `still` seconds."""
        picture, since = self.picture(box), time.monotonic()
        while time.monotonic() - since < still:
            if self.changed(picture, box):
                picture, since = self.picture(box), time.monotonic()
            time.sleep(0.005)
        return picture

    def click(self, x: int, y: int) -> None:
        """Press and release the left button there, and give the window under it the keyboard."""
        self.focus()
        xtest.fake_input(self.x, X.MotionNotify, x=x, y=y)
        for event in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(self.x, event, 1)
        self.x.sync()

    def focus(self) -> None:
        """Give the topmost window the keyboard, as a window manager would."""
        windows = [
            w for w in self.x.screen().root.query_tree().children if w.get_attributes().map_state == X.IsViewable
        ]
        if windows:
            windows[-1].set_input_focus(X.RevertToParent, X.CurrentTime)
        self.x.sync()

    def key(self, name: str, *held: str) -> None:
        """Press and release one key by its X name (`a`, `Return`, `End`), others held (`Control_L`)."""
        codes = [self.x.keysym_to_keycode(XK.string_to_keysym(key)) for key in (*held, name)]
        for code in codes:
            xtest.fake_input(self.x, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.x, X.KeyRelease, code)
        self.x.sync()


@contextmanager
def a_screen():
    """An Xvfb of our own, and this process and its children on it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-br", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            name = f":{numbers.readline().strip()}"
        os.environ.update(DISPLAY=name, QT_QPA_PLATFORM="xcb")
        connection = display.Display(name)
        yield Screen(connection)
        connection.close()
    finally:
        server.terminate()
        server.wait()


@contextmanager
def running(command: Sequence[str], home: Path):
    """The program, started with a home of its own, and ended with everything it started."""
    environment = {**os.environ, "MIDWEEK_HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    environment["QT_QUICK_BACKEND"] = "software"  # the floors draw as Midweek does
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else all of Midweek is compiled anew at every start
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    home.mkdir(parents=True, exist_ok=True)
    program = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield program
    finally:
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
