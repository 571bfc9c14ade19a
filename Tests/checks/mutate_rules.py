#!/usr/bin/env python3
"""Would a test notice? Turns the comparisons of the rules round, one at a time, and runs the tests.

Usage: mutate_rules.py SCRATCH [--again | --tests] [--room Rules --room Timeline] [--only FILE-PART] [--recheck OUTPUT] [--jobs N]

Copies the package to SCRATCH, where every comparison of Sources/FatigueCore/Rules that stands on one line goes
through a function. It can answer the opposite ("turned"), or treat equal values the other way ("edge": < for <=
and the like), for the one comparison that the environment names. So all are built at once. A run without changes
notes which comparisons each suite reaches; a change runs the suites that reach it, the quickest first, until a test
fails. What no test notices is listed with its place: either a test is missing, or the comparison makes no
difference and stands below with the reason. Standard library only; some minutes to build (--again uses what was built)
and half a second for each change.
"""
import argparse
import concurrent.futures
import json
import os
import re
import resource
import shutil
import subprocess
import sys

# The same answer either way: (file, comparison, kind, why), the first two as regular expressions.
EQUIVALENT = [
    (r"AML/", r"excess < 0", "edge",
     "with no change of clocks the other half is the rule's own comparison, which has just been decided"),
    (r"Evidence\.swift", r".* >= PersonTimeline\.longGap", "turned", "a quick look before a close one"),
    (r"Evidence\.swift", r".* >= PersonTimeline\.longGap", "edge", "six days hold no whole week"),
    (r"EvidenceHours\.swift", r"week\.onCall > 0", "edge", "no on-call adds no hours"),
    (r"EvidenceHours\.swift", r"product\.low <= .*", "edge", "so much is over the steps in a second, which are the most"),
    (r"EvidenceHours\.swift", r"product > 1_000_000", "edge", "a million either way"),
    (r"EvidenceHours\.swift", r"closes > opens", "edge", "no seconds are added"),
    (r"EvidenceHours\.swift", r"blocks\[next\]\.start < to", "edge", "what begins as the stretch ends has nothing in it"),
    (r"EvidenceHours\.swift", r"block\.overtime > 0", "edge", "without overtime the last shift is an ordinary one"),
    (r"EvidenceHours\.swift", r"roster\.shifts.*\.end < roster\.shifts.*\.end", "edge", "either of two that end together"),
    (r"GatheredFindings\.swift", r"a\.from < b\.from", "edge", "they differ, where this is asked"),
    (r"GatheredFindings\.swift", r"value > ceilings\.0", "turned", "the two groups change places"),
    (r"EvidenceHours\.swift", r"shift\.start >= to", "edge", "what begins as the stretch ends has nothing in it"),
    (r"LoneNights\.swift", r"\(.*shift\) < \(.*shift\)", "edge", "no shift is there twice"),
    (r"HomeOnCall\.swift", r"standard < statutory", "edge", "a quick look: each watch is held to it again"),
    (r"NightHealthCheck\.swift", r"all > 0", "edge", "who has nights has hours"),
    (r"NightHealthCheck\.swift", r"working == 0", "turned", "only whether a quick look is taken"),
    (r"NightHealthCheck\.swift", r"Fraction\(.*\) >= least", "edge", "a quick look: the share is held to it again"),
    (r"ThreePartCredit\.swift", r"mean\.sum > 0", "edge", "keeps from dividing by nothing"),
    (r"PeriodMean|PlanMean|MeanHoursText|NightWorkerMean", r".*most(InWeek|Work\(inWeeks: \w+\)) > .*", "edge",
     "a quick look: no mean is over the longest weeks"),
    (r"MeanHoursText", r"evidence\.timeline\.overtimeSeconds > most", "edge",
     "a quick look: no weeks hold more overtime than there is"),
    (r"MeanHoursText", r"(\$0|next)\.mean [<>] (\$1|block)\.mean", "edge", "of two means that are equal either is told"),
    (r"MeanHoursText", r"\$0\.from < \$1\.from", "edge", "no two of a rule's periods begin together"),
    (r"BreakDays", r"pauses\[.*\]\.(start|end) .*", "edge", "what only touches a duty has no minute in it"),
    (r"BreakDays", r"inside > 0", "edge", "a break up to the second part of a duty is in a gap, which is one already"),
    (r"BreakDays", r"shift\.end > shift\.start", "edge", "a break of no length has no minute in any duty"),
    (r"EverySecondSunday", r"length > 0", "edge", "no configuration sets it to none"),
    (r"EverySecondSunday", r"sum > 0", "edge", "every week has a Sunday"),
    (r"EverySecondSunday|FreeSundayInFour|NextSundayFree", r"(at|i|last \+ 1) < days\.count", "edge",
     "the calendar of Sundays goes on past the plan"),
    (r"LoneNights", r"count <= Self\.most", "(turned|edge)", "only whether a quick look is taken"),
    (r"LoneNights", r"shift\.(start|end) .* entry\.night\.(from|to)", "edge", "a quick look before a close one"),
    (r"LoneNights", r"second .* window\.from - 3600", "edge", "a quick look, with an hour to spare"),
    (r"LoneNights", r"second .* window\.to - day \+ 3600", "edge", "a quick look, with an hour to spare"),
    (r"LoneNights", r"second < window\.to - day", "edge", "who begins as a night ends has nothing of it"),
    (r"LoneNights", r"closes > from", "edge", "who begins as a night ends is looked at from the next midnight"),
    (r"LongDayText", r".*mostInDay\.working\) > most", "edge", "a quick look: no day is over the longest"),
    (r"LongDayText", r"last\.overtime > 0", "edge", "without overtime the last shift ends with the duty"),
    (r"NightWorkerMean", r"timeline\.legalNight > 4 .*", "edge", "a quick look: each week is to have more than a quarter"),
    (r"OrdinaryDayText|WeekHoursText", r"finding\.balance > 1", "edge", "it is none, or two at least"),
    (r"OvertimeBreak", r".*overtime(Seconds)? > 0", "edge", "a quick look: work after the ordinary hours is looked for"),
    (r"OvertimeBreak", r"pause\.start < period\.end", "edge", "what begins as the duty ends has no minute in it"),
    (r"OvertimeBreak", r"block\.end > extra\.from", "edge", "what ends with the ordinary hours has no gap after them"),
    (r"PassiveDuty", r"finding\.to - finding\.from > 3 .*", "edge", "a day is shorter, a week longer"),
    (r"PlanMean", r"days > 0", "edge", "a mean has days"),
    (r"PlanMean", r"weeks\[week\]\.onCall > 0", "edge", "no on-call adds no hours"),
    (r"RepeatedOvertime", r"\$0\.key < \$1\.key", "edge", "no unit is there twice"),
    (r"RepeatedOvertime", r"Fraction\(Int64\(count\)\) > measured", "edge", "the same number"),
    (r"SundaySeries", r"blocks\[(next|i)\]\.(end|start) .*", "edge", "what only touches a day is no work on it"),
    (r"SundaySeries", r"Int64\(run\.count\) > most", "edge", "a quick look: the days worked are counted"),
    (r"WeekHoursText", r"part == \.overtime", "turned", "a quick look: all hours hold the overtime"),
    (r"WeekHoursText", r"timeline\.mostInWeek > most", "edge", "a quick look: no week is over the longest"),
    (r"WeekHoursText", r"weeks\[i\]\.total \+ weeks\[i\]\.onCall > most", "edge", "a quick look: the hours are held to it"),
    (r"WeeklyRestChoices", r"\$0\.start < (rest|week)\.to", "edge", "a duty in it comes before one that begins as it ends"),
    (r"WeeklyRestRule", r"week\.contained\.seconds < rest", "edge", "only weeks that hold no such rest are asked"),
    (r"RuleTest\.swift", r"findings\.count > first", "edge", "no findings are marked"),
    (r"YoungText", r"inside > 0", "edge", "no seconds are added"),
    (r"Evidence\.swift", r"rest < shortWeeks\.rest", "(turned|edge)", "a quick look: each reading is held to the rest"),
    (r"Evidence\.swift", r"rest <= shortWeeks\.rest", "edge", "the same weeks, looked for anew"),
    (r"LongDayText\.swift", r"longest > most", "edge", "a quick look: each day is held to it again"),
    (r"Rule\.swift", r"last \+ 1 < bytes\.count", "(turned|edge)", "only whether a text without doubles is copied"),
    (r"DirectiveBreak|HazardousNight|DATA/LongShift", r"\$0\.length > hours|work > most|.*longestBlock > most", "edge",
     "a quick look: each duty is held to the limit again"),
    (r"DirectiveBreak", r"rows\[next\]\.end <= block\.start", "edge",
     "a break that ends as the duty begins is not counted when it is come to"),
    (r"DirectiveText", r"block\.start >= to", "edge", "nothing of what begins then lies inside"),
    (r"DirectiveWeeklyRest", r"rest > (longest|second)", "edge", "two rests as long are the same values either way"),
    (r"DirectiveWeeklyRest", r"block\.start >= to", "edge", "the rest before it is added, and then less than nothing"),
    (r"HazardousNight", r"opens < Int64\(shift\.end\)", "edge",
     "what opens as the night ends holds no more work than what opens as its duty begins"),
    (r"EVID/(LongShifts|NightLength)|FIOHShiftLength",
     r".*longestBlock > (yellow|overload)(\.steps)?|blocks\[next\]\.length <= yellow\.steps", "edge",
     "a quick look: each shift is held to the limit again"),
    (r"NightShare", r"Int64\(nights\.count\) > most", "edge", "a quick look: no four weeks hold more than all"),
    (r"QuickReturns", r"Int64\(rests\.count\) > most", "edge", "a quick look: no four weeks hold more than all"),
    (r"SingleDaysOff", r"most >= enough", "edge", "only how soon the search ends"),
    (r"SingleDaysOff", r"runs\.count > 1", "edge", "a quick look: one run of days has no day off inside"),
    (r"WeeklyDayOffLength", r"weekly\.steps < limit\.steps", "edge", "the same value either way"),
    (r"SleepDayWork", r"gap < PersonTimeline\.periodRest", "edge",
     "a quick look: a daily rest parts main work periods"),
    (r"HospitalDoctors", r"\(\$0\.from, \$0\.to\) < .*", "edge", "no week and no rest are the same stretch"),
    (r"HospitalDoctors", r"week\.assigned\.seconds < rest", "edge",
     "a quick look: the week is held to the rest in force again"),
    (r"LongShiftAgreement", r".*mostInDay\.ordinary > strictest|blocks\[i\]\.length > strictest", "edge",
     "a quick look: the ordinary hours of each shift are held to it again"),
    (r"LongShiftAgreement", r"steps > norm\.steps", "edge", "the same value either way"),
    (r"EmployersOwnRules", r"startOffset == endOffset", "turned",
     "the two differ by an hour where more than four are night, and three are enough"),
    (r"SpellHours", r".*longestBlock > overload\.steps", "edge", "a quick look: the spell is held to it again"),
    (r"MOD/DutyRun", r"value > under", "edge", "what is a hundredth under a level is not rounded to it"),
    (r"FatigueIndexLevel", r"day\.goodPractice\.steps < night\.goodPractice\.steps", "edge",
     "the same level either way"),
    (r"SleepOrigin", r"Int64\(\$0\.wake\) <= start", "edge",
     "a sleep that ends as the shift begins lies in one stretch of the log with any of the day before"),
    (r"NapOpportunity", r"longest < best", "edge", "the same value either way"),
    (r"OvertimeAfterNight", r"shift\.end > ends", "edge", "a row that ends as the one before adds nothing"),
    (r"SoundnessAssessment", r"age < 0", "edge", "of the day itself nothing is told"),
    (r"EmployersOwnRules", r"firstStart > start|start >= firstStart", "edge",
     "a quick look: of two that begin together the first stays where they are marked"),
    (r"EmployersOwnRules", r".*magnitude > UInt\(left\)", "edge",
     "a person's first row moves nothing, so that these rows cannot even it out"),
    (r"EmployersOwnRules", r"firstBackward < 0", "edge", "the first row of all turns from none"),
    (r"EmployersOwnRules", r"second < 6 \* 3600|second \+ onClock > 23 \* 3600", "edge",
     "what begins at six, or ends at 23, has nothing of the night"),
]

