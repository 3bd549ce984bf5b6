// Command sender-by-tag has a hook that only a file of another build fills.
package main

// no behaviours

var report func()

func main() {
	if report != nil {
		report()
	}
}
