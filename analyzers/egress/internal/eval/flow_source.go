package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// named notes the sources that the constants of a value name.
func (x *flows) named(n int32, at use, kind string, v val, known func(string) (world.Identity, bool)) {
	names, _ := x.strings(v)
	for _, name := range names {
		if id, ok := known(star(name)); ok {
			x.source(n, at, id, kind+" "+star(name))
		}
	}
}

// file notes a file that identifies. Of any other the program may itself have
// written what is read from it.
func (x *flows) file(n int32, at use, v val) {
	x.named(n, at, "file", v, x.w.IdentityFile)
	names, _ := x.strings(v)
	for _, name := range names {
		x.writes(n, name)
	}
}

// writes follows what the program writes to a file.
func (x *flows) writes(n int32, name string) {
	if strings.Trim(star(name), "*/.") == "" {
		return
	}
	for _, u := range x.writesOf(name) {
		f, in := x.at(u)
		m, _ := x.w.Model(x.calledSymbol(f, in))
		with := note{stored: star(name), call: u}
		if k, ok := m.Arg("data"); ok && k+1 < len(in.Args) {
			named, _ := m.Arg("name")
			x.data(f, in.Args[k+1], n, with, x.pair(u, in.Args[named+1], name))
		} else {
			x.add(step{kind: handedOn, at: use{f.id, f.fn.reg(u.instr)}, from: n, note: with})
		}
	}
}

// data follows what is written to a file, of the pairing's entry.
func (x *flows) data(f *frame, a ir.Arg, from int32, with note, pair int32) {
	if a.Kind != ir.Reg {
		x.reg(f, a, from, with)
		return
	}
	x.add(step{kind: inRegister, at: use{f.id, a.I}, index: -1, pair: pair, from: from, note: with})
}

// writesOf returns the calls that write a file of that name.
func (r *Run) writesOf(name string) []use {
	if r.fileWrites == nil {
		r.fileWrites = map[string][]use{}
		for _, f := range r.frames {
			for i := range f.fn.Instrs {
				r.noteWrite(f, int32(i))
			}
		}
	}
	return r.fileWrites[name]
}

func (r *Run) noteWrite(f *frame, i int32) {
	in := &f.fn.Instrs[i]
	if in.Op != ir.OpCall || f.progress[f.fn.blockOf[i]] < i {
		return
	}
	symbol := r.calledSymbol(f, in)
	m, _ := r.w.Model(symbol)
	k, ok := m.Arg("name")
	if m.Effect != "write" || !ok || k+1 >= len(in.Args) {
		return
	}
	names, _ := r.strings(r.arg(f, in.Args[k+1]))
	for _, name := range names {
		r.fileWrites[name] = append(r.fileWrites[name], use{f.id, i})
	}
}

// output notes a child process whose output identifies.
func (x *flows) output(n int32, f *frame, in *ir.Instr, at use) {
	for _, a := range operands(in) {
		for _, l := range x.vs.get(x.arg(f, a)).refs {
			if argv := x.argv(l); argv != nil {
				if id, ok := x.w.IdentityExec(argv); ok {
					x.source(n, at, id, "exec "+strings.Join(argv, " "))
				}
			}
		}
	}
}

// argv is the command line of a child process, with "*" for what is not known.
func (x *flows) argv(l loc) []string {
	name, ok := x.partAt(l, x.p.intern(namePart))
	if !ok {
		return nil
	}
	k, ok := x.single(x.locs[name].cell.v)
	if !ok {
		return nil
	}
	argv := []string{k.Text}
	args, _ := x.partAt(l, x.p.intern(argsPart))
	for _, a := range x.variadic(x.locs[args].cell.v) {
		text := "*"
		if k, ok := x.single(a); ok {
			text = star(k.Text)
		}
		argv = append(argv, text)
	}
	return argv
}

// source notes that something which identifies was found at the end of a way,
// and tells the way from there.
func (x *flows) source(n int32, at use, id world.Identity, symbol string) {
	key := flowKey{symbol, at}
	if id.Class == "neutral" || x.found[key] {
		return
	}
	x.found[key] = true
	fl := Flow{Identity: id, Source: symbol, At: x.where(at), Made: x.where(at), at: at}
	if into := x.w.Turn(symbol); into == "hash" {
		fl.Turns = append(fl.Turns, Turn{symbol, into})
	}
	for ; n >= 0; n = x.steps[n].from {
		x.tell(&fl, x.steps[n].note)
	}
	if k, ok := x.kept[at]; ok && fl.Stored == "" && fl.minted() {
		fl.Stored, fl.StoredAt, fl.Made = k.file, k.at, k.made
	}
	if x.all || fl.worth(x.w) {
		x.out = append(x.out, fl)
	}
}

