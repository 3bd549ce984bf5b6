// Vendored is the program of the package. What it says to whom is in a library
// that the package carries along.
package main

func main() { report() }
