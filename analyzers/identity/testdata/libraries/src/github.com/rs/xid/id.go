// Package xid has functions of the library of that name.
package xid

// An ID is made of the machine, the process and the time.
type ID [12]byte

func (id ID) String() string { return string(id[:]) }

// New returns an ID.
func New() ID { return ID{} }
