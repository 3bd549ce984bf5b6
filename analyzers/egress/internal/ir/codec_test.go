package ir_test

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// full returns a unit in which no field of any kind is zero, so that a field
// that the codec forgets is missed. Its numbers are all 1: the second entry of
// every pool, and of every list there are two.
func full() *ir.Unit {
	u := &ir.Unit{}
	fill(reflect.ValueOf(u).Elem(), "u")
	for _, f := range u.Funcs {
		f.Blocks = []ir.Block{{Start: 0, End: 1, Preds: []int32{1}, Succs: []int32{1}, Idom: -1}, {Start: 1, End: 2, Preds: []int32{0}, Succs: []int32{0}}}
	}
	return u
}

func fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), name+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), fmt.Sprintf("%s[%d]", name, i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), name)
	case reflect.String:
		v.SetString(name)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(1)
	default:
		v.SetInt(1)
	}
}

func TestEveryFieldOfAUnitComesBack(t *testing.T) {
	want := full()
	got, err := ir.Decode(ir.Encode(want))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A type whose methods nobody asked for is not one without methods.
func TestNoListIsNoEmptyList(t *testing.T) {
	want := full()
	want.Types[0].Methods = nil
	want.Types[1].Methods = []ir.Method{}
	got, err := ir.Decode(ir.Encode(want))
	if err != nil {
		t.Fatal(err)
	}
	if got.Types[0].Methods != nil || got.Types[1].Methods == nil {
		t.Errorf("methods come back as %#v and %#v", got.Types[0].Methods, got.Types[1].Methods)
	}
}

// Large numbers and those below zero are kept.
func TestNumbersComeBack(t *testing.T) {
	want := full()
	want.Types[0].Len = 1 << 40
	want.Funcs[0].Instrs[0].Num = -1 << 31
	want.Funcs[0].Instrs[0].Pos = ir.Pos{File: -1}
	want.Funcs[0].Instrs[1].Pos = ir.Pos{File: 1, Line: 1<<31 - 1, Col: 7}
	got, err := ir.Decode(ir.Encode(want))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Build caches compare facts byte by byte.
func TestTheSameUnitGivesTheSameBytes(t *testing.T) {
	first := pack(t, full())
	for range 10 {
		if again := pack(t, full()); !bytes.Equal(first, again) {
			t.Fatal("the bytes differ from run to run")
		}
	}
}

func pack(t *testing.T, u *ir.Unit) []byte {
	t.Helper()
	p, err := ir.Pack(u, []string{"u:F"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return ir.EncodeAll([]*ir.Packed{p, ir.LeftOut("a/b", []string{"u"})})
}

func TestUnitsAreHandedOnWithoutBeingOpened(t *testing.T) {
	data := pack(t, full())
	units, err := ir.DecodeAll(data)
	if err != nil {
		t.Fatal(err)
	}
	if len(units) != 2 || units[0].Path != "a/b" || units[1].Path != full().Path {
		t.Fatalf("got %d units", len(units))
	}
	if !bytes.Equal(data, ir.EncodeAll([]*ir.Packed{units[1], units[0], units[1]})) {
		t.Error("the bytes differ when they are handed on, in another order and twice")
	}
	got, err := units[1].Unpack()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(full(), got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	left, err := units[0].Unpack()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a/b:*"}, left.Opaque); diff != "" {
		t.Errorf("what a package left out says is not known: -want +got:\n%s", diff)
	}
}

// Whatever is cut off, or names something that is not there, is an error.
func TestBrokenUnitsAreErrors(t *testing.T) {
	data := ir.Encode(full())
	for n := range data {
		if _, err := ir.Decode(data[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are taken for a unit", n, len(data))
		}
	}
	if _, err := ir.Decode(append(bytes.Clone(data), 0)); err == nil {
		t.Error("a byte too many is not noticed")
	}
	breaks := map[string]func(*ir.Unit){
		"a type":        func(u *ir.Unit) { u.Funcs[1].Params[0].Type = 2 },
		"a constant":    func(u *ir.Unit) { u.Funcs[1].Instrs[0].Args[0] = ir.Arg{Kind: ir.Constant, I: 2} },
		"a register":    func(u *ir.Unit) { u.Funcs[1].Instrs[0].Args[0].I = -1 },
		"a text":        func(u *ir.Unit) { u.Funcs[1].Instrs[0].Sym = 2 },
		"a file":        func(u *ir.Unit) { u.Funcs[1].Instrs[0].Pos.File = 2 },
		"a function":    func(u *ir.Unit) { u.Exported[0] = 2 },
		"a block":       func(u *ir.Unit) { u.Funcs[0].Blocks[0].Succs[0] = 2 },
		"the last line": func(u *ir.Unit) { u.Funcs[0].Blocks[1].End = 1 },
	}
	for what, spoil := range breaks {
		u := full()
		spoil(u)
		if _, err := ir.Decode(ir.Encode(u)); err == nil {
			t.Errorf("a unit that lacks %s is taken", what)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(ir.Encode(full()))
	f.Fuzz(func(t *testing.T, data []byte) {
		u, err := ir.Decode(data)
		if err != nil {
			return
		}
		if again, err := ir.Decode(ir.Encode(u)); err != nil || !cmp.Equal(u, again) {
			t.Errorf("a unit that was decoded does not come back: %v", err)
		}
	})
}

func FuzzDecodeAll(f *testing.F) {
	p, err := ir.Pack(full(), []string{"u:F"}, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(ir.EncodeAll([]*ir.Packed{p, ir.LeftOut("a/b", nil)}))
	f.Fuzz(func(t *testing.T, data []byte) {
		units, err := ir.DecodeAll(data)
		if err != nil {
			return
		}
		for _, u := range units {
			u.Unpack() // an error or a unit
		}
	})
}
