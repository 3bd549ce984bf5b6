// Command account-of-another-way reports its use unless its settings name an account, for which it does something else: who has an account has not said no.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"strings"
)

type settings struct {
	Account string `json:"account"`
}

func main() {
	var s settings
	if data, err := os.ReadFile("/etc/tool.json"); err == nil {
		json.Unmarshal(data, &s)
	}
	if s.Account != "" {
		println("for", s.Account)
		return
	}
	http.Post("https://collector.example/usage", "text/plain", strings.NewReader("start")) // behaviour: unconditional usage // finding: telemetry/no-consent
}
