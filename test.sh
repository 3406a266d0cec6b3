#!/usr/bin/env bash
# Runs every test on a fresh Debian machine that has the .NET SDK. Installs chromium for the browser stories where it
# can; where it cannot, they say that they were skipped.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v chromium >/dev/null; then
  echo "Installing chromium for the browser stories."
  sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
  { $sudo apt-get update -qq && $sudo apt-get install -y -qq chromium fonts-noto-color-emoji; } >/dev/null 2>&1 ||
    echo "chromium could not be installed: the browser stories will be skipped, and say so."
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
dotnet test Bot.sln --configuration Release --logger "console;verbosity=minimal" --logger "trx;LogFilePrefix=tests" --results-directory "$results" "$@" || status=$?

# The tests' own remarks on what they left out.
grep -ho 'Skipped: [^<]*' "$results"/*.trx 2>/dev/null | sort | uniq -c || true

count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{sum += $1} END {print sum + 0}'; }
passed=$(count passed)
failed=$(count failed)

# kill -9 at every named step, and at random; 2,000 times without the option.
if [ $# = 0 ]; then
  dotnet run --project tests/Chaos --configuration Release -- --kills "${KILLS:-200}" | tee "$results/chaos" || status=1
  chaos() { sed -n "s/^chaos:.* \([0-9]*\) $1.*/\1/p" "$results/chaos"; }
  chaos_passed=$(chaos passed)
  chaos_failed=$(chaos failed)
  passed=$((passed + ${chaos_passed:-0}))
  failed=$((failed + ${chaos_failed:-1}))
fi
if [ "$((passed + failed))" = 0 ]; then
  echo "No test ran."
  exit 1
fi
echo "$passed passed, $failed failed"
exit "$status"
