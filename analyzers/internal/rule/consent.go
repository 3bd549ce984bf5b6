package rule

import (
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// The consent findings, the most telling first. A behaviour gets exactly one.
const (
	RefusalSent        = "telemetry/refusal-sent"
	SelfGranted        = "optout/self-granted"
	PromptDefaultYes   = "optout/prompt-default-yes"
	OptOutEnvOnly      = "optout/opt-out-env-only"
	DefaultOn          = "optout/default-on"
	NoticeIsNotConsent = "telemetry/notice-is-not-consent"
	InitTime           = "telemetry/init-time"
	NoConsent          = "telemetry/no-consent"
	Undecided          = "telemetry/undecided"
)

// Fixable reports whether a finding is answered by asking somebody first: then
// there may be a fix for it.
func Fixable(category string) bool {
	switch category {
	case RefusalSent, SelfGranted, PromptDefaultYes, OptOutEnvOnly, DefaultOn, NoticeIsNotConsent, InitTime, NoConsent:
		return true
	}
	return false
}

// Consent returns the consent finding of b, and false where b needs none. It
// is shared so that no two rules claim the same behaviour.
func Consent(b egress.Behaviour, ctx Context) (string, bool) {
	if exempt(b, ctx) {
		return "", false
	}
	if b.Refusal != nil {
		return RefusalSent, true // also where saying yes is what starts the rest
	}
	switch b.Verdict {
	case egress.OptOut:
		return optOut(b), true
	case egress.Unconditional:
		return unconditional(b), true
	case egress.Unknown:
		return Undecided, true
	}
	return "", false // opt-in: somebody said yes
}

// exempt reports whether b may happen without anybody's consent, or is not
// for this run to judge.
func exempt(b egress.Behaviour, ctx Context) bool {
	switch {
	case b.Caller:
		return true // decided at the call
	case b.UserInitiated:
		return true // the user typed the command that is named for it
	case b.Purpose == policy.Primary:
		return true // it is what the program is for
	case b.Purpose == policy.UnknownPurpose || b.Purpose == "":
		return !ctx.DenyUnknown
	}
	return false
}

func optOut(b egress.Behaviour) string {
	stops := Stops(b)
	switch {
	case grantsItself(b, stops):
		return SelfGranted
	case anyKind(stops, egress.Prompt):
		return PromptDefaultYes // on a fresh install the answer is empty
	case len(stops) > 0 && allKind(stops, egress.Env):
		return OptOutEnvOnly
	}
	return DefaultOn
}

func unconditional(b egress.Behaviour) string {
	switch {
	case b.Notice != nil:
		return NoticeIsNotConsent
	case b.Trigger == "init":
		return InitTime
	}
	return NoConsent
}

// grantsItself reports whether the value that lets b happen was written by the
// program itself where it shows its notice, logs in or runs first. A marker
// or a delay beside a switch is no such grant: the switch's own default is.
func grantsItself(b egress.Behaviour, stops []egress.Switch) bool {
	if b.Notice == nil {
		return false
	}
	for _, s := range stops {
		stored := s.Kind == egress.Config || s.Kind == egress.File
		if stored && sameLine(s.DefaultAt, *b.Notice) {
			return true
		}
	}
	return false
}

// Stops returns the switches outside the code that really stop b.
func Stops(b egress.Behaviour) []egress.Switch {
	var stops []egress.Switch
	for _, s := range b.Switches {
		if s.Effect == egress.Stops && s.Kind != egress.Caller && !s.Decoy {
			stops = append(stops, s)
		}
	}
	return stops
}

func anyKind(switches []egress.Switch, kind egress.SwitchKind) bool {
	for _, s := range switches {
		if s.Kind == kind {
			return true
		}
	}
	return false
}

func allKind(switches []egress.Switch, kind egress.SwitchKind) bool {
	for _, s := range switches {
		if s.Kind != kind {
			return false
		}
	}
	return true
}

func sameLine(a, b egress.Place) bool {
	return a.Line > 0 && a.File == b.File && a.Line == b.Line
}
