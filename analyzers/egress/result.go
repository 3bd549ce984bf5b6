package egress

// A Result is what an engine says about one package (under go vet) or about a
// set of programs (in the audit). The rules read it; they walk no code.
type Result struct {
	Behaviours  []Behaviour
	NotAnalysed []NotAnalysed // makes the run incomplete
	BlindSpots  []BlindSpot   // shown; they change the exit status with -strict only
	Assumptions []Assumption  // what the run took as given
	Unreached   []Site        // sinks in the audited module that no run reaches
	Web         []WebLoad     // what web content makes browsers do; no behaviour of the program's own

	recheck func(edited map[string][]byte) (*Result, error) // of one package; see Recheck
}

// NotAnalysed is a package that could not be loaded, typed or evaluated whole.
type NotAnalysed struct {
	Package string `json:"package"`
	Reason  string `json:"reason"`
}

// A BlindSpot is a place where a sink could hide from the evaluation:
// reflection, cgo, assembly, a plugin, a linkname, an unknown child process,
// a file that this build leaves out ("not-built"), or a module of its own below
// the audited one ("other-module").
type BlindSpot struct {
	Kind string `json:"kind"`
	File string `json:"file"`
	Line int    `json:"line"`
}

// An Assumption is something that the run took as given: a build tag, a
// link-time variable, a -set.
type Assumption struct {
	Kind  string `json:"kind"`
	Key   string `json:"key"`
	Value string `json:"value"`

	Unasked bool `json:"unasked,omitempty"` // of a -set: nothing asks for the switch
}
