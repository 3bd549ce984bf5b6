package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Written returns where the program writes the user's files, with the commands
// that have to be typed for it.
func (r *Run) Written() []Written {
	var out []Written
	for _, n := range sortedKeys(r.writes) {
		for _, x := range r.writes[n] {
			f, in := r.at(x.by)
			w := Written{Name: n, Commands: r.Commands(x.by), Pos: in.Pos, Fetched: r.fetchedFile(n)}
			if in.Pos.File >= 0 {
				w.File = f.fn.unit.Files[in.Pos.File]
			}
			if texts, known := r.strings(x.data); known {
				w.Texts = texts
			}
			out = append(out, w)
		}
	}
	return out
}

// A Written file is one that the program writes below the user's directories,
// at one place.
type Written struct {
	Name     string
	Commands []string
	File     string
	Pos      ir.Pos
	Texts    []string // one of which it writes; none if they are not known
	Fetched  bool     // what is in it comes from the network
}

// fetchedFile reports whether what the program writes to a file comes from the
// network.
func (r *Run) fetchedFile(name string) bool {
	for _, l := range r.sourceOf(r.locs[r.fileCell(name)].cell.v) {
		if r.locs[l].obj.source == fromNetwork {
			return true
		}
	}
	return false
}

// Commands returns the words that had to be typed for control to get to the
// end of a path: constants that the command line was compared with.
func (r *Run) Commands(u use) []string {
	var out []string
	seen := map[int32]bool{}
	for u.frame >= 0 && !seen[u.frame] {
		seen[u.frame] = true
		f := r.frames[u.frame]
		for _, c := range controllers(f.fn, f.fn.blockOf[u.instr]) {
			if w, ok := r.commandAt(f, c, f.fn.blockOf[u.instr]); ok {
				out = addString(out, w)
			}
		}
		r.buildTree()
		if w, ok := strings.CutPrefix(r.parent[u.frame].trigger, CommandTrigger); ok {
			out = addString(out, w)
		}
		u = r.parent[u.frame].from
		if u.frame >= 0 && r.pickedByWord(u) {
			out = append(out, r.entryWords(u, f.fn)...)
		}
	}
	return out
}

// commandAt returns the constant that a branch compares the command line with,
// where control goes on only if both are equal.
func (r *Run) commandAt(f *frame, c, blk int32) (string, bool) {
	cond, ok := f.fn.instrOf(f.fn.Instrs[c].Args[0])
	if !ok {
		return "", false
	}
	in := &f.fn.Instrs[cond]
	if in.Op != ir.OpBinOp || in.Sub != ir.Eql || !f.fn.dominates(f.fn.Blocks[f.fn.blockOf[c]].Succs[0], blk) {
		return "", false
	}
	for k, a := range in.Args {
		if a.Kind == ir.Constant && r.isArgument(r.arg(f, in.Args[1-k])) {
			return r.p.consts[f.fn.unit.cst[a.I]].Text, true
		}
	}
	return "", false
}

// pickedByWord reports whether a call calls one of several functions, the one
// that a word of the command line picks: in a map of them, in a table, or by a
// function that is handed the word.
func (r *Run) pickedByWord(u use) bool {
	f, in := r.at(u)
	callee := in.Args[0]
	if v := r.vs.get(r.arg(f, callee)); len(v.refs)+len(v.dyns) < 2 {
		return false
	}
	seen := map[int32]bool{}
	for todo := []ir.Arg{callee}; len(todo) > 0; todo = todo[1:] {
		i, ok := f.fn.instrOf(todo[0])
		if !ok || seen[i] {
			continue
		}
		seen[i] = true
		if t, tied := f.fn.ties[i]; tied && r.isWord(f, t.value) {
			return true
		}
		switch in := &f.fn.Instrs[i]; in.Op {
		case ir.OpLookup:
			if r.isWord(f, in.Args[1]) {
				return true
			}
		case ir.OpCall, ir.OpInvoke:
			for _, a := range in.Args[1:] {
				if r.isWord(f, a) {
					return true
				}
			}
		case ir.OpLoad, ir.OpFieldAddr, ir.OpField, ir.OpExtract, ir.OpCopy, ir.OpAssert:
			todo = append(todo, in.Args[0])
		case ir.OpPhi:
			todo = append(todo, in.Args...)
		}
	}
	return false
}

// isWord reports whether an operand is a word of the command line.
func (r *Run) isWord(f *frame, a ir.Arg) bool {
	v := r.arg(f, a)
	return v != bottom && r.isArgument(v)
}

// entryWords are the words that the entry of a table begins its texts with in
// which a function stands; its name is among them.
func (r *Run) entryWords(u use, fn *function) []string {
	out := []string{"?"}
	f, in := r.at(u)
	load, ok := f.fn.instrOf(in.Args[0])
	if !ok || f.fn.Instrs[load].Op != ir.OpLoad {
		return out
	}
	for _, cell := range r.vs.get(r.arg(f, f.fn.Instrs[load].Args[0])).refs {
		for _, x := range r.vs.get(r.locs[cell].cell.v).refs {
			if r.locs[x].obj.fn != fn {
				continue
			}
			for _, k := range r.locs[r.locs[cell].parent].kids {
				for _, c := range r.vs.get(r.locs[k].cell.v).consts {
					if words := strings.Fields(r.p.consts[c].Text); len(words) > 0 {
						out = addString(out, words[0])
					}
				}
			}
		}
	}
	return out
}
