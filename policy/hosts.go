package policy

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// The words that Hosts may hold besides hosts.
const (
	HostUser     = "@user"     // given by the user at run time
	HostLoopback = "@loopback" // this machine
	HostNone     = "none"      // no egress at all may exist
)

// HostAllowed reports whether f declares host: a host[:port] as the program
// has it, or [HostUser] or [HostLoopback]. A nil f and an empty host, which is
// one that nobody could tell, allow nothing.
//
// An element without a port allows every port. An element with port 80 or 443
// also allows the host without a port, since that is what URLs leave out.
func HostAllowed(f *Function, host string) bool {
	if f == nil || host == "" {
		return false
	}
	return slices.ContainsFunc(f.Hosts, func(it Item) bool { return hostMatch(it.Value, host) })
}

// silent reports whether f promises that there is no egress.
func (f *Function) silent() bool {
	return slices.ContainsFunc(f.Hosts, func(it Item) bool { return it.Value == HostNone })
}

func hostMatch(element, host string) bool {
	name, port := splitHost(host)
	switch element {
	case HostNone:
		return false
	case HostUser:
		return host == HostUser
	case HostLoopback:
		return host == HostLoopback || loopback(name)
	}
	want, wantPort := splitHost(element)
	if wantPort != "" && wantPort != port && (port != "" || wantPort != "80" && wantPort != "443") {
		return false
	}
	if domain, ok := strings.CutPrefix(want, "*."); ok {
		label, rest, _ := strings.Cut(name, ".")
		return label != "" && rest == domain
	}
	return name == want
}

// splitHost separates host[:port]; the host is in lower case, without the
// brackets of an IPv6 address or the final dot of a full name.
func splitHost(s string) (host, port string) {
	host = s
	if i := strings.LastIndexByte(s, ':'); i >= 0 && (strings.Count(s, ":") == 1 || s[i-1] == ']') {
		host, port = s[:i], s[i+1:]
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.TrimSuffix(strings.ToLower(host), "."), port
}

func loopback(host string) bool {
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.Unmap().IsLoopback()
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// CheckHost returns an error unless s can be an element of Hosts.
func CheckHost(s string) error {
	if s == "" {
		return errors.New("the host is empty")
	}
	if what, instead := badHost(s); what != "" {
		return fmt.Errorf("%s; %s", what, instead)
	}
	return nil
}

// badHost says what is wrong with s as an element of Hosts, and what to write
// instead. It returns two empty strings if nothing is.
func badHost(s string) (what, instead string) {
	const like = "write host or host:port, *.example.org, @user, @loopback or none"
	if s == HostUser || s == HostLoopback || s == HostNone {
		return "", ""
	}
	if s[0] == '@' {
		return fmt.Sprintf("unknown word %s in Hosts", quote(s)), like
	}
	if strings.Contains(s, "/") {
		return fmt.Sprintf("%s is a URL or a network, not a host", quote(s)), like
	}
	host, port := splitHost(s)
	if n, err := strconv.ParseUint(port, 10, 16); strings.HasSuffix(s, ":") || port != "" && (err != nil || n == 0) {
		return fmt.Sprintf("bad port in host %s", quote(s)), "write a port from 1 to 65535, or none"
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return "", ""
	}
	domain, wild := strings.CutPrefix(host, "*.")
	if strings.Contains(domain, "*") {
		return fmt.Sprintf("bad wildcard in host %s", quote(s)), "write *. only at the beginning, for one level: *.example.org"
	}
	if wild && !strings.Contains(domain, ".") {
		return fmt.Sprintf("the wildcard of %s covers a whole top-level domain", quote(s)), "name at least two levels after it: *.example.org"
	}
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" || strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
			return fmt.Sprintf("bad host %s", quote(s)), like
		}
	}
	return "", ""
}
