// Command rate-limit-granted asks no more than once a day, and only if a flag
// allows it.
package main

import (
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

func main() {
	on := flag.Bool("update-check", false, "look for updates")
	flag.Parse()
	dir, _ := os.UserCacheDir()
	info, err := os.Stat(filepath.Join(dir, "tool", "last-check"))
	if err == nil && time.Since(info.ModTime()) < 24*time.Hour {
		return
	}
	if *on {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update-check
}
