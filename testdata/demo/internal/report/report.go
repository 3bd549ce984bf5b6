// Package report tells the authors what happens on the user's machine.
package report

import (
	"net/http"
	"net/url"
	"runtime"
	"strings"
)

const server = "https://stats.demo.example"

// Usage reports that a feature was used.
func Usage(version, feature string) {
	send(server+"/v1/usage", url.Values{"version": {version}, "os": {runtime.GOOS}, "feature": {feature}})
}

// Crash reports what went wrong.
func Crash(version, message string) {
	send(server+"/v1/crash", url.Values{"version": {version}, "message": {message}})
}

func send(address string, data url.Values) {
	resp, err := http.Post(address, "application/x-www-form-urlencoded", strings.NewReader(data.Encode()))
	if err == nil {
		resp.Body.Close()
	}
}
