// Package egress computes behaviours: what a program says to whom, and what
// decides whether it does. It reports no diagnostics; the rules read its
// result and judge.
//
// # Two doors, one evaluation
//
// Every package is lowered to a unit, a small form of our own that names
// everything by symbol (internal/lower, internal/ir). Units are linked and
// evaluated in the state of a fresh install (internal/eval). The audit links
// the units of everything that it loaded from source. Under go vet, [Analyzer]
// lowers one package, keeps its unit as a fact, and links it with the units
// that came as facts of its imports: so what depends on a caller is decided at
// the call, by the same code, with the same result.
//
// # What a package is judged by
//
// A package main is the program. Any other package is judged by its exported
// API: what a caller gives is a switch of kind caller. A package under
// internal/ has no callers outside, so only its initialisation is judged there,
// and the rest is left to the call.
//
// Knowledge about the world outside the audited code is data, in
// internal/world.
package egress
