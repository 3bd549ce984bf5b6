// Package load gets the audited program ready for the evaluation: parsed and
// type-checked, dependencies first.
//
// The standard library comes from export data, because the evaluation takes
// it as a model; every other package comes from source. Names and imports are
// listed first, without compiling anything; then the packages of the standard
// library that are imported from outside it are read from export data; then
// the rest is parsed and checked here, in parallel, against those. All types
// are of one universe, and only the standard library is ever compiled.
//
// Loading never stops at a broken package. A package that cannot be had, read
// or typed is listed in Program.NotAnalysed with the reason; what can be typed
// of it is still there, and so are its importers.
//
// File names in the program's positions, and so in everything that is said
// about it, do not depend on where the checkout is: see namer.
package load
