#!/usr/bin/env python3
"""Our JSON report. usage: check_json.py FILE...
Schema plus cross-checks a schema cannot express: counts add up, every finding's rule and employee exist, order is
deterministic, numbers are plain, fingerprints are unique, times run forward, no machine path leaks."""
import argparse, collections, re, sys
from datetime import datetime
from _lib import *
def iso(s): return datetime.fromisoformat(s.replace('Z', '+00:00'))
def cross(summary, employees, findings, rules):
    ids = [e['id'] for e in employees]; need(len(set(ids)) == len(ids), 'employee id twice'); need(ids == sorted(ids), 'employees not in id order')
    need(summary['employees'] == len(ids), f"summary.employees {summary['employees']} != {len(ids)}"); need(summary['shifts'] == sum(e['shifts'] for e in employees), 'summary.shifts does not add up')
    live = [f for f in findings if 'suppressed' not in f and f.get('baseline') != 'absent']
    c = collections.Counter((f['lane'], f['status']) for f in live)
    said = {(l, k): n for l, d in summary['findings'].items() for k, n in d.items() if n}
    need(said == dict(c), f'summary.findings {said} != counted {dict(c)}')
    for i, f in enumerate(findings): need(f['severity'] == dict(breach='error', disputed='warning', warning='warning', note='note')[f['status']], f'finding {i}: severity {f["severity"]} does not follow from status {f["status"]}')
    fp = collections.Counter(f['fingerprint'] for f in findings); need(max(fp.values(), default=1) == 1, 'fingerprint not unique')
    rid = {r['id'] for r in rules} if rules is not None else None
    for i, f in enumerate(findings):
        if rid is not None: need(f['rule'] in rid, f'finding {i}: unknown rule {f["rule"]}')
        if 'employee' in f: need(f['employee'] in set(ids), f'finding {i}: unknown employee {f["employee"]}')
        need(iso(f['from']) <= iso(f['to']), f'finding {i}: from after to'); need(sum(l.get('role', 'primary') == 'primary' for l in f['locations']) == 1, f'finding {i}: exactly one primary location')
        if 'measured' in f and 'limit' in f:
            m, l = f['measured'], f['limit']; need(m['unit'] == l['unit'], f'finding {i}: measured in {m["unit"]}, limit in {l["unit"]}')
            if 'op' in l: need(not {'<': m['value'] < l['value'], '<=': m['value'] <= l['value'], '>': m['value'] > l['value'], '>=': m['value'] >= l['value'], '==': m['value'] == l['value']}[l['op']], f'finding {i}: {m["value"]} {l["op"]} {l["value"]} holds, so this is not a violation')
    if 'peak' in summary: need(summary['peak']['employee'] in set(ids), 'summary.peak.employee unknown')
def check(path):
    text = read_text(path); no_leaks(text); need(text.endswith('\n'), 'no newline at the end'); need(not re.search(r'(?<![\w"])-?\d+\.\d{7,}', text), 'number with more than 6 decimals'); need(not re.search(r'(?<=[:\[,\s])-?\d+(\.\d+)?[eE][+-]?\d+', text), 'exponent notation')
    doc = load_json_text(text); validate(doc, 'fatigue-report-1.schema.json'); cross(doc['summary'], doc['employees'], doc['findings'], doc['rules']); return f"{len(doc['findings'])} findings"
if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__); ap.add_argument('files', nargs='+'); a = ap.parse_args(); sys.exit(max(run(check, f) for f in a.files))
