package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// notifies reports whether the user has the notifier on, by the flag or in ~/.jspmrc.
func notifies(c config) bool { return c.updateNotifier }

// notifier asks once a week for the newest jspm if the user has that on, and returns what to tell.
func notifier(c config) string {
	if !notifies(c) || os.Getenv("CI") != "" {
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
	os.MkdirAll(filepath.Dir(file), 0o755)
	os.WriteFile(file, nil, 0o644)
	return checkUpdate(c)
}

// checkUpdate says whether there is a newer jspm.
func checkUpdate(c config) string {
	latest, err := manifestOf(c.registry, "jspm") // behaviour: opt-in update command:check-update,flag:update-notifier,file:~/.jspmrc needs=any
	if err != nil || latest.Version == version {
		return ""
	}
	return fmt.Sprintf("New version of jspm available! %s -> %s", version, latest.Version)
}
