// Command undeclared-by-child has another program fetch pictures, of which its
// policy says nothing.
package main

import "os/exec"

func main() {
	exec.Command("curl", "-sO", "https://thumbs.example/42").Run() // behaviour: unconditional unknown // finding: netscope/undeclared-function
}
