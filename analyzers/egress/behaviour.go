package egress

import "github.com/optincheck/optincheck/policy"

// A Verdict says whether a behaviour happens on a fresh install and whether a
// switch decides it.
type Verdict string

// The four verdicts.
const (
	Unconditional Verdict = "unconditional" // happens, and no switch stops it
	OptOut        Verdict = "opt-out"       // happens, and a switch stops it
	OptIn         Verdict = "opt-in"        // does not happen; a switch starts it
	Unknown       Verdict = "unknown"       // cannot tell; Behaviour.Reason says why
)

// A Behaviour is one egress with its purpose. The engines compute it, the
// rules read it and the reports print it; its JSON form is part of the
// protocol optincheck/1.
type Behaviour struct {
	ID            string         `json:"id"` // holds no line number; survives unrelated edits
	Purpose       policy.Purpose `json:"purpose"`
	Verdict       Verdict        `json:"verdict"`
	Reason        string         `json:"reason,omitempty"` // why the verdict is unknown
	Trigger       string         `json:"trigger"`          // init, start, timer, request, or "command NAME"
	UserInitiated bool           `json:"user_initiated"`
	Scope         string         `json:"scope,omitempty"`    // the Function paragraph that covers it
	Programs      []string       `json:"programs,omitempty"` // import paths of the mains that reach it
	Site          Site           `json:"site"`
	Hosts         []string       `json:"hosts"` // as written or computed; "@user" where the user gives it
	Switches      []Switch       `json:"switches"`
	Needs         Needs          `json:"needs,omitempty"` // whether any or all of Switches are needed
	Conditions    []Condition    `json:"conditions"`
	Identifiers   []Identifier   `json:"identifiers"` // among what is sent
	Path          []Frame        `json:"path"`        // from the entry to the site
	Paths         int            `json:"paths"`       // how many paths were folded into Path
	Evidence      []string       `json:"evidence"`

	Details *Details `json:"details,omitempty"` // with -why

	// What the rules need beyond the protocol.
	SDK            string    `json:"-"` // import path of the listed SDK that sends, if any
	Collector      string    `json:"-"` // the analytics company whose host or SDK it is, if any
	Infrastructure []string  `json:"-"` // its hosts that are public infrastructure, as "HOST of WHO"
	Bypass         *Switch   `json:"-"` // a caller switch that sends although the switch says no
	Refusal        *Place    `json:"-"` // where the refusing branch itself sends
	Ahead          *Place    `json:"-"` // the gate of what it prepares, which it passes by
	Waits          bool      `json:"-"` // what happens after a yes: the program waits for it, without a time limit
	Ends           *Place    `json:"-"` // what happens after a yes: where the program ends if it fails
	Notice         *Place    `json:"-"` // where a notice, marker or delay stands for consent
	Code           *Code     `json:"-"` // what becomes of the response, if that is a program
	NotHeld        []NotHeld `json:"-"` // consents that the policy names for it and that are not necessary
	Caller         bool      `json:"-"` // some choice of an outside caller makes it clean
	Module         string    `json:"-"` // module path of the site's package; empty if not known
}

// A Code says how a response becomes a program.
type Code struct {
	How     string // executes, loads, interprets, replaces (the program itself), marks (as executable)
	At      Place
	Checked bool // a signature or digest is checked before
	Named   bool // the user names what is fetched, by an argument
}

// A Site is where a behaviour stands: the lowest frame that fixes the host.
type Site struct {
	Package string `json:"package"` // import path
	Func    string `json:"func"`    // symbol within the package: Type.Method, closures as F$1
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Call    string `json:"call"` // the function called, import/path:Type.Method
}

// A Place is a position in a file. Under go vet, File is as the go command
// gave it; in the audit's output it is relative to the module root, and for a
// dependency module@version/path.
type Place struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column,omitempty"`
}

// SwitchKind says what sort of thing outside the code decides.
type SwitchKind string

// The kinds of switch.
const (
	Env      SwitchKind = "env"
	Flag     SwitchKind = "flag"
	Config   SwitchKind = "config"
	File     SwitchKind = "file"
	Prompt   SwitchKind = "prompt"
	Command  SwitchKind = "command"
	Function SwitchKind = "function"
	Caller   SwitchKind = "caller"
)

// Effect is what a switch at Switch.Value does to the behaviour.
type Effect string

// The effects of a switch.
const (
	Stops  Effect = "stops"
	Starts Effect = "starts"
)

// Needs says how several switches combine.
type Needs string

// How several switches combine.
const (
	Any Needs = "any"
	All Needs = "all"
)

// A Switch is something outside the code that can change a decision.
type Switch struct {
	Kind      SwitchKind `json:"kind"`
	Key       string     `json:"key"`              // what a user types
	Symbol    string     `json:"symbol,omitempty"` // import/path:Type.Field
	Value     string     `json:"value"`            // the value that stops or starts it
	Effect    Effect     `json:"effect"`
	Default   string     `json:"default"`
	Decoy     bool       `json:"decoy"` // its name promises to decide this behaviour, and it does not
	DecidedAt Place      `json:"decided_at"`
	DefaultAt Place      `json:"default_at"`
	Remains   []Frame    `json:"remains,omitempty"` // of a decoy: a path on which it happens all the same
	Misses    string     `json:"-"`                 // of a decoy: what it does instead, if that is known
	Condition string     `json:"-"`                 // source text of the deciding condition
}

// A Condition guards a behaviour without being anybody's decision: a rate
// limit, a terminal, CI, the operating system, a release build.
type Condition struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
	File string `json:"file"`
	Line int    `json:"line"`
}

// A Frame is one step of a call path.
type Frame struct {
	Func string `json:"func"` // import/path:Type.Method
	File string `json:"file"`
	Line int    `json:"line"`
}
