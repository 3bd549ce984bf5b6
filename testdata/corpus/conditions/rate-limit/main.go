// Command rate-limit asks no more than once a day: a rate limit is nobody's
// consent.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"time"
)

func main() {
	dir, _ := os.UserCacheDir()
	marker := filepath.Join(dir, "tool", "last-check")
	if info, err := os.Stat(marker); err == nil && time.Since(info.ModTime()) < 24*time.Hour {
		return
	}
	checkUpdate()
	_ = os.WriteFile(marker, nil, 0o600)
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
