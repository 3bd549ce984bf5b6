// Command exported-variable leaves a library's variable at the value that
// sends.
package main

import "example.org/corpus/library/exported-variable/usage"

func main() {
	usage.Report() // vet-finding: telemetry/no-consent
}
