// Package telemetry defines the rule about behaviours that no switch stops.
//
// # Analyzer telemetry
//
// telemetry: report what a program sends without anybody's consent
//
// A behaviour whose purpose is not primary needs an explicit yes. This rule
// reports those that happen on a fresh install and that no switch stops, those
// that turn a refusal into a message, and those for which nobody can tell. Each
// behaviour gets one finding of optout or telemetry; the documentation of the
// optout rule has the order.
//
// # telemetry/no-consent
//
// The behaviour happens on a fresh install, and no environment variable, flag,
// configuration, file, prompt or command stops it.
//
// Why: software "should not communicate over the network except: in order to,
// and as necessary to, perform their function; or for other purposes with
// explicit permission from the user". The source address "is often enough to
// identify an individual user", so the request counts, not its content: an
// anonymous payload is no exemption.
//
// Violates (testdata/corpus/calls/plain/main.go):
//
//	func main() { sendTelemetry() }
//
//	func sendTelemetry() {
//		http.Get("https://collector.example/telemetry")
//	}
//
// Complies (testdata/corpus/flag/default-false/main.go):
//
//	on := flag.Bool("telemetry", false, "send usage data")
//	flag.Parse()
//	if *on {
//		sendTelemetry()
//	}
//
// To fix it, remove the request, or put it behind a switch that is off until
// the user turns it on. If it is what the program is for, declare it in the
// policy as a Function of Purpose primary.
//
// The rule cannot see a gate in a child process, in a plugin or on the server.
//
// # telemetry/init-time
//
// As telemetry/no-consent, in an init function or in the initialiser of a
// package variable: the program has read no flag and no configuration yet, so
// no consent can come before it.
//
// Why: "the requests must be initiated by the user". Importing a package is
// nothing that a user does.
//
// Violates (testdata/corpus/calls/in-init/main.go):
//
//	func init() { sendTelemetry() }
//
// Complies (testdata/corpus/flag/default-false/main.go):
//
//	func main() {
//		on := flag.Bool("telemetry", false, "send usage data")
//		flag.Parse()
//		if *on {
//			sendTelemetry()
//		}
//	}
//
// To fix it, move the request into a function, and call that after the consent
// has been read.
//
// The rule cannot see initialisation in C, in assembly or in a plugin.
//
// # telemetry/notice-is-not-consent
//
// Nothing but a notice, a "shown before" marker, a counter or a delay stands
// before the behaviour, and no switch stops it.
//
// Why: "opt-in only, period". A notice tells; it does not ask. A delay gives
// time to object to somebody who reads it, and nothing to all the others.
//
// Violates (testdata/corpus/notice/first-run-marker/main.go):
//
//	if _, err := os.Stat(marker); err != nil {
//		println("This program collects usage data.")
//		_ = os.WriteFile(marker, nil, 0o600)
//		return
//	}
//	sendTelemetry()
//
// Complies (testdata/corpus/notice/first-run-marker-granted/main.go):
//
//	if !load(config{}).Telemetry {
//		return
//	}
//	sendTelemetry()
//
// To fix it, let the notice name the command that turns the behaviour on, and
// test what that command writes.
//
// The rule cannot see what a notice says, nor whether anybody reads it.
//
// # telemetry/refusal-sent
//
// Who refuses is reported: the branch that is taken on a no sends, too. It is
// a finding also where the rest of the behaviour is opt-in.
//
// Why: "explicit permission from the user" was asked for and denied. A message
// that says so is still a message, with a source address and a time.
//
// Violates (testdata/corpus/consent/refusal-sent-as-data/main.go):
//
//	data := "version=1"
//	if strings.TrimSpace(answer) != "y" {
//		data = "opt-out"
//	}
//	sendTelemetry(data)
//
// Complies (testdata/corpus/refusals/kept-in-a-file/main.go):
//
//	if strings.TrimSpace(answer) != "y" {
//		dir, _ := os.UserConfigDir()
//		os.WriteFile(filepath.Join(dir, "tool", "asked"), []byte("no\n"), 0o600)
//		return
//	}
//	sendTelemetry()
//
// To fix it, keep the refusal on the user's machine and return.
//
// The rule cannot see a refusal that is sent later, from a file that another
// run wrote.
//
// # telemetry/undecided
//
// The purpose is known and needs consent, and whether the behaviour happens on
// a fresh install could not be decided. The finding gives the reason: a
// condition that rests on reflection, on a value with too many possibilities,
// on a call into code that was not analysed.
//
// Why: "should not communicate over the network except". What cannot be shown
// to be off is not shown to be opt-in; not seeing is never clean.
//
// Violates (testdata/corpus/unknown/method-by-name/main.go):
//
//	name, err := os.ReadFile("/usr/share/tool/method")
//	if err != nil {
//		return
//	}
//	reflect.ValueOf(reporter{}).MethodByName(string(name)).Call(nil)
//
// Complies (testdata/corpus/unknown/method-by-constant-name/main.go):
//
//	reflect.ValueOf(reporter{}).MethodByName("Skip").Call(nil)
//
// To fix it, test one value that is off by default directly before the send,
// or name the gate in the policy with a Consent of Kind function.
//
// The rule cannot see why the author believes it to be off.
//
// # telemetry/consent-not-held
//
// The policy names a consent for the behaviour that is not necessary: with
// everything else granted, the behaviour happens while this consent is not set,
// or at a value that is none of those that grant it, or at one by which a veto
// refuses. Another switch will do instead, the default grants it, or nothing
// asks for it. The finding names a way on which it happens. It comes on top of
// the finding about consent.
//
// Why: "opt-in only" holds if what is said to be asked is what decides. A
// policy that names a consent is a promise to whoever has not given it.
//
// Violates (testdata/declared/consents/other-switch-will-do/main.go):
//
//	if *on || os.Getenv("X_DIAGNOSTICS") == "1" {
//		sendTelemetry()
//	}
//
// Complies (testdata/declared/consents/necessary/main.go):
//
//	if *on && os.Getenv("X_DIAGNOSTICS") == "1" {
//		sendTelemetry()
//	}
//
// To fix it, test the consent on every way to the request; or declare what the
// program does ask for.
//
// The rule cannot see values that the program compares with nothing, nor a gate
// on the server. Of a file that the program reads in its own way it sees whether
// it is there, and takes that for the setting. It is asked by the audit alone: go vet sees one package, in
// which most consents look unnecessary. A command that is named for what it
// does is a yes of its own.
//
// # telemetry/decoy-switch
//
// A switch promises by its name to stop the behaviour, and with the switch at
// its no the behaviour happens all the same: it stops applying and not asking,
// it hides the message and not the request, it gates the repeats and not the
// first time, it drops a header, it stands before one of several callers, or
// nothing reads it. The finding names a way that remains. It comes on top of
// the finding about consent.
//
// Why: "One of the nice things about Debian is that the user doesn't need to
// worry about such things: Debian makes sure things are fine." Whoever has set
// the switch has refused, and believes to have been heard.
//
// Violates (testdata/corpus/decoys/hides-the-message/main.go):
//
//	latest := checkUpdate()
//	if os.Getenv("X_NO_UPDATE_NOTIFIER") == "" {
//		println("new version:", latest)
//	}
//
// Complies (testdata/corpus/decoys/stops-asking/main.go):
//
//	if !*on {
//		return
//	}
//	println("installing", checkUpdate())
//
// To fix it, test the switch in the function that sends, before the request; or
// name it for what it does.
//
// The rule cannot see what the documentation promises, nor a switch whose name
// says nothing of the purpose. A switch that says where, how or how often
// promises nothing about whether.
//
// # telemetry/late-consent
//
// The program asks before it sends, and does not ask before it prepares: it
// fetches what to report, or resolves the name of the host, whatever the answer
// will be. It comes on top of the finding about consent.
//
// Why: software "should not communicate over the network except: in order to,
// and as necessary to, perform their function; or for other purposes with
// explicit permission from the user". A request for the settings of a report
// serves the same purpose as the report, and tells its host the same address.
//
// Violates (testdata/corpus/late/settings-fetched-before-gate/main.go):
//
//	what := fetchTelemetrySettings()
//	if os.Getenv("X_TELEMETRY") != "1" {
//		return
//	}
//	sendTelemetry(what)
//
// Complies (testdata/corpus/late/settings-fetched-behind-gate/main.go):
//
//	if os.Getenv("X_TELEMETRY") != "1" {
//		return
//	}
//	sendTelemetry(fetchTelemetrySettings())
//
// To fix it, read the consent first, and do nothing for the report before.
//
// The rule cannot see what is fetched in one run, kept in a file, and used in
// another, nor a name that is resolved by a pool of connections.
//
// # telemetry/blocking
//
// The policy declares the behaviour, somebody allowed it, and it can hold up
// the program: it is made in the foreground and nothing limits how long it
// takes, or the program ends where it fails. Never reported under the built-in
// policy, nor of what is primary.
//
// Why: "There are also concerns that an implementation could block normal
// operation, especially in countries (like China) where Google itself may be
// blocked." A yes to a report is no yes to a program that works only while the
// collector does.
//
// Violates (testdata/declared/blocking/no-time-limit/main.go):
//
//	if *on {
//		http.Get("https://collector.example/telemetry")
//	}
//	work()
//
// Complies (testdata/declared/blocking/client-with-limit/main.go):
//
//	client := &http.Client{Timeout: 3 * time.Second}
//	client.Get("https://collector.example/telemetry")
//
// To fix it, give the request a time limit of a few seconds, send it beside the
// work, and drop the error.
//
// The rule cannot see that something waits for a goroutine at the end, a time
// limit that a transport, a connection or a child process is given by itself,
// nor what a listed SDK does inside.
//
// # telemetry/third-party-collector
//
// What the behaviour sends goes to a company that gathers other programs' usage
// or crashes for a living: by the host, or by the company's SDK where no host
// is known. Reported unless somebody said yes, or the policy's Function names
// the host. It comes on top of the finding about consent.
//
// Why: "any opt-out tracking code was undesirable in Debian, especially if it
// was aimed at Google servers". The company sees every program that reports to
// it, keeps what its own rules let it keep, and "there is no way to verify"
// what it says of that.
//
// Violates (testdata/corpus/collectors/analytics-host/main.go):
//
//	body := strings.NewReader("v=1&t=event&ec=start")
//	http.Post("https://www.google-analytics.com/collect", "text/plain", body)
//
// Complies (testdata/corpus/collectors/analytics-host-granted/main.go):
//
//	on := flag.Bool("analytics", false, "help to improve this program")
//	flag.Parse()
//	if *on {
//		http.Get("https://api.mixpanel.com/track?data=start")
//	}
//
// To fix it, ask first; better, send to a host of your own, and name it in the
// policy. A person who says yes should read there who gets the data.
//
// The rule cannot see a company behind a host of the program's own, as with a
// proxy or a name in the program's domain, nor one that the data do not list.
// What an operator configures, as the endpoint of OpenTelemetry, is his choice.
//
// # telemetry/hard-wired-infrastructure
//
// On a fresh install the program asks a public service that its author chose: a
// public name server, a probe whether there is a network or what address it
// has, a STUN or a time server. Whatever it is for; only a policy whose
// Function names the host allows it.
//
// Why: "An antipattern is to hardcode probing of a public service"; for names,
// "rely on user input or system resolver". The service learns the address of
// every installation and when it runs, and with names also what it looks for.
// Where "the user gets to choose", as with mirrors, "the risk of surveillance
// and tracking is also greatly reduced".
//
// Violates (testdata/corpus/infrastructure/connectivity-probe/main.go):
//
//	func online() bool {
//		resp, err := http.Get("http://connectivitycheck.gstatic.com/generate_204")
//		if err != nil {
//			return false
//		}
//
// Complies (testdata/corpus/infrastructure/server-from-flag/main.go):
//
//	server := flag.String("ntp-server", "", "the time server to ask")
//	flag.Parse()
//	if *server == "" {
//		return
//	}
//	conn, err := net.Dial("udp", net.JoinHostPort(*server, "123"))
//
// To fix it, ask the system (its resolver, its clock), try the host that is
// needed anyway, or take the service from the user. If the program exists to
// ask that service, declare it.
//
// The rule cannot see services that the data do not list. A datagram socket that
// is only opened to ask for its own address sends nothing, and is no finding
// where that stands in one function.
package telemetry
