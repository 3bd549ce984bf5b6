// Package optout defines the rule about behaviours that happen on a fresh
// install until somebody says no.
//
// # Analyzer optout
//
// optout: report what a program sends until its user says no
//
// A behaviour that happens on a fresh install and that a switch can stop is
// opt-out. The policy is opt-in only, so opt-out is a finding, however good
// the switch is. Each behaviour gets one finding of optout or telemetry, the
// first that fits: telemetry/refusal-sent, optout/self-granted,
// optout/prompt-default-yes, optout/opt-out-env-only, optout/default-on,
// telemetry/notice-is-not-consent, telemetry/init-time, telemetry/no-consent,
// telemetry/undecided. Behaviours of purpose primary need no consent, those
// that only a command named for them starts have it, and those that a caller
// in another package decides are judged at the call.
//
// # optout/default-on
//
// The behaviour happens on a fresh install because a default lets it: a flag
// whose default is true, a configuration value that is set to on, the zero
// value of a field such as DisableTelemetry, a nil pointer that means yes. The
// finding stands where the default is set, if that is in the analysed code,
// else at the condition that reads it.
//
// Why: "opt-in only, period". "Silence, pre-ticked boxes or inactivity should
// not therefore constitute consent." A default is a box that the author
// ticked.
//
// Violates (testdata/corpus/flag/default-true/main.go):
//
//	on := flag.Bool("telemetry", true, "send usage data")
//	flag.Parse()
//	if *on {
//		sendTelemetry()
//	}
//
// Complies (testdata/corpus/flag/default-false/main.go):
//
//	on := flag.Bool("telemetry", false, "send usage data")
//
// To fix it, make the default off and compare with the value that means yes;
// everything else (unset, empty, unreadable, unknown) has to mean no. If the
// request is what the program is for, declare it in the policy as a Function
// of Purpose primary.
//
// The rule cannot see a default that a package manager or an installed
// configuration file changes; the policy's Installed field says so.
//
// # optout/opt-out-env-only
//
// As optout/default-on, and the only switches that stop the behaviour are
// environment variables. The finding stands at the condition that reads the
// variable.
//
// Why: "opt-in only, period". A variable that says no has to be known, and to
// be set in every shell, cron job, container and service, before the program
// runs for the first time; whoever has not heard of it has not agreed.
//
// Violates (testdata/corpus/env/negative-unset-sends/main.go):
//
//	if os.Getenv("X_NO_TELEMETRY") == "" {
//		sendTelemetry()
//	}
//
// Complies (testdata/corpus/env/positive-unset-silent/main.go):
//
//	if os.Getenv("X_TELEMETRY") == "1" {
//		sendTelemetry()
//	}
//
// To fix it, turn the variable round: it has to be set to a value that means
// yes. Keep the old one, and DO_NOT_TRACK, as vetoes beside it.
//
// The rule cannot see a variable that a wrapper script sets, nor one that is
// read in a child process.
//
// # optout/prompt-default-yes
//
// The program asks, and takes an empty answer for a yes: "[Y/n]", or a form
// whose box is ticked.
//
// Why: "opt-out systems (or even prompts that default to opt-in)" are the
// concern of the policy. Who presses return to get on with the work has not
// agreed to anything, and where there is no terminal nobody pressed it.
//
// Violates (testdata/corpus/consent/prompt-default-yes/main.go):
//
//	print("Send usage data? [Y/n] ")
//	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
//	if strings.TrimSpace(answer) == "n" {
//		return
//	}
//	sendTelemetry()
//
// Complies (testdata/corpus/consent/prompt-default-no/main.go):
//
//	print("Send usage data? [y/N] ")
//	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
//	if strings.TrimSpace(answer) != "y" {
//		return
//	}
//	sendTelemetry()
//
// To fix it, compare with the answers that mean yes, and treat the empty
// answer, an error and a missing terminal as no.
//
// The rule cannot see which answer a dialogue outside the program preselects.
//
// # optout/self-granted
//
// The program writes the consent itself (a settings file that says "enabled:
// true", created on the first run or after a log-in) and then obeys it. A
// switch stops it later; nobody said yes before.
//
// Why: "or for other purposes with explicit permission from the user". A
// permission that the program gives itself is none.
//
// Violates (testdata/corpus/consent/written-by-the-program/main.go):
//
//	data, err := os.ReadFile(path())
//	if err != nil {
//		data, _ = json.Marshal(config{Telemetry: true})
//		_ = os.WriteFile(path(), data, 0o600)
//		return
//	}
//
// Complies (testdata/corpus/consent/written-silent-by-the-program/main.go):
//
//	data, err := os.ReadFile(path())
//	if err != nil {
//		data, _ = json.Marshal(config{Telemetry: false})
//		_ = os.WriteFile(path(), data, 0o600)
//		return
//	}
//
// To fix it, write the consent only where the user gives it: in the command
// or the prompt that is named for it.
//
// The rule cannot see a consent that an installer, a server or another
// program writes.
package optout