parser = argparse.ArgumentParser()
parser.add_argument("scratch")
parser.add_argument("--room", action="append", help="folders of Sources/FatigueCore (Rules)")
parser.add_argument("--first", type=int, default=0, help="begin with the Nth comparison")
parser.add_argument("--recheck", default="", help="try only what this earlier output lists as unnoticed")
parser.add_argument("--every", type=int, default=1, help="try every Nth only")
parser.add_argument("--only", default="", help="files whose path has this (a regular expression) in it")
parser.add_argument("--again", action="store_true", help="SCRATCH is built already")
parser.add_argument("--tests", action="store_true", help="the same, but its tests are copied anew and built")
parser.add_argument("--jobs", type=int, default=2, help="tests at a time")
# The rules have to be caught by tests of their own; a report copied whole would notice everything.
parser.add_argument("--suites", default="GoldenCaseTests,RuleExampleTests,RestTraps,HoursTraps,ReadingTraps,AbuseTests,"
                    "HighestWeekTests,LoneNightTests,DataRuleTests,SentenceTests,AgreementTests,RootCauseTests,"
                    "HistoryTests,ClockChangeTests,DataChecksTests,SampleKeyTests,ConfigurationTests,MetricsTests,"
                    "ScreeningTests,UnpaidBreakTests,PlanComparisonTests,EdgeTests,DaysOffTests,JoinedShiftTests,"
                    "UnknownHistoryTests,AroundThePlanTests,FindingTallyTests,HoursLookTests,QuickLookTests,"
                    "SlowLookTests,OutsideLookTests,AgreedLimitTests,ModelRunTests,AgreementEdgeTests,ClockChangeEdgeTests,"
                    "HoursEdgeTests,NightEdgeTests,OvertimeEdgeTests,RestEdgeTests,SundayEdgeTests,AgreementPackTests,"
                    "DataPackTests,DirectivePackTests,EmployersPackTests,ModelPackTests,OrganisationPackTests,"
                    "ReferencePackTests,ResearchPackTests,CountedWorkTests,DayHoursTests,RotaProfileTests,"
                    "RunningHoursTests")
