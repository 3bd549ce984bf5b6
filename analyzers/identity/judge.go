package identity

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

//go:embed doc.go
var doc string

// Rule is the judgement without a driver.
var Rule = rule.Rule{Name: "identity", Doc: doc, Judge: judge}

// The findings of this rule.
const (
	hostIdentity  = "identity/host-identity"
	hiddenCarrier = "identity/hidden-carrier"
	lateConsent   = "identity/late-consent"
	weakToken     = "identity/weak-token"
)

// enough is how many random bits an identifier needs.
const enough = 128

// judge asks about each identifier that a behaviour sends.
func judge(b egress.Behaviour, _ *policy.Policy, ctx rule.Context) []rule.Finding {
	unknown := b.Purpose == policy.UnknownPurpose || b.Purpose == ""
	if b.Caller || b.UserInitiated || unknown && !ctx.DenyUnknown {
		return nil
	}
	var found []rule.Finding
	for _, id := range b.Identifiers {
		say := speaker{b, id, ctx}
		if b.Purpose == policy.Primary {
			found = say.hidden(found)
			continue
		}
		found = say.host(found)
		found = say.late(found)
		found = say.weak(found)
	}
	return found
}

// A speaker says what is wrong with one identifier of a behaviour.
type speaker struct {
	b   egress.Behaviour
	id  egress.Identifier
	ctx rule.Context
}

// minted reports whether the program makes the identifier by itself.
func (s speaker) minted() bool { return s.id.Class == "random" || s.id.Class == "weak" }

// named reports whether an argument only says where the user wants to go.
func (s speaker) named() bool {
	return s.id.Source == "os:Args" && (s.id.Carrier == "url" || s.id.Carrier == "name") && slices.Contains(s.b.Hosts, policy.HostUser)
}

// typed reports whether it is the command that somebody typed who agreed to
// tell which commands are used.
func (s speaker) typed() bool { return s.id.Source == "os:Args" && s.b.Verdict == egress.OptIn }

// host reports what belongs to the machine or the person.
func (s speaker) host(found []rule.Finding) []rule.Finding {
	if s.minted() || s.named() || s.typed() {
		return found
	}
	return append(found, s.say(hostIdentity, s.source(), s.carries(), s.turned()))
}

// hidden reports an identifier on a request that the program is for. What is
// made anew for each request tells nobody apart.
func (s speaker) hidden(found []rule.Finding) []rule.Finding {
	if s.minted() && s.id.Stored == "" || s.named() {
		return found
	}
	return append(found, s.say(hiddenCarrier, s.source(), s.carries()+", and what the program is for does not need it", s.turned(), s.stored()))
}

// late reports what is there before the gate. Who the user is, the host's name
// and paths are read for many reasons, so reading them is none.
func (s speaker) late(found []rule.Finding) []rule.Finding {
	at := s.id.EarlyAt
	if at == nil || s.id.Early == egress.Read && s.id.Class != "network" && s.id.Class != "machine" {
		return found
	}
	what := fmt.Sprintf("%s is %s before the gate: %s does not happen unless %s says so", s.noun(), s.id.Early, rule.What(s.b), rule.Settings(s.b, s.b.Switches))
	return append(found, s.say(lateConsent, *at, what, s.stored()))
}

// weak reports an identifier that can be guessed.
func (s speaker) weak(found []rule.Finding) []rule.Finding {
	if !s.id.Token && s.id.Stored == "" {
		return found
	}
	why := ""
	switch {
	case s.id.Class == "weak" || s.id.Guessable:
		why = "can be guessed by who knows about when it was made"
	case s.id.Bits > 0 && s.id.Bits < enough:
		why = fmt.Sprintf("has %d random bits of the %d that it needs", s.id.Bits, enough)
	default:
		return found
	}
	return append(found, s.say(weakToken, s.source(), s.noun()+" "+why, s.carries(), "take 16 bytes of crypto/rand"))
}

func (s speaker) source() egress.Place {
	return egress.Place{File: s.id.File, Line: s.id.Line, Column: s.id.Column}
}

// say makes a finding at a place of its own, from where the site is named.
func (s speaker) say(category string, wanted egress.Place, parts ...string) rule.Finding {
	at := s.ctx.Place(s.b, wanted)
	parts = append(parts, s.ctx.Named("sent at", rule.SitePlace(s.b), at))
	if at != wanted {
		parts = append(parts, s.ctx.Named("read at", s.source(), at))
	}
	f := rule.Say(category, s.b, at, parts...)
	f.About = s.id.Func
	return f
}

// noun names the identifier.
func (s speaker) noun() string {
	nouns := map[string]string{
		"host": "the name of the host", "network": "an address of the machine", "user": "who the user is", "machine": "the id of the machine",
		"path": "a path or an argument", "random": "a random identifier", "weak": "an identifier",
	}
	return nouns[s.id.Class] + " (" + s.id.Source + ")"
}

// carries says what carries the identifier away.
func (s speaker) carries() string {
	text := rule.What(s.b) + " carries " + s.noun()
	if s.id.Carrier != "" {
		text += " in " + place(s.id.Carrier, s.id.Position)
	}
	return text
}

// place names a carrier for a reader.
func place(carrier, position string) string {
	switch carrier {
	case "argument", "environment", "input":
		carrier = "the " + carrier + " of a command"
	case "url":
		carrier = "the URL"
	case "name":
		carrier = "the name that is looked up"
	default:
		carrier = "the " + carrier
	}
	return strings.TrimSpace(carrier + " " + position)
}

// turned says what the identifier is turned into, and what that does not do.
func (s speaker) turned() string {
	if len(s.id.Transformations) == 0 {
		return ""
	}
	text := "through " + strings.Join(s.id.Transformations, ", ")
	if s.id.Hashed {
		text += "; hashing hides nothing: " + s.id.Guess
	}
	return text
}

func (s speaker) stored() string {
	if s.id.Stored == "" {
		return ""
	}
	return "kept in " + s.id.Stored
}
