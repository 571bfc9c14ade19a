#!/usr/bin/env bash
# The test suite under a sanitizer: Tests/checks/sanitize.sh address|thread SCRATCH [JOBS]
# Takes the last commit to SCRATCH, with the product optimised and the tests not: without that the suite takes
# over 50 minutes, and to optimise the tests as well takes as long. Ends with status 1 where a test fails or the
# sanitizer reports. address also prints how much of each room the suite reaches. JOBS: of the build (2).
set -Eeuo pipefail
kind=$1
scratch=$2
jobs=${3:-2}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
case $kind in address | thread) ;; *) printf 'address or thread?\n' >&2 && exit 2 ;; esac

rm -rf "$scratch/fatigue"
git clone -q "$root" "$scratch/fatigue"
cd "$scratch/fatigue"
# Only the two targets of the product: lines that name what they depend on, or nothing, before the settings.
sed -i -e '/testTarget/,$b' -e 's/swiftSettings: settings)/swiftSettings: settings + [.unsafeFlags(["-O"])])/' Package.swift
options=(--sanitize="$kind" --scratch-path ".build-$kind")
[ "$kind" = thread ] || options+=(--enable-code-coverage)
swift build --build-tests "${options[@]}" --jobs "$jobs"

status=0
# The library's lock and its counting of references are not built with the sanitizer. It takes for a race what is kept
# under a lock alone, and storage that two values share until one is changed and the other has let go: what the parts of
# a list have from the first. These are values under a lock, all of which the compiler knows to be Sendable.
printf 'race:%s\n' UnknownHistoryMemo AdaptingRhythmsC FatigueCore6PiecesV >suppressed
# Foundation and XCTest leak a little where they read an empty file or list tests; that is none of ours.
ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=suppressions=$PWD/suppressed \
  swift test --skip-build "${options[@]}" >"$kind.log" 2>&1 || status=1
grep -E '✘|Test run' "$kind.log" || true
# What is reported, by kind: where a race or a fault lies says more than each of a hundred traces.
grep -E 'ERROR: AddressSanitizer|WARNING: ThreadSanitizer|Location is' "$kind.log" |
  sed -E 's/ \(pid=[0-9]+\)|0x[0-9a-f]+|tid=[0-9]+//g' | sort | uniq -c | sort -rn | head -n 20 || true
! grep -qE 'ERROR: AddressSanitizer|WARNING: ThreadSanitizer' "$kind.log" || status=1
if [ "$kind" = address ]; then
  tools=$(dirname "$(readlink -f "$(command -v swift)")")
  "$tools/llvm-profdata" merge -sparse ".build-$kind"/debug/codecov/*.profraw -o coverage.profdata
  "$tools/llvm-cov" report ".build-$kind/debug/fatiguePackageTests.xctest" \
    -instr-profile coverage.profdata -ignore-filename-regex 'Tests|.build' |
    awk 'NF >= 10 && $1 ~ /swift$/ {
        room = $1; sub(/^FatigueCore\//, "", room); sub(/\/.*/, "", room)
        lines[room] += $8; missed[room] += $9; all += $8; none += $9
      }
      END {
        for (room in lines) printf "%-12s %6d lines, %5.1f %% reached\n", room, lines[room], 100 - 100 * missed[room] / lines[room] | "sort"
        close("sort"); printf "%-12s %6d lines, %5.1f %% reached\n", "all", all, 100 - 100 * none / all
      }'
fi
exit $status
