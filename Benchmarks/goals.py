#!/usr/bin/env python3
"""Holds the program against its goals of speed and memory, as whole processes on a trust's year.

usage: goals.py FATIGUE BENCHMARKS [--people 10000] [--repetitions 5]

FATIGUE is the static release binary, BENCHMARKS that of this folder's package, which makes the rosters
and reads files without analysing them. What stands beside the program only parses the same bytes: pandas'
read_csv with to_datetime, Python's csv with datetime.fromisoformat, and Python's icalendar, each in a process
of its own, imports not counted. The program is counted with its start, user and system time. All run in turn, the
ward four times as often; shown is the smallest time or the most memory, for ratios that of the smallest times, and
beside it the ratio of the medians.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

PANDAS = '''
import sys, time
import pandas
start = time.process_time()
frame = pandas.read_csv(sys.argv[1])
frame['start'] = pandas.to_datetime(frame['start'])
frame['end'] = pandas.to_datetime(frame['end'])
print(time.process_time() - start, len(frame))
'''
PYTHON_CSV = '''
import csv, sys, time
from datetime import datetime
start = time.process_time()
with open(sys.argv[1], newline='', encoding='utf-8') as file:
    rows = [(r[0], datetime.fromisoformat(r[1]), datetime.fromisoformat(r[2]), r[3])
            for r in list(csv.reader(file))[1:]]
print(time.process_time() - start, len(rows))
'''
ICALENDAR = '''
import sys, time
import icalendar
start = time.process_time()
with open(sys.argv[1], 'rb') as file:
    events = icalendar.Calendar.from_ical(file.read()).walk('VEVENT')
found = [(str(e.get('summary')), e.get('dtstart').dt, e.get('dtend').dt) for e in events]
print(time.process_time() - start, len(found))
'''


def parsed(command):
    """Seconds of processor time and the number of rows that a command says it took; None without its library."""
    done = subprocess.run(command, capture_output=True, text=True)
    if 'ModuleNotFoundError' in done.stderr:
        return None
    if done.returncode:
        sys.exit(f'{command[0]} {command[-1]}: {done.stdout}{done.stderr}')
    seconds, rows = done.stdout.split()[:2]
    return float(seconds), int(rows)


def process(command):
    """Processor time, wall time and peak memory of a whole process, in seconds and bytes."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        _, status, usage = os.wait4(run.pid, 0)
        wall = time.perf_counter() - start
        run.returncode = os.waitstatus_to_exitcode(status)
    if run.returncode not in (0, 1):
        sys.exit(f'{command}: exit status {run.returncode}')
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024


def in_turn(works, repetitions):
    """The results of several works, run in turn, since a machine that others use is not always as fast."""
    found = {name: [] for name in works}
    for _ in range(repetitions):
        for name, work in works.items():
            found[name].append(work())
    return {name: runs for name, runs in found.items() if None not in runs}


