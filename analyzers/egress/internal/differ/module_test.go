package differ_test

import (
	"encoding/json"
	"errors"
	"os/exec"
	"testing"
)

// A behaviour is what the audit says about one send.
type behaviour struct {
	Verdict  string
	Reason   string
	Trigger  string
	Programs []string
	Hosts    []string
	Needs    string
	Switches []struct{ Kind, Key, Value string }
	Site     struct {
		File string
		Line int
	}
}

// audit runs the audit over a module and returns what it says of each program,
// by host.
func audit(t testing.TB, tool, dir string) map[string]map[string][]behaviour {
	t.Helper()
	cmd := exec.Command(tool, "-policy=builtin", "-format=json", "./...")
	cmd.Dir = dir
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit != nil && exit.ExitCode() != 1 {
		t.Fatalf("optincheck: %v\n%s", err, exit.Stderr)
	}
	var doc struct{ Behaviours []behaviour }
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string][]behaviour{}
	for _, b := range doc.Behaviours {
		for _, p := range b.Programs {
			if all[p] == nil {
				all[p] = map[string][]behaviour{}
			}
			for _, h := range b.Hosts {
				all[p][h] = append(all[p][h], b)
			}
		}
	}
	return all
}
