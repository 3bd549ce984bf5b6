// Command disabled-field-set sets the field that keeps a library silent.
package main

import "example.org/corpus/library/disabled-field-set/usage"

// no behaviours

func main() {
	usage.Report(usage.Options{Disabled: true})
}
