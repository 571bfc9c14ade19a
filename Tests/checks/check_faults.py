#!/usr/bin/env python3
"""Faults of files, disks and pipes, met by the program as a process.

Usage: check_faults.py FATIGUE ROSTER [--quick]

Each case names what goes wrong, runs the program and says what has to hold: no death by a signal, an end
within its seconds, at most 512 MB, the exit status, a line on standard error that names the file, and an old
report that stays whole. Only the standard library; what needs root or mount is left out without them and
named. Exit status 1 when a case fails.
"""
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time

FATIGUE, ROSTER = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
QUICK = "--quick" in sys.argv[3:]
LARGEST = 512 << 20
failures, left_out, done = [], [], 0


class Run:
    """What a process ended with, and the memory it took at the most."""

    def __init__(self, arguments, seconds=10, stdin=subprocess.DEVNULL, stdout=None, stderr=None,
                 limits=None, folder=None, closing=(), user=None, meanwhile=None):
        def prepare():
            for name, value in (limits or {}).items():
                resource.setrlimit(name, (value, value))
            for descriptor in closing:
                os.close(descriptor)
            if user is not None:
                os.setgid(user)
                os.setuid(user)

        self.late = False
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            began = time.monotonic()
            process = subprocess.Popen(
                [FATIGUE, *arguments], stdin=stdin, stdout=stdout or out, stderr=stderr or err,
                cwd=folder, preexec_fn=prepare, env={"PATH": os.environ["PATH"], "LC_ALL": "C"})
            if meanwhile:
                meanwhile(process)
            timer = threading.Timer(seconds, self.stop, [process])
            timer.start()
            _, status, used = os.wait4(process.pid, 0)
            timer.cancel()
            process.returncode = self.status = os.waitstatus_to_exitcode(status)
            self.seconds = time.monotonic() - began
            self.peak = used.ru_maxrss << 10
            out.seek(0)
            err.seek(0)
            self.out, self.err = out.read(), err.read()

    def stop(self, process):
        self.late = True
        process.kill()


def case(name, run, statuses, says=None, also=None):
    global done
    done += 1
    wrong = []
    if run.late:
        wrong.append("was not done in time")
    elif run.status not in statuses:
        wrong.append(f"exit status {run.status}, not {sorted(statuses)}")
    if run.peak > LARGEST:
        wrong.append(f"{run.peak >> 20} MB")
    if says and says.encode() not in run.err:
        wrong.append(f"standard error does not say {says!r}")
    if b"Fatal error" in run.err or b"Backtrace" in run.err or b"Thread 0" in run.err:
        wrong.append("a trap")
    if also:
        wrong += [text for text, holds in also if not holds]
    if wrong:
        failures.append(name)
        tail = run.err[-300:].decode(errors="replace")
        print(f"FAIL {name}: {'; '.join(wrong)}\n     {tail!r}")
    else:
        print(f"ok   {name}")


def leftovers(folder):
    return [name for name in os.listdir(folder) if name.startswith(".fatigue-")]


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path


