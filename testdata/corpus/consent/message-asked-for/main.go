// Command message-asked-for sends what its user writes, whatever it is; nothing
// written, nothing sent.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	print("What shall the developers know? (Enter: nothing) ")
	message, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if message = strings.TrimSpace(message); message == "" {
		return
	}
	sendFeedback(message)
}

func sendFeedback(message string) {
	http.Post("https://collector.example/feedback", "text/plain", strings.NewReader(message)) // behaviour: opt-in feedback prompt
}
