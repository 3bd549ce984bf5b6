#!/usr/bin/env bash
# What an audit costs, against capslock on the same program in the same run.
#
#	testdata/bench/audit.sh DIRECTORY PACKAGE [CAPSLOCK]
#
# DIRECTORY holds a module whose dependencies are downloaded and compiled already,
# PACKAGE is a program in it. CAPSLOCK is the binary of capslock; without it only
# the audit is measured. The figures are those of the fastest of three runs,
# memory its largest resident size. The aim is a third of capslock's; on a busy machine look
# at the ratio of processor time.
set -euo pipefail

if [ $# -lt 2 ]; then
	echo "usage: $0 DIRECTORY PACKAGE [CAPSLOCK]; for example: $0 . ./cmd/app" >&2
	exit 2
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
dir=$(cd "$1" && pwd)
package=$2
capslock=${3:-}

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$root" && go build -o "$tmp/optincheck" ./cmd/optincheck)

# measure COMMAND... prints elapsed and processor seconds and the peak in MB.
measure() {
	for _ in 1 2 3; do
		status=0
		(cd "$dir" && /usr/bin/time -f '%e %U %S %M' -o "$tmp/time" "$@" >"$tmp/out" 2>&1) || status=$?
		[ "$status" -le 1 ] || { cat "$tmp/out" >&2; exit "$status"; } # 1: there are findings
		tail -n 1 "$tmp/time" | awk '{ printf "%.2f %.2f %.0f\n", $1, $2 + $3, $4 / 1024 }'
	done | sort -n | head -n 1
}

ours=$(measure "$tmp/optincheck" -policy=builtin -format=json "$package")
echo "audit    $ours" | awk '{ printf "%-9s %8.2fs (cpu %8.2fs) %7d MB\n", $1, $2, $3, $4 }'
[ -n "$capslock" ] || exit 0
theirs=$(measure "$capslock" -packages "$package")
echo "capslock $theirs" | awk '{ printf "%-9s %8.2fs (cpu %8.2fs) %7d MB\n", $1, $2, $3, $4 }'
echo "$ours $theirs" | awk '{
	printf "%-9s %8.2f  (cpu %8.2f)  %7.2f\n", "ratio", $1 / $4, $2 / $5, $3 / $6 }'
