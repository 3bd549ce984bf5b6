package expect

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// What the design allows; Consent, in its order of precedence.
var (
	verdicts = []string{"unconditional", "opt-out", "opt-in", "unknown"}
	purposes = []string{"primary", "usage", "crash", "update", "heartbeat", "feedback", "other", "unknown", "any"}
	kinds    = []string{"env", "flag", "config", "file", "prompt", "command", "function", "caller"}
	triggers = []string{"init", "start", "timer", "request"}
	consent  = []string{
		"telemetry/refusal-sent", "optout/self-granted", "optout/prompt-default-yes", "optout/opt-out-env-only", "optout/default-on",
		"telemetry/notice-is-not-consent", "telemetry/init-time", "telemetry/no-consent", "telemetry/undecided",
	}
	others = []string{
		"netscope/undeclared-function", "netscope/undeclared-host",
		"telemetry/decoy-switch", "telemetry/consent-not-held", "telemetry/third-party-collector",
		"telemetry/hard-wired-infrastructure", "telemetry/blocking", "telemetry/late-consent",
		"identity/host-identity", "identity/hidden-carrier", "identity/late-consent", "identity/weak-token",
		"webasset/tracker", "webasset/remote-resource", "webasset/referrer-leak",
		"codefetch/unverified", "codefetch/verified",
	}
)

// Consent reports whether rule is one of the consent findings, of which a
// behaviour has at most one.
func Consent(rule string) bool { return slices.Contains(consent, rule) }

func isRule(rule string) bool { return Consent(rule) || slices.Contains(others, rule) }

// parseBehaviour reads what stands behind "behaviour:".
func parseBehaviour(words []string) (b Behaviour, err error) {
	if len(words) < 2 {
		return b, fmt.Errorf("behaviour: has no verdict and purpose behind it")
	}
	b.Verdict, b.Purpose = words[0], words[1]
	if err := oneOf("verdict", b.Verdict, verdicts); err != nil {
		return b, err
	}
	if err := oneOf("purpose", b.Purpose, purposes); err != nil {
		return b, err
	}
	for _, word := range words[2:] {
		if err := b.option(word); err != nil {
			return b, err
		}
	}
	return b, nil
}

// option reads one of key=value or a list of switches.
func (b *Behaviour) option(word string) (err error) {
	key, value, isOption := strings.Cut(word, "=")
	switch {
	case !isOption:
		b.Switches, err = parseSwitches(word)
		return err
	case key == "needs":
		b.Needs = value
		return oneOf("needs", value, []string{"any", "all"})
	case key == "trigger":
		b.Trigger = strings.Replace(value, ":", " ", 1)
		if strings.HasPrefix(b.Trigger, "command ") {
			return nil
		}
		return oneOf("trigger", value, triggers)
	case key == "host":
		b.Hosts = strings.Split(value, ",")
		return nil
	}
	return fmt.Errorf("unknown option %s: there are needs=, trigger= and host=", word)
}

// parseSwitches reads KIND[:KEY],….
func parseSwitches(list string) (switches []Switch, err error) {
	for _, word := range strings.Split(list, ",") {
		kind, key, _ := strings.Cut(word, ":")
		if err := oneOf("kind of switch", kind, kinds); err != nil {
			return nil, err
		}
		switches = append(switches, Switch{kind, key})
	}
	return switches, nil
}

// parseWhere reads FILE[:LINE]; FILE is below dir unless it begins with module@version.
func parseWhere(dir, where string) (file string, line int, err error) {
	file, number, numbered := strings.Cut(where, ":")
	if numbered {
		if line, err = strconv.Atoi(number); err != nil || line < 1 {
			return "", 0, fmt.Errorf("%s: %q is no line number", where, number)
		}
	}
	if !strings.Contains(file, "@") {
		file = path.Join(dir, file)
	}
	return file, line, nil
}

func oneOf(what, got string, want []string) error {
	if slices.Contains(want, got) {
		return nil
	}
	return fmt.Errorf("unknown %s %q: want one of %s", what, got, strings.Join(want, ", "))
}
