package load

import (
	"go/ast"
	"go/types"
)

// A Package is one package outside the standard library, typed from source.
type Package struct {
	Path    string
	Types   *types.Package
	Files   []*ast.File
	Info    *types.Info
	Sizes   types.Sizes
	Module  *Module  // nil outside module mode
	Errors  []string // what is wrong with it, each with its place
	Ignored []string // Go files that this build leaves out
	Main    bool     // package main, matched by the patterns
	Matched bool     // matched by the patterns
}

// A Module is the module of a package.
type Module struct {
	Path    string
	Version string // empty for a main module
	Dir     string
	Main    bool
}