// tell adds what one step adds, from the source on.
func (x *flows) tell(fl *Flow, n note) {
	if n.bits > 0 && fl.Bits == 0 && len(fl.Turns) == 0 && fl.Class == "random" {
		fl.Bits = int(n.bits)
	}
	if n.cut > 0 && fl.Class == "random" {
		if bits := int(n.cut) * fl.unit(); fl.Bits == 0 || bits < fl.Bits {
			fl.Bits = bits
		}
	}
	if n.turn.Symbol != "" {
		fl.Turns = append(fl.Turns, n.turn)
	}
	if n.name != "" {
		fl.Names = addString(fl.Names, n.name)
	}
	if n.fn != "" {
		fl.Makers = addString(fl.Makers, n.fn)
	}
	if n.stored != "" && fl.Stored == "" {
		fl.Stored, fl.StoredAt = n.stored, x.where(n.call)
		if fl.StoredAt.Fn == fl.At.Fn || fl.StoredAt.Fn == fl.Made.Fn {
			fl.Made = Branch{}
		}
	}
	if n.called && fl.Stored == "" {
		fl.Made = x.where(n.call)
	}
	if n.called && len(fl.Turns) == 0 && fl.Stored == "" {
		fl.Calls = append(fl.Calls, x.where(n.call))
	}
	fl.carried(n)
}

// carried keeps the most telling carrier: one with a name of its own rather
// than the URL, body or connection that holds it.
func (fl *Flow) carried(n note) {
	if n.carrier == "" {
		return
	}
	if whole(fl.Carrier) && (!whole(n.carrier) || fl.Carrier == "" || n.carrier == "body" && fl.Carrier == "connection") {
		fl.Carrier, fl.Position = n.carrier, n.key
	}
}

func whole(carrier string) bool {
	switch carrier {
	case "", "url", "body", "connection", "input":
		return true
	}
	return false
}

// unit is how many bits a character or byte holds after the last turn.
func (fl *Flow) unit() int {
	for i := len(fl.Turns) - 1; i >= 0; i-- {
		switch path := pathOf(fl.Turns[i].Symbol); path {
		case "encoding/hex", "fmt":
			return 4
		case "encoding/base64":
			return 6
		case "encoding/base32":
			return 5
		}
	}
	return 8
}

// worth reports whether a source is an identifier here. What is minted is one
// where it is kept, or called so; the rest is a nonce, a date, a shuffle.
func (fl *Flow) worth(w *world.World) bool {
	switch fl.Class {
	case "clock":
		return fl.Token(w)
	case "random", "weak":
		return fl.Stored != "" || fl.Token(w)
	}
	return true
}

// minted reports whether the program makes the value by itself.
func (fl *Flow) minted() bool { return fl.Class == "random" || fl.Class == "weak" || fl.Weak }

// Token reports whether the value goes by the name of an identifier.
func (fl *Flow) Token(w *world.World) bool {
	return slices.ContainsFunc(slices.Concat(fl.Names, fl.Makers, []string{fl.Position}), w.Token)
}

func (r *Run) where(u use) Branch {
	f, in := r.at(u)
	b := Branch{Fn: f.fn.Symbol, Instr: u.instr, Pos: in.Pos, Pkg: f.fn.unit.Path}
	if b.Pos.File < 0 {
		b.Pos = f.fn.Pos
	}
	if b.Pos.File >= 0 {
		b.File = f.fn.unit.Files[b.Pos.File]
	}
	return b
}

// Executed reports whether the run came past an instruction.
func (r *Run) Executed(b Branch) bool {
	for _, f := range r.frames {
		if f.fn.Symbol == b.Fn && f.progress[f.fn.blockOf[b.Instr]] > b.Instr {
			return true
		}
	}
	return false
}

// lastName is the last name in a symbol: of the method, field or function.
func lastName(symbol string) string {
	symbol = symbol[strings.LastIndexByte(symbol, ':')+1:]
	symbol, _, _ = strings.Cut(symbol, "$")
	return symbol[strings.LastIndexByte(symbol, '.')+1:]
}

// partName is the name of a field or the key of a map; "" for other parts.
func (x *flows) partName(part string) string {
	if strings.Contains(part, ":") {
		return x.fieldName(part)
	}
	if key := strings.TrimSuffix(strings.TrimPrefix(part, "["), "]"); key != part && key != "" && key != "*" && key[0] != '#' && key != "chan" {
		return key
	}
	return ""
}

// fieldName is the name of a field, import/path:Type.Field, as a reader
// understands it.
func (x *flows) fieldName(symbol string) string {
	typ, _, _ := strings.Cut(symbol[strings.LastIndexByte(symbol, ':')+1:], ".")
	return x.w.Field(typ, lastName(symbol))
}
