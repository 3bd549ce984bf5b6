package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A SiteKey names a site across runs: an instruction of a function.
type SiteKey struct {
	Fn    string
	Instr int32
}

// A Site is a call whose function fixes the host of a sink that it reaches.
type Site struct {
	Key     SiteKey
	Uses    []use // the frames in which it was reached
	From    []use // the sinks themselves
	Inside  []use // of an SDK: where it sends, which rests on what the SDK asks
	Callee  string
	Sinks   []string
	Hosts   []string
	URLs    []string
	SDK     string // import path of the listed SDK that it enters
	Network bool

	below   []use      // the shortest way from the sink up to the site
	reached []*Reached // the sinks that it leads to
}

// sites finds where the reached sinks stand. The audited packages are judged
// as themselves, even where they are a listed SDK.
func (r *Run) sites(audited map[string]bool) map[SiteKey]*Site {
	s := &siting{Run: r, audited: audited, out: map[SiteKey]*Site{}, seen: map[siteStep]bool{}}
	live := map[string]bool{} // SDKs that reach the network by themselves
	for _, u := range r.order {
		if x := r.sinks[u]; !r.unsent(x) {
			s.from(x, live)
		}
	}
	s.sdkSends(live)
	return s.out
}

type siting struct {
	*Run
	audited map[string]bool
	out     map[SiteKey]*Site
	seen    map[siteStep]bool
	entries []sdkEntry
}

type siteStep struct {
	at  use
	arg ir.Arg
	r   *Reached
}

type sdkEntry struct {
	at   use
	sdk  string
	r    *Reached
	arg  ir.Arg
	form string
}

// from starts at a sink and goes up to where the host is fixed.
func (s *siting) from(r *Reached, live map[string]bool) {
	_, in := s.at(r.At)
	arg, form := s.destination(r, in)
	s.up(r.At, arg, form, r, live, nil)
}

// destination is the operand of the sink's call that says where it goes.
func (s *siting) destination(r *Reached, in *ir.Instr) (ir.Arg, string) {
	d := r.Sink.Dest
	recv := 0
	if isMethod(r.Symbol) {
		recv = 1
	}
	first := 1 // operands after the callee; an invoke's receiver stands in its place
	if in.Op == ir.OpInvoke || in.Op == ir.OpGoInvoke || in.Op == ir.OpDeferInvoke {
		first = 0
	}
	switch {
	case d.Arg >= 0 && first+recv+d.Arg < len(in.Args):
		return in.Args[first+recv+d.Arg], d.Form
	case recv == 1 && first < len(in.Args):
		return in.Args[first], d.Form
	}
	return ir.Arg{}, ""
}

// up records a site where the operand is fixed, or follows it to the callers.
func (s *siting) up(at use, arg ir.Arg, form string, r *Reached, live map[string]bool, below []use) {
	step := siteStep{at, arg, r}
	if s.seen[step] {
		return
	}
	s.seen[step] = true
	f, _ := s.at(at)
	if from, n := trace(f.fn, arg, 0, s.eval); from == fromParam {
		moved := false
		for _, c := range f.callers {
			if c.from.frame < 0 {
				continue
			}
			g, in := s.at(c.from)
			if a, ok := operandFor(g, in, f.fn, n); ok {
				s.up(c.from, a, form, r, live, append(below[:len(below):len(below)], at))
				moved = true
			}
		}
		if moved {
			return
		}
	}
	if f.fn.Synth { // no line of the source
		for _, c := range f.callers {
			if c.from.frame >= 0 {
				s.up(c.from, ir.Arg{}, "", r, live, append(below[:len(below):len(below)], at))
			}
		}
		return
	}
	pkg := f.fn.unit.Path
	if sdk, ok := s.w.SDK(pkg); ok && !s.audited[pkg] {
		live[sdk.Path] = true
		s.entries = append(s.entries, sdkEntry{at, sdk.Path, r, arg, form})
		return
	}
	s.record(at, arg, form, r, "")
	if site := s.out[SiteKey{f.fn.Symbol, at.instr}]; site != nil && (site.below == nil || len(below) < len(site.below)) {
		site.below = below
	}
}

