#!/usr/bin/env python3
"""Calendars through the program itself. usage: check_calendar.py BINARY FOLDER
FOLDER holds calendars, each with expected/NAME.json beside it. The occurrences of `convert -f json`
in the expected window must be the expected ones, or those with documented alternatives applied."""
import argparse, collections, itertools, json, pathlib, subprocess, sys
from _lib import *
def key(o): return (o['start'], o['end'], o.get('uid') or '')
def explained(exp, got):
    want = collections.Counter(map(key, exp['occurrences'])); have = collections.Counter(map(key, got)); alts = exp.get('alternatives', [])
    for n in range(len(alts) + 1):
        for combo in itertools.combinations(alts, n):
            w = want.copy()
            for a in combo: w -= collections.Counter(tuple(y or '' for y in x[:3]) for x in a['remove']); w += collections.Counter(tuple(y or '' for y in x[:3]) for x in a['add'])
            if w == have: return [a['policy'] for a in combo]
def check(path, binary):
    e = pathlib.Path(path); exp = json.loads(e.read_text('utf-8')); src = e.parent.parent / (e.stem + '.ics'); w = exp['window']
    p = subprocess.run([binary, 'convert', '-q', '-f', 'json', '--from', w['from'], '--to', w['to'], '-o', '/dev/stdout', str(src)], capture_output=True, timeout=60)
    need(p.returncode in (0, 3), f'exit status {p.returncode}'); got = load_json_text(p.stdout.decode()) if p.stdout.strip() else []
    policies = explained(exp, got); need(policies is not None, f'{len(got)} occurrences, {exp["count"]} expected')
    return ', '.join(policies) or 'strict'
if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__); ap.add_argument('binary'); ap.add_argument('folder'); a = ap.parse_args()
    files = sorted(pathlib.Path(a.folder).glob('**/expected/*.json')); sys.exit(max((run(check, str(f), a.binary) for f in files), default=2))
