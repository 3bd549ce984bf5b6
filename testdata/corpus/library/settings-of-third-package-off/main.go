// Command settings-of-third-package-off takes silent settings from one package
// and hands them to another.
package main

import (
	"example.org/corpus/library/settings-of-third-package-off/internal/config"
	"example.org/corpus/library/settings-of-third-package-off/internal/usage"
)

func main() {
	usage.Report(config.Load())
}
