// Command gate-in-internal-helper-positive leaves the asking to an internal
// package, which asks a variable that says yes.
package main

import "example.org/corpus/library/gate-in-internal-helper-positive/internal/usage"

func main() { usage.Report() }
