package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// notifier asks once a week for the newest jspm, and returns what to tell.
func notifier(c config) string {
	if !c.updateNotifier || os.Getenv("CI") != "" {
		return ""
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	file := filepath.Join(cache, "jspm", "_update-notifier-last-checked")
	if info, err := os.Stat(file); err == nil && time.Since(info.ModTime()) < 7*24*time.Hour {
		return ""
	}
	latest, err := manifestOf(c.registry, "jspm") // behaviour: opt-out update flag:update-notifier host=registry.jspm.example // own-finding: netscope/undeclared-function
	if err != nil || latest.Version == version {
		return ""
	}
	os.MkdirAll(filepath.Dir(file), 0o755)
	os.WriteFile(file, nil, 0o644)
	return fmt.Sprintf("New version of jspm available! %s -> %s", version, latest.Version)
}
