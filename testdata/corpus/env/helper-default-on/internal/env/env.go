// Package env reads variables with a default.
package env

import "os"

// Get returns the variable name, or def if it is unset or empty.
func Get(name, def string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return def
}