chosen = parser.parse_args()
here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
scratch = os.path.abspath(chosen.scratch)

OPERATOR = re.compile(r"(?<= )(<=|>=|<|>|==|!=)(?= )")
BEFORE = re.compile(r"(?:&&|\|\||\?\?|,|;|\?|:|=|\breturn|\bguard|\bif|\bwhile|\bwhere|\bin|\belse|\bcase|->|!)\s$")
AFTER = re.compile(r" (?:&&|\|\||\?|:|else\b|\{|==|!=|<|>|<=|>=)|,|;")

HELPER = """
import Glibc

private let active: (id: Int, turned: Bool) = {
  guard let text = unsafe getenv("FATIGUE_MUTANT").map({ unsafe String(cString: $0) }) else { return (-1, true) }
  if text.hasPrefix("turned") { return (Int(text.dropFirst(6)) ?? -1, true) }
  if text.hasPrefix("edge") { return (Int(text.dropFirst(4)) ?? -1, false) }
  return (-1, true)
}()

/// One byte for each comparison, shared with the file that the environment names.
private nonisolated(unsafe) let reached: UnsafeMutablePointer<UInt8>? = {
  guard let path = unsafe getenv("FATIGUE_MUTANTS_REACHED") else { return nil }
  let file = unsafe open(path, O_RDWR)
  guard file >= 0 else { return nil }
  let size = Int(lseek(file, 0, SEEK_END))
  guard let start = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) else { return nil }
  return unsafe start.bindMemory(to: UInt8.self, capacity: size)
}()

@inline(never)
func mutated(_ id: Int, _ value: Bool, _ isEqual: Bool) -> Bool {
  if id == active.id { return active.turned ? !value : value != isEqual }
  if let reached = unsafe reached { unsafe reached[id] = 1 }
  return value
}
"""


