// Package registry has functions of the package of that name.
package registry

// A Key is an open key.
type Key uintptr

// OpenKey opens a key.
func OpenKey(k Key, path string, access uint32) (Key, error) { return 0, nil }

// GetStringValue reads a value.
func (k Key) GetStringValue(name string) (string, uint64, error) { return "", 0, nil }
