// Command exported-variable-from-environment sets a library's variable from a
// variable of the environment that says yes.
package main

import (
	"os"

	"example.org/corpus/library/exported-variable-from-environment/usage"
)

func main() {
	usage.Enabled = os.Getenv("X_USAGE") == "1"
	usage.Report()
}
