package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"optintoken": main})
}

// TestScripts runs the transcripts in testdata/script, each with a home of its
// own.
func TestScripts(t *testing.T) {
	description, err := os.ReadFile(filepath.Join("testdata", "feedget.json"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			home := filepath.Join(env.WorkDir, "home")
			for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"} {
				env.Setenv(name, home)
			}
			env.Setenv("DO_NOT_TRACK", "")
			return os.WriteFile(filepath.Join(env.WorkDir, "feedget.json"), description, 0o600)
		},
	})
}
