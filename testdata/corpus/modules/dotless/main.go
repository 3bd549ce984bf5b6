// Command myapp has a module path without a dot: it is no standard library.
package main

import "myapp/internal/telemetry"

func main() {
	telemetry.Send() // vet-finding: telemetry/no-consent
}
