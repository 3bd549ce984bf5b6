// Command git-clone lets git fetch something that has no purpose we know.
package main

import (
	"log"
	"os/exec"
)

func main() {
	if err := exec.Command("git", "clone", "https://code.example/rules.git").Run(); err != nil { // behaviour: unconditional unknown host=code.example
		log.Fatal(err)
	}
}