def start_of(line, end):
    depth = 0
    for at in range(end - 1, -1, -1):
        sign = line[at]
        if sign in ")]}":
            depth += 1
        elif sign in "([{":
            depth -= 1
            if depth < 0:
                return at + 1
        elif depth == 0 and BEFORE.search(line[: at + 1]):
            return at + 1
    return len(line) - len(line.lstrip())


def end_of(line, start):
    depth = 0
    for at in range(start, len(line)):
        sign = line[at]
        if depth == 0 and AFTER.match(line[at:]):
            return at
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth < 0:
                return at
    return len(line)


def comparisons(line):
    """(start, end, left, operator, right) of those whose two sides stand on this line."""
    code = re.sub(r'"(?:[^"\\]|\\.)*"', lambda m: "_" * len(m.group()), line.rstrip("\n"))
    if code.lstrip().startswith("//") or "//" in code:
        return
    for match in OPERATOR.finditer(code):
        start, end = start_of(code, match.start()), end_of(code, match.end() + 1)
        left, right = line[start:match.start()].strip(), line[match.end():end].strip()
        if not left or not right or left[0] in "&|.?:" or right[-1] in "&|+-*/":
            continue
        if re.match(r"(let|var|func|static|#if|@)\b", left):
            continue
        lead = line[start:match.start()]
        yield start + len(lead) - len(lead.lstrip()), end, left, match.group(), right


