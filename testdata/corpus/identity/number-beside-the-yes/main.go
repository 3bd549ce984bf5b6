// Command number-beside-the-yes writes the answer down, and a number if the
// answer is yes.
package main

import (
	"bufio"
	"crypto/rand"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
)

const file = "/etc/number-beside-the-yes.conf"

func main() {
	if os.Args[1] == "configure" {
		print("Send usage data? [y/N] ")
		answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
		config := map[string]string{"SEND": strings.TrimSpace(answer)}
		if config["SEND"] == "y" {
			config["INSTALLATION"] = rand.Text()
		}
		store(config)
		return
	}
	config := load()
	if config["SEND"] == "y" {
		http.PostForm("https://collector.example/telemetry", url.Values{"installation": {config["INSTALLATION"]}}) // behaviour: opt-in usage file:number-beside-the-yes.conf
	}
}

// load reads lines KEY=value.
func load() map[string]string {
	config := map[string]string{}
	text, err := os.ReadFile(file)
	if err != nil {
		return config
	}
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		config[key] = value
	}
	return config
}

func store(config map[string]string) {
	var text strings.Builder
	for key, value := range config {
		fmt.Fprintf(&text, "%s=%s\n", key, value)
	}
	os.WriteFile(file, []byte(text.String()), 0o600)
}
