"""A process that cannot reach a network, and dies if it, or anything it starts, tries to connect: the kernel refuses.

A seccomp filter (seccomp(2), "SECCOMP_SET_MODE_FILTER") looks at the arguments of socket(2). An internet stream socket
kills; an internet datagram socket is denied, since Chromium makes one only to list the network's interfaces. Filters
are inherited by every child, so Chromium's processes are held by it too. Unix sockets stay allowed.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import struct

SOCKET_CALL = {"x86_64": 41, "aarch64": 198}[platform.machine()]
_LOAD, _JUMP_EQUAL, _RETURN, _AND = 0x20, 0x15, 0x06, 0x54  # LD|W|ABS, JMP|JEQ|K, RET|K, ALU|AND|K of linux/bpf.h
_ALLOW, _KILL_PROCESS, _DENY = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EACCES
_NUMBER, _FAMILY, _TYPE = 0, 16, 24  # offsets into struct seccomp_data
_TYPE_MASK = 0xF  # the rest are flags such as SOCK_CLOEXEC
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2


def refuse_internet() -> None:
    """Put the filter on this process for good; meant for `subprocess`'s `preexec_fn`."""
    rules = [
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_EQUAL, 0, 8, SOCKET_CALL),
        (_LOAD, 0, 0, _FAMILY),
        (_JUMP_EQUAL, 1, 0, int(socket.AF_INET)),
        (_JUMP_EQUAL, 0, 5, int(socket.AF_INET6)),
        (_LOAD, 0, 0, _TYPE),
        (_AND, 0, 0, _TYPE_MASK),
        (_JUMP_EQUAL, 0, 1, int(socket.SOCK_STREAM)),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_RETURN, 0, 0, _DENY),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *rule) for rule in rules))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(rules), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in [(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SET_SECCOMP, _FILTER, program, 0, 0)]:
        if libc.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "the kernel took no filter")