// operandFor is the operand that a call passes for a parameter of fn. A
// callback's parameters are not the operands of the call that hands it over.
func operandFor(g *frame, in *ir.Instr, fn *function, n int32) (ir.Arg, bool) {
	args := in.Args[1:]
	if in.Op == ir.OpInvoke || in.Op == ir.OpGoInvoke || in.Op == ir.OpDeferInvoke {
		args = in.Args
	}
	if len(args) != len(fn.Params) || int(n) >= len(args) {
		return ir.Arg{}, false
	}
	return args[n], true
}

// record adds a use of a site.
func (s *siting) record(at use, arg ir.Arg, form string, r *Reached, sdk string) {
	hosts, urls := s.hosts(at, arg, form, r)
	s.recordHosts(at, hosts, urls, r, sdk)
}

// recordHosts adds a use of a site that goes to these hosts.
func (s *siting) recordHosts(at use, hosts, urls []string, r *Reached, sdk string) {
	f, in := s.at(at)
	key := SiteKey{f.fn.Symbol, at.instr}
	if len(hosts) > 0 && allLoopback(hosts) {
		return
	}
	site := s.out[key]
	if site == nil {
		site = &Site{Key: key, Callee: s.calleeName(f, in, r), SDK: sdk}
		s.out[key] = site
	}
	site.Uses = append(site.Uses, at)
	site.From = append(site.From, r.At)
	site.Sinks = addString(site.Sinks, r.Symbol)
	if n := len(site.reached); r.Sink.Kind != "" && (n == 0 || site.reached[n-1] != r) {
		site.reached = append(site.reached, r)
	}
	for _, h := range hosts {
		site.Hosts = addString(site.Hosts, h)
	}
	for _, u := range urls {
		site.URLs = addString(site.URLs, u)
	}
}

// sdkSends records the calls that make a listed SDK send: those of its sending
// functions while its own network code is reached; where there are none, the
// calls that enter it.
func (s *siting) sdkSends(live map[string]bool) {
	named := map[string]bool{}
	for _, u := range s.sendOrder() {
		symbol := s.sends[u]
		f, _ := s.at(u)
		sdk, ok := s.w.SDK(symbol[:strings.LastIndexByte(symbol, ':')])
		if !ok || s.inSDK(f.fn.unit.Path, sdk.Path) {
			continue
		}
		started, keyed := s.started(sdk.Path)
		if len(started) == 0 && !live[sdk.Path] && s.hasSource(sdk.Path) || len(started) > 0 && !keyed {
			continue
		}
		named[sdk.Path] = true
		s.record(u, ir.Arg{}, "", &Reached{At: u, Symbol: symbol}, sdk.Path)
		if site := s.out[SiteKey{f.fn.Symbol, u.instr}]; site != nil && site.Inside == nil {
			site.Inside = s.inside(sdk.Path)
		}
	}
	for _, site := range s.out {
		if site.SDK != "" {
			started, _ := s.started(site.SDK)
			site.Inside = append(site.Inside, started...)
			s.sdkHosts(site)
		}
	}
	for _, en := range s.entries {
		if !named[en.sdk] {
			s.enter(en, en.at, map[int32]bool{})
		}
	}
}

// started returns the calls that start an SDK which sends nothing without a
// key, and whether one of them gives it a key.
func (s *siting) started(sdk string) (calls []use, keyed bool) {
	for u, in := range s.inits {
		if in.sdk == sdk {
			calls = append(calls, u)
			keyed = keyed || in.keyed
		}
	}
	sortUses(calls)
	return calls, keyed
}

// inside returns where an SDK sends.
func (s *siting) inside(sdk string) []use {
	var out []use
	for _, en := range s.entries {
		if en.sdk == sdk {
			out = append(out, en.at)
		}
	}
	return out
}

func (s *siting) sendOrder() []use {
	out := make([]use, 0, len(s.sends))
	for u := range s.sends {
		out = append(out, u)
	}
	sortUses(out)
	return out
}

// inSDK reports whether a package belongs to the SDK and is not audited.
func (s *siting) inSDK(pkg, sdk string) bool {
	got, ok := s.w.SDK(pkg)
	return ok && got.Path == sdk && !s.audited[pkg]
}

