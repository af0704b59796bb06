#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""terminal.py COLUMNSxROWS COMMAND... - run it on a terminal of that size; what it
is sent comes from stdin, line by line when it has gone quiet; what it shows is
printed, its status is ours."""
import fcntl
import os
import pty
import select
import struct
import sys
import termios

columns, rows = map(int, sys.argv[1].split("x"))
lines = [] if sys.stdin.isatty() else sys.stdin.readlines()
pid, fd = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ,
                struct.pack("HHHH", rows, columns, 0, 0))
    os.execvp(sys.argv[2], sys.argv[2:])
shown = b""
while True:
    ready = select.select([fd], [], [], 0.3 if lines else 30)[0]
    if not ready:
        if not lines:
            sys.exit("terminal.py: it went quiet")
        os.write(fd, lines.pop(0).encode())
        continue
    try:
        got = os.read(fd, 65536)
    except OSError:
        break
    if not got:
        break
    shown += got
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
