// Command prompt-about-the-work asks whether to write a file, where just Enter is
// a yes, and whether to report its use, where it is a no.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	if ask(in, "Write tool.toml? [Y/n] ") != "n" {
		os.WriteFile("tool.toml", nil, 0o644)
	}
	report(in)
}

func report(in *bufio.Reader) {
	print("Send usage data? [y/N] ")
	answer, _ := in.ReadString('\n')
	if strings.TrimSpace(answer) == "y" {
		http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
	}
}

func ask(in *bufio.Reader, question string) string {
	print(question)
	answer, _ := in.ReadString('\n')
	return strings.TrimSpace(answer)
}
