// Package situation finds what a few packages do in a situation: on a fresh
// install, or where the record of consent is unreadable, or where it was taken
// back while the process runs. It propagates constants through reachable code
// (Wegman, Zadeck 1991) as the engine of the audit does, which has the same
// question about requests. This one asks about the states of files, of which a
// fresh install is only one, and about functions that a caller gives objects
// which only this code can have made: what a field holds is what reachable
// code stores in it, so that a grant cannot be there before something grants.
package situation

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/known"
)

// A File says how things stand with files.
type File uint8

// The states of files.
const (
	Present    File = iota // there, with whatever content
	Absent                 // not there
	Unreadable             // there, and cannot be opened
	Malformed              // can be read, and does not decode
	Newer                  // decodes, and each number in it is higher than any that is known
)

// A Situation says how things stand outside the code.
type Situation struct {
	User    File              // files under the user's directories
	System  File              // files of the administrator
	AnyEnv  bool              // variables may have any value; else those not in Env are unset
	Env     map[string]string // variables
	AnyFlag bool              // flags may be given; else they have their defaults
	Earlier *Run              // objects are still there that were made then
	Off     *types.Var        // a field of type bool that is false whatever is stored in it
	Plain   bool              // requests go by plain HTTP, to another machine
}

// A Model is a program and what is known of the functions that it calls.
type Model struct {
	Program *flow.Program
	Known   known.Table
	Library bool                    // control comes in by the exported functions, not by main
	Class   func(v ssa.Value) Class // whose file a path names

	guards map[*ssa.BasicBlock][]flow.Guard
	zeroed map[*types.Var]bool
	open   map[*types.Var]bool
}

// isOpen reports whether callers elsewhere can set a field.
func (m *Model) isOpen(f *types.Var) bool {
	if m.open == nil {
		m.open = map[*types.Var]bool{}
		for _, pkg := range m.Program.Packages {
			scope := pkg.Pkg.Scope()
			for _, name := range scope.Names() {
				if obj, ok := scope.Lookup(name).(*types.TypeName); ok && obj.Exported() {
					all(m.open, obj.Type())
				}
			}
		}
	}
	return m.Library && f.Exported() && m.open[f]
}

// isZeroed reports whether a field may be read before anything is stored in it.
func (m *Model) isZeroed(f *types.Var) bool {
	if m.zeroed == nil {
		m.zeroed = zeroed(m.Program)
	}
	return m.zeroed[f]
}

// A Class says whose a file is.
type Class uint8

// The classes of files, to be combined.
const (
	User Class = 1 << iota
	System
)

// Root reports whether control may come in by a function.
func (m *Model) Root(fn *ssa.Function) bool {
	if fn.Synthetic == "package initializer" {
		return true
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || fn.Parent() != nil {
		return false
	}
	if !m.Library {
		return fn.Name() == "main" && fn.Pkg.Pkg.Name() == "main" && fn.Signature.Recv() == nil
	}
	return obj.Exported() && exportedReceiver(obj)
}

func exportedReceiver(obj *types.Func) bool {
	recv := obj.Signature().Recv()
	if recv == nil {
		return true
	}
	t := recv.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Exported()
}
