package fix_test

import (
	"testing"

	"github.com/optincheck/optincheck/internal/fix"
)

// edit is a fix of one byte.
func edit(message string, at int) fix.Fix {
	return fix.Fix{Message: message, Edits: []fix.Edit{{File: "f", Start: at, End: at + 1, New: message}}}
}

// A program stands for its evaluation: which edits make which behaviour good,
// which break it, and which make something else bad.
type program struct {
	good   map[string]string // edit to behaviour
	broken map[string]bool
	worse  map[string]bool
}

func (p program) evaluate(edits []fix.Edit) (fix.Outcome, error) {
	out := fix.Outcome{Bad: map[string]bool{"a": true, "b": true, "c": true}}
	for _, e := range edits {
		delete(out.Bad, p.good[e.New])
		out.Broken = out.Broken || p.broken[e.New]
		if p.worse[e.New] {
			out.Bad["other"] = true
		}
	}
	return out, nil
}

// Each behaviour gets the first candidate that makes it good, and none that
// breaks the program or makes another behaviour bad.
func TestChoose(t *testing.T) {
	p := program{
		good:   map[string]string{"a2": "a", "b1": "b", "b2": "b", "spoilt": "a", "worse": "b"},
		broken: map[string]bool{"spoilt": true},
		worse:  map[string]bool{"worse": true},
	}
	targets := []fix.Target{
		{ID: "a", Fixes: []fix.Fix{edit("spoilt", 1), edit("useless", 2), edit("a2", 3)}},
		{ID: "b", Fixes: []fix.Fix{edit("worse", 3), edit("b1", 3), edit("b2", 5)}},
		{ID: "c", Fixes: []fix.Fix{edit("useless", 6)}},
	}
	bad := map[string]bool{"a": true, "b": true, "c": true}
	chosen, err := fix.Choose(targets, bad, p.evaluate)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := chosen["c"]; ok {
		t.Error("c has a fix that does not make it good")
	}
	if got := chosen["a"].Message; got != "a2" && got != "" {
		t.Errorf("a is fixed by %q", got)
	}
	if got := chosen["b"].Message; got != "b1" && got != "b2" {
		t.Errorf("b is fixed by %q", got)
	}
	if _, err := fix.Merge(chosen["a"], chosen["b"]); err != nil {
		t.Errorf("the chosen fixes overlap: %v", err)
	}
}

// What another's fix makes good needs none.
func TestChooseTakesWhatIsGoodAlready(t *testing.T) {
	both := program{good: map[string]string{"a1": "a"}}
	evaluate := func(edits []fix.Edit) (fix.Outcome, error) {
		out, err := both.evaluate(edits)
		if !out.Bad["a"] {
			delete(out.Bad, "b")
		}
		delete(out.Bad, "c")
		return out, err
	}
	chosen, err := fix.Choose([]fix.Target{{ID: "a", Fixes: []fix.Fix{edit("a1", 1)}}, {ID: "b"}}, map[string]bool{"a": true, "b": true}, evaluate)
	if err != nil || len(chosen) != 2 || len(chosen["b"].Edits) != 0 {
		t.Errorf("chosen is %v, %v", chosen, err)
	}
}

// The same edit twice is one, and edits of the same bytes do not go together.
func TestMerge(t *testing.T) {
	if edits, err := fix.Merge(edit("x", 4), edit("y", 1), edit("x", 4)); err != nil || len(edits) != 2 || edits[0].New != "y" {
		t.Errorf("Merge gives %v, %v", edits, err)
	}
	if _, err := fix.Merge(edit("x", 4), edit("y", 4)); err == nil {
		t.Error("Merge takes edits that overlap")
	}
}

// A formatted file stays formatted, and another is left as it is.
func TestApply(t *testing.T) {
	text := "package p\n\nfunc f() { g() }\n"
	wrap := []fix.Edit{{File: "f", Start: 22, End: 22, New: "if b { "}, {File: "f", Start: 25, End: 25, New: " }"}}
	if got, want := string(fix.Apply("f", []byte(text), wrap)), "package p\n\nfunc f() {\n\tif b {\n\t\tg()\n\t}\n}\n"; got != want {
		t.Errorf("Apply gives %q, want %q", got, want)
	}
	loose := "package  p\n"
	if got := string(fix.Apply("f", []byte(loose), []fix.Edit{{File: "f", Start: 9, End: 10, New: "q"}})); got != "package  q\n" {
		t.Errorf("Apply gives %q", got)
	}
}
