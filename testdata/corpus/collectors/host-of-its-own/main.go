// Command host-of-its-own reports to the project's own host: a fault, and no
// third party's.
package main

import "net/http"

func main() {
	http.Get("https://stats.example/usage-report") // behaviour: unconditional usage // finding: telemetry/no-consent
}
