package token

import (
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestImports pins what the package is made of: the standard library, and of
// it nothing that knows the machine's or the user's name or address, no other
// random numbers, and nothing that starts programs.
func TestImports(t *testing.T) {
	t.Parallel()
	want := strings.Fields(`bytes context crypto/rand crypto/sha256 encoding/base64 encoding/hex encoding/json errors fmt io
		io/fs log/slog net net/http net/http/httputil net/netip net/url os path path/filepath regexp runtime slices strconv
		strings sync syscall time`)
	seen := map[string]bool{}
	for _, file := range sources(t) {
		for _, spec := range file.Imports {
			seen[strings.Trim(spec.Path.Value, `"`)] = true
		}
	}
	if got := slices.Sorted(maps.Keys(seen)); !slices.Equal(got, want) {
		t.Errorf("imports\n%v\nwant\n%v", got, want)
	}
}

// checkNothingRunsByItself: importing the package does nothing, and only a
// heartbeat starts a goroutine.
func checkNothingRunsByItself(t *testing.T) {
	t.Parallel()
	for name, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s has an init function", name)
				}
			case *ast.GoStmt:
				if name != "heartbeat.go" {
					t.Errorf("%s starts a goroutine", name)
				}
			}
			return true
		})
	}
}

// TestNoHardwareIdentifier: no name of the machine, its cards or its user.
func TestNoHardwareIdentifier(t *testing.T) {
	t.Parallel()
	forbidden := strings.Fields(`os.Hostname os.Getuid os.Getpid os.Getppid os.Getwd os.Executable os.UserHomeDir os.Args
		net.Interfaces net.InterfaceByName net.InterfaceAddrs syscall.Uname syscall.Gethostname`)
	for name, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(forbidden, x.Name+"."+sel.Sel.Name) {
					t.Errorf("%s uses %s.%s", name, x.Name, sel.Sel.Name)
				}
			}
			return true
		})
	}
}
