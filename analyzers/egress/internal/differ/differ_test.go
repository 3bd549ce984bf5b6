package differ_test

import (
	"flag"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	_ "github.com/optincheck/optincheck/analyzers" // what the tool is built from: a change of it runs this test again
	"github.com/optincheck/optincheck/analyzers/egress/internal/differ"
)

var (
	count = flag.Int("programs", 80, "how many programs are written")
	seed  = flag.Uint64("seed", 1, "what the programs are chosen by")
	keep  = flag.String("keep", "", "write the programs into this directory and leave them there")
)

// maxUnknown is how many of the verdicts may be unknown.
const maxUnknown = 0.03

// TestVerdictsAreWhatProgramsDo runs generated programs and compares.
func TestVerdictsAreWhatProgramsDo(t *testing.T) {
	dir := *keep
	if dir == "" {
		dir = t.TempDir()
	}
	programs := differ.Generate(*seed, *count)
	if err := differ.Write(dir, programs); err != nil {
		t.Fatal(err)
	}
	tool, binary := filepath.Join(t.TempDir(), "optincheck"), filepath.Join(t.TempDir(), "all")
	build(t, ".", tool, "github.com/optincheck/optincheck/cmd/optincheck")
	build(t, dir, binary, "./testdata/all")
	said := audit(t, tool, dir)
	proxy := newRecorder(t)
	var all score
	each(programs, func(p *differ.Program) {
		r := &runner{t: t, binary: binary, proxy: proxy, program: p, seen: map[string]map[string]bool{}}
		all.add(t, p, compare(r, said[differ.Module+"/program/"+p.Name]))
	})
	t.Logf("%d programs, %d sends: %d agree, %d unknown, %d disagree", len(programs), all.sends, all.sends-all.unknown-all.wrong, all.unknown, all.wrong)
	if float64(all.unknown) > maxUnknown*float64(all.sends) {
		t.Errorf("%d of %d verdicts are unknown, more than %.0f %%", all.unknown, all.sends, 100*maxUnknown)
	}
}

// A score counts.
type score struct {
	mu                    sync.Mutex
	sends, unknown, wrong int
}

func (s *score) add(t *testing.T, p *differ.Program, got []result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range got {
		s.sends++
		switch {
		case r.unknown:
			s.unknown++
			t.Logf("%s: %s is unknown: %s", p.Name, r.host, r.wrong)
		case r.wrong != "":
			s.wrong++
			text := p.Source()
			if *keep != "" {
				text = strings.Join(p.Shapes, ", ")
			}
			t.Errorf("%s: %s: %s\n%s", p.Name, r.host, r.wrong, text)
		}
	}
}

func build(t *testing.T, dir, out, pkg string) {
	t.Helper()
	cmd := exec.Command("go", "build", "-ldflags=-s -w", "-o", out, pkg)
	cmd.Dir = dir
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, text)
	}
}

// each calls f for every program, some at a time.
func each(programs []*differ.Program, f func(*differ.Program)) {
	next := make(chan *differ.Program)
	var done sync.WaitGroup
	for range 4 {
		done.Go(func() {
			for p := range next {
				f(p)
			}
		})
	}
	for _, p := range programs {
		next <- p
	}
	close(next)
	done.Wait()
}

// A result is what came of comparing one host of one program.
type result struct {
	host    string
	unknown bool
	wrong   string // empty if they agree
}

// compare runs a program and compares, for each place where it may send.
func compare(r *runner, said map[string][]behaviour) (out []result) {
	for _, h := range r.program.Hosts {
		b := said[h]
		res := result{host: h}
		switch {
		case len(b) == 0:
			res.wrong = r.neverSends(h)
		case len(b) > 1:
			res.wrong = fmt.Sprintf("%d behaviours for one function", len(b))
		case b[0].Verdict == "unknown":
			res.unknown, res.wrong = true, b[0].Reason
		case needsUnknownValue(b[0]):
			res.unknown, res.wrong = true, "it needs a value that the audit cannot name"
		default:
			res.wrong = r.holds(b[0], h)
		}
		out = append(out, res)
	}
	for _, h := range sortedKeys(said) {
		if !slices.Contains(r.program.Hosts, h) {
			out = append(out, result{host: h, wrong: "is no host of the program"})
		}
	}
	return out
}

// neverSends says with what a program sends of which nothing was found.
func (r *runner) neverSends(host string) string {
	if r.run()[host] {
		return "no behaviour, but it sends"
	}
	for _, s := range singles(r.program) {
		if r.run(s)[host] {
			return fmt.Sprintf("no behaviour, but it sends with %v", s)
		}
	}
	return ""
}

// holds compares a verdict with what the program does on a fresh install, with
// the switches that the verdict names, and with every other.
func (r *runner) holds(b behaviour, host string) string {
	fresh := r.run()[host]
	if fresh != (b.Verdict != "opt-in") {
		return fmt.Sprintf("%s, but sending on a fresh install is %v", describe(b), fresh)
	}
	if wrong := r.named(b, host, fresh); wrong != "" {
		return describe(b) + ", but " + wrong
	}
	for _, s := range singles(r.program) {
		if stops := fresh && s.kind == "command"; stops {
			continue // another command is no refusal
		}
		if r.run(s)[host] != fresh && !names(b, s) {
			return fmt.Sprintf("%s, but %v decides too", describe(b), s)
		}
	}
	if b.Verdict != "unconditional" {
		return ""
	}
	for _, both := range pairs(r.program) {
		if both[0].kind != "command" && both[1].kind != "command" && r.run(both...)[host] != fresh {
			return fmt.Sprintf("%s, but %v decide", describe(b), both)
		}
	}
	return ""
}

// named holds the switches of a verdict to what they are said to do.
func (r *runner) named(b behaviour, host string, fresh bool) string {
	if len(b.Switches) == 0 {
		if b.Verdict == "unconditional" {
			return ""
		}
		return "it names no switch"
	}
	var all []setting
	for _, s := range b.Switches {
		value := s.Value
		if s.Kind == "command" {
			value = s.Key
		}
		all = append(all, setting{s.Kind, s.Key, value})
	}
	if b.Needs == "all" {
		if r.run(all...)[host] == fresh {
			return "they change nothing"
		}
		return ""
	}
	for _, s := range all {
		if r.run(s)[host] == fresh {
			return fmt.Sprintf("%v changes nothing", s)
		}
	}
	return ""
}

// needsUnknownValue reports whether a verdict names a switch without a value.
func needsUnknownValue(b behaviour) bool {
	for _, s := range b.Switches {
		if s.Value == "*" {
			return true
		}
	}
	return false
}

func names(b behaviour, s setting) bool {
	for _, x := range b.Switches {
		if sameSwitch(s, x.Kind, x.Key) {
			return true
		}
	}
	return false
}

func describe(b behaviour) string {
	text := b.Verdict
	for _, s := range b.Switches {
		text += fmt.Sprintf(" %s:%s=%s", s.Kind, s.Key, s.Value)
	}
	if b.Needs != "" {
		text += " needs " + b.Needs
	}
	return strings.TrimSpace(text)
}
