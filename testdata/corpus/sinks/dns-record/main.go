// Command dns-record reads its newest version from a DNS record.
package main

import "net"

func main() { checkUpdate() }

func checkUpdate() {
	records, err := net.LookupTXT("version.releases.example") // behaviour: unconditional update host=version.releases.example // finding: telemetry/no-consent
	if err == nil && len(records) > 0 {
		println("newest version:", records[0])
	}
}
