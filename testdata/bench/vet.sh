#!/usr/bin/env bash
# What go vet costs with this tool, against plain go vet in the same run.
#
#	testdata/bench/vet.sh DIRECTORY [go vet's flags and packages]
#
# DIRECTORY holds a module whose dependencies are downloaded already. Cold means
# an empty build cache, so that everything is compiled; warm the same command
# again, the best of five; edited that the tool alone is new, so that all packages are checked
# again and nothing is compiled. The bars are 1.3 cold and 1.1 warm (by elapsed
# time; on a busy machine look at processor time too).
set -euo pipefail

if [ $# -lt 1 ]; then
	echo "usage: $0 DIRECTORY [go vet's flags and packages]; for example: $0 . ./..." >&2
	exit 2
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
dir=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- ./...

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$root" && go build -o "$tmp/optincheck" ./cmd/optincheck)
export OPTINCHECK_POLICY=builtin

# measure CACHE ARGS... prints elapsed and processor seconds of a go vet.
measure() {
	local cache=$1 TIMEFORMAT='%R %U %S'
	shift
	# Findings make it fail; what else fails shows in the numbers' company.
	{ time (cd "$dir" && GOCACHE=$cache go vet "$@" >"$tmp/out" 2>&1 || true); } 2>&1
}

# least prints the measure with the least elapsed time of five.
least() {
	for _ in 1 2 3 4 5; do measure "$@"; done | sort -n | head -n 1
}

# row NAME PLAIN TOOL prints one line of the table.
row() {
	echo "$1 $2 $3" | awk '{
		p = $3 + $4; t = $6 + $7
		printf "%-8s plain %8.2fs (cpu %7.2fs)   tool %8.2fs (cpu %7.2fs)   ratio %.2f (cpu %.2f)\n",
			$1, $2, p, $5, t, $5 / ($2 > 0 ? $2 : 1), t / (p > 0 ? p : 1) }'
}

plain_cold=$(measure "$tmp/plain" "$@")
tool_cold=$(measure "$tmp/tool" -vettool="$tmp/optincheck" "$@")
row cold "$plain_cold" "$tool_cold"
row warm "$(least "$tmp/plain" "$@")" "$(least "$tmp/tool" -vettool="$tmp/optincheck" "$@")"
printf '%s\n' "findings: $(grep -c '([a-z]*/[a-z-]*)$' "$tmp/out" || true)"

# The cache of the plain run holds everything compiled and nothing of the tool.
row edited "$plain_cold" "$(measure "$tmp/plain" -vettool="$tmp/optincheck" "$@")"
