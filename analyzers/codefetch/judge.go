package codefetch

import (
	_ "embed"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

//go:embed doc.go
var doc string

// Rule is the judgement without a driver.
var Rule = rule.Rule{Name: "codefetch", Doc: doc, Judge: judge}

// The findings of this rule.
const (
	unverified = "codefetch/unverified"
	verified   = "codefetch/verified"
)

// judge looks at responses that become programs before anybody asked for it.
// A Function paragraph answers for code that is checked, not for other code.
func judge(b egress.Behaviour, pol *policy.Policy, ctx rule.Context) []rule.Finding {
	switch {
	case b.Code == nil || asked(b):
		return nil
	case !b.Code.Checked:
		return []rule.Finding{say(unverified, b, "nothing checks what comes", ctx)}
	case rule.Covering(b, pol) == nil:
		return []rule.Finding{say(verified, b, "checked by a signature or digest", ctx)}
	}
	return nil
}

// asked reports whether the fetch is somebody's wish: of the user, who names
// it or typed a command for it, or of a caller.
func asked(b egress.Behaviour) bool {
	return b.Caller || b.UserInitiated || b.Verdict == egress.OptIn || b.Code.Named
}

func say(category string, b egress.Behaviour, checked string, ctx rule.Context) rule.Finding {
	at := ctx.Place(b)
	return rule.Say(category, b, at, rule.What(b)+" fetches code: "+does(b.Code.How), ctx.Named("at", b.Code.At, at), checked, rule.Stopping(b))
}

// does says what becomes of the response.
func does(how string) string {
	switch how {
	case "executes":
		return "the response is executed"
	case "loads":
		return "the response is loaded into the program"
	case "interprets":
		return "the response is interpreted"
	case "replaces":
		return "the response replaces the program"
	}
	return "the response is made executable"
}
