"""Traps for what gets out of this machine's programs: connections, files that are opened, ports, programs started."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

OURS = ("python", "midweek", "QtWebEnginePr")  # how the processes that may run are called, as far as Linux tells


class Listener:
    """Counts every connection and packet to one port of loopback, whatever is said there."""

    def __init__(self) -> None:
        self._stream = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._stream.getsockname()[1]
        self._packets = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._packets.bind(("127.0.0.1", self.port))
        self.hits: list[bytes] = []
        self._closed = False
        threading.Thread(target=self._accept, daemon=True).start()
        threading.Thread(target=self._receive, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                connection, _ = self._stream.accept()
                with connection:
                    connection.settimeout(0.2)
                    said = b"(nothing said)"
                    with suppress(OSError):
                        said = connection.recv(200).split(b"\r\n")[0]
                    self.hits.append(said)

    def _receive(self) -> None:
        with suppress(OSError):
            while True:
                said = self._packets.recv(2000)
                if self._closed:  # it is woken with nothing
                    return
                self.hits.append(b"packet " + said[:40])

    def close(self) -> None:
        self._closed = True
        for each in (self._stream, self._packets):
            with suppress(OSError):  # a socket that listens is not "connected", and stops listening all the same
                each.shutdown(socket.SHUT_RDWR)  # closed alone, it would live on in the thread that waits for it
            each.close()


class FolderWatch:
    """Tells which files of a folder any program opened, read or changed since last asked. Linux: it is inotify."""

    _EVENTS = 0x1 | 0x2 | 0x20 | 0x100  # read, changed, opened (a folder too, to be listed), made

    def __init__(self, folder: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._watch = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        self._names: dict[int, Path] = {}
        for each in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            number = self._libc.inotify_add_watch(self._watch, os.fsencode(each), self._EVENTS)
            self._names[number] = each.relative_to(folder)

    def touched(self) -> set[str]:
        """Names of files, relative to the folder."""
        names: set[str] = set()
        with suppress(BlockingIOError):  # there is no more
            while True:
                names |= set(self._read(os.read(self._watch, 65_536)))
        return names

    def _read(self, events: bytes) -> Iterator[str]:
        while events:
            number, _kind, _cookie, length = struct.unpack_from("iIII", events)
            name = events[16 : 16 + length].rstrip(b"\0")
            yield (self._names[number] / os.fsdecode(name)).as_posix()
            events = events[16 + length :]

    def close(self) -> None:
        os.close(self._watch)


class Household:
    """A process and all that it started, looked at again and again while it lives."""

    def __init__(self, pid: int) -> None:
        self._root = psutil.Process(pid)
        self.ports: set[int] = set()  # that any of them listens on, or waits for packets at
        self.strangers: set[str] = set()  # programs that are none of ours
        self.drawing: set[int] = set()  # Chromium's processes that draw pages

    def look(self) -> None:
        """Take down what there is now."""
        with suppress(psutil.NoSuchProcess):
            for process in [self._root, *self._root.children(recursive=True)]:
                self._look_at(process)

    def _look_at(self, process: psutil.Process) -> None:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            for connection in process.net_connections("inet"):
                if connection.laddr and not connection.raddr:
                    self.ports.add(connection.laddr.port)
            if not process.name().startswith(OURS):
                self.strangers.add(process.name())
            parent = process.parent()
            if "--type=renderer" in process.cmdline() or (parent and "--type=zygote" in parent.cmdline()):
                self.drawing.add(process.pid)
