// Command in-init-of-helper imports a package that sends while it is
// initialised.
package main

import _ "example.org/corpus/calls/in-init-of-helper/internal/telemetry"

func main() { println("working") }
