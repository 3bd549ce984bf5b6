// Package host has functions of the library of that name.
package host

// An InfoStat describes the host.
type InfoStat struct{ Hostname, HostID, Platform string }

// Info describes the host.
func Info() (*InfoStat, error) { return &InfoStat{}, nil }

// HostID is the id of the host.
func HostID() (string, error) { return "", nil }
