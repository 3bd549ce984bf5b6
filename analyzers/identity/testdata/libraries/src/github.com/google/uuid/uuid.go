// Package uuid has functions of the library of that name.
package uuid

// A UUID is an identifier.
type UUID [16]byte

func (u UUID) String() string { return string(u[:]) }

// NewUUID is made of the hardware address and the time.
func NewUUID() (UUID, error) { return UUID{}, nil }

// NewV6 is made of the hardware address and the time.
func NewV6() (UUID, error) { return UUID{}, nil }

// NewV7 is made of the time and a random number.
func NewV7() (UUID, error) { return UUID{}, nil }

// NodeID is the hardware address.
func NodeID() []byte { return nil }

// SetNodeInterface takes the hardware address of an interface.
func SetNodeInterface(name string) bool { return false }

// New is random.
func New() UUID { return UUID{} }

// NewString is random.
func NewString() string { return "" }

// NewRandom is random.
func NewRandom() (UUID, error) { return UUID{}, nil }
