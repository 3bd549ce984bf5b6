// Command gate-in-internal-helper leaves the asking to an internal package,
// which asks a variable that says no.
package main

import "example.org/corpus/library/gate-in-internal-helper/internal/usage"

func main() {
	usage.Report() // vet-finding: optout/opt-out-env-only
}