def inputs(work):
    good = read(ROSTER)
    places = {
        "missing": (os.path.join(work, "nobody.csv"), {3}),
        "empty": (write(os.path.join(work, "empty.csv"), b""), {3}),
        "byte order mark only": (write(os.path.join(work, "bom.csv"), b"\xef\xbb\xbf"), {3}),
        "line breaks only": (write(os.path.join(work, "lines.csv"), b"\r\n" * 500), {3}),
        "zeros": (write(os.path.join(work, "zeros.csv"), bytes(100_000)), {3}),
        "noise": (write(os.path.join(work, "noise.csv"), os.urandom(300_000)), {3}),
        "noise as a calendar": (write(os.path.join(work, "noise.ics"), os.urandom(300_000)), {3}),
        "one long line": (write(os.path.join(work, "long.csv"), b"a;" * 3_000_000), {3}),
        "one long field": (write(os.path.join(work, "field.csv"), b"x" * 20_000_000), {3}),
        "a quote that never ends": (
            write(os.path.join(work, "quote.csv"), b"ansatt;start;slutt\n\"" + good * 50), {3}),
        "a folder": (work, {3}),
        "/dev/null": ("/dev/null", {3}),
        "/dev/zero": ("/dev/zero", {3}),
        "/dev/full": ("/dev/full", {3}),
    }
    loop = os.path.join(work, "loop.csv")
    os.symlink("loop.csv", loop)
    places["a link to itself"] = (loop, {3})
    huge = os.path.join(work, "huge.csv")
    with open(huge, "wb") as file:
        file.truncate(10 << 30)
    places["10 GB of holes"] = (huge, {3})
    for name, (path, statuses) in places.items():
        for command in (["check"], ["convert"], ["plan"]) if not QUICK else (["check"],):
            run = Run([*command, path, "--no-config"], seconds=60)
            case(f"input, {command[0]}: {name}", run, statuses,
                 says=os.path.basename(path) if path != work else None)
    run = Run(["check", "-", "--no-config"], stdin=open("/dev/zero", "rb"), seconds=60)
    case("input: standard input without an end", run, {3})
    run = Run(["check", "-", "--no-config"], closing=(0,))
    case("input: standard input is closed", run, {3})
    with open(ROSTER, "rb") as file:
        run = Run(["check", "-", "--no-config", "--exit-zero"], stdin=file)
        case("input: standard input is a file", run, {0})
    pipe = os.path.join(work, "pipe.csv")
    os.mkfifo(pipe)
    threading.Thread(target=lambda: write(pipe, good), daemon=True).start()
    case("input: a named pipe", Run(["check", pipe, "--no-config", "--exit-zero"]), {0})
    odd = write(os.path.join(work, "\x1b[31m\n::error::.csv"), good)
    run = Run(["check", odd, "--no-config", "--exit-zero"])
    case("input: a file name with escapes and a line break", run, {0}, also=[
        ("the escape is printed", b"\x1b[31m" not in run.out + run.err),
        ("the line break is printed", b"\n::error::" not in run.out + run.err)])
    if os.getuid() == 0:
        closed = write(os.path.join(work, "closed.csv"), good)
        os.chmod(closed, 0)
        os.chmod(work, 0o755)
        case("input: no right to read", Run(["check", closed, "--no-config"], user=65534), {3},
             says="closed.csv")
    else:
        left_out.append("input: no right to read (needs root)")


def other_files(work):
    """The files that options name: no worse than a roster."""
    bad = {
        "missing": os.path.join(work, "nobody.file"),
        "empty": os.path.join(work, "empty.csv"),
        "zeros": os.path.join(work, "zeros.csv"),
        "noise": os.path.join(work, "noise.csv"),
        "a folder": work,
        "/dev/zero": "/dev/zero",
        "a link to itself": os.path.join(work, "loop.csv"),
        "10 GB of holes": os.path.join(work, "huge.csv"),
    }
    for option in ("--config", "--baseline", "--sleep", "--history", "--legend"):
        for name, path in bad.items():
            if QUICK and name in ("noise", "zeros"):
                continue
            fixed = [] if option == "--config" else ["--no-config"]
            run = Run(["check", ROSTER, option, path, *fixed], seconds=60)
            # An empty file of settings settles nothing, an empty log has no sleep in it.
            case(f"{option}: {name}", run, {0, 1, 2, 3} if name == "empty" else {2, 3})