def rewrite(path, banned, mutants, left_alone):
    with open(path) as file:
        lines = file.read().split("\n")
    name = os.path.relpath(path, os.path.join(scratch, "Sources/FatigueCore"))
    in_text = False
    for number, line in enumerate(lines):
        if line.count('"""') % 2:
            in_text = not in_text
            continue
        if in_text:
            continue
        found = list(comparisons(line))
        if (name, number + 1) in banned or any(a[1] > b[0] for a, b in zip(found, found[1:])):
            left_alone.extend((name, number + 1, line.strip()) for _ in found)
            continue
        for start, end, left, sign, right in reversed(found):
            mutants.append((name, number + 1, f"{left} {sign} {right}"))
            tail = " " if line[end - 1] == " " else ""
            line = (f"{line[:start]}mutated({len(mutants) - 1}, {left} {sign} {right}, {left} == {right})"
                    f"{tail}{line[end:]}")
        lines[number] = line
    with open(path, "w") as file:
        file.write("\n".join(lines))


def files():
    for room in chosen.room or ["Rules"]:
        for folder, folders, names in os.walk(os.path.join(scratch, "Sources/FatigueCore", room)):
            folders.sort()
            for name in sorted(names):
                path = os.path.join(folder, name)
                if name.endswith(".swift") and re.search(chosen.only, path):
                    yield path


def copy(*parts):
    for part in parts:
        source, target = os.path.join(here, part), os.path.join(scratch, part)
        # Times are kept, so that what did not change is not built again.
        if os.path.isdir(source):
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)


def build():
    return subprocess.run(["swift", "build", "--package-path", scratch, "--build-tests"],
                          capture_output=True, text=True)


def prepare(banned):
    copy("Sources", "Tests", "samples", "docs", "Package.swift", "README.md")
    with open(os.path.join(scratch, "Sources/FatigueCore/Units/Mutated.swift"), "w") as file:
        file.write(HELPER)
    mutants, left_alone = [], []
    for path in files():
        rewrite(path, banned, mutants, left_alone)
    return mutants, left_alone


