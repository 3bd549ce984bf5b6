// Command unguarded-internal-called calls an internal package that sends, and
// neither asks.
package main

import "example.org/corpus/library/unguarded-internal-called/internal/usage"

func main() {
	usage.Report() // vet-finding: telemetry/no-consent
}
