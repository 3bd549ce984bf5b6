package egress

import (
	"cmp"
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
)

// An Identifier is something that tells one machine or person from another,
// among what a behaviour sends. Hashing and encoding do not take it off the
// list.
type Identifier struct {
	// Class says what it is about: host, network, user, machine or path. What
	// the program makes itself is random, or weak if it can be guessed.
	Class  string `json:"class"`
	Source string `json:"source"` // import/path:Func, "file NAME", "env NAME", "exec COMMAND", "registry NAME"
	Func   string `json:"func"`   // the function that reads or mints it, import/path:Type.Method
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`

	Transformations []string `json:"transformations"` // import/path:Func, in the order they are applied
	Hashed          bool     `json:"hashed"`          // one of them is a hash
	Carrier         string   `json:"carrier"`         // header, cookie, parameter, url, body, …; empty if not known
	Position        string   `json:"position"`        // name of the header, parameter or field
	Token           bool     `json:"token"`           // it goes by the name of an identifier
	Bits            int      `json:"bits,omitempty"`  // of a random value, where known

	Stored    string `json:"stored,omitempty"`   // the file that keeps it
	Early     Early  `json:"early,omitempty"`    // what happens to it before the gate
	EarlyAt   *Place `json:"early_at,omitempty"` // and where
	Guess     string `json:"-"`                  // how many values there are to try, in a sentence
	Guessable bool   `json:"-"`                  // by who knows about when it was made
}

// Early says what happens to an identifier on a fresh install although the
// behaviour that sends it waits for a switch.
type Early string

// What can happen to an identifier before the gate.
const (
	Minted Early = "minted"
	Read   Early = "read"
	Stored Early = "stored"
)

// Sources returns where the identifiers of a behaviour come from, each once.
func (b Behaviour) Sources() []string {
	var out []string
	for _, id := range b.Identifiers {
		out = appendNew(out, id.Source)
	}
	return out
}

// identifiers lists what identifies among what an item sends.
func (e *engine) identifiers(it item, v Verdict) []Identifier {
	run := e.runOf(it)
	out := []Identifier{}
	for _, f := range run.Flows(run.Sites(e.audited)[it.site]) {
		id := identifier(f)
		id.Token = f.Token(e.world)
		if v == OptIn {
			e.early(&id, f)
		}
		out = append(out, id)
	}
	return union(out, nil)
}

// union joins two lists of identifiers: by place, each source once.
func union(a, b []Identifier) []Identifier {
	out := slices.Concat([]Identifier{}, a, b)
	slices.SortStableFunc(out, order)
	return slices.CompactFunc(out, func(a, b Identifier) bool { return order(a, b) == 0 })
}

func order(a, b Identifier) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Source, b.Source))
}

func identifier(f eval.Flow) Identifier {
	id := Identifier{
		Class: f.Class, Source: f.Source, Func: f.At.Fn, File: f.At.File, Line: int(f.At.Pos.Line), Column: int(f.At.Pos.Col),
		Transformations: []string{}, Carrier: f.Carrier, Position: f.Position, Bits: f.Bits, Stored: f.Stored,
		Guess: f.Space, Guessable: f.Weak,
	}
	if id.Class == "clock" {
		id.Class = "weak"
	}
	for _, t := range f.Turns {
		id.Transformations = append(id.Transformations, t.Symbol)
		id.Hashed = id.Hashed || t.Into == "hash"
	}
	if id.Position == "" && id.Carrier == "body" && len(f.Names) > 0 {
		id.Position = f.Names[0]
	}
	return id
}

// early finds what happens to an identifier on a fresh install, where the
// behaviour does not happen. A function that keeps whatever it is handed may be
// called for something else: the identifier counts where it was made.
func (e *engine) early(id *Identifier, f eval.Flow) {
	at := f.At
	handed := f.Made.Fn != ""
	switch {
	case !e.fresh.Executed(f.At) || !e.called(f):
		return
	case handed && f.Stored != "" && e.fresh.Executed(f.Made) && e.fresh.Executed(f.StoredAt):
		id.Early, at = Stored, f.Made
	case !handed && f.Stored != "" && e.fresh.Executed(f.StoredAt):
		id.Early, at = Stored, f.StoredAt
	case id.Class == "random" || id.Class == "weak":
		id.Early = Minted
	default:
		id.Early = Read
	}
	p := place(at.File, at.Pos)
	id.EarlyAt = &p
}

// called reports whether the calls by which a value came out of the functions
// that made it are made on a fresh install: others may call these functions,
// too.
func (e *engine) called(f eval.Flow) bool {
	for i, c := range f.Calls {
		if i < 2 && !e.fresh.Executed(c) {
			return false
		}
	}
	return true
}
