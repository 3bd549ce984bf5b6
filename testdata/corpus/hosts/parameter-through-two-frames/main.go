// Command parameter-through-two-frames hands the host down through two
// functions.
package main

import "net/http"

func do(url string) { http.Get(url) }

func get(host, path string) { do("https://" + host + path) }

func main() { checkUpdate() }

func checkUpdate() {
	get("releases.example", "/tool/releases/latest") // behaviour: unconditional update host=releases.example // finding: telemetry/no-consent
}
