package policy

import (
	"cmp"
	"fmt"
	"time"
)

// FormatURI is the only value that the header's Format field may have.
const FormatURI = "https://optincheck.example/policy/1.0/"

// A Purpose says what an egress is for.
type Purpose string

// The purposes that a file may declare.
const (
	Primary   Purpose = "primary" // needs no consent: it is what the program is for
	Usage     Purpose = "usage"
	Crash     Purpose = "crash"
	Update    Purpose = "update"
	Heartbeat Purpose = "heartbeat"
	Feedback  Purpose = "feedback"
	Other     Purpose = "other"
)

// UnknownPurpose is the purpose of an egress for which there is no evidence
// and no declaration. It is never legal in a file.
const UnknownPurpose Purpose = "unknown"

// A Kind says what sort of switch a consent is kept in.
type Kind string

// The kinds of consent.
const (
	KindEnv      Kind = "env"
	KindFlag     Kind = "flag"
	KindConfig   Kind = "config"
	KindFile     Kind = "file"
	KindPrompt   Kind = "prompt"
	KindCommand  Kind = "command"
	KindFunction Kind = "function"
)

// A Default says how a consent stands on a fresh install.
type Default string

// The defaults of a consent.
const (
	DefaultOff  Default = "off"
	DefaultAsk  Default = "ask"  // a prompt whose empty answer is no
	DefaultVeto Default = "veto" // can only take consent away, never enough alone
	DefaultOn   Default = "on"   // parses, and is reported as policy/default-on
)

// An Origin says whose word a policy is.
type Origin string

// Where a policy can come from.
const (
	Given   Origin = "given"    // named by who runs the program
	Found   Origin = "found"    // lies in the audited tree: its author's claim
	BuiltIn Origin = "built-in" // no file: opt-in only, nothing declared
)

// A Policy is what a policy file says. Lists keep the order of the file;
// functions, consents and overrides may be mixed there and are kept apart here.
type Policy struct {
	Header    Header
	Functions []Function
	Consents  []Consent
	Overrides []Override
	Comments  []string // after the last paragraph

	Origin Origin
	File   string // as given to Parse
	Digest string // SHA-256 of the file's bytes, in hexadecimal; empty for the built-in policy
}

// A Paragraph is what all paragraphs have in common.
type Paragraph struct {
	Position Position         // of its first field
	Comments []string         // lines above it with their "#"; an empty line is ""
	Fields   map[string]Field // the fields that the file has, by the name the format gives them
	Extra    []Extra          // X- fields
}

// A Field is where the value of a field begins, and the comments above it.
type Field struct {
	Position Position
	Comments []string
}

// An Extra is a field whose name begins with X-, free for anybody's use.
type Extra struct {
	Name string
	Text Text
	Field
}

// At returns where the value of the named field begins, or where the
// paragraph begins if it has no such field.
func (p *Paragraph) At(field string) Position {
	return cmp.Or(p.Fields[field].Position, p.Position)
}

// An Item is one element of a list.
type Item struct {
	Value    string
	Position Position
	Comments []string // lines between this item and the one before it
}

// A Text is formatted text as in machine-readable copyright files, by lines.
// The first line, the synopsis, stands beside the field's name and may be empty.
type Text []string

// A Header is the first paragraph.
type Header struct {
	Paragraph
	Format          string
	Module          string // Go module path
	Programs        []Item // main packages whose behaviour counts: patterns without a symbol
	Installed       []Item // defaults that the package itself changes: KIND:KEY=VALUE
	UpstreamContact Text
	Source          Text
	Comment         Text
}

// A Function declares egress: where in the code, what for, whereto and under
// which consent.
type Function struct {
	Paragraph
	Name        string
	Scope       []Item // patterns
	Purpose     Purpose
	Why         Text // what the Purpose field says after its first word
	Hosts       []Item
	Consent     []Item // names of Consent paragraphs; all must hold
	Identifiers []Item
	Comment     Text
}

// A Consent is a gate: what a user sets to say yes, or to refuse.
type Consent struct {
	Paragraph
	Name    string
	Kind    Kind
	Key     string
	Grants  []Item // the values that mean yes
	Refuses []Item // of a veto: the values that mean no
	Default Default
	Revoke  string
	Comment Text
}

// An Override accepts a finding, and says why.
type Override struct {
	Paragraph
	Finding       string // rule/category
	Scope         []Item // patterns
	Context       string // glob on the message; empty matches every message
	Justification Text
	Expires       time.Time // the last day; zero if it does not expire
	Bug           string
	Forwarded     string
	Comment       Text
}

// Builtin returns the policy that holds where no file does: opt-in only, and
// nothing declared.
func Builtin() *Policy {
	return &Policy{Header: Header{Format: FormatURI}, Origin: BuiltIn}
}

// A Position is a place in a policy file. Lines and columns count from 1,
// columns in bytes.
type Position struct {
	File         string
	Line, Column int
}

// String returns file:line:column.
func (p Position) String() string {
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}
