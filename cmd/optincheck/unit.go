package main

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/optincheck/optincheck/analyzers"
)

// isUnit reports whether the go command calls us as its vet tool: to describe
// the executable, to describe its flags, or to check one package.
func isUnit(args []string) bool {
	if len(args) == 1 && (args[0] == "-V=full" || args[0] == "-flags") {
		return true
	}
	// Flags, then the description of the package.
	return len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg") &&
		(len(args) == 1 || strings.HasPrefix(args[0], "-"))
}

// unit serves the go command. Only -V=full is answered here, because x/tools
// knows nothing of the policy; it takes its arguments from the process.
func (s *session) unit(args []string) (int, error) {
	if args[0] == "-V=full" {
		return statusClean, s.toolID()
	}
	suite := analyzers.All()
	if forFacts(args[len(args)-1]) {
		suite = analyzers.ForFacts()
	}
	unitchecker.Main(suite...)
	return statusClean, nil // not reached: Main exits
}

// forFacts reports whether the go command asks about a package only because
// others import it. A description that cannot be read is for x/tools to reject.
func forFacts(file string) bool {
	data, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	var unit struct{ VetxOnly bool }
	return json.Unmarshal(data, &unit) == nil && unit.VetxOnly
}

// toolID prints the line from which the go command takes the key of its cache.
// It caches findings under that key and looks at no file that the tool opens,
// so all that decides a finding must be part of it: this executable, and the
// policies that a run on some package could read. A policy with errors stops
// the go command here.
func (s *session) toolID() error {
	h := sha256.New()
	if err := hashExecutable(h); err != nil {
		return err
	}
	policies, err := s.policiesID(".")
	if err != nil {
		return err
	}
	io.WriteString(h, policies)
	return s.print(fmt.Sprintf("optincheck version devel %s buildID=%x\n", version(), h.Sum(nil)))
}

func hashExecutable(w io.Writer) error {
	path, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
