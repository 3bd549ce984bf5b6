package token

import (
	"path"
	"runtime"
	"strings"
)

// goos is the platform whose paths apply.
const goos = runtime.GOOS

// userDir is the user's configuration directory, or "" without a home. It is
// that of os.UserConfigDir except on Windows: the roaming part of a profile is
// copied to other machines, and what is kept here should not be.
func userDir(goos string, getenv func(string) string) string {
	switch goos {
	case "windows":
		return getenv("LOCALAPPDATA")
	case "darwin", "ios":
		return under(getenv("HOME"), "Library/Application Support")
	case "plan9":
		return under(getenv("home"), "lib")
	}
	if dir := getenv("XDG_CONFIG_HOME"); dir != "" {
		return under(dir, "")
	}
	return under(getenv("HOME"), ".config")
}

// under joins, unless dir is empty or relative: a relative home means none.
func under(dir, rest string) string {
	if !strings.HasPrefix(dir, "/") {
		return ""
	}
	return path.Join(dir, rest)
}

// systemDirs are the directories of the administrator, most important first.
func systemDirs(goos string, getenv func(string) string) []string {
	switch goos {
	case "windows":
		dirs := []string{`C:\ProgramData`}
		if dir := getenv("ProgramData"); dir != "" && !strings.EqualFold(dir, dirs[0]) {
			dirs = append(dirs, dir)
		}
		return dirs
	case "darwin", "ios":
		return []string{"/Library/Application Support", "/etc"}
	}
	return []string{"/etc", "/var/lib"}
}
