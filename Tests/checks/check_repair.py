#!/usr/bin/env python3
"""Checks what `fatigue repair -o AFTER` did to a roster, from the two rosters alone.

    check_repair.py BEFORE.csv AFTER.csv [--tolerance HOURS] [--fixed WHO[:DATE]]... [--cleared]

Both files are what `fatigue convert -f csv` writes. Says nothing of laws by itself: it counts shifts, hours and
rests, and knows nothing of how the exchanges were found.

 * every shift is still there once: kind, code, unit, start, end; and everything that is no work stays;
 * nobody's working hours have moved further than the tolerance;
 * nobody is at two places at once who was not before;
 * nobody works longer beyond 13 h in one stretch than before, all stretches together;
 * nobody has more rests under 11 h or under 8 h, or weeks without 35 h in one stretch, than before;
 * nobody's longest whole week has got longer than it was, or than 48 h;
 * fixed people and dates have what they had;
 * with --cleared no rest under 8 h is left at all.
"""

import argparse
import collections
import csv
import datetime as dt
import sys
import zoneinfo

WORK = {"work", "overtime", "callOut", "passive"}
Row = collections.namedtuple("Row", "person kind code unit start end pause whole")


def read(path):
    rows = []
    with open(path, encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            whole = len(line["start"]) == 10
            tags = dict(tag.split("=", 1) for tag in line["tags"].split(";") if "=" in tag)
            zone = zoneinfo.ZoneInfo(line["zone"])
            moments = []
            for name in ("start", "end"):
                if whole:
                    day = dt.date.fromisoformat(line[name])
                    moments.append(dt.datetime(day.year, day.month, day.day, tzinfo=zone))
                else:
                    moment = dt.datetime.fromisoformat(line[name].replace("Z", "+00:00"))
                    moments.append(moment.astimezone(zone))
            person = tags.get("personId") or line["person"]
            rows.append(
                Row(person, line["kind"], line["code"], line["unit"], *moments,
                    int(tags.get("unpaidBreak", 0)), whole))
    return rows


def seconds(start, end):
    return (end.astimezone(dt.timezone.utc) - start.astimezone(dt.timezone.utc)).total_seconds()


def by_person(rows):
    people = collections.defaultdict(list)
    for row in rows:
        people[row.person].append(row)
    return people


def hours(rows):
    return sum(seconds(r.start, r.end) / 3600 - r.pause / 60 for r in rows if r.kind in WORK)


def blocks(rows):
    """Stretches of work, those that touch or overlap made one; and seconds worked twice."""
    merged, twice = [], 0
    for row in sorted((r for r in rows if r.kind in WORK), key=lambda r: (r.start.timestamp(), r.end.timestamp())):
        start, end = row.start.timestamp(), row.end.timestamp()
        if merged and start <= merged[-1][1]:
            twice += max(0, min(merged[-1][1], end) - start)
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged, twice


def overlong(rows):
    """Hours beyond 13 in stretches without a break."""
    return sum(max(0, end - start - 13 * 3600) for start, end in blocks(rows)[0]) / 3600


def short_rests(rows, limit):
    merged, _ = blocks(rows)
    return sum(0 < b[0] - a[1] < limit * 3600 for a, b in zip(merged, merged[1:]))


def restless_weeks(rows, first, last, zone):
    """Whole weeks in which no stretch of 35 h is free that touches the week."""
    merged, _ = blocks(rows)
    if not merged:
        return 0
    count, monday = 0, first + dt.timedelta(days=-first.weekday() % 7)
    while monday + dt.timedelta(days=6) <= last:
        ends = [dt.datetime(d.year, d.month, d.day, tzinfo=zone).timestamp()
                for d in (monday, monday + dt.timedelta(days=7))]
        edges = [(float("-inf"), merged[0][0])]
        edges += [(a[1], b[0]) for a, b in zip(merged, merged[1:])]
        edges += [(merged[-1][1], float("inf"))]
        if not any(b - a >= 35 * 3600 and a < ends[1] and b > ends[0] for a, b in edges):
            count += 1
        monday += dt.timedelta(days=7)
    return count


def longest_week(rows, first, last, zone):
    """Hours of work in the longest whole week."""
    longest, monday = 0, first + dt.timedelta(days=-first.weekday() % 7)
    while monday + dt.timedelta(days=6) <= last:
        start, end = (dt.datetime(d.year, d.month, d.day, tzinfo=zone).timestamp()
                      for d in (monday, monday + dt.timedelta(days=7)))
        longest = max(longest, sum(max(0, min(r.end.timestamp(), end) - max(r.start.timestamp(), start)) / 3600
                                   for r in rows if r.kind in WORK))
        monday += dt.timedelta(days=7)
    return longest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--tolerance", type=float, default=8)
    parser.add_argument("--fixed", action="append", default=[])
    parser.add_argument("--cleared", action="store_true")
    options = parser.parse_args()
    before, after = read(options.before), read(options.after)
    faults = []

    def coverage(rows):
        return collections.Counter(
            (r.kind, r.code, r.unit, r.start, r.end, r.pause) for r in rows if r.kind != "off")

    lost, new = coverage(before) - coverage(after), coverage(after) - coverage(before)
    for name, some in (("lost", lost), ("new", new)):
        for key, count in some.items():
            faults.append(f"{name} {count} x {key[0]} {key[1]} {key[2]} {key[3]:%Y-%m-%d %H:%M}")

    old, now = by_person(before), by_person(after)
    still = {"absence", "free", "onCall", "overtime", "callOut", "passive", "incident", "defusing"}
    dates = [r.start.date() for r in before]
    first, last = min(dates), max(dates)
    zone = before[0].start.tzinfo
    for person in sorted(set(old) | set(now)):
        a, b = old.get(person, []), now.get(person, [])
        moved = hours(b) - hours(a)
        if abs(moved) > options.tolerance + 1e-9:
            faults.append(f"{person}: hours {moved:+.2f}")
        if blocks(b)[1] > blocks(a)[1]:
            faults.append(f"{person}: at two places at once")
        if overlong(b) > overlong(a):
            faults.append(f"{person}: more work beyond 13 h in one stretch, {overlong(a):.1f} h -> {overlong(b):.1f} h")
        for limit in (11, 8):
            if short_rests(b, limit) > short_rests(a, limit):
                faults.append(f"{person}: more rests under {limit} h")
        if restless_weeks(b, first, last, zone) > restless_weeks(a, first, last, zone):
            faults.append(f"{person}: more weeks without 35 h")
        weeks = [longest_week(rows, first, last, zone) for rows in (a, b)]
        if weeks[1] > max(48, weeks[0]) + 1e-9:
            faults.append(f"{person}: a longer week, {weeks[0]:.1f} -> {weeks[1]:.1f} h")
        keep = lambda rows: sorted(r for r in rows if r.kind in still)
        if keep(a) != keep(b):
            faults.append(f"{person}: leave or other settled rows have moved")
        leave = [r for r in b if r.kind in ("absence", "free")]
        for row in b:
            if row.kind == "work" and row not in a and any(
                    row.start < r.end and r.start < row.end for r in leave):
                faults.append(f"{person}: called from leave on {row.start:%Y-%m-%d}")
    for text in options.fixed:
        person, _, span = text.partition(":")
        ends = [dt.date.fromisoformat(d) for d in span.split("/")] if span else [first, last]

        def there(rows):
            return sorted(r for r in rows.get(person, []) if ends[0] <= r.start.date() <= ends[-1])

        if person not in old:
            faults.append(f"{person}: fixed, but not in the roster")
        if there(old) != there(now):
            faults.append(f"{text}: fixed, and not as it was")
    if options.cleared:
        left = {p: short_rests(rows, 8) for p, rows in now.items()}
        left = {p: n for p, n in left.items() if n}
        if left:
            faults.append(f"rests under 8 h left: {left}")
    for fault in faults:
        print(fault)
    moved = sum((collections.Counter(after) - collections.Counter(before)).values())
    rests = [sum(short_rests(rows, 11) for rows in people.values()) for people in (old, now)]
    weeks = [sum(restless_weeks(rows, first, last, zone) for rows in people.values()) for people in (old, now)]
    print(f"{options.after}: {moved} rows moved, rests under 11 h {rests[0]} -> {rests[1]}, "
          f"weeks without 35 h {weeks[0]} -> {weeks[1]}, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
