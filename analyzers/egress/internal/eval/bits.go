package eval

// A bitSet is a set of small numbers, a bit for each.
type bitSet []uint64

func newBitSet(size int) bitSet { return make(bitSet, size/64+1) }

func (s bitSet) has(n uint32) bool { return s[n/64]&(1<<(n%64)) != 0 }

// add reports whether the number was not in the set.
func (s bitSet) add(n uint32) bool {
	if s.has(n) {
		return false
	}
	s[n/64] |= 1 << (n % 64)
	return true
}
