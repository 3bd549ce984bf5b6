package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExitStatus holds each command to the status that its documentation
// promises, one after the other on one machine.
func TestExitStatus(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"} {
		t.Setenv(name, home)
	}
	t.Setenv("DO_NOT_TRACK", "")
	description := filepath.Join("testdata", "feedget.json")
	for _, c := range []struct {
		args string
		want int
	}{
		{"", misused},
		{"-json", misused},
		{"nonsense", misused},
		{"status", misused},
		{"status -help", misused},
		{"status -program nowhere.json", misused},
		{"status -program FILE", done},
		{"show -program FILE", notDone},
		{"show -program FILE crash", misused},
		{"heartbeat -program FILE", misused},
		{"heartbeat -dry-run -program FILE", notDone},
		{"grant -program FILE", misused},
		{"grant -program FILE crash", misused},
		{"grant -program FILE usage", notDone},
		{"rotate -program FILE", notDone},
		{"grant -yes -program FILE usage", done},
		{"grant -yes -program FILE usage", done},
		{"show -program FILE", done},
		{"heartbeat -dry-run -program FILE", notDone},
		{"rotate -program FILE", done},
		{"revoke -program FILE", done},
		{"show -program FILE", notDone},
		{"random", done},
	} {
		t.Run(c.args, func(t *testing.T) {
			null, err := os.Open(os.DevNull)
			if err != nil {
				t.Fatal(err)
			}
			defer null.Close()
			var out, errs bytes.Buffer
			args := strings.Fields(strings.ReplaceAll(c.args, "FILE", description))
			if got := run(args, terminal{null, &out, &errs}); got != c.want {
				t.Errorf("exit %d, want %d\n%s%s", got, c.want, out.String(), errs.String())
			}
		})
	}
}

// TestRevokeSaysWhatToRemoveByHand: it never pretends to have revoked.
func TestRevokeSaysWhatToRemoveByHand(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"} {
		t.Setenv(name, home)
	}
	for _, dir := range []string{"feedget", filepath.Join(".config", "feedget"), filepath.Join("Library", "Application Support", "feedget")} {
		if err := os.MkdirAll(filepath.Join(home, dir), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(home, dir, "optin"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	args := []string{"revoke", "-program", filepath.Join("testdata", "feedget.json"), "usage"}
	if got := run(args, terminal{os.Stdin, &out, &errs}); got != notDone || out.Len() > 0 {
		t.Errorf("exit %d, printed %q; want %d and nothing", got, out.String(), notDone)
	}
	if !strings.Contains(errs.String(), "by hand") {
		t.Errorf("got %q", errs.String())
	}
}
