#!/usr/bin/env python3
"""Makes samples/oppfolging-turnus.csv (on standard output).

An invented ward of ten for 40 weeks; from 2 March 2026 another plan. Before: four nights in a row, and an evening
before a day. After: two nights, forward rotation.
"""
import datetime
import random

random.seed(20260302)
CODES = {"D": ("07:30", "15:15"), "A": ("14:45", "22:15"), "N": ("22:00", "07:45")}
BEFORE = ["DDADD--", "ADADD--", "DAD--NN", "NN--ADA", "D-ADD--"]
AFTER = ["DDDA---", "AA--DDD", "DDA-NN-", "--DDAA-", "DAAN---"]
NAMES = ["Ada Moe", "Bo Lund", "Cato Vik", "Dina Aas", "Eli Berg", "Finn Dahl", "Gry Eide",
         "Hans Foss", "Ida Grov", "Jon Hauge"]
START, CHANGE, WEEKS = datetime.date(2025, 12, 8), datetime.date(2026, 3, 2), 40

print("ansatt;dato;start;slutt;vakt")
for place, name in enumerate(NAMES):
    # People swap more or less often.
    swaps = 0.04 + 0.03 * place
    for week in range(WEEKS):
        monday = START + datetime.timedelta(weeks=week)
        lines = AFTER if monday >= CHANGE else BEFORE
        for day, code in enumerate(lines[(place + week) % len(lines)]):
            # Sick, or swapped with somebody.
            if code == "-" or random.random() < 0.06:
                continue
            if random.random() < swaps:
                code = random.choice("DDAAN")
            date = monday + datetime.timedelta(days=day)
            print(f"{name};{date:%d.%m.%Y};{CODES[code][0]};{CODES[code][1]};{code}")
