package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/testdata/expect"
)

func inForce(rule string) bool {
	return expect.Consent(rule) || strings.HasPrefix(rule, "netscope/")
}

func main() {
	root, _ := filepath.Abs(os.Args[2])
	cases, err := expect.Read(root)
	if err != nil { panic(err) }
	cmd := exec.Command(os.Args[1], "-policy=builtin", "-format=json", "./...")
	cmd.Dir = root
	var e bytes.Buffer
	cmd.Stderr = &e
	out, _ := cmd.Output()
	var doc report.Document
	if err := json.Unmarshal(out, &doc); err != nil { fmt.Println(err, e.String()); os.Exit(1) }
	bad := 0
	for _, c := range cases {
		diffs := append(c.DiffBehaviours(behavioursOf(c, doc)), c.DiffFindings(expect.Audit, findingsOf(c, doc), inForce)...)
		if len(diffs) > 0 { bad++ }
		for _, d := range diffs { fmt.Println(d) }
	}
	fmt.Println("bad", bad, "of", len(cases))
}

// behavioursOf returns the behaviours that belong to a case: by the programs,
// else by the site.
func behavioursOf(c expect.Case, doc report.Document) (out []expect.Behaviour) {
	for _, b := range doc.Behaviours {
		if !belongs(c, b.Site.File, b.Programs, doc.Module) {
			continue
		}
		got := expect.Behaviour{
			File: b.Site.File, Line: b.Site.Line, Verdict: string(b.Verdict), Purpose: string(b.Purpose),
			Needs: string(b.Needs), Trigger: b.Trigger, Hosts: b.Hosts,
		}
		for _, s := range b.Switches {
			got.Switches = append(got.Switches, expect.Switch{Kind: string(s.Kind), Key: s.Key})
		}
		out = append(out, got)
	}
	return out
}

func belongs(c expect.Case, file string, programs []string, module string) bool {
	if strings.HasPrefix(file, c.Name+"/") {
		return true
	}
	for _, p := range programs {
		if p == module+"/"+c.Name {
			return true
		}
	}
	return false
}

func findingsOf(c expect.Case, doc report.Document) (out []expect.Finding) {
	ours := map[string]bool{}
	for _, b := range doc.Behaviours {
		ours[b.ID] = belongs(c, b.Site.File, b.Programs, doc.Module)
	}
	for _, f := range doc.Findings {
		if strings.HasPrefix(f.File, c.Name+"/") || ours[f.Behaviour] {
			out = append(out, expect.Finding{Rule: f.Rule, File: f.File, Line: f.Line})
		}
	}
	return out
}
