// Package machineid has the functions of the library of that name.
package machineid

// ID returns the id of the machine.
func ID() (string, error) { return "", nil }

// ProtectedID returns a hash of it.
func ProtectedID(app string) (string, error) { return "", nil }
