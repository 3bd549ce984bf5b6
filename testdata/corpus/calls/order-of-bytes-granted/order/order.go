// Package order knows in which order the machine keeps the bytes of a number.
package order

import "unsafe"

// Little is set where the least byte comes first.
var Little bool

func init() {
	var b [2]byte
	*(*uint16)(unsafe.Pointer(&b)) = 0xABCD
	switch b[0] {
	case 0xCD:
		Little = true
	case 0xAB:
	default:
		panic("a byte order that nobody knows")
	}
}
