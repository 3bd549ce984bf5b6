// Command calling-package has a package that says what it is for call
// what sends.
package main

import (
	"net/http"

	"example.org/corpus/purpose/calling-package/telemetry"
)

func main() {
	telemetry.Start(members)
}

func members() {
	http.Get("https://directory.example/members") // behaviour: unconditional usage // finding: telemetry/no-consent
}
