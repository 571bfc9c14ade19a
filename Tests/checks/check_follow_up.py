#!/usr/bin/env python3
"""Follow-ups through the program itself. usage: check_follow_up.py BINARY DATE FILE...
JSON must fit its schema, and its medians, runs, shifts, trends and effect sizes must be those that this script
computes from the points with numpy and scipy; CSV must hold the same points; HTML must load nothing."""
import argparse, csv, io, math, re, statistics, subprocess, sys
from _lib import *
def follow(binary, date, files, *args):
    p = subprocess.run([binary, 'follow-up', '--no-config', *files, '--change', date, *args], capture_output=True, timeout=300)
    need(p.returncode == 0, f'exit status {p.returncode}: {p.stderr.decode()[:300]}'); return p.stdout.decode()
def streaks(signs):
    out = []
    for i, s in signs:
        if out and out[-1][0] == s: out[-1][2] = i; out[-1][3] += 1
        else: out.append([s, i, i, 1])
    return out
def bounds(t, df, scale):
    from scipy import optimize, stats
    def cdf(nc): # nct has no value far out
        p = stats.nct.cdf(t, df, nc); return p if p == p else float(nc < t)
    f = lambda share: optimize.brentq(lambda nc: cdf(nc) - share, t - 9 - abs(t), t + 9 + abs(t))
    return f(.975) * scale, f(.025) * scale
def chart(s):
    shown = [(i, p) for i, p in enumerate(s['points']) if p['value'] is not None]; c = s['chart']
    need(bool(c) == bool(shown), 'chart without values')
    if not c: return
    v = [p['value'] for _, p in shown]; before = 0
    while before < len(shown) and shown[before][1]['phase'] == 'baseline': before += 1
    held = 10 <= before < len(v); base = v[:before] if held else v
    m = statistics.median(base); near(c['median'], m, 'median'); need(c['medianOf'] == len(base), 'medianOf')
    # Points are rounded to six decimals.
    runs = streaks([(shown[k][0], x > m) for k, x in enumerate(v) if abs(x - m) > 2e-6])
    need(c['runs'] == len(runs), f"{c['runs']} runs, not {len(runs)}")
    need([(x['firstPoint'], x['lastPoint'], x['count'], x['direction'] == 'up') for x in c['shifts']] == [(a, b, n, u) for u, a, b, n in runs if n >= 6], 'shifts')
    need((c['expectedRuns'] is None) == (held or not 10 <= c['usefulPoints'] <= 60), 'expectedRuns')
def near(a, b, what): need(math.isclose(a, b, rel_tol=1e-5, abs_tol=2e-5), f'{what}: {a}, not {b}')
def effects(s):
    for c in s['comparisons']:
        near(c['difference'], c['after'] - c['before'], 'difference'); e = c['effect']
        if not e or e['design'] != 'unpaired': continue
        find = lambda value, phase: next(p for p in s['points'] if p['phase'] == phase and p['value'] is not None and abs(p['value'] - value) < 1e-6)
        a, b = find(c['before'], 'baseline'), find(c['after'], c['phase']); n1, n2 = a['n'], b['n']
        d = (b['value'] - a['value']) / math.sqrt(((n1 - 1) * a['sd'] ** 2 + (n2 - 1) * b['sd'] ** 2) / (n1 + n2 - 2)); near(e['d'], d, 'd')
        scale = math.sqrt(1 / n1 + 1 / n2)
        for x, y in zip((e['low'], e['high']), bounds(d / scale, n1 + n2 - 2, scale)): near(x, y, 'bound of d')
def check(date, binary, files):
    doc = load_json_text(follow(binary, date, files, '-f', 'json')); validate(doc, 'fatigue-follow-up-1.schema.json')
    scipy = True
    try: import scipy.stats
    except ImportError: scipy = False
    for s in doc['series']:
        chart(s)
        if scipy: effects(s)
    rows = list(csv.DictReader(io.StringIO(follow(binary, date, files, '-f', 'csv')))); points = [p for s in doc['series'] for p in s['points']]
    need(len(rows) == len(points) and all((r['value'] == '') == (p['value'] is None) for r, p in zip(rows, points)), 'points of CSV and JSON differ')
    for language in 'nb', 'en':
        page = follow(binary, date, files, '-f', 'html', '--lang', language); need(not re.search(r'(src|href)="(?!#)', page), 'the page loads something'); need(page.count('<svg') == sum(bool(s['chart']) for s in doc['series']), 'charts missing')
        text = follow(binary, date, files, '--lang', language, '--width', '80'); need(all(len(l) <= 80 for l in text.splitlines()), 'a line wider than 80')
    return f"{len(doc['series'])} series, {len(points)} points" + ('' if scipy else ', effect sizes not checked for want of scipy')
if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__); ap.add_argument('binary'); ap.add_argument('date'); ap.add_argument('files', nargs='+'); a = ap.parse_args()
    sys.exit(run(check, a.date, a.binary, a.files))
