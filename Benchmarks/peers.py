#!/usr/bin/env python3
"""What reading the same file costs others, and what the whole of `fatigue check` costs.

usage: peers.py ROSTER.csv FATIGUE [--repetitions 5]

ROSTER.csv comes from `benchmarks --write ROSTER.csv`, FATIGUE is the static release binary. The
peers only parse: Python's csv with datetime.fromisoformat, and pandas' read_csv with to_datetime,
each in a process of its own, imports not counted (time.process_time around the work). The product
does everything, start-up included (user + system time of the process). Smallest of the repetitions.
"""
import argparse
import resource
import subprocess
import sys
import time

PEERS = {
    'python csv + fromisoformat': '''
import csv, sys, time
from datetime import datetime
start = time.process_time()
with open(sys.argv[1], newline='', encoding='utf-8') as file:
    rows = [(r[0], datetime.fromisoformat(r[1]), datetime.fromisoformat(r[2]), r[3])
            for r in list(csv.reader(file))[1:]]
print(time.process_time() - start, len(rows))
''',
    'pandas read_csv + to_datetime': '''
import sys, time
import pandas
start = time.process_time()
frame = pandas.read_csv(sys.argv[1])
frame['start'] = pandas.to_datetime(frame['start'])
frame['end'] = pandas.to_datetime(frame['end'])
print(time.process_time() - start, len(frame))
''',
}


def peer(code, path):
    done = subprocess.run([sys.executable, '-c', code, path], capture_output=True, text=True)
    if done.returncode:
        return None
    return float(done.stdout.split()[0])


def product(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f'{command}: {done.stderr.decode()}')
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('roster')
    parser.add_argument('fatigue')
    parser.add_argument('--repetitions', type=int, default=5)
    options = parser.parse_args()
    ours = {}
    for name, extra in (('fatigue check, text', []), ('fatigue check -f json', ['-f', 'json'])):
        runs = [product([options.fatigue, 'check', options.roster, *extra])
                for _ in range(options.repetitions)]
        ours[name] = (min(r[0] for r in runs), min(r[1] for r in runs))
    for name, (cpu, wall) in ours.items():
        print(f'{name:32} {cpu * 1e3:9.1f} ms CPU {wall * 1e3:9.1f} ms wall')
    base = ours['fatigue check, text'][0]
    for name, code in PEERS.items():
        runs = [peer(code, options.roster) for _ in range(options.repetitions)]
        if None in runs:
            print(f'{name:32} not installed')
            continue
        print(f'{name:32} {min(runs) * 1e3:9.1f} ms CPU, the product takes '
              f'{base / min(runs):.2f} times that')


if __name__ == '__main__':
    main()
