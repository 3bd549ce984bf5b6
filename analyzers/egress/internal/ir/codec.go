package ir

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// The form of a unit is that of a walk over its fields: numbers are varints,
// a text that came before is named by its number, positions are differences.
// Reading and writing are the same walk, so that they cannot drift apart. The
// same unit gives the same bytes.

// Encode writes a unit so that Decode reads it back.
func Encode(u *Unit) []byte {
	w := &walk{known: map[string]uint64{}}
	w.unit(u)
	return w.out
}

// Decode reads what Encode wrote. What it returns names nothing that the unit
// does not hold.
func Decode(data []byte) (*Unit, error) {
	w := &walk{in: data, reading: true}
	u := &Unit{}
	w.unit(u)
	switch {
	case w.err != nil:
		return nil, fmt.Errorf("decode unit: %w", w.err)
	case len(w.in) > 0:
		return nil, fmt.Errorf("decode unit: %d bytes follow its end", len(w.in))
	}
	if err := check(u); err != nil {
		return nil, fmt.Errorf("decode unit %s: %w", u.Path, err)
	}
	return u, nil
}

var errShort = errors.New("it ends too early")

// walk goes over a unit's fields, in or out.
type walk struct {
	reading bool
	in, out []byte
	err     error
	known   map[string]uint64 // writing: the number of a text
	texts   []string          // reading: the text of a number
	last    Pos
}

func (w *walk) fail(err error) {
	if w.err == nil {
		w.err = err
	}
	w.in = nil
}

func (w *walk) uint(n *uint64) {
	if !w.reading {
		w.out = binary.AppendUvarint(w.out, *n)
		return
	}
	got, size := binary.Uvarint(w.in)
	if size <= 0 {
		w.fail(errShort)
		got, size = 0, 0
	}
	*n, w.in = got, w.in[size:]
}

func (w *walk) int64(n *int64) {
	u := uint64(*n)<<1 ^ uint64(*n>>63) // as encoding/binary does
	w.uint(&u)
	*n = int64(u>>1) ^ -int64(u&1)
}

func (w *walk) int(n *int32) {
	wide := int64(*n)
	w.int64(&wide)
	if int64(int32(wide)) != wide {
		w.fail(errors.New("a number is too large"))
	}
	*n = int32(wide)
}

func (w *walk) ints(list *[]int32) { each(w, list, w.int) }

func (w *walk) byte(b *uint8) {
	if !w.reading {
		w.out = append(w.out, *b)
		return
	}
	if len(w.in) == 0 {
		w.fail(errShort)
		return
	}
	*b, w.in = w.in[0], w.in[1:]
}

// flags packs bools into a byte.
func (w *walk) flags(list ...*bool) {
	var b uint8
	for i, f := range list {
		if *f {
			b |= 1 << i
		}
	}
	w.byte(&b)
	for i, f := range list {
		*f = b&(1<<i) != 0
	}
}

// text writes a text in full where it comes first, then its number.
func (w *walk) text(s *string) {
	if !w.reading {
		n, ok := w.known[*s]
		w.out = binary.AppendUvarint(w.out, n)
		if !ok {
			w.known[*s] = uint64(len(w.known)) + 1
			w.out = binary.AppendUvarint(w.out, uint64(len(*s)))
			w.out = append(w.out, *s...)
		}
		return
	}
	var n uint64
	w.uint(&n)
	switch {
	case n > uint64(len(w.texts)):
		w.fail(errors.New("a text is named that did not come before"))
	case n > 0:
		*s = w.texts[n-1]
	default:
		w.newText(s)
	}
}

func (w *walk) newText(s *string) {
	var size uint64
	w.uint(&size)
	if size > uint64(len(w.in)) {
		w.fail(errShort)
		return
	}
	*s, w.in = string(w.in[:size]), w.in[size:]
	w.texts = append(w.texts, *s)
}

func (w *walk) textList(list *[]string) { each(w, list, w.text) }

// each walks over a list. No list and an empty one are two things: a type
// without methods, and one of which nobody asked for them.
func each[T any](w *walk, list *[]T, item func(*T)) {
	var n uint64
	if *list != nil {
		n = uint64(len(*list)) + 1
	}
	w.uint(&n)
	if !w.reading {
		for i := range *list {
			item(&(*list)[i])
		}
		return
	}
	if n == 0 {
		return
	}
	if n-1 > uint64(len(w.in)) { // an item is a byte at least
		w.fail(errShort)
		return
	}
	*list = make([]T, n-1)
	for i := range *list {
		item(&(*list)[i])
	}
}
