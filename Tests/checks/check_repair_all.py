#!/usr/bin/env python3
"""Checks what `fatigue repair` does to every roster of some folders, and that nothing easy is left.

    check_repair_all.py FATIGUE [FILE|FOLDER]... [--seconds N] [--others N]

For each roster: `convert`, `repair -o`, then `check_repair.py` on the two, which counts shifts, hours and rests by
itself. What the law still finds afterwards is then gone through without the search: every shift of whoever has it,
within two days of it, is given to everybody else, and changed for every shift of theirs in the whole plan. Of the
exchanges that keep hours, rests and weeks by the count of check_repair.py, `--others` are written as rosters of their
own and shown to `fatigue check`, which judges one plan at a time and knows nothing of exchanges. One that leaves less
of the law, with nobody having more of it, is an exchange that repair has missed.
"""

import argparse
import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import check_repair

GRAVE = ("breach", "disputed")


def find(paths):
    for path in paths:
        path = pathlib.Path(path)
        if path.is_dir():
            yield from sorted(p for p in path.glob("*.csv") if ".truth" not in p.name)
        else:
            yield path


class Roster:
    """Rows of a converted roster, as written and as check_repair.py reads them."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            self.fields, self.lines = reader.fieldnames, list(reader)
        self.rows = check_repair.read(path)
        self.names = {r.person: l["person"] for r, l in zip(self.rows, self.lines)}

    def write(self, path, owners):
        """With other owners for some rows, by their place."""
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, self.fields, lineterminator="\n")
            writer.writeheader()
            for place, line in enumerate(self.lines):
                if place in owners:
                    old, new = self.rows[place].person, owners[place]
                    tags = [t for t in line["tags"].split(";") if t and t != f"personId={old}"]
                    if self.names[new] != new:
                        tags.append(f"personId={new}")
                    line = {**line, "person": self.names[new], "tags": ";".join(tags)}
                writer.writerow(line)


def law(fatigue, path):
    """Breaches and what is disputed of the law, for each person, and where."""
    done = subprocess.run(
        [fatigue, "check", path, "--no-config", "--names", "real", "--exit-zero", "--select", "AML", "-f", "json"],
        capture_output=True, text=True)
    report = json.loads(done.stdout)
    counts, places = collections.defaultdict(collections.Counter), []
    for finding in report["findings"]:
        if finding["lane"] == "law" and finding["status"] in GRAVE and "employee" in finding:
            counts[finding["employee"]][finding["status"]] += 1
            places.append(finding)
    return counts, places


def key(counter):
    return tuple(counter[status] for status in GRAVE)


def exchanges(roster, people, person, start, end):
    """Every shift of somebody near a stretch, alone and with every shift of everybody else."""
    day = 86_400
    own = [p for p in people[person]
           if roster.rows[p].kind == "work" and roster.rows[p].start.timestamp() < end + 2 * day
           and roster.rows[p].end.timestamp() > start - 2 * day]
    for other in people:
        if other == person:
            continue
        for given in own:
            yield {given: other}
            for taken in people[other]:
                if roster.rows[taken].kind == "work":
                    yield {given: other, taken: person}


class Keeper:
    """What an exchange may not do, by the count of check_repair.py."""

    def __init__(self, before, roster, tolerance):
        self.roster, self.tolerance = roster, tolerance
        self.hours = {p: check_repair.hours(rows) for p, rows in check_repair.by_person(before).items()}
        dates = [r.start.date() for r in before]
        self.first, self.last, self.zone = min(dates), max(dates), before[0].start.tzinfo
        self.units = collections.defaultdict(set)
        for row in before:
            if row.kind in check_repair.WORK:
                self.units[row.person].add(row.unit)
        self.now = {p: self.measure(rows) for p, rows in check_repair.by_person(roster.rows).items()}

    def measure(self, rows):
        return (check_repair.blocks(rows)[1], check_repair.short_rests(rows, 8), check_repair.short_rests(rows, 11),
                check_repair.restless_weeks(rows, self.first, self.last, self.zone),
                max(48, check_repair.longest_week(rows, self.first, self.last, self.zone)))

    def allows(self, owners, people):
        rows = self.roster.rows
        touched = {rows[p].person for p in owners} | set(owners.values())
        for place, new in owners.items():
            if rows[place].unit not in self.units[new]:
                return False
        for person in touched:
            own = [rows[p] for p in people[person] if p not in owners]
            own += [rows[p] for p, new in owners.items() if new == person]
            if abs(check_repair.hours(own) - self.hours[person]) > self.tolerance + 1e-9:
                return False
            leave = [r for r in own if r.kind in ("absence", "free") or r.kind == "off"]
            got = [rows[p] for p, new in owners.items() if new == person]
            # A coded day off that gives way is another thing than an exchange: it costs somebody that day.
            if any(r.start < g.end and g.start < r.end for r in leave for g in got):
                return False
            if any(a > b for a, b in zip(self.measure(own), self.now[person])):
                return False
        return True


def missed(fatigue, before, after, folder, tolerance, most):
    """Exchanges that repair could have made, and how many were looked at."""
    roster = Roster(after)
    counts, places = law(fatigue, after)
    people = collections.defaultdict(list)
    for place, row in enumerate(roster.rows):
        people[row.person].append(place)
    called = {name: person for person, name in roster.names.items()}
    keeper = Keeper(check_repair.read(before), roster, tolerance)
    seen, kept, found = 0, [], []
    for finding in places:
        person = called.get(finding["employee"], finding["employee"])
        if person not in people:
            continue
        start, end = (check_repair.dt.datetime.fromisoformat(finding[k]).timestamp() for k in ("from", "to"))
        for owners in exchanges(roster, people, person, start, end):
            seen += 1
            if keeper.allows(owners, people):
                kept.append((finding["rule"], person, owners))
    # Evenly over all of them, so that no finding is left out.
    step = max(1, len(kept) // most) if most else 1
    for rule, person, owners in kept[::step]:
        trial = pathlib.Path(folder) / "trial.csv"
        roster.write(trial, owners)
        new, _ = law(fatigue, trial)
        touched = {roster.rows[p].person for p in owners} | set(owners.values())
        names = {roster.names[p] for p in touched}
        if all(key(new[n]) <= key(counts[n]) for n in names) and any(key(new[n]) < key(counts[n]) for n in names):
            found.append((rule, person, owners))
    return found, seen, len(kept), len(kept[::step]), roster


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fatigue")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--tolerance", type=float, default=8)
    parser.add_argument("--others", type=int, default=0)
    options = parser.parse_args()
    failed = 0
    for path in find(options.paths):
        with tempfile.TemporaryDirectory() as folder:
            before, after = pathlib.Path(folder) / "before.csv", pathlib.Path(folder) / "after.csv"
            with open(before, "w", encoding="utf-8") as file:
                done = subprocess.run([options.fatigue, "convert", path, "--no-config"], stdout=file,
                                      stderr=subprocess.DEVNULL)
            if done.returncode not in (0, 1):
                print(f"{path.name}: is not read by itself")
                continue
            began = time.monotonic()
            done = subprocess.run(
                [options.fatigue, "repair", path, "--no-config", "-f", f"json={folder}/repair.json", "-o", after],
                capture_output=True, text=True)
            seconds = time.monotonic() - began
            faults = []
            if done.returncode not in (0, 1):
                print(f"{path.name}: exit status {done.returncode}: {done.stderr[-300:]}")
                failed += 1
                continue
            judged = subprocess.run(
                [sys.executable, pathlib.Path(__file__).with_name("check_repair.py"), before, after],
                capture_output=True, text=True)
            if judged.returncode:
                faults += judged.stdout.splitlines()[:-1]
            if seconds > options.seconds:
                faults.append(f"took {seconds:.1f} s")
            report = json.loads(pathlib.Path(folder, "repair.json").read_text("utf-8"))
            reasons = collections.Counter((s["rule"], s["status"], s["reason"]) for s in report["standing"])
            old, new = law(options.fatigue, before)[0], law(options.fatigue, after)[0]
            sums = [sum((c for c in counts.values()), collections.Counter()) for counts in (old, new)]
            for status in GRAVE[:1]:
                if sums[1][status] > sums[0][status]:
                    faults.append(f"more of {status}: {sums[0][status]} -> {sums[1][status]}")
            tried = ""
            if options.others:
                found, seen, kept, shown, roster = missed(
                    options.fatigue, before, after, folder, options.tolerance, options.others)
                tried = f", {seen} exchanges gone through, {kept} keep hours and rests, {shown} judged"
                for rule, person, owners in found[:5]:
                    moves = "; ".join(
                        f"{roster.rows[p].start:%Y-%m-%d %H:%M} {roster.rows[p].person} -> {new}"
                        for p, new in owners.items())
                    faults.append(f"missed for {rule} of {person}: {moves}")
            print(f"{path.name}: breach {sums[0]['breach']} -> {sums[1]['breach']}, disputed {sums[0]['disputed']} -> "
                  f"{sums[1]['disputed']}, {seconds:.1f} s{tried}, {len(faults)} faults")
            for fault in faults:
                print(f"  {fault}")
            for (rule, status, reason), count in sorted(reasons.items()):
                print(f"  stands: {count} x {rule} ({status}): {reason}")
            failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
