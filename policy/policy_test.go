package policy

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

//go:embed doc.go
var doc string

// example returns the worked example of the specification.
func example(t testing.TB) []byte {
	t.Helper()
	_, after, ok := strings.Cut(doc, "// # Example\n")
	before, _, ok2 := strings.Cut(after, "// # Canonical form\n")
	if !ok || !ok2 {
		t.Fatal("doc.go has no example")
	}
	var b strings.Builder
	for line := range strings.SplitSeq(strings.Trim(before, "/\n"), "\n") {
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "//"), "\t") + "\n")
	}
	return []byte(b.String())
}

func TestExampleParsesAndIsCanonical(t *testing.T) {
	text := example(t)
	p, err := Parse("optin.policy", text)
	if err != nil {
		t.Fatal(err)
	}
	if n := [3]int{len(p.Functions), len(p.Consents), len(p.Overrides)}; n != [3]int{4, 2, 1} {
		t.Errorf("functions, consents, overrides = %v, want 4, 2, 1", n)
	}
	if diff := cmp.Diff(string(text), string(Format(p))); diff != "" {
		t.Errorf("Format changes the example (-doc +Format):\n%s", diff)
	}
}

// TestErrors holds every error of the specification to its exact message. Each
// case of an archive is a file NAME and what Parse says of it, NAME.want.
func TestErrors(t *testing.T) {
	files, err := filepath.Glob("testdata/errors/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { errorCases(t, file) })
	}
}

