package world

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed sinks.txt
var sinksText string

// A Sink is a function that puts bytes on a network by itself.
type Sink struct {
	Symbol  string
	Kind    string // http, dial, lookup, mail, syslog, rpc, raw
	Iface   bool   // an interface method, a sink where the implementation is not known
	Dest    Dest
	Network int // argument that names the network, or -1; see Local
}

// A Dest says where the destination of a sink stands.
type Dest struct {
	Form  string // one of the Dest forms
	Arg   int    // argument, receiver not counted, or -1
	Field string // field of the receiver, where Form is InField
}

// The forms of a destination.
const (
	NoDest     = ""         // nowhere to be seen
	InRequest  = "request"  // an *http.Request
	InURL      = "url"      // a URL, as text
	InHost     = "host"     // a host name or IP address, as text
	InAddr     = "addr"     // host:port, as text
	InNetAddr  = "netaddr"  // a net.Addr, one of its implementations, or a netip address
	InSockaddr = "sockaddr" // an address of package syscall or golang.org/x/sys
	InField    = "field"    // a field of the receiver
	InReceiver = "recv"     // the receiver itself, given by whoever connected it
)

// Local reports whether a network argument keeps the bytes on the machine:
// the Unix networks, and for syslog the empty one.
func Local(network string) bool {
	return network == "" || strings.HasPrefix(network, "unix")
}

func sinkKinds() kinds {
	keys := map[string]key{
		"kind":    {required: true, check: oneOf("http", "dial", "lookup", "mail", "syslog", "rpc", "raw")},
		"dest":    {check: func(s string) error { _, err := parseDest(s); return err }},
		"network": {check: func(s string) error { _, err := parseArg(s); return err }},
	}
	return kinds{
		"sink":  {subject: symbol, keys: keys},
		"iface": {subject: symbol, keys: keys},
		"limit": {subject: symbol},
		"not":   {subject: symbol, keys: map[string]key{"why": {required: true, check: anyText}}},
	}
}

func (w *World) addSink(l Line) error {
	if l.Kind == "limit" {
		w.limits[l.Subject] = true
		return nil
	}
	if l.Kind == "not" {
		if _, ok := w.sinks[l.Subject]; ok {
			return fmt.Errorf("%s is a sink and is none; remove one of the two", l.Subject)
		}
		w.notSinks[l.Subject] = l.Get("why")
		return nil
	}
	if _, ok := w.sinks[l.Subject]; ok || w.notSinks[l.Subject] != "" {
		return fmt.Errorf("%s stands in the file twice; remove one of the two", l.Subject)
	}
	s := Sink{Symbol: l.Subject, Kind: l.Get("kind"), Iface: l.Kind == "iface", Network: -1}
	var err error
	if s.Dest, err = parseDest(l.Get("dest")); err != nil {
		return err
	}
	if n := l.Get("network"); n != "" {
		s.Network, err = parseArg(n)
	}
	w.sinks[s.Symbol] = s
	return err
}

// parseDest reads argN:FORM, recv or recv.Field.
func parseDest(s string) (Dest, error) {
	arg, form, ok := strings.Cut(s, ":")
	field, isField := strings.CutPrefix(s, "recv.")
	switch {
	case s == "":
		return Dest{Arg: -1}, nil
	case s == InReceiver:
		return Dest{Form: InReceiver, Arg: -1}, nil
	case isField && identifier(field):
		return Dest{Form: InField, Arg: -1, Field: field}, nil
	case !ok:
		return Dest{}, fmt.Errorf("bad destination %q; write argN:FORM, recv or recv.Field", s)
	}
	n, err := parseArg(arg)
	if err != nil {
		return Dest{}, err
	}
	return Dest{Form: form, Arg: n}, oneOf(InRequest, InURL, InHost, InAddr, InNetAddr, InSockaddr)(form)
}

// parseArg reads argN.
func parseArg(s string) (int, error) {
	digits, ok := strings.CutPrefix(s, "arg")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 0 || n > 9 {
		return 0, fmt.Errorf("bad argument %q; write arg0 for the first one, the receiver not counted", s)
	}
	return n, nil
}

// Limit reports whether a function, or a field that is not zero, bounds how long
// a sink takes that is given its result or the object with the field.
func (w *World) Limit(symbol string) bool { return w.limits[symbol] }

// Sink returns the sink with the given symbol.
func (w *World) Sink(symbol string) (Sink, bool) {
	s, ok := w.sinks[symbol]
	return s, ok
}