func (s *siting) hasSource(sdk string) bool {
	for _, u := range s.p.Units {
		if got, ok := s.w.SDK(u.Path); ok && got.Path == sdk {
			return true
		}
	}
	return false
}

// enter goes up the calls until it is outside the SDK.
func (s *siting) enter(en sdkEntry, at use, seen map[int32]bool) {
	f, _ := s.at(at)
	if !s.inSDK(f.fn.unit.Path, en.sdk) {
		hosts, urls := s.hosts(en.at, en.arg, en.form, en.r)
		if len(hosts) == 0 {
			hosts, urls = s.namedHosts(at)
		}
		s.recordHosts(at, hosts, urls, en.r, en.sdk)
		return
	}
	if seen[at.frame] {
		return
	}
	seen[at.frame] = true
	for _, c := range f.callers {
		if c.from.frame >= 0 {
			s.enter(en, c.from, seen)
		}
	}
}

// namedHosts are the hosts of the URLs that a call passes on as text.
func (s *siting) namedHosts(at use) (hosts, urls []string) {
	f, in := s.at(at)
	for _, a := range in.Args {
		texts, _ := s.strings(s.arg(f, a))
		for _, t := range texts {
			if h := hostOf(t); h != "" {
				hosts, urls = addString(hosts, h), addString(urls, star(t))
			}
		}
	}
	return hosts, urls
}

// calleeName is the function called at a site, as a symbol.
func (s *siting) calleeName(f *frame, in *ir.Instr, r *Reached) string {
	switch in.Op {
	case ir.OpInvoke, ir.OpGoInvoke, ir.OpDeferInvoke:
		if r.At.frame == f.id {
			return r.Symbol
		}
		return s.p.strs[f.fn.sym(in.Num)]
	}
	if len(in.Args) > 0 && in.Args[0].Kind == ir.Function {
		return s.p.strs[f.fn.sym(in.Args[0].I)]
	}
	return r.Symbol
}

