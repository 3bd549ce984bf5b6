// Package codefetch defines the rule about code that a program fetches and
// runs.
//
// # Analyzer codefetch
//
// codefetch: report responses that become programs
//
// The rule follows the response to a request: it is executed, loaded as a
// plugin, interpreted, written with an execute bit, or put in the place of the
// program itself. What happens before anybody asked is a finding. What the user
// asks for by name is none: an argument that names what is fetched, a command
// such as upgrade, or a switch that is off on a fresh install. So a download
// manager and a package manager are no findings.
//
// # codefetch/unverified
//
// A response becomes a program, and no signature or digest decides whether it
// does.
//
// Why: whoever answers decides what runs. A distribution reviews, builds and
// signs what it ships; what the program fetches afterwards is none of it:
// "there seems no opt-out config" was said of a browser that did this. TLS
// says who answers, not what.
//
// Violates (testdata/corpus/code/module-at-start/main.go):
//
//	if err := fetch("https://dl.collector.example/listener", module); err == nil {
//		exec.Command(module, "--quiet").Start()
//	}
//
// Complies (testdata/corpus/code/module-of-package/main.go):
//
//	if err := fetch("https://dl.collector.example/words", data); err == nil {
//		exec.Command("/usr/libexec/example/listener", data).Start()
//	}
//
// To fix it, ship the code in the package; or fetch it by a command that the
// user types for it, and check a signature against a key in the program.
//
// The rule cannot see a response that goes through a database or another
// process, names of files that are put together in two ways, a mode that an
// archive's header gives, and what a child process fetches by itself. It takes
// any digest that decides for a check, also one that the same server sends.
//
// # codefetch/verified
//
// A response becomes a program, after a signature or digest was checked, and
// nobody asked for it; no Function paragraph of the policy covers the request.
//
// Why: "Debian upgrades the package", and the code must not be reachable: what
// replaces itself is no longer what was installed, whoever signed it.
//
// Violates (testdata/corpus/code/self-update-signed/main.go):
//
//	if !ed25519.Verify(key, program, signature) {
//		return errors.New("not signed by its makers")
//	}
//	return replace(program)
//
// Complies (testdata/corpus/code/self-update-by-command/main.go):
//
//	if len(os.Args) > 1 && os.Args[1] == "upgrade" {
//		upgrade("https://dl.collector.example/latest/example")
//	}
//
// To fix it, leave upgrades to the package manager or to a command; or cover
// the request by a Function paragraph that says what the code is for.
//
// The rule cannot see whether the key is the right one, and whether the check
// is of the bytes that run.
package codefetch
