// Command name-of-the-package sends from a package whose name says what for.
package main

import (
	"os"

	"example.org/corpus/purpose/name-of-the-package/internal/analytics"
)

func main() {
	if os.Getenv("X_SHARE") == "1" {
		analytics.Put("start")
	}
}
