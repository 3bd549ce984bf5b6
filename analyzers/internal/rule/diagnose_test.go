package rule

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

const source = `package report

func send() {
	if enabled {
		post() // here
	}
}
`

// cgo is what the cgo command makes of a file: positions are those of orig.go.
const cgo = `// written by a command

//line /src/x/report/orig.go:1:1
package report

func call() {
	post()
}
`

func pass(t *testing.T) *analysis.Pass {
	t.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	for _, f := range [][2]string{
		{"/src/x/report/send_test.go", "package report\n"},
		{"/src/x/report/send.go", source},
		{"/tmp/b001/orig.cgo1.go", cgo},
	} {
		file, err := parser.ParseFile(fset, f[0], f[1], parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return &analysis.Pass{
		Fset: fset, Files: files,
		Pkg:    types.NewPackage("example.org/x/report", "report"),
		Module: &analysis.Module{Path: "example.org/x"},
	}
}

// at says where it stands and what else it names.
var at = Rule{Name: "telemetry", Judge: func(b egress.Behaviour, _ *policy.Policy, ctx Context) []Finding {
	here := ctx.Place(b)
	return []Finding{Say(NoConsent, b, here, "sent", ctx.Named("refused at", *b.Refusal, here))}
}}

func TestDiagnose(t *testing.T) {
	frame := func(file string, line int) egress.Frame { return egress.Frame{File: file, Line: line} }
	for _, test := range []struct {
		name  string
		site  egress.Site
		path  []egress.Frame
		other egress.Place
		want  []string
	}{
		{"the site", egress.Site{File: "/src/x/report/send.go", Line: 5, Column: 3}, nil, egress.Place{File: "/src/x/flags/flags.go", Line: 7},
			[]string{"/src/x/report/send.go:5:3: sent; refused at flags/flags.go:7 (telemetry/no-consent)"}},
		{"the call where the site is another package's", egress.Site{File: "/go/pkg/mod/example.org/lib@v1.2.0/a.go", Line: 9, Column: 1},
			[]egress.Frame{frame("/src/x/report/send.go", 3), frame("/src/x/report/send.go", 5), frame("/go/pkg/mod/example.org/lib@v1.2.0/a.go", 9)},
			egress.Place{File: "/go/pkg/mod/example.org/lib@v1.2.0/a.go", Line: 8},
			[]string{"/src/x/report/send.go:5:3: sent; refused at example.org/lib@v1.2.0/a.go:8 (telemetry/no-consent)"}},
		{"the package clause where nothing of the package is known", egress.Site{File: "/opt/lib/a.go", Line: 9}, nil, egress.Place{File: "/opt/lib/a.go", Line: 8},
			[]string{"/src/x/report/send.go:1:1: sent; refused at lib/a.go:8 (telemetry/no-consent)"}},
		{"a file with line directives", egress.Site{File: "/src/x/report/orig.go", Line: 4, Column: 2}, nil, egress.Place{File: "/src/x/report/orig.go", Line: 4},
			[]string{"/src/x/report/orig.go:4:2: sent (telemetry/no-consent)"}},
		{"a column past the end of the file", egress.Site{File: "/src/x/report/send.go", Line: 5, Column: 999}, nil, egress.Place{},
			[]string{"/src/x/report/send.go:5:3: sent (telemetry/no-consent)"}},
		{"nothing in a test", egress.Site{File: "/src/x/report/send_test.go", Line: 1, Column: 1}, nil, egress.Place{}, nil},
		{"nothing because of a test", egress.Site{File: "/opt/lib/a.go", Line: 9},
			[]egress.Frame{frame("/src/x/report/send_test.go", 1)}, egress.Place{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := pass(t)
			b := egress.Behaviour{Site: test.site, Path: test.path, Refusal: &test.other}
			var got []string
			for _, d := range diagnose(p, at, []egress.Behaviour{b, b}, policy.Builtin()) {
				got = append(got, fmt.Sprintf("%s: %s", p.Fset.Position(d.Pos), d.Message))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDiagnosticLinksToTheCategory(t *testing.T) {
	b := egress.Behaviour{Site: egress.Site{File: "/src/x/report/send.go", Line: 5, Column: 3}, Refusal: &egress.Place{}}
	d := diagnose(pass(t), at, []egress.Behaviour{b}, policy.Builtin())[0]
	if d.Category != "telemetry/no-consent" || d.URL != "#hdr-telemetry_no_consent" {
		t.Errorf("category %q, link %q", d.Category, d.URL)
	}
}