func errorCases(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := make(map[string]string)
	var cases []txtar.File
	for _, f := range archive.Files {
		if name, ok := strings.CutSuffix(f.Name, ".want"); ok {
			want[name] = string(f.Data)
		} else {
			cases = append(cases, f)
		}
	}
	archive.Files = nil
	for _, c := range cases {
		got := "no error\n"
		if _, err := Parse("p", c.Data); err != nil {
			got = err.Error() + "\n"
		} else if !*update {
			t.Errorf("%s: no error", c.Name)
		}
		if diff := cmp.Diff(want[c.Name], got); diff != "" && !*update {
			t.Errorf("%s (-want +got; go test -run TestErrors -update rewrites):\n%s", c.Name, diff)
		}
		archive.Files = append(archive.Files, c, txtar.File{Name: c.Name + ".want", Data: []byte(got)})
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// What a text file cannot show is written here.
func TestErrorsInBytes(t *testing.T) {
	const head = "Format: " + FormatURI + "\nModule: example.org/m\n"
	for _, test := range []struct{ name, text, want string }{
		{"not UTF-8", head + "Comment: caf\xe9\n", "p:3:13: byte 0xE9 is not UTF-8; save the file as UTF-8"},
		{"null", head + "Comment: a\x00b\n", "p:3:11: control character U+0000; delete it"},
		{"escape", head + "# \x1b[31m\n", "p:3:3: control character U+001B; delete it"},
		{"C1 control", head + "Comment: a\u0085b\n", "p:3:11: control character U+0085; delete it"},
		{"bidirectional override", head + "Comment: a\u202eb\n", "p:3:11: control character U+202E; delete it"},
		{"carriage return", head + "Comment: a\r\n", "p:3:11: carriage return at the end of the line; save the file with line feeds only"},
		{"byte order mark", "\ufeff" + head, "p:1:1: byte order mark; save the file as UTF-8 without it\n" +
			"p:1:1: bad field name \"\\ufeffFormat\"; write a name of printable ASCII without blanks, directly followed by a colon\n" +
			"p:2:1: header without the field Format; add it"},
		{"tab in an empty line", head + "\t\nFunction: f\n", "p:3:1: line of blanks only; leave it empty to end the paragraph, or write \" .\" for an empty line within a text\n" +
			"p:4:1: Function paragraph without the field Scope; add it\n" +
			"p:4:1: Function paragraph without the field Purpose; add it\n" +
			"p:4:1: Function paragraph without the field Hosts; add it"},
		{"blank in an empty line of a text", head + "Comment: a\n \n b\n", "p:4:1: line of blanks only; leave it empty to end the paragraph, or write \" .\" for an empty line within a text"},
		{"no-break space in a list", head + "Programs: ./a\u00a0./b\n", "p:3:11: blank U+00A0 in \"./a\\u00a0./b\"; separate the elements of a list by plain blanks"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("p", []byte(test.text))
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestErrorsAreTypedAndSorted(t *testing.T) {
	_, err := Parse("debian/optin.policy", []byte("Fromat: x\nModule: m\n\nModule: n\n"))
	var list ErrorList
	if !errors.As(err, &list) || len(list) != 2 {
		t.Fatalf("error is %T with %d elements, want ErrorList with 2:\n%v", err, len(list), err)
	}
	want := &Error{Position{"debian/optin.policy", 1, 1}, `unknown field "Fromat" in a header`, "write Format"}
	if diff := cmp.Diff(want, list[0]); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	var one *Error
	if !errors.As(err, &one) || one != list[0] {
		t.Error("errors.As does not find the first error in the list")
	}
}

func TestLinesOfAnyLength(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	text := "Format: " + FormatURI + "\nModule: example.org/m\nComment: " + long + "\n\nFunction: f\nScope: ./" + long + "\nPurpose: primary\nHosts: none\n"
	p, err := Parse("p", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Functions) != 1 || len(p.Header.Comment[0]) != len(long) {
		t.Error("a long line cut the policy short")
	}
	_, err = Parse("p", []byte(text+long+": x\n"))
	if err == nil || len(err.Error()) > 400 {
		t.Errorf("error about a long name: %d bytes", len(err.Error()))
	}
}

// TestFormat holds the canonical form: each testdata/format/NAME.policy is
// written as NAME.golden.
func TestFormat(t *testing.T) {
	files, err := filepath.Glob("testdata/format/*.policy")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, err := Parse("p", data)
			if err != nil {
				t.Fatal(err)
			}
			got := Format(p)
			golden := strings.TrimSuffix(file, ".policy") + ".golden"
			if *update {
				if err := os.WriteFile(golden, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("-want +got (go test -run TestFormat -update rewrites):\n%s", diff)
			}
			roundTrip(t, p)
		})
	}
}

// butPositions compares policies that differ in layout only.
var butPositions = cmp.Options{
	cmpopts.IgnoreTypes(Position{}),
	cmpopts.IgnoreFields(Policy{}, "Digest"),
	cmpopts.EquateEmpty(),
}

func roundTrip(t *testing.T, p *Policy) {
	t.Helper()
	text := Format(p)
	again, err := Parse(p.File, text)
	if err != nil {
		t.Fatalf("Parse(Format(p)): %v\n%s", err, text)
	}
	if diff := cmp.Diff(p, again, butPositions); diff != "" {
		t.Errorf("Parse(Format(p)) is not p (-p +again):\n%s\n%s", diff, text)
	}
	if second := Format(again); !bytes.Equal(text, second) {
		t.Errorf("Format is no fixed point:\n%s", cmp.Diff(string(text), string(second)))
	}
}

func TestGeneratedPolicyRoundTrips(t *testing.T) {
	p := &Policy{
		Header: Header{Format: FormatURI, Module: "example.org/m"},
		Functions: []Function{{
			Name: "f", Scope: []Item{{Value: "./..."}}, Purpose: Primary,
			Why: Text{"", "does what the user asks", "", "nothing else"}, Hosts: []Item{{Value: HostUser}},
		}},
	}
	again, err := Parse("", Format(p))
	if err != nil {
		t.Fatal(err)
	}
	ignore := cmp.Options{butPositions, cmpopts.IgnoreFields(Paragraph{}, "Fields"), cmpopts.IgnoreFields(Policy{}, "Origin")}
	if diff := cmp.Diff(p, again, ignore); diff != "" {
		t.Error(diff)
	}
}

func TestPositions(t *testing.T) {
	p, err := Parse("f", []byte("Format: "+FormatURI+"\nModule: example.org/m\n\n# above\nFunction: f\nScope:  ./a\n\t./b ./c\nPurpose:\n primary\nHosts: none\n"))
	if err != nil {
		t.Fatal(err)
	}
	f := &p.Functions[0]
	got := []Position{f.Position, f.At("Function"), f.Scope[0].Position, f.Scope[1].Position, f.Scope[2].Position, f.At("Purpose"), f.At("Consent")}
	want := []Position{{"f", 5, 1}, {"f", 5, 11}, {"f", 6, 9}, {"f", 7, 2}, {"f", 7, 6}, {"f", 9, 2}, {"f", 5, 1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := f.Scope[2].Position.String(); got != "f:7:6" {
		t.Errorf("Position prints as %s", got)
	}
}

func TestBuiltinDeclaresNothing(t *testing.T) {
	p := Builtin()
	if p.Origin != BuiltIn || len(p.Functions)+len(p.Consents)+len(p.Overrides) != 0 {
		t.Errorf("built-in policy: %+v", p)
	}
	if p.FunctionFor("example.org/m", "example.org/m", "main") != nil {
		t.Error("the built-in policy covers a function")
	}
	if err := p.CheckModule("example.org/m"); err != nil {
		t.Error(err)
	}
}
