// Command disabled-field-unset leaves the field that would keep a library
// silent at its zero.
package main

import "example.org/corpus/library/disabled-field-unset/usage"

func main() {
	usage.Report(usage.Options{}) // vet-finding: telemetry/no-consent
}
