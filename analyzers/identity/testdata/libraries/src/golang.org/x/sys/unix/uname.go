// Package unix has functions of the package of that name.
package unix

// A Utsname names the system.
type Utsname struct{ Sysname, Nodename, Release [65]byte }

// Uname fills it.
func Uname(u *Utsname) error
