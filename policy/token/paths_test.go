package token

import (
	"slices"
	"testing"
)

func checkPaths(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		goos   string
		env    map[string]string
		user   string
		system []string
	}{
		"linux":                {"linux", map[string]string{"HOME": "/home/anna"}, "/home/anna/.config", []string{"/etc", "/var/lib"}},
		"linux, XDG":           {"linux", map[string]string{"HOME": "/home/anna", "XDG_CONFIG_HOME": "/cfg/"}, "/cfg", []string{"/etc", "/var/lib"}},
		"linux, relative XDG":  {"linux", map[string]string{"HOME": "/home/anna", "XDG_CONFIG_HOME": "cfg"}, "", []string{"/etc", "/var/lib"}},
		"linux, no home":       {"linux", nil, "", []string{"/etc", "/var/lib"}},
		"linux, relative home": {"linux", map[string]string{"HOME": "."}, "", []string{"/etc", "/var/lib"}},
		"freebsd":              {"freebsd", map[string]string{"HOME": "/home/anna"}, "/home/anna/.config", []string{"/etc", "/var/lib"}},
		"macOS": {
			"darwin", map[string]string{"HOME": "/Users/anna", "XDG_CONFIG_HOME": "/cfg"},
			"/Users/anna/Library/Application Support", []string{"/Library/Application Support", "/etc"},
		},
		"macOS, no home": {"darwin", nil, "", []string{"/Library/Application Support", "/etc"}},
		"Windows": {
			"windows", map[string]string{"LOCALAPPDATA": `C:\Users\anna\AppData\Local`, "APPDATA": `C:\Users\anna\AppData\Roaming`, "ProgramData": `c:\programdata`},
			`C:\Users\anna\AppData\Local`, []string{`C:\ProgramData`},
		},
		"Windows, elsewhere": {"windows", map[string]string{"ProgramData": `D:\Data`}, "", []string{`C:\ProgramData`, `D:\Data`}},
	} {
		getenv := func(name string) string { return c.env[name] }
		wantEqual(t, name, userDir(c.goos, getenv), c.user)
		if got := systemDirs(c.goos, getenv); !slices.Equal(got, c.system) {
			t.Errorf("%s: system directories %v, want %v", name, got, c.system)
		}
	}
}

func TestOpenFindsThePlatformsPlaces(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	s, err := Open(example(), Config{Getenv: func(name string) string {
		if name == "DO_NOT_TRACK" || name == "XDG_CONFIG_HOME" {
			return ""
		}
		return home
	}})
	must(t, err)
	if s.dir == "" || len(s.system) == 0 {
		t.Errorf("directory %q, system %v", s.dir, s.system)
	}
	s, err = Open(example(), Config{})
	must(t, err)
	if s.now().IsZero() || s.getenv("PATH") == "" {
		t.Error("the zero Config has no clock or no environment")
	}
}