def middle(values):
    return sorted(values)[len(values) // 2]


class Goals:
    """Prints one line a goal."""

    missed = 0

    def say(self, what, measured, unit, goal, is_most, note=''):
        met = measured <= goal if is_most else measured >= goal
        self.missed += not met
        sign = '<=' if is_most else '>='
        print(f'{what:46}{measured:9.2f} {unit:6}{sign} {goal:<7g}{"met" if met else "missed":7}{note}')

    def ratio(self, what, top, bottom, goal, is_most):
        if not top or not bottom:
            print(f'{what:46}{"-":>9}  not installed')
            return
        note = f'by medians {middle(top) / middle(bottom):.2f}'
        self.say(what, min(top) / min(bottom), 'times', goal, is_most, note)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('fatigue')
    parser.add_argument('benchmarks')
    parser.add_argument('--people', type=int, default=10_000)
    parser.add_argument('--repetitions', type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        missed = hold(options, pathlib.Path(folder))
    print(f'\n{missed} goals missed' if missed else '\nevery goal that could be measured is met')


def hold(options, folder):
    fatigue, benchmarks, times = options.fatigue, options.benchmarks, options.repetitions

    def roster(name, people, days):
        path = str(folder / name)
        made = subprocess.run([benchmarks, '--people', str(people), '--days', str(days), '--write', path],
                              check=True, capture_output=True, text=True)
        return path, int(made.stdout.split()[0])

    def check(path, *more):
        return lambda: process([fatigue, 'check', path, '--no-config', *more])

    def python(code, path):
        return lambda: parsed([sys.executable, '-c', code, path])

    big, shifts = roster('big.csv', options.people, 365)
    by_date = str(folder / 'by-date.csv')
    # Not in this process: a child's peak of memory begins with what its parent holds.
    order = '{ head -n 1 "$0"; tail -n +2 "$0" | LC_ALL=C sort -s -t , -k 2,2; } > "$1"'
    subprocess.run(['sh', '-c', order, big, by_date], check=True)
    ward, _ = roster('ward.csv', 40, 84)
    few, _ = roster('few.csv', max(1, options.people // 100), 365)
    calendar = str(folder / 'few.ics')
    subprocess.run([fatigue, 'convert', few, '-f', 'ics', '--names', 'real', '-o', calendar], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    goals = Goals()
    print(f'{options.people} people, 365 days, {shifts} shifts; {times} repetitions in turn\n')
    runs = in_turn({
        'one': check(big, '-f', 'csv', '--jobs', '1'), 'two': check(big, '-f', 'csv', '--jobs', '2'),
        'read': lambda: parsed([benchmarks, '--read', big]), 'pandas': python(PANDAS, big),
        'csv': python(PYTHON_CSV, big), 'date': check(by_date, '-f', 'csv', '--jobs', '2'),
    }, times)
    events = in_turn({'read': lambda: parsed([benchmarks, '--read', calendar]),
                      'icalendar': python(ICALENDAR, calendar)}, times)
    small = in_turn({'text': check(ward), 'csv': check(ward, '-f', 'csv')}, times * 4)
    for name, kept in (('rows', (runs, ('read', 'pandas', 'csv'))), ('events', (events, ('read', 'icalendar')))):
        counts = {run[1] for key in kept[1] for run in kept[0].get(key, [])}
        if len(counts) != 1:
            sys.exit(f'not everybody found the same {name}: {counts}')

    # Of a tenth of the people, as long as of all when each is done by itself.
    models = subprocess.run([benchmarks, '--models', '--people', str(options.people // 10)], check=True,
                            capture_output=True, text=True).stdout
    line = next(line for line in models.splitlines() if line.startswith('fatigue and risk index'))
    index = float(line.split()[4]) / 1e3 * 10

    def column(found, name, place=0):
        return [run[place] for run in found.get(name, [])]

    one, two = column(runs, 'one', 1), column(runs, 'two', 1)
    goals.ratio('table of people / pandas parsing', column(runs, 'one'), column(runs, 'pandas'), 1, True)
    # The fatigue and risk index stands in the table and has a goal of its own beside that of the rest.
    goals.say('fatigue and risk index of all duties', index, 's', 0.4, True)
    for what, wall, threads in (('one thread', one, 1), ('two threads', two, 2)):
        rest = 0.5 if threads == 1 else 0.3
        goals.say(f'table of people, {what}, wall', min(wall), 's', rest + 0.4 / threads, True,
                  f'median {middle(wall):.2f}')
        goals.say('less the index', min(wall) - index / threads, 's', rest, True)
    goals.ratio('one thread / two threads, wall', one, two, 1.5, False)
    goals.ratio('pandas / our parsing', column(runs, 'pandas'), column(runs, 'read'), 5, False)
    goals.ratio('Python csv, fromisoformat / our parsing', column(runs, 'csv'), column(runs, 'read'), 50, False)
    goals.ratio('Python icalendar / our reading of calendars', column(events, 'icalendar'), column(events, 'read'),
                200, False)
    room = 48 * shifts + 16 * 1024 * 1024
    for name, what in (('two', 'memory, by person'), ('date', 'memory, by date')):
        most = max(column(runs, name, 2))
        goals.say(what, most / 1e6, 'MB', room / 1e6, True, f'{most / shifts:.0f} bytes a shift')
    for name, what in (('text', 'a ward, 40 people and 12 weeks, text, wall'), ('csv', 'the same, table of people')):
        wall = [seconds * 1e3 for seconds in column(small, name, 1)]
        goals.say(what, min(wall), 'ms', 10, True, f'median {middle(wall):.1f}')
    return goals.missed


if __name__ == '__main__':
    main()
