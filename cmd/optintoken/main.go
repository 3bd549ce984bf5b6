// Command optintoken shows and changes what a program that uses
// [github.com/optincheck/optincheck/policy/token] may send.
//
// Usage:
//
//	optintoken COMMAND -program FILE [flags] [PURPOSE]
//
// FILE is the JSON description that the program itself reads, as specified by
// [token.Program]; random needs none. The commands are
//
//	status               say for each purpose what was agreed to, and where the files are
//	show [PURPOSE]       print what would be sent, and to whom
//	grant PURPOSE        show the text and ask; anything but a typed yes is no
//	revoke [PURPOSE]     take consent back and delete the identifiers; without a purpose, for all
//	rotate [PURPOSE]     delete the identifiers, so that new ones are minted when next needed
//	heartbeat -dry-run   print the heartbeat's request
//	random               print a value for an administrator's org_token or machine_token file
//
// and the flags
//
//	-json          print JSON
//	-env DIR       the environment that show and heartbeat are about, an absolute path
//	-account ID    the account that show and heartbeat are about
//	-url URL       where the heartbeat would go, if not to the purpose's own URL
//	-yes           with grant: agree without being asked, for a person who types it
//	-dry-run       with heartbeat: required, since optintoken sends nothing
//
// status, show, heartbeat and random create nothing. Nothing here touches the
// network.
//
// The text, the question and messages go to standard error, results to standard
// output. Exit status: 0 done; 1 not done: the answer was no, nothing is granted
// that could be shown or rotated, or it failed; 2 the command line or the
// description is wrong.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], terminal{in: os.Stdin, out: os.Stdout, err: os.Stderr}))
}
