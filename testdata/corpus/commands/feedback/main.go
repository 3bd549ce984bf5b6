// Command feedback sends what the user writes when asked for feedback.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == "feedback" {
		sendFeedback(os.Args[2])
	}
}

func sendFeedback(text string) {
	http.Post("https://collector.example/feedback", "text/plain", strings.NewReader(text)) // behaviour: opt-in feedback command:feedback
}