def outputs(work):
    old = b"the report of yesterday\n"
    check = ["check", ROSTER, "--no-config"]
    case("output: /dev/full", Run([*check, "-o", "/dev/full"]), {4}, says="/dev/full")
    for form in ("json", "csv", "html", "sarif"):
        case(f"output: /dev/full as {form}", Run([*check, "-f", f"{form}=/dev/full"]), {4})
    with open("/dev/full", "wb") as full:
        case("output: standard output is full", Run(check, stdout=full), {4})
        case("output: standard error is full", Run(["check", "nobody.csv"], stderr=full), {3, 4})
    case("output: a folder", Run([*check, "-o", work]), {4})
    case("output: a folder that is not there",
         Run([*check, "-o", os.path.join(work, "no", "report.txt")]), {4}, says="report.txt")
    case("output: standard output is closed", Run(check, closing=(1,)), {4})
    case("output: standard error is closed", Run([*check, "--exit-zero"], closing=(2,)), {0, 4})

    report = write(os.path.join(work, "report.txt"), old)
    limit = {resource.RLIMIT_FSIZE: 1000}
    case("output: a limit on the size of files", Run([*check, "-o", report], limits=limit), {4}, also=[
        ("the old report is gone", read(report) == old), ("leftovers", not leftovers(work))])
    os.chmod(report, 0o640)
    run = Run([*check, "--exit-zero", "-o", report])
    case("output: an old report is replaced whole", run, {0}, also=[
        ("the rights changed", stat.S_IMODE(os.stat(report).st_mode) == 0o640),
        ("it is the old one", read(report) != old)])
    link = os.path.join(work, "link.txt")
    os.symlink("report.txt", link)
    case("output: a link stays a link", Run([*check, "--exit-zero", "-o", link]), {0}, also=[
        ("it is no link now", os.path.islink(link))])
    case("output: a link to itself", Run([*check, "-o", os.path.join(work, "loop.csv")]), {4})
    pipe = os.path.join(work, "out.pipe")
    os.mkfifo(pipe)
    came = []
    threading.Thread(target=lambda: came.append(read(pipe)), daemon=True).start()
    run = Run([*check, "--exit-zero", "-o", pipe])
    time.sleep(0.2)
    case("output: a named pipe is written in place", run, {0}, also=[
        ("nothing came", bool(came and came[0])),
        ("the pipe is a file now", stat.S_ISFIFO(os.stat(pipe).st_mode))])

    for form in ("text", "json", "ndjson", "csv", "html"):
        readable, writable = os.pipe()
        os.close(readable)
        run = Run([*check, "--exit-zero", "-f", form], stdout=os.fdopen(writable, "wb"))
        case(f"output: a closed pipe, {form}", run, {0}, also=[("it complains", not run.err)])

    if os.getuid() == 0:
        folder = os.path.join(work, "readonly")
        os.mkdir(folder)
        kept = write(os.path.join(folder, "report.txt"), old)
        os.chmod(folder, 0o555)
        os.chmod(work, 0o755)
        # The clone may lie where that user has no right to look.
        copy = shutil.copy(ROSTER, os.path.join(work, "roster.csv"))
        os.chmod(copy, 0o444)
        run = Run(["check", copy, "--no-config", "-o", kept], user=65534)
        case("output: no right to write", run, {4}, also=[("it changed", read(kept) == old)])
        small = os.path.join(work, "small")
        os.mkdir(small)
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8k", "none", small], capture_output=True)
        if mounted.returncode == 0:
            kept = write(os.path.join(small, "report.html"), old)
            run = Run([*check, "-f", f"html={kept}"])
            case("output: a full disk", run, {4}, also=[
                ("the old report is gone", read(kept) == old), ("leftovers", not leftovers(small))])
            subprocess.run(["umount", small])
        else:
            left_out.append("output: a full disk (mount is not allowed)")
    else:
        left_out.append("output: no right to write, a full disk (need root)")


def changes(work):
    """Files that change while they are read, and a user who has had enough."""
    good = read(ROSTER)
    rows = good.split(b"\n", 1)
    big = rows[0] + b"\n" + rows[1] * max(1, (40 << 20) // len(rows[1]))
    moving = os.path.join(work, "moving.csv")

    def after(seconds, change):
        def act(process):
            threading.Timer(seconds, change).start()
        return act

    for name, change in {
        "grows": lambda: write(moving, big + rows[1] * 100),
        "is cut": lambda: os.truncate(moving, 1000),
        "vanishes": lambda: os.unlink(moving),
        "becomes a folder": lambda: (os.unlink(moving), os.mkdir(moving)),
    }.items():
        for delay in (0.002, 0.02):
            if os.path.isdir(moving):
                os.rmdir(moving)
            write(moving, big)
            run = Run(["convert", moving, "--no-config", "-o", "/dev/null"], seconds=120,
                      meanwhile=after(delay, change))
            time.sleep(0.05)
            case(f"while it is read, the file {name} ({delay} s)", run, {0, 3})
    if os.path.isdir(moving):
        os.rmdir(moving)
    write(moving, big)
    # Where this was started in the background by a shell, what it starts would ignore the signal too.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        for delay in (0.02, 0.3):
            old = b"the report of yesterday\n"
            report = write(os.path.join(work, "interrupted.json"), old)
            run = Run(["check", moving, "--no-config", "-f", f"json={report}"], seconds=300,
                      meanwhile=lambda p: threading.Timer(delay, p.send_signal, [number]).start())
            case(f"{signal.Signals(number).name} after {delay} s", run, {128 + number, -number}, also=[
                ("the old report is gone", read(report) == old),
                ("leftovers", not leftovers(work))])


with tempfile.TemporaryDirectory(prefix="fatigue-faults-") as work:
    inputs(work)
    other_files(work)
    outputs(work)
    changes(work)
for reason in left_out:
    print(f"left out: {reason}")
print(f"{done} cases, {len(failures)} failed")
sys.exit(1 if failures else 0)
