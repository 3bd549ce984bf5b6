package eval

import (
	"net"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// unsent reports whether a sink only opens a datagram socket to an address, and
// the connection is asked for its own address and closed: nothing is sent then.
// Programs do so to learn which of their addresses leads outside.
func (r *Run) unsent(x *Reached) bool {
	if x.Sink.Kind != "dial" || x.Sink.Network < 0 || x.Sink.Network >= len(x.args) {
		return false
	}
	networks, known := r.strings(x.args[x.Sink.Network])
	if !known || slices.ContainsFunc(networks, func(n string) bool { return !strings.HasPrefix(n, "udp") }) {
		return false
	}
	f, in := r.at(x.At)
	hosts := r.addresses(x)
	if in.Op != ir.OpCall || len(hosts) == 0 || slices.ContainsFunc(hosts, func(h string) bool { return net.ParseIP(h) == nil }) {
		return false // a name is looked up
	}
	for _, n := range f.fn.users[f.fn.reg(x.At.instr)] {
		if e := &f.fn.Instrs[n]; e.Op == ir.OpExtract && e.Num == 0 && !onlyAsked(f.fn, f.fn.reg(n), r) {
			return false
		}
	}
	return true
}

// addresses are the hosts that a dial names, as far as they are text.
func (r *Run) addresses(x *Reached) []string {
	if x.Sink.Dest.Arg < 0 || x.Sink.Dest.Arg >= len(x.args) {
		return nil
	}
	texts, known := r.strings(x.args[x.Sink.Dest.Arg])
	if !known {
		return nil
	}
	var out []string
	for _, t := range texts {
		out = append(out, strings.Trim(withoutPort(t), "[]"))
	}
	return out
}

// onlyAsked reports whether nothing is done with a connection but to ask for
// its address and to close it.
func onlyAsked(fn *function, conn int32, r *Run) bool {
	for _, n := range fn.users[conn] {
		in := &fn.Instrs[n]
		switch in.Op {
		case ir.OpBinOp:
			continue // is it nil
		case ir.OpInvoke, ir.OpDeferInvoke:
			switch r.p.strs[fn.sym(in.Sym)] {
			case "LocalAddr", "RemoteAddr", "Close":
				continue
			}
		}
		return false
	}
	return true
}
