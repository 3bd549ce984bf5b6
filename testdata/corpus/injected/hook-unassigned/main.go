// Command hook-unassigned leaves the hook of a library alone.
package main

import "example.org/corpus/injected/hook-unassigned/track"

// no behaviours

func main() { track.Track("start") }
