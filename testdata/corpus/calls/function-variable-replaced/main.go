// Command function-variable-replaced replaces the function variable before
// anything calls it.
package main

var latest func(name string)

// no behaviours

func main() {
	latest = func(name string) { println("the packager looks for updates of", name) }
	latest("tool")
}
