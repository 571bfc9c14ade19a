#!/usr/bin/env python3
"""What reading the same file costs others, and what the whole of `fatigue check` costs.

usage: peers.py ROSTER.csv FATIGUE [--repetitions 5]

ROSTER.csv comes from `benchmarks --write ROSTER.csv`, FATIGUE is the static release binary. The
peers only parse: Python's csv with datetime.fromisoformat, and pandas' read_csv with to_datetime,
each in a process of its own, imports not counted (time.process_time around the work). The product
does everything, start-up included (user + system time of the process). All run in turn; smallest and median.
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
    ours = {'fatigue check -f csv': ['-f', 'csv'], 'fatigue check, text': [],
            'fatigue check -f json': ['-f', 'json']}
    runs = {name: [] for name in [*ours, *PEERS]}
    # In turn, since a machine that others use is not always as fast.
    for _ in range(options.repetitions):
        for name, extra in ours.items():
            runs[name].append(product([options.fatigue, 'check', options.roster, '--no-config', *extra]))
        for name, code in PEERS.items():
            seconds = peer(code, options.roster)
            runs[name].append(seconds and (seconds, seconds))
    cpu = {name: sorted(run[0] for run in found) for name, found in runs.items() if None not in found}
    middle = options.repetitions // 2
    table = cpu['fatigue check -f csv']
    for name, found in runs.items():
        if name not in cpu:
            print(f'{name:32} not installed')
            continue
        least, median = cpu[name][0], cpu[name][middle]
        text = f'{name:32} {least * 1e3:9.1f} ms CPU, median {median * 1e3:9.1f}'
        if name in ours:
            print(f'{text}; {min(run[1] for run in found) * 1e3:9.1f} ms wall')
        else:
            print(f'{text}; the table of people takes {table[0] / least:.2f} times that, '
                  f'by medians {table[middle] / median:.2f}')


if __name__ == '__main__':
    main()
