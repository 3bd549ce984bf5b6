// Command git-status lets git look at the working tree.
package main

import (
	"log"
	"os/exec"
)

// no behaviours

func main() {
	if err := exec.Command("git", "status", "--short").Run(); err != nil {
		log.Fatal(err)
	}
}
