#!/usr/bin/env python3
"""Plans through the program itself. usage: check_plan.py BINARY ROSTER...
The JSON of the ward and of everybody must fit its schema, and name nobody who was not asked for. Every calendar
of --out-dir must pass check_ics.py, and icalendar, ics and vobject must give the same starts and ends."""
import argparse, json, pathlib, subprocess, sys, tempfile
from _lib import *
import check_ics
def plan(binary, *args):
    p = subprocess.run([binary, 'plan', '--no-config', '--lenient', *args], capture_output=True, timeout=300)
    need(p.returncode == 0, f'exit status {p.returncode}: {p.stderr.decode()[:200]}'); return p.stdout
def readers(b):
    import icalendar, ics, vobject
    def spans(x): return sorted((a.timestamp(), z.timestamp()) for a, z in x)
    c = icalendar.Calendar.from_ical(b)
    yield spans((x.start, x.end) for x in c.walk('VEVENT'))
    yield spans((x.begin, x.end) for x in ics.Calendar(b.decode()).events)
    yield spans((x.dtstart.value, x.dtend.value) for x in vobject.readOne(b.decode()).vevent_list)
def check(roster, binary):
    ward = load_json_text(plan(binary, roster, '-f', 'json').decode()); validate(ward, 'fatigue-plan-1.schema.json'); need(not ward['people'], 'the ward page shows people')
    with tempfile.TemporaryDirectory() as d:
        plan(binary, roster, '--out-dir', f'{d}/ics'); files = sorted(pathlib.Path(f'{d}/ics').iterdir()); events = 0
        for f in files:
            check_ics.check(str(f), tz=None, private=True); first, *others = readers(f.read_bytes()); events += len(first)
            need(all(o == first for o in others), f'{f.name}: the readers differ')
            own = load_json_text(plan(binary, roster, '-e', f.stem, '-f', 'json').decode()); validate(own, 'fatigue-plan-1.schema.json')
            need([p['id'] for p in own['people']] == [f.stem], 'other people shown'); need(not own['wardNights'], "the ward's nights in a person's plan")
            others = [o.stem for o in files if o != f]; need(not any(o in json.dumps(own) for o in others), 'names of others')
    return f'{len(files)} people, {events} events'
if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__); ap.add_argument('binary'); ap.add_argument('rosters', nargs='+'); a = ap.parse_args()
    sys.exit(max(run(check, f, a.binary) for f in a.rosters))
