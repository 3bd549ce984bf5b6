// Command update-by-timer-too fetches lists by a command, and by a timer on
// those days of which an administrator has written down how many.
package main

import (
	"net/http"
	"os"
	"strconv"
	"strings"
)

func main() {
	switch os.Args[1] {
	case "update":
		update()
	case "daily": // by the timer
		if days() > 0 {
			update()
		}
	}
}

// days is 0, never, where nobody has written anything.
func days() int {
	text, err := os.ReadFile("/etc/update-by-timer-too/days")
	if err != nil {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSpace(string(text)))
	return n
}

func update() {
	http.Get("https://lists.example/index") // behaviour: opt-in unknown command:update,file:days needs=any
}