def test(suites, mutant, reached=None):
    """Whether all tests of some suites pass; the first that fails ends the run."""
    binary = os.path.join(scratch, ".build/debug/fatiguePackageTests.xctest")
    command = [binary, "--testing-library", "swift-testing", "--filter",
               f"FatigueCoreTests\\.({'|'.join(suites)})/"]
    surroundings = {**os.environ, "FATIGUE_MUTANT": mutant, "SWIFT_BACKTRACE": "enable=no"}
    if reached:
        surroundings["FATIGUE_MUTANTS_REACHED"] = reached
    # A change can make a loop endless: processor time is bounded, not the time of a busy machine.
    most = 60 if reached else 2 + int(4 * sum(seconds[suite] for suite in suites))
    process = subprocess.Popen(command, cwd=scratch, env=surroundings, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (most, most)))
    passed = False
    for line in process.stdout:
        text = line.decode(errors="replace")
        if "✘" in text or "recorded an issue" in text:
            if reached:
                print(text.strip())
            break
        if re.search(r"Test run with [1-9][0-9]* test.* passed", text):
            passed = True
    process.kill()
    process.wait()
    process.stdout.close()
    return passed


os.makedirs(scratch, exist_ok=True)
listed = os.path.join(scratch, "mutants.json")
banned = set()
if chosen.tests:
    copy("Tests")
    built = build()
    if built.returncode:
        sys.exit(built.stdout[-3000:])
for _ in range(0 if chosen.again or chosen.tests else 6):
    mutants, left_alone = prepare(banned)
    built = build()
    if built.returncode == 0:
        with open(listed, "w") as file:
            json.dump([mutants, left_alone], file)
        break
    wrong = set(re.findall(r"Sources/FatigueCore/(\S+?\.swift):(\d+):\d+: error", built.stdout))
    if not wrong:
        sys.exit(built.stdout[-3000:])
    banned |= {(name, int(line)) for name, line in wrong}
    print(f"{len(wrong)} lines cannot be rewritten, are left as they are", flush=True)
if not os.path.exists(listed):
    sys.exit("the rewritten package does not build")
with open(listed) as file:
    mutants, left_alone = json.load(file)

# Which comparisons each suite comes past; the quickest suite first.
reached, seconds = {}, {}
for suite in chosen.suites.split(","):
    marks = os.path.join(scratch, "reached")
    with open(marks, "wb") as file:
        file.write(bytes(max(len(mutants), 1)))
    began = os.times()
    if not test([suite], "", marks):
        sys.exit(f"{suite} fails without any change")
    seconds[suite] = os.times().children_user - began.children_user
    with open(marks, "rb") as file:
        reached[suite] = file.read()
order = sorted(reached, key=seconds.get)

work, survived, known = [], [], set()
listed_before = open(chosen.recheck).read() if chosen.recheck else ""
for number, (name, line, text) in enumerate(mutants):
    if number % chosen.every or number < chosen.first or not re.search(chosen.only, f"/{name}"):
        continue
    for kind in ["turned"] if re.search(r" (==|!=) ", text) else ["turned", "edge"]:
        if not listed_before or f", {kind}: {name}:{line}: {text}\n" in listed_before:
            work.append((kind, number, name, line, text))


def judge(change):
    kind, number, name, line, text = change
    if any(re.search(place, name) and re.fullmatch(what, text) and re.fullmatch(how, kind)
           for place, what, how, _ in EQUIVALENT):
        return "equivalent"
    suites = [suite for suite in order if reached[suite][number]]
    if not suites:
        return "not reached"
    # A process takes longer to begin than most suites: those that are quick are run in one.
    batches, length = [[]], 0
    for suite in suites:
        if length > 1:
            batches.append([])
            length = 0
        batches[-1].append(suite)
        length += seconds[suite]
    return "unnoticed" if all(test(batch, f"{kind}{number}") for batch in batches) else ""


with concurrent.futures.ThreadPoolExecutor(chosen.jobs) as pool:
    for (kind, number, name, line, text), verdict in zip(work, pool.map(judge, work)):
        if verdict == "equivalent":
            known.add((name, text, kind))
        elif verdict:
            survived.append(number)
            print(f"{verdict}, {kind}: {name}:{line}: {text}", flush=True)
for name, line, text in left_alone:
    print(f"not tried: {name}:{line}: {text}")
print(f"{len(work)} changes of {len(mutants)} comparisons, {len(known)} make no difference, "
      f"{len(survived)} unnoticed, {len(left_alone)} comparisons not tried")
sys.exit(1 if survived else 0)
