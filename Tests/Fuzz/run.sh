#!/usr/bin/env bash
# Attacks the readers and writers with libFuzzer: Tests/Fuzz/run.sh [SECONDS [TARGET...]]
# Every target runs for SECONDS (60). A crash, a hang over a second or 512 MB of memory ends the run with
# status 1 and leaves the input in .build/fuzz. FATIGUE_FUZZ_SANITIZER=fuzzer,address looks for memory
# errors too, at a quarter of the speed.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] ||
  targets=(csv calendar recurrence zone settings sleep baseline reports parts)
sanitizer=${FATIGUE_FUZZ_SANITIZER:-fuzzer}
built=.build/fuzz
binary=$built/fuzz-${sanitizer//,/-}
mkdir -p "$built"

newer() { [ -n "$(find Sources/FatigueCore Tests/Fuzz -name '*.swift' -newer "$binary" -print -quit)" ]; }
if [ ! -x "$binary" ] || newer; then
  printf 'building %s\n' "$binary"
  find Sources/FatigueCore -name '*.swift' -print0 | sort -z |
    xargs -0 swiftc -sanitize="$sanitizer" -parse-as-library -O -wmo -num-threads 2 -module-name FatigueCore \
      -swift-version 6 -enable-upcoming-feature MemberImportVisibility \
      -enable-upcoming-feature ExistentialAny -strict-memory-safety \
      -o "$binary" Tests/Fuzz/FuzzTargets.swift
fi

# What each starts from: the repository's own test data, small files first.
seeds() {
  case $1 in
  csv | reports) find Tests/Data/csv Tests/Data/bad Tests/Data/rosters samples -name '*.csv' ;;
  calendar) find Tests/Data/ics samples -name '*.ics' ;;
  zone) find /usr/share/zoneinfo/Europe /usr/share/zoneinfo/America -type f 2>/dev/null || true ;;
  settings) find Tests/Data/toml -type f ;;
  *) true ;;
  esac
}

status=0
for target in "${targets[@]}"; do
  corpus=$built/corpus-$target
  mkdir -p "$corpus"
  while read -r file; do
    [ "$(stat -c %s "$file")" -gt 65536 ] || cp -n "$file" "$corpus/$(printf '%s' "$file" | tr / _)"
  done < <(seeds "$target")
  [ ! -d "Tests/Fuzz/$target" ] || cp -n "Tests/Fuzz/$target"/* "$corpus/"
  dictionary=()
  [ ! -f "Tests/Fuzz/$target.dict" ] || dictionary=(-dict="Tests/Fuzz/$target.dict")
  # Without this the backtracer of Swift can outlive a crash and hold everything open.
  if ! FATIGUE_FUZZ=$target SWIFT_BACKTRACE=enable=no timeout $((seconds + 120)) "$binary" \
    -max_total_time="$seconds" -timeout=1 -rss_limit_mb=512 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$built/$target-" "${dictionary[@]}" "$corpus" >"$built/$target.log" 2>&1; then
    printf 'FAILED %s: see %s\n' "$target" "$built/$target.log"
    grep -E 'ERROR|Fatal error|artifact|SUMMARY' "$built/$target.log" | head -n 5 || true
    status=1
  fi
  printf '%-10s %s runs, %s inputs kept\n' "$target" \
    "$(sed -n 's/^stat::number_of_executed_units: *//p' "$built/$target.log")" \
    "$(find "$corpus" -type f | wc -l)"
done
exit $status