func addString(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// origin says where a destination comes from.
type origin uint8

const (
	fixed     origin = iota // in the function itself
	fromParam               // from a parameter
)

// trace follows a destination backwards within its function: through what
// builds requests and puts URLs together, to where the host stands. The rest of
// a URL may come from anywhere.
func trace(fn *function, a ir.Arg, depth int, e *eval) (origin, int32) {
	if a.Kind != ir.Reg || depth > 20 {
		return fixed, 0
	}
	if a.I < int32(len(fn.Params)) {
		return fromParam, a.I
	}
	if a.I < int32(fn.NumRegs()) {
		return fixed, 0 // captured: closures belong to their function
	}
	in := &fn.Instrs[a.I-int32(fn.NumRegs())]
	switch in.Op {
	case ir.OpCopy, ir.OpConvert, ir.OpBox, ir.OpExtract, ir.OpSlice, ir.OpAssert:
		return trace(fn, in.Args[0], depth+1, e)
	case ir.OpPhi:
		return tracePhi(fn, in, depth, e)
	case ir.OpBinOp:
		return traceConcat(fn, in, depth, e)
	case ir.OpCall, ir.OpInvoke:
		return traceCall(fn, in, depth, e)
	case ir.OpLoad:
		return traceLoad(fn, in, depth, e)
	case ir.OpAlloc:
		return traceObject(fn, a, depth, e)
	}
	return fixed, 0
}

func tracePhi(fn *function, in *ir.Instr, depth int, e *eval) (origin, int32) {
	param := int32(-1)
	for _, x := range in.Args {
		o, n := trace(fn, x, depth+4, e)
		if o == fixed {
			return fixed, 0
		}
		param = n
	}
	if param < 0 {
		return fixed, 0
	}
	return fromParam, param
}

// traceConcat: the host stands in the left part, unless that is only a scheme.
func traceConcat(fn *function, in *ir.Instr, depth int, e *eval) (origin, int32) {
	left := in.Args[0]
	if left.Kind == ir.Constant {
		if t := e.p.consts[fn.unit.cst[left.I]].Text; strings.HasSuffix(t, "://") || t == "" {
			return trace(fn, in.Args[1], depth+1, e)
		}
	}
	return trace(fn, left, depth+1, e)
}

func traceCall(fn *function, in *ir.Instr, depth int, e *eval) (origin, int32) {
	if len(in.Args) == 0 || in.Op == ir.OpInvoke || in.Args[0].Kind != ir.Function {
		return fixed, 0
	}
	symbol := e.p.strs[fn.sym(in.Args[0].I)]
	m, ok := e.w.Model(symbol)
	if !ok {
		return fixed, 0
	}
	shift := 1
	if isMethod(symbol) {
		shift = 2
	}
	n, ok := m.Arg("of")
	if !ok {
		n, ok = m.Arg("as")
	}
	if !ok && m.Effect == "pure" {
		n, ok = 0, true
	}
	if ok && n+shift < len(in.Args) {
		return trace(fn, in.Args[n+shift], depth+1, e)
	}
	if m.Effect == "print" && len(in.Args) == 3 {
		return traceFormat(fn, in, depth, e)
	}
	return fixed, 0
}

// traceFormat: a format that begins with a verb, or with a scheme and a verb,
// gets its host from the first operand.
func traceFormat(fn *function, in *ir.Instr, depth int, e *eval) (origin, int32) {
	if in.Args[1].Kind != ir.Constant {
		return trace(fn, in.Args[1], depth+1, e)
	}
	f := e.p.consts[fn.unit.cst[in.Args[1].I]].Text
	f = strings.TrimPrefix(strings.TrimPrefix(f, "https://"), "http://")
	if !strings.HasPrefix(f, "%") || in.Args[2].Kind != ir.Reg {
		return fixed, 0
	}
	// The first operand is stored at element 0 of the array behind the slice.
	for i := range fn.Instrs {
		st := &fn.Instrs[i]
		if st.Op == ir.OpIndexAddr && sameArray(fn, st.Args[0], in.Args[2]) && st.Args[1].Kind == ir.Constant &&
			e.p.consts[fn.unit.cst[st.Args[1].I]].Text == "0" {
			for _, u := range fn.users[fn.reg(int32(i))] {
				if fn.Instrs[u].Op == ir.OpStore {
					return trace(fn, fn.Instrs[u].Args[1], depth+1, e)
				}
			}
		}
	}
	return fixed, 0
}

func sameArray(fn *function, array, slice ir.Arg) bool {
	for slice.Kind == ir.Reg && slice.I >= int32(fn.NumRegs()) {
		if slice == array {
			return true
		}
		in := &fn.Instrs[slice.I-int32(fn.NumRegs())]
		if in.Op != ir.OpSlice {
			return false
		}
		slice = in.Args[0]
	}
	return false
}

// traceLoad follows a local variable to what was stored there.
func traceLoad(fn *function, in *ir.Instr, depth int, e *eval) (origin, int32) {
	a := in.Args[0]
	if a.Kind != ir.Reg || a.I < int32(fn.NumRegs()) || fn.Instrs[a.I-int32(fn.NumRegs())].Op != ir.OpAlloc {
		return fixed, 0
	}
	return traceStores(fn, a, depth, e)
}

func traceStores(fn *function, addr ir.Arg, depth int, e *eval) (origin, int32) {
	for _, u := range fn.users[addr.I] {
		if st := &fn.Instrs[u]; st.Op == ir.OpStore && st.Args[0] == addr {
			return trace(fn, st.Args[1], depth+2, e)
		}
	}
	return fixed, 0
}

// traceObject follows the fields of a URL or request that is put together
// here: the data say which field holds the destination.
func traceObject(fn *function, a ir.Arg, depth int, e *eval) (origin, int32) {
	for _, u := range fn.users[a.I] {
		in := &fn.Instrs[u]
		if in.Op == ir.OpFieldAddr && world.DestField(e.p.strs[fn.sym(in.Sym)]) {
			return traceStores(fn, ir.Arg{Kind: ir.Reg, I: fn.reg(u)}, depth+1, e)
		}
	}
	return fixed, 0
}
