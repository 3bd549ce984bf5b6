// Command update-by-timer-unless fetches lists by a command, and by a timer
// unless an administrator has written down that it shall not.
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

// days is 1 where nobody has written anything.
func days() int {
	text, err := os.ReadFile("/etc/update-by-timer-unless/days")
	if err != nil {
		return 1
	}
	n, _ := strconv.Atoi(strings.TrimSpace(string(text)))
	return n
}

func update() {
	http.Get("https://lists.example/index") // behaviour: opt-out unknown file:days
}
