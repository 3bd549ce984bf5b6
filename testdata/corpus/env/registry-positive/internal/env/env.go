// Package env keeps the variables that the program knows.
package env

import (
	"os"
	"strconv"
)

var known = map[string]string{}

// Bool registers a variable and returns its reader.
func Bool(name, help string) func() bool {
	known[name] = help
	return func() bool {
		v, _ := strconv.ParseBool(os.Getenv(name))
		return v
	}
}
