// Command go-version asks the go command for its version.
package main

import "os/exec"

// no behaviours

func main() {
	out, _ := exec.Command("go", "version").Output()
	println(string(out))
}
