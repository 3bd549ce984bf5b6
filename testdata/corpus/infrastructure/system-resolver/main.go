// Command system-resolver asks whatever resolver the system is set up to ask.
package main

import "net"

func main() {
	addresses, _ := net.LookupHost("files.example") // behaviour: unconditional unknown host=files.example
	println(len(addresses))
}
