// Command plain-agent says with each index that it fetches what every copy of it says.
package main

import (
	"net/http"
	"runtime"
)

func main() {
	req, err := http.NewRequest("GET", "https://files.example/index", nil)
	if err == nil {
		req.Header.Set("User-Agent", "tool/1.0 "+runtime.GOOS)
		http.DefaultClient.Do(req) // behaviour: unconditional primary
	}
}
