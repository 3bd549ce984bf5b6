// Command parameter-two-values makes one client that sends and one that does
// not: each call decides for itself.
package main

import "example.org/corpus/library/parameter-two-values/usage"

func main() {
	usage.Report(false)
	usage.Report(true) // vet-finding: telemetry/no-consent
}
