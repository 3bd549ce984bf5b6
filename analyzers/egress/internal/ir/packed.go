package ir

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"sort"
)

// A Packed is a unit in the form in which it goes from package to package:
// what importers ask of every unit, and the rest as bytes that few of them
// open. Handing it on copies the bytes.
type Packed struct {
	Path    string
	Imports []string
	Reaches []string // symbols of functions that may reach a sink
	Carries []string // those of them whose callers say where to
	body    []byte   // compressed; empty where the whole package was left out
}

// maxUnit bounds the size of a unit's body, in case somebody hands us a small
// file that grows without end.
const maxUnit = 1 << 28

// Pack makes a unit ready to be handed on.
func Pack(u *Unit, reaches, carries []string) (*Packed, error) {
	p := &Packed{Path: u.Path, Imports: u.Imports, Reaches: reaches, Carries: carries}
	var buf bytes.Buffer
	z, err := flate.NewWriter(&buf, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(Encode(u)); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	p.body = buf.Bytes()
	return p, nil
}

// LeftOut stands for a package that is known by its name alone: whatever its
// functions do is not known.
func LeftOut(path string, imports []string) *Packed { return &Packed{Path: path, Imports: imports} }

// Unpack returns the unit.
func (p *Packed) Unpack() (*Unit, error) {
	if len(p.body) == 0 {
		return &Unit{
			Path: p.Path, Imports: p.Imports, Opaque: []string{p.Path + ":*"}, Strings: []string{""}, Types: []Type{{}},
		}, nil
	}
	data, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(p.body)), maxUnit))
	if err != nil {
		return nil, fmt.Errorf("decode unit %s: %w", p.Path, err)
	}
	u, err := Decode(data)
	if err != nil {
		return nil, err
	}
	if u.Path != p.Path {
		return nil, fmt.Errorf("decode unit %s: it is that of %s", p.Path, u.Path)
	}
	return u, nil
}

// EncodeAll writes units in the order of their paths. Of two units with one
// path, as tests make them, the first counts.
func EncodeAll(units []*Packed) []byte {
	units = append([]*Packed(nil), units...)
	sort.SliceStable(units, func(i, j int) bool { return units[i].Path < units[j].Path })
	w := &walk{known: map[string]uint64{}}
	var once []*Packed
	for _, u := range units {
		if n := len(once); n == 0 || once[n-1].Path != u.Path {
			once = append(once, u)
		}
	}
	each(w, &once, w.packed)
	return w.out
}

// DecodeAll reads what EncodeAll wrote, but for the bodies.
func DecodeAll(data []byte) ([]*Packed, error) {
	w := &walk{in: data, reading: true}
	var units []*Packed
	each(w, &units, w.packed)
	if w.err == nil && len(w.in) > 0 {
		w.fail(fmt.Errorf("%d bytes follow their end", len(w.in)))
	}
	if w.err != nil {
		return nil, fmt.Errorf("decode units: %w", w.err)
	}
	return units, nil
}

func (w *walk) packed(u **Packed) {
	if *u == nil {
		*u = &Packed{}
	}
	p := *u
	w.text(&p.Path)
	w.textList(&p.Imports)
	w.textList(&p.Reaches)
	w.textList(&p.Carries)
	w.raw(&p.body)
}

// raw walks over bytes; reading shares them with the input.
func (w *walk) raw(b *[]byte) {
	n := uint64(len(*b))
	w.uint(&n)
	if !w.reading {
		w.out = append(w.out, *b...)
		return
	}
	if n > uint64(len(w.in)) {
		w.fail(errShort)
		return
	}
	*b, w.in = w.in[:n:n], w.in[n:]
}
