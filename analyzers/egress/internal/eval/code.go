package eval

import (
	"slices"
	"sort"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A Fetch is a response that becomes a program.
type Fetch struct {
	How     string // executes, loads, interprets, replaces, marks
	File    string
	Pos     ir.Pos
	Checked bool // a signature or digest decides whether it gets there
}

// codeMarks is what is done to a file that gets an execute bit.
const codeMarks = "marks"

// rank orders what is done to a response: the step that counts is the last.
var rank = map[string]int{codeMarks: 1, "interprets": 2, "loads": 2, "executes": 2, "replaces": 3}

// Fetched returns what becomes of the responses to a site's requests, if that
// is a program: the last step of it.
func (r *Run) Fetched(s *Site) (Fetch, bool) {
	if r.fetched == nil {
		r.fetched = map[use][]fetch{}
		x := &coder{Run: r, keys: map[operandAt][]string{}}
		x.run()
	}
	var best Fetch
	found := false
	for _, u := range append(slices.Clone(s.Uses), s.From...) {
		for _, f := range r.fetched[u] {
			if g := r.fetchAt(f); !found || rank[g.How] > rank[best.How] || rank[g.How] == rank[best.How] && best.Checked && !g.Checked {
				best, found = g, true
			}
		}
	}
	return best, found
}

// Named reports whether the user names what a site asks for: by an argument.
func (r *Run) Named(s *Site) bool {
	r.invert()
	x := newSlicer(r, true)
	for _, u := range s.Uses {
		f, in := r.at(u)
		for _, a := range in.Args {
			x.operand(f, a)
		}
	}
	for n := 0; len(x.todo) > 0 && n < maxSlice/100; n++ {
		u := x.todo[0]
		x.todo = x.todo[1:]
		f := r.frames[u.frame]
		if r.isArgument(f.regs[f.fn.reg(u.instr)]) {
			return true
		}
		x.visit(u)
	}
	return false
}

// A fetch is a Fetch before its place is looked up.
type fetch struct {
	how     string
	at      use
	checked bool
}

func (r *Run) fetchAt(f fetch) Fetch {
	g, in := r.at(f.at)
	out := Fetch{How: f.how, Pos: in.Pos, Checked: f.checked}
	if in.Pos.File >= 0 {
		out.File = g.fn.unit.Files[in.Pos.File]
	}
	return out
}

// An operandAt is an operand in a frame.
type operandAt struct {
	frame int32
	arg   ir.Arg
}

// A codeCall is a call of a function that the data list.
type codeCall struct {
	at   use
	code world.Code
	args []ir.Arg // receiver first
	recv int      // 1 if there is a receiver
}

// operand returns the operand that a key of the data names.
func (c codeCall) operand(key string) (operandAt, bool) {
	n, ok := c.code.Arg(key)
	if !ok || n+c.recv >= len(c.args) {
		return operandAt{}, false
	}
	return operandAt{c.at.frame, c.args[n+c.recv]}, true
}

// A coder finds the calls that make programs, and what they make them of.
type coder struct {
	*Run
	calls map[string][]codeCall // by effect
	found map[use]codeCall
	keys  map[operandAt][]string // of paths, see path
	files []stored
}

// A stored file is one that the program writes.
type stored struct {
	at      use
	paths   []string
	handle  operandAt
	content []operandAt
	program bool // it gets an execute bit at once
}

// maxKeys bounds the ways in which one path is put together.
const maxKeys = 8

func (x *coder) run() {
	x.piped()
	x.list()
	if len(x.calls["run"])+len(x.calls["store"]) == 0 || len(x.order)+len(x.sends) == 0 {
		return
	}
	x.invert()
	for _, c := range x.calls["store"] {
		x.files = append(x.files, x.store(c))
	}
	for _, c := range x.calls["move"] {
		x.moved(c)
	}
	for _, f := range x.files {
		if f.program {
			x.becomes(codeMarks, f.at, f.content)
		}
		if slices.Contains(f.paths, ownPath) {
			x.becomes("replaces", f.at, f.content)
		}
	}
	for _, c := range x.calls["mode"] {
		x.mode(c)
	}
	for _, c := range x.calls["run"] {
		x.started(c)
	}
}

// piped looks at the texts that shells are started with.
func (x *coder) piped() {
	for _, u := range x.order {
		if x.w.RunsFetched(x.sinks[u].Argv) {
			x.note(u, fetch{"executes", u, false})
		}
	}
}

// listCode finds the functions in the program that the data list.
func (p *Program) listCode(w *world.World) map[sym]world.Code {
	known := map[sym]world.Code{}
	for n, symbol := range p.strs {
		if !strings.Contains(symbol, ":") {
			continue // no function
		}
		if c, ok := w.Code(symbol); ok {
			known[sym(n)] = c
		}
	}
	return known
}

// list finds the calls of listed functions that the run reached.
func (x *coder) list() {
	x.calls, x.found = map[string][]codeCall{}, map[use]codeCall{}
	for _, f := range x.frames {
		for i := range f.fn.Instrs {
			in := &f.fn.Instrs[i]
			if f.progress[f.fn.blockOf[i]] < int32(i) {
				continue // not reached
			}
			c, args, ok := listed(f, in, x.p.code)
			if !ok {
				continue
			}
			call := codeCall{at: use{f.id, int32(i)}, code: c, args: args}
			if isMethod(c.Symbol) {
				call.recv = 1
			}
			x.calls[c.Effect] = append(x.calls[c.Effect], call)
			x.found[call.at] = call
		}
	}
}

// listed returns what the data say of the function that an instruction calls.
func listed(f *frame, in *ir.Instr, known map[sym]world.Code) (world.Code, []ir.Arg, bool) {
	switch in.Op {
	case ir.OpCall, ir.OpGo, ir.OpDefer:
		if len(in.Args) > 0 && in.Args[0].Kind == ir.Function {
			c, ok := known[f.fn.sym(in.Args[0].I)]
			return c, in.Args[1:], ok
		}
	case ir.OpInvoke, ir.OpGoInvoke, ir.OpDeferInvoke:
		c, ok := known[f.fn.sym(in.Num)]
		return c, in.Args, ok
	}
	return world.Code{}, nil, false
}

// store describes a file that is written.
func (x *coder) store(c codeCall) stored {
	f := stored{at: c.at, handle: x.result(c.at)}
	if path, ok := c.operand("path"); ok {
		f.paths = x.path(path, 0)
	}
	content, ok := c.operand("content")
	if !ok {
		content = f.handle
		f.paths = append(slices.Clone(f.paths), handleKey(c.at))
	}
	f.content = []operandAt{content}
	if mode, ok := c.operand("mode"); ok {
		f.program = x.executable(mode)
	}
	return f
}

// result is the register that a call sets.
func (x *coder) result(u use) operandAt {
	return operandAt{u.frame, ir.Arg{Kind: ir.Reg, I: x.frames[u.frame].fn.reg(u.instr)}}
}

// executable reports whether a mode has a bit for running the file.
func (x *coder) executable(mode operandAt) bool {
	for _, c := range x.vs.get(x.arg(x.frames[mode.frame], mode.arg)).consts {
		if k := x.p.consts[c]; k.Kind == ir.Int && hasExecuteBit(k.Text) {
			return true
		}
	}
	return false
}

// moved gives a file its other path; over the program's own it replaces it.
func (x *coder) moved(c codeCall) {
	from, ok := c.operand("from")
	to, ok2 := c.operand("path")
	if !ok || !ok2 {
		return
	}
	before, after := x.path(from, 0), x.path(to, 0)
	for i := range x.files {
		if f := &x.files[i]; common(f.paths, before) {
			f.paths = append(slices.Clone(f.paths), after...)
			if slices.Contains(after, ownPath) {
				x.becomes("replaces", c.at, f.content)
			}
		}
	}
}

// mode marks files as programs.
func (x *coder) mode(c codeCall) {
	of, ok := c.operand("of")
	mode, ok2 := c.operand("mode")
	if !ok || !ok2 || !x.executable(mode) {
		return
	}
	paths := x.path(of, 0)
	for _, f := range x.files {
		if common(f.paths, paths) {
			x.becomes(codeMarks, c.at, f.content)
		}
	}
}

// started looks at what is run: a file that was written, or bytes.
func (x *coder) started(c codeCall) {
	how := c.code.Get("how")
	content, hasContent := c.operand("content")
	path, hasPath := c.operand("path")
	switch {
	case hasContent:
		x.becomes(how, c.at, []operandAt{content})
	case !hasPath:
		x.note(c.at, fetch{how, c.at, c.code.Get("checked") != ""})
	default:
		paths := x.path(path, 0)
		if args, ok := c.operand("args"); ok && x.shell(path) {
			words := x.elements(args)
			for _, a := range words {
				paths = append(slices.Clone(paths), x.path(a, 0)...)
			}
			x.becomes(how, c.at, append(x.input(c.at), x.script(path, words)...))
		} else if flags, is := x.w.Interpreter(x.text(path)); ok && is {
			paths = append(slices.Clone(paths), x.interpreted(how, c.at, x.elements(args), flags)...)
		}
		for _, f := range x.files {
			if common(f.paths, paths) {
				x.becomes(how, c.at, f.content)
			}
		}
	}
}

// interpreted returns the paths of the file that an interpreter is given; without
// one it runs what it reads.
func (x *coder) interpreted(how string, process use, words []operandAt, flags map[string]bool) []string {
	for i, w := range words {
		switch text := x.text(w); {
		case flags[text] && i+1 < len(words):
			x.becomes(how, process, words[i+1:i+2])
			return nil
		case !strings.HasPrefix(text, "-"):
			return x.path(w, 0)
		}
	}
	x.becomes(how, process, x.input(process))
	return nil
}

// shell reports whether a command runs what its arguments name.
func (x *coder) shell(command operandAt) bool {
	k, ok := x.single(x.arg(x.frames[command.frame], command.arg))
	return ok && x.w.Shell(k.Text)
}

// script is the text that a shell is given to run, if nothing of it is known:
// what is filled into a command of the program's own is no program.
func (x *coder) script(shell operandAt, words []operandAt) []operandAt {
	if len(words) < 2 || !x.w.ShellFlag(x.text(shell), x.text(words[0])) {
		return nil
	}
	text := words[1]
	if len(x.vs.get(x.arg(x.frames[text.frame], text.arg)).consts) > 0 {
		return nil
	}
	return []operandAt{text}
}

// text is the one constant that an operand is, or "".
func (x *coder) text(o operandAt) string {
	k, _ := x.single(x.arg(x.frames[o.frame], o.arg))
	return k.Text
}

// input is what a child process is given to read.
func (x *coder) input(process use) []operandAt {
	f := x.frames[process.frame]
	var out []operandAt
	for _, n := range f.fn.users[f.fn.reg(process.instr)] {
		in := &f.fn.Instrs[n]
		if in.Op != ir.OpFieldAddr || x.p.strs[f.fn.sym(in.Sym)] != world.ProcessInput {
			continue
		}
		for _, s := range f.fn.users[f.fn.reg(n)] {
			if st := &f.fn.Instrs[s]; st.Op == ir.OpStore {
				out = append(out, operandAt{process.frame, st.Args[1]})
			}
		}
	}
	return out
}

// becomes notes that content is made a program, for the requests that it is
// the response to.
func (x *coder) becomes(how string, at use, content []operandAt) {
	sinks := x.responses(content)
	if len(sinks) == 0 {
		return
	}
	checked := x.checked(at)
	for _, u := range sinks {
		x.note(u, fetch{how, at, checked})
	}
}

func (x *coder) note(sink use, f fetch) { x.fetched[sink] = append(x.fetched[sink], f) }

// checked reports whether control gets to a place only by way of a check.
func (x *coder) checked(at use) bool {
	s := newSlicer(x.Run, false)
	s.control(at)
	for n := 0; len(s.todo) > 0 && n < maxSlice/10; n++ {
		u := s.todo[0]
		s.todo = s.todo[1:]
		if c, ok := x.found[u]; ok && c.code.Effect == "check" {
			return true
		}
		s.visit(u)
		x.variable(s, u)
	}
	return false
}

// variable goes on at the stores to a local variable of which only the address
// is handed on.
func (x *coder) variable(s *slicer, u use) {
	f, in := x.at(u)
	if in.Op != ir.OpAlloc {
		return
	}
	for _, n := range f.fn.users[f.fn.reg(u.instr)] {
		if f.fn.Instrs[n].Op == ir.OpStore {
			s.push(use{u.frame, n})
		}
	}
}

func common(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

func sortedSinks(set map[use]bool) []use {
	out := make([]use, 0, len(set))
	for u := range set {
		out = append(out, u)
	}
	sort.Slice(out, func(i, j int) bool {
		return out[i].frame < out[j].frame || out[i].frame == out[j].frame && out[i].instr < out[j].instr
	})
	return out
}
