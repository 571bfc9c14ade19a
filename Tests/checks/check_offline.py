#!/usr/bin/env python3
"""Runs every command under strace: no socket is opened, no file is touched but those that may be.

Usage: check_offline.py FATIGUE SAMPLES

Needs strace. A file may be opened when it is an operand, an option's value, fatigue.toml in the folder or
one above it, the zone folder, or what the C library and the Swift runtime read of the system they run on.
Standard library only.
"""
import os
import re
import subprocess
import sys
import tempfile

FATIGUE, SAMPLES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ROSTER, CALENDAR = os.path.join(SAMPLES, "turnus.csv"), os.path.join(SAMPLES, "rotasjon.ics")
# What a Linux process reads of its machine, whatever it does: processors, limits, libraries. Dispatch looks at the
# state of its own threads, /proc/THREAD/stat, when work takes over a second; the C library at overcommit_memory when
# it gives memory of a thread back.
MACHINE = re.compile(
    r"/(proc/self/|proc/[0-9]+/stat$|proc/sys/vm/overcommit_memory$|proc/stat|proc/cpuinfo|proc/meminfo|"
    r"sys/devices/system/cpu|sys/fs/cgroup|"
    r"dev/null|dev/urandom|etc/ld\.so|lib/|lib64/|usr/lib/|etc/localtime$)")
NETWORK = re.compile(r"^\d*\s*(socket|connect|bind|listen|accept4?|sendto|sendmsg|recvfrom|recvmsg|getaddrinfo)\(")
NAMED = re.compile(r'\b(?:open|openat|openat2|creat|rename|renameat2?|unlink|unlinkat|mkdir|mkdirat|'
                   r'symlink|link|truncate|chmod|chown)\((?:AT_FDCWD, |\d+[^,]*, )?"((?:[^"\\]|\\.)*)"([^)]*)')
RUN = re.compile(r"\b(execve|execveat|fork|vfork)\(")


def trace(arguments, folder, allowed):
    """The exit status, and each line or path that should not be there.

    `allowed` are paths; one that ends with a slash allows everything below it.
    """
    log = os.path.join(folder, "trace.log")
    status = subprocess.run(
        ["strace", "-f", "-qq", "-o", log, "-e", "trace=%network,%file,%process", FATIGUE, *arguments],
        cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C"}).returncode
    wrong, touched = [], set()
    with open(log, errors="replace") as lines:
        for number, line in enumerate(lines):
            if NETWORK.match(line):
                wrong.append(line.strip())
            if RUN.search(line) and number > 0:
                wrong.append(line.strip())
            for path, _ in NAMED.findall(line):
                path = os.path.normpath(os.path.join(folder, path))
                # A long report has no name in its folder until it is complete.
                if "O_TMPFILE" in line and path in {os.path.dirname(name) for name in allowed}:
                    continue
                touched.add(path)
    os.remove(log)
    above = {os.path.join(part, "fatigue.toml") for part in parents(folder)}
    above |= {os.path.join(part, ".git") for part in parents(folder)}
    for path in sorted(touched):
        if path in allowed or path in above or MACHINE.match(path):
            continue
        if any(name.endswith("/") and (path + "/").startswith(name) for name in allowed):
            continue
        # Written beside its place and renamed.
        if os.path.basename(path).startswith(".fatigue-") and os.path.dirname(path) in {
                os.path.dirname(name) for name in allowed}:
            continue
        wrong.append(f"touches {path}")
    return status, wrong


def parents(folder):
    while True:
        yield folder
        if folder == os.path.dirname(folder):
            return
        folder = os.path.dirname(folder)


def commands(folder):
    made = lambda name: os.path.join(folder, name)
    every = [f"{form}={made('r.' + form)}" for form in (
        "json", "ndjson", "csv", "sarif", "junit", "github", "gitlab", "markdown", "html", "protokoll")]
    formats = [part for form in every for part in ("-f", form)]
    yield ["--version"], {0}, set()
    yield ["help"], {0}, set()
    for name in ("check", "convert", "plan", "predict", "explain"):
        yield ["help", name], {0}, set()
    yield ["help", "--man"], {0}, set()
    for shell in ("bash", "zsh", "fish"):
        yield ["completion", shell], {0}, set()
    yield ["rules"], {0}, set()
    yield ["explain", "AML-10-8-2"], {0}, set()
    yield ["explain", "NOBODY"], {2}, set()
    for roster in (ROSTER, CALENDAR):
        yield ["check", roster], {0, 1}, {roster}
        yield ["check", roster, *formats], {0, 1}, {roster, *(e.split("=", 1)[1] for e in every)}
        yield ["plan", roster], {0}, {roster}
        yield ["plan", roster, "-f", "ics", "--out-dir", made("plans")], {0}, {roster, made("plans/")}
        yield ["predict", roster, "-f", "csv", "-o", made("p.csv")], {0}, {roster, made("p.csv")}
        yield ["convert", roster, "-o", made("c.csv")], {0}, {roster, made("c.csv")}
    yield ["check", ROSTER, "--write-baseline", made("b.json")], {0, 1}, {ROSTER, made("b.json")}
    yield ["check", ROSTER, "--baseline", made("b.json")], {0, 1}, {ROSTER, made("b.json")}
    zone = "/usr/share/zoneinfo/Asia/Tokyo"
    yield ["convert", ROSTER, "--zone", "Asia/Tokyo"], {0, 2}, {ROSTER, zone}
    yield ["check", "nobody.csv"], {3}, {made("nobody.csv")}


# The check itself: a program that opens a file of no business is found.
def finds_strangers(folder):
    stranger = os.path.join(folder, "nobody.csv")
    return trace(["check", "nobody.csv"], folder, set())[1] == [f"touches {stranger}"]


failed = count = 0
with tempfile.TemporaryDirectory(prefix="fatigue-offline-") as folder:
    folder = os.path.realpath(folder)
    if not finds_strangers(folder):
        sys.exit("the tracer does not see which files are opened")
    for arguments, statuses, allowed in commands(folder):
        count += 1
        status, wrong = trace(arguments, folder, allowed)
        if status not in statuses:
            wrong.append(f"exit status {status}")
        if wrong:
            failed += 1
            print(f"FAIL {' '.join(arguments)[:90]}")
            for line in wrong[:8]:
                print(f"     {line[:200]}")
print(f"{count} commands, {failed} with a socket, a process or a file of no business")
sys.exit(1 if failed else 0)
