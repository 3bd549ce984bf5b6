// Package flow answers where the values of a few packages come from. It reads
// their code in the form of go/ssa and evaluates nothing: every branch counts
// as taken.
//
// A [Program] holds the packages with their calls resolved: functions in
// variables, fields and parameters, closures, methods behind interfaces, and
// functions handed to packages whose code is not here, which may call them.
// [Program.Walk] goes from a value back to what it is made of, through calls
// with their call sites matched, fields, and the arguments of unknown
// functions. [Program.Guards] are the decisions that stand before a block.
//
// Memory is one cell for each field of a struct type, except where the object
// is made in the function that reads it. What that loses is precision only:
// a value is said to come from more places than it does.
package flow
