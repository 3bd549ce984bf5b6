// Package properties says how a few Go packages treat telemetry identifiers:
// whether there is consent before one is minted, what it is made of, who can
// read the file that holds it, which hosts get it, what remains when consent
// is taken back.
//
// [Extract] looks at an implementation whole, whatever its functions are
// called. Three questions are asked of it:
//
//   - What is made of what? A random number that gets into a file or a header
//     is an identifier; a hardware address there is one that should not be
//     (package flow).
//   - What happens in a situation? Nothing may be minted or sent on a fresh
//     install, with a record that cannot be read, does not decode or is newer
//     than the program, when only the environment or the administrator says
//     yes, or when either says no (package situation).
//   - What stands on the way? A decision that compares a request's host with
//     something that is not of the request is a list of hosts; one that looks
//     at a form, between a file and a header, is a check.
//
// Each answer is a [Property]: facts with a place each, and a strength that
// makes two implementations comparable. What cannot be told says so.
//
// # Limits
//
// Memory is one cell for each field of a struct type, and loops may run not at
// all or for ever, so an implementation can look weaker than it is: what only
// holds because of values that arithmetic gives is not seen. What reflection,
// assembly or cgo do is not seen either. Files are told apart by how their
// names are put together. Compared is what the packages that are named do;
// what they import from elsewhere counts as unknown code.
package properties
