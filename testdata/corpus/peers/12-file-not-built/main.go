// Command 12-file-not-built has a sender in a file that this build leaves out.
package main

// no behaviours

func main() { println("working") }
