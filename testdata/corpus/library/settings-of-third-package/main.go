// Command settings-of-third-package takes its settings from one package and
// hands them to another.
package main

import (
	"example.org/corpus/library/settings-of-third-package/internal/config"
	"example.org/corpus/library/settings-of-third-package/internal/usage"
)

// vet: at-most

func main() {
	usage.Report(config.Load()) // vet-finding: optout/default-on
}
