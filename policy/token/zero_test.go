package token

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// withGrant is every exported function that takes a Grant, called with g. Each
// returns what it gave away.
func withGrant(t *testing.T, g Grant, minted Token, line Header) map[string]func() string {
	first := func(tokens []Token, err error) (Token, error) {
		if len(tokens) == 0 {
			return Token{}, err
		}
		return tokens[0], err
	}
	give := func(tok Token, err error) string {
		if err == nil || tok.value != nil {
			return "a token"
		}
		return ""
	}
	return map[string]func() string{
		"ClientToken":        func() string { return give(ClientToken(g)) },
		"EnvironmentToken":   func() string { return give(EnvironmentToken(g, t.TempDir())) },
		"SessionToken":       func() string { return give(SessionToken(g)) },
		"AccountToken":       func() string { return give(AccountToken(g, "anna")) },
		"OrganisationTokens": func() string { return give(first(OrganisationTokens(g))) },
		"MachineTokens":      func() string { return give(first(MachineTokens(g))) },
		"Tokens":             func() string { return Tokens(g, About{Account: "anna"}).String() },
		"Preview":            func() string { return Preview(g, About{Account: "anna"}).String() },
		"Token.Reveal":       func() string { return minted.Reveal(g) },
		"Header.Reveal":      func() string { return line.Reveal(g) },
		"Rotate": func() string {
			if Rotate(g) == nil {
				return "rotated"
			}
			return ""
		},
		"Transport": func() string {
			base := &recorder{}
			resp, err := Transport(g, About{Account: "anna"}, base).RoundTrip(get(t, "https://collector.example/"))
			if err != nil {
				t.Error(err)
			} else {
				resp.Body.Close()
			}
			return base.header(0)
		},
		"Heartbeat": func() string {
			base := &recorder{}
			<-Heartbeat(g, Beat{URL: "https://collector.example/", Base: base})
			if base.count() > 0 {
				return "a request"
			}
			return ""
		},
		"DryRun": func() string {
			request, _, _ := DryRun(g, Beat{URL: "https://collector.example/"})
			return request
		},
	}
}

func checkNothingIsGivenAwayWithoutConsent(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.env["FEEDGET_ORG_TOKEN"], w.env["FEEDGET_MACHINE_TOKEN"] = "org", "machine"
	s, granted := w.agree("usage")
	minted, err := ClientToken(granted)
	must(t, err)
	line := Tokens(granted, About{})
	revoked := newWorld(t)
	other, gone := revoked.agree("usage")
	must(t, other.Revoke("usage"))

	for state, g := range map[string]Grant{
		"the zero Grant":               {},
		"an unknown purpose's":         s.Grant("crash"),
		"one that nobody agreed to":    s.Grant("heartbeat"),
		"one that was revoked":         gone,
		"one of an empty set of words": s.Grant(""),
	} {
		for name, call := range withGrant(t, g, minted, line) {
			if got := call(); got != "" {
				t.Errorf("%s, %s: gave %q", name, state, got)
			}
		}
	}
	if got := tree(t, revoked.home); len(got) != 0 {
		t.Errorf("created %v", got)
	}
	for name, call := range withGrant(t, granted, minted, line) {
		if got := call(); got == "" && name != "Heartbeat" && name != "DryRun" {
			t.Errorf("%s: gave nothing with a grant either", name)
		}
	}
}

// TestEveryTakerOfAGrantIsTried holds the list above to the source.
func TestEveryTakerOfAGrantIsTried(t *testing.T) {
	t.Parallel()
	listed := withGrant(t, Grant{}, Token{}, Header{})
	var found []string
	for _, file := range sources(t) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && takesGrant(f) {
				found = append(found, symbol(f))
			}
		}
	}
	for _, name := range found {
		if listed[name] == nil {
			t.Errorf("%s takes a Grant and is not tried without consent", name)
		}
	}
	wantEqual(t, "functions that take a Grant", len(found), len(listed))
}

// TestGrantHasNoOpenField: nobody can fill in one.
func TestGrantHasNoOpenField(t *testing.T) {
	t.Parallel()
	makers := []string{}
	for _, file := range sources(t) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.IsExported() && returnsGrant(f) {
				makers = append(makers, symbol(f))
			}
			ast.Inspect(d, func(n ast.Node) bool {
				if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.Name == "Grant" {
					for _, field := range spec.Type.(*ast.StructType).Fields.List {
						if len(field.Names) != 1 || field.Names[0].IsExported() {
							t.Error("a field of Grant can be set from outside")
						}
					}
				}
				return true
			})
		}
	}
	slices.Sort(makers)
	if want := []string{"Store.Agree", "Store.Grant"}; !slices.Equal(makers, want) {
		t.Errorf("grants are handed out by %v, want %v", makers, want)
	}
}

func takesGrant(f *ast.FuncDecl) bool   { return mentionsGrant(f.Type.Params) }
func returnsGrant(f *ast.FuncDecl) bool { return mentionsGrant(f.Type.Results) }

func mentionsGrant(fields *ast.FieldList) bool {
	found := false
	if fields != nil {
		ast.Inspect(fields, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && id.Name == "Grant"
			return true
		})
	}
	return found
}

// symbol is the function's name, after its receiver's type.
func symbol(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	kind := f.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	return kind.(*ast.Ident).Name + "." + f.Name.Name
}

// sources parses the package without its tests, for all platforms.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	must(t, err)
	files := map[string]*ast.File{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		files[name], err = parser.ParseFile(token.NewFileSet(), name, nil, 0)
		must(t, err)
	}
	return files
}

func get(t *testing.T, target string) *http.Request {
	t.Helper()
	req, err := http.NewRequest(http.MethodGet, target, nil)
	must(t, err)
	return req
}
