// Package world holds what is known about the world outside the audited code.
package world
