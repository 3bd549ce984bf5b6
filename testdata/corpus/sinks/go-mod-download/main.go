// Command go-mod-download fetches its settings as a module.
package main

import "os/exec"

func main() { checkUpdate() }

func checkUpdate() {
	_ = exec.Command("go", "mod", "download", "example.org/update-channel@latest").Run() // behaviour: unconditional update // finding: telemetry/no-consent
}
