# What the scripts of this directory share. They need root, and Debian or a
# derivative where apt can install. It is read by bash from a script that has
# changed to this directory.
# shellcheck shell=bash

script=testdata/debian/$(basename "$0")
repository=$(cd ../.. && pwd)
tmp=$(mktemp -d)
trap clean_up EXIT

# A build keeps what it compiled where other builds find it: else most of the
# time goes into compiling the standard library anew for each.
gocache=$(go env GOCACHE)

clean_up() {
	rm -rf "$tmp"
	! ours_is_installed || dpkg --no-triggers --remove optincheck >/dev/null 2>&1
}

# ours_is_installed reports whether the package of these scripts is, and not one
# that the machine has for its own use.
ours_is_installed() { [ "$(dpkg-query --show --showformat='${Status} ${Version}' optincheck 2>/dev/null)" = "install ok installed $version" ]; }
version=0~test

say() { printf -- '-- %s\n' "$*"; }

fail() {
	printf '%s: %s\n' "$script" "$*" >&2
	exit 1
}

# fail_with_log is fail, after what was printed last.
fail_with_log() {
	cat "$tmp/log" >&2
	fail "$@"
}

# packages NAMES... installs packages of Debian unless all are there.
packages() {
	local status
	status=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$@" 2>/dev/null) && [ "$(sort -u <<<"$status")" = installed ] && return
	{
		apt-get update
		DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "$@"
	} >"$tmp/log" 2>&1 || fail_with_log "apt cannot install $*; run this as root where it can"
}

# install_addon makes a package of the command and the add-on, and installs it.
install_addon() {
	local root=$tmp/optincheck addon=$repository/cmd/dh_optincheck
	local sequence=usr/share/perl5/Debian/Debhelper/Sequence
	[ -z "$(dpkg-query --show --showformat='${Version}' optincheck 2>/dev/null)" ] || ours_is_installed || fail "there is a package optincheck already"
	mkdir -p "$root/DEBIAN" "$root/$sequence" "$root/usr/share/man/man1" "$root/usr/share/man/man3"
	(cd "$repository" && go build -o "$root/usr/bin/optincheck" ./cmd/optincheck)
	cp "$addon/dh_optincheck" "$root/usr/bin/dh_optincheck"
	chmod 755 "$root/usr/bin/dh_optincheck"
	cp "$addon/optincheck.pm" "$root/$sequence/optincheck.pm"
	manual 1 "$addon/dh_optincheck" "$root/usr/share/man/man1/dh_optincheck.1"
	manual 3pm "$addon/optincheck.pm" "$root/usr/share/man/man3/Debian::Debhelper::Sequence::optincheck.3pm"
	cat >"$root/DEBIAN/control" <<-EOF
		Package: optincheck
		Version: $version
		Architecture: $(dpkg --print-architecture)
		Maintainer: optincheck <optincheck@example.org>
		Depends: debhelper, dh-golang
		Provides: dh-sequence-optincheck
		Description: tells what a Go program sends before anybody said yes
	EOF
	dpkg-deb --root-owner-group --build "$root" "$tmp/optincheck.deb" >"$tmp/log" 2>&1 || fail_with_log "dpkg-deb makes no package"
	dpkg --no-triggers --install "$tmp/optincheck.deb" >"$tmp/log" 2>&1 || fail_with_log "dpkg does not install the package"
}

# manual SECTION FILE PAGE makes a manual page of a Perl file.
manual() {
	podchecker -warnings -warnings "$2" >"$tmp/log" 2>&1 || fail_with_log "the manual of $2 has errors"
	! grep -q WARNING "$tmp/log" || fail_with_log "the manual of $2 has warnings"
	pod2man --errors=die --section="$1" --center=optincheck --release=optincheck "$2" "$3"
}

# as_debian DIR COMMAND... runs a command in a directory as Debian's builders do:
# with the programs of the system alone, its go command among them. VAR=value
# may stand before the command.
as_debian() {
	local dir=$1
	shift
	(cd "$dir" && env -i HOME="$tmp" GOCACHE="$gocache" PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@") >"$tmp/log" 2>&1
}

# says PATTERN wants a line in what was printed last.
says() { grep -Eq -- "$1" "$tmp/log" || fail_with_log "nothing was printed like $1"; }

# tags prints the tags that were printed last, and N: lines that are no
# explanation.
tags() { grep -E '^[EWI]: [^ ]+ source: |^N: [^ ]' "$tmp/log" || true; }

# tagged N wants so many tags, and nothing that was not analysed.
tagged() { [ "$(tags | wc -l)" -eq "$1" ] || fail_with_log "want $1 tags"; }
