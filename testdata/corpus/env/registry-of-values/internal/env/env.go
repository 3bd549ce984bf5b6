// Package env keeps the variables that the program knows.
package env

import "os"

// A Variable is one of them.
type Variable struct{ name, help string }

var known []*Variable

// New makes a variable known.
func New(name, help string) *Variable {
	v := &Variable{name, help}
	known = append(known, v)
	return v
}

// Value reports whether the variable is set.
func (v *Variable) Value() bool { return os.Getenv(v.name) != "" }

// Help describes all variables.
func Help() (lines []string) {
	for _, v := range known {
		lines = append(lines, v.name+": "+v.help)
	}
	return lines
}
