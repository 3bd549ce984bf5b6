#!/usr/bin/env bash
# Runs the hook as committers meet it: installed by pre-commit from a repository
# of this tree, in a git repository of its own, by git commit.
# Needs pre-commit, git and go.
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
tmp=$(mktemp -d)
trap 'chmod -R u+w "$tmp"; rm -rf "$tmp"' EXIT

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
export PRE_COMMIT_HOME=$tmp/home GOFLAGS=-modcacherw
GOMODCACHE=$(go env GOMODCACHE)
export GOMODCACHE
unset OPTINCHECK_POLICY

fail() {
	printf '%s\n%s\n' "$1" "$(cat "$tmp/out")" >&2
	exit 1
}

# commit WHAT WANT commits what is staged and wants it accepted or refused.
commit() {
	local got=accepted
	git commit -qm "$1" >"$tmp/out" 2>&1 || got=refused
	[ "$got" = "$2" ] || fail "$1: the commit is $got, want $2"
}

says() { grep -Eq "$1" "$tmp/out" || fail "the hook does not say $1"; }
silent() { ! grep -Eq "$1" "$tmp/out" || fail "the hook says $1"; }

# This tree, with what is not committed yet, is the repository of the hook.
mkdir "$tmp/hook" "$tmp/app"
cd "$root"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
	if [ -e "$file" ]; then printf '%s\0' "$file"; fi
done | tar --null --no-recursion -T - -cf - | tar -C "$tmp/hook" -xf -
git -C "$tmp/hook" init -q
git -C "$tmp/hook" add -A
git -C "$tmp/hook" commit -qm hook

cd "$tmp/app"
git init -q
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $tmp/hook
    rev: $(git -C "$tmp/hook" rev-parse HEAD)
    hooks:
      - id: optincheck
YAML
cat >go.mod <<'GO'
module example.org/app

go 1.24
GO
cat >main.go <<'GO'
package main

import (
	"net/http"

	"example.org/app/gate"
)

func main() {
	if gate.Open() {
		http.Get("http://telemetry.example.org/usage")
	}
}
GO
mkdir gate apart
cat >gate/gate.go <<'GO'
package gate

import "os"

func Open() bool { return os.Getenv("APP_TELEMETRY") == "1" }
GO
cat >apart/main.go <<'GO'
package main

func main() { println("hello") }
GO
git add -A
pre-commit install --install-hooks >"$tmp/out" 2>&1 || fail "pre-commit install failed"

commit "a program that asks first" accepted
says 'optincheck\.+Passed'

# The change is in one package, the finding in another that imports it.
sed -i 's/== "1"/!= "off"/' gate/gate.go
git add -A
commit "yes unless somebody says no" refused
says '^main\.go:[0-9]+:[0-9]+: usage report to telemetry\.example\.org .*\(optout/[a-z-]+\)$'

# What is not staged is not committed, so it does not count.
git reset -q gate/gate.go
echo '// It greets.' >>apart/main.go
git add apart/main.go
commit "a change beside one that is not staged" accepted
silent 'telemetry'

# Nor does what the change does not touch.
git commit -qnam "past the hook"
echo '// Politely.' >>apart/main.go
git add apart/main.go
commit "a change elsewhere" accepted
echo hello >README
git add README
commit "no Go at all" accepted
says 'optincheck\.+\(no files to check\)Skipped'

# A page belongs to the package that embeds it.
cat >apart/main.go <<'GO'
package main

import (
	_ "embed"
	"fmt"
)

//go:embed page.html
var page string

func main() { fmt.Print(page) }
GO
echo '<p>hello</p>' >apart/page.html
git add apart
commit "a page" accepted
echo '<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>' >apart/page.html
git add apart
commit "a tracker" refused
says '^apart/main\.go:8:[0-9]+: .*www\.googletagmanager\.com.*\(webasset/tracker\)$'
git checkout -q HEAD apart

# A policy concerns all packages.
cat >optin.policy <<'POLICY'
Format: https://optincheck.example/policy/1.0/
Module: example.org/app
POLICY
git add optin.policy
commit "a policy" refused
says 'telemetry\.example\.org .*\(optout/[a-z-]+\)$'
cat >>optin.policy <<'POLICY'

Override: optout/opt-out-env-only
Scope: ./...
Justification: The test wants to see it accepted.
POLICY
git add optin.policy
commit "an override" accepted

start=$(date +%s%N)
pre-commit run --files gate/gate.go >"$tmp/out" 2>&1 || fail "the second run differs from the first"
printf 'the hook holds; a warm run takes %d ms\n' $((($(date +%s%N) - start) / 1000000))
