// Command function-field-printing gives a function that prints to a library in
// a field.
package main

import "example.org/corpus/injected/function-field-printing/track"

// no behaviours

func main() {
	t := track.Tracker{Send: func(event string) { println("telemetry", event) }}
	t.Track("start")
}
