#!/usr/bin/env python3
"""Checks for `fatigue compare -f json` and `check --what-if`.

usage: check_compare.py FATIGUE BEFORE AFTER

The JSON must fit its schema; every loss is a difference in the numbers, worse people stand first, the counts of
lanes add up to the people, the effect sizes are those of Python's statistics on the numbers per person, and a plan beside itself
changes nothing.
"""
import math, statistics, subprocess, sys
from _lib import need, validate, run, load_json_text


def compare(binary, *arguments):
    done = subprocess.run([binary, *arguments, '--no-config', '-f', 'json'], capture_output=True, text=True)
    need(done.returncode in (0, 1), f'{arguments}: status {done.returncode} {done.stderr[:200]}')
    doc = load_json_text(done.stdout); validate(doc, 'fatigue-compare-1.schema.json'); cross(doc)
    return doc


def cross(doc):
    both = [p for p in doc['people'] if p['inBefore'] and p['inAfter']]
    need(len(both) == doc['matching']['both'], 'people in both plans')
    need(sum(doc['summary'][k] for k in ('worse', 'better', 'same')) == len(both), 'verdicts do not add up')
    need(doc['summary']['worse'] == sum(1 for p in both if p['losses']), 'losers')
    for lane in doc['lanes']:
        need(sum(lane[k] for k in ('worse', 'better', 'same')) == len(both), f"{lane['lane']}: counts")
        for verdict in ('worse', 'better', 'same'):
            need(lane[verdict] == sum(1 for p in both if p['verdicts'][lane['lane']] == verdict), f"{lane['lane']}: {verdict}")
        if lane['worse']: need(lane['verdict'] == 'worse', 'a loser is hidden')
    measures = {m['id']: m for m in doc['measures']}
    for p in both:
        for c in p['losses'] + p['gains']:
            need('findings' in c or c['before'] != c['after'], f"{p['id']}: {c}")
            if 'measure' in c:
                m = measures[c['measure']]; values = p['measures'][c['measure']]
                need((values['before'], values['after']) == (c['before'], c['after']), f"{p['id']}: {c}")
                need((c in p['losses']) == ((c['after'] > c['before']) == (m['better'] == 'less')), f"{p['id']}: {c} the wrong way")
    for m in doc['measures']:
        pairs = [(p['measures'][m['id']]['before'], p['measures'][m['id']]['after']) for p in both]
        pairs = [(a, b) for a, b in pairs if a is not None and b is not None]
        if m['before'] is None: continue
        a, b = [list(x) for x in zip(*pairs)]; change = [y - x for x, y in pairs]
        need(abs(m['before']['median'] - statistics.median(a)) < 2e-6 and abs(m['after']['mean'] - statistics.fmean(b)) < 2e-6, f"{m['id']}: spread")
        for e in m['effects']:
            if e['design'] == 'unpaired': continue
            s = statistics.stdev(change) if e['design'] == 'pairedByChange' else math.sqrt((statistics.variance(a) + statistics.variance(b)) / 2)
            need(abs(e['d'] - statistics.fmean(change) / s) < 1e-4 * max(1, abs(e['d'])), f"{m['id']}: {e['design']}")
            need(e['low'] <= e['d'] <= e['high'], f"{m['id']}: interval")


def main(binary, before, after):
    doc = compare(binary, 'compare', before, after)
    same = compare(binary, 'compare', before, before)
    need(not same['summary']['worse'] and not same['summary']['better'], 'a plan beside itself')
    need(not any(same['findings'][k] for k in ('new', 'gone', 'graver', 'milder')), 'findings of a plan beside itself')
    return f"{doc['matching']['both']} people, {doc['summary']['worse']} worse, {doc['summary']['better']} better"


if __name__ == '__main__': sys.exit(run(lambda after: main(sys.argv[1], sys.argv[2], after), sys.argv[3]))
