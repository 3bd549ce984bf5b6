package world

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed sdks.txt
var sdksText string

// An SDK is a library that exists to send something to somebody.
type SDK struct {
	Path      string // import path without major version
	Purpose   string // what it sends for; empty if the library alone does not say
	Company   string // who receives; empty where the operator chooses
	Collector bool   // the company gathers other people's usage or crashes for a living
}

// A Send is a function by which a program sends through an SDK.
type Send struct {
	Symbol  string // without major version
	Purpose string // empty if the library alone does not say
	SDK     *SDK

	Delivers bool // only what other functions left to wait
}

// An Init is the constructor of an SDK.
type Init struct {
	Symbol string // without major version
	Arg    int    // the SDK sends nothing while this argument is empty; -1 if there is none
	Field  string // field of that argument, if it is a struct
	Env    string // variable that stands in for an empty argument
	SDK    *SDK
}

func sdkKinds() kinds {
	sends := kind{subject: versionless, repeat: true, keys: map[string]key{
		"names":   {required: true, check: anyText},
		"purpose": {check: purpose},
	}}
	return kinds{
		"sdk": {subject: versionless, keys: map[string]key{
			"purpose":   {check: purpose},
			"company":   {check: anyText},
			"collector": {required: true, check: oneOf("true", "false")},
		}},
		"send":    sends,
		"deliver": sends,
		"init": {subject: symbol, keys: map[string]key{
			"key": {check: func(s string) error { _, _, err := parseField(s); return err }},
			"env": {check: envName},
		}},
	}
}

func (w *World) addSDK(l Line) error {
	switch l.Kind {
	case "sdk":
		w.sdks[l.Subject] = &SDK{l.Subject, l.Get("purpose"), l.Get("company"), l.Get("collector") == "true"}
		return nil
	case "init":
		return w.addInit(l)
	}
	sdk, ok := w.SDK(l.Subject)
	if !ok {
		return fmt.Errorf("%s belongs to no SDK; write the sdk entry above it", l.Subject)
	}
	purpose := sdk.Purpose
	if p := l.Get("purpose"); p != "" {
		purpose = p
	}
	for _, name := range l.List("names") {
		s := Send{l.Subject + ":" + name, purpose, sdk, l.Kind == "deliver"}
		if err := symbol(s.Symbol); err != nil {
			return err
		}
		if _, dup := w.sends[s.Symbol]; dup {
			return fmt.Errorf("%s stands in the file twice; remove one of the two", s.Symbol)
		}
		w.sends[s.Symbol] = s
	}
	return nil
}

func (w *World) addInit(l Line) error {
	if path, _, _ := strings.Cut(l.Subject, ":"); l.Get("key") != "" {
		w.keyed[unversioned(path)] = true
	}
	path, _, _ := strings.Cut(l.Subject, ":")
	sdk, ok := w.SDK(path)
	if !ok {
		return fmt.Errorf("%s belongs to no SDK; write the sdk entry above it", l.Subject)
	}
	in := Init{Symbol: l.Subject, Arg: -1, Env: l.Get("env"), SDK: sdk}
	var err error
	if key := l.Get("key"); key != "" {
		in.Arg, in.Field, err = parseField(key)
	}
	w.inits[in.Symbol] = in
	return err
}

// parseField reads argN or argN.Field.
func parseField(s string) (arg int, field string, err error) {
	name, field, dotted := strings.Cut(s, ".")
	if dotted && !identifier(field) {
		return 0, "", fmt.Errorf("bad field %q; write argN or argN.Field", s)
	}
	arg, err = parseArg(name)
	return arg, field, err
}

// versionless accepts an import path without major version.
func versionless(path string) error {
	if err := importPath(path); err != nil {
		return err
	}
	if n := unversioned(path); n != path {
		return fmt.Errorf("import path %q has a major version; write %s, which matches all of them", path, n)
	}
	return nil
}

// SDK returns the SDK that the package belongs to, whatever its major version
// and wherever it is vendored.
func (w *World) SDK(pkgPath string) (*SDK, bool) {
	for p := unversioned(pkgPath); p != ""; {
		if sdk, ok := w.sdks[p]; ok {
			return sdk, true
		}
		p = p[:max(strings.LastIndexByte(p, '/'), 0)]
	}
	return nil, false
}

// SDKSend returns the sending function of an SDK with the given symbol.
func (w *World) SDKSend(symbol string) (Send, bool) {
	s, ok := w.sends[unversionedSymbol(symbol)]
	return s, ok
}

// SDKInit returns the constructor of an SDK with the given symbol.
func (w *World) SDKInit(symbol string) (Init, bool) {
	in, ok := w.inits[unversionedSymbol(symbol)]
	return in, ok
}

func unversionedSymbol(symbol string) string {
	path, name, _ := strings.Cut(symbol, ":")
	return unversioned(path) + ":" + name
}

// unversioned drops what stands before vendor/ and the major versions: the
// element v2 and above, and the .v2 of gopkg.in.
func unversioned(path string) string {
	if i := strings.LastIndex("/"+path, "/vendor/"); i >= 0 {
		path = path[i+len("vendor/"):]
	}
	elems := strings.Split(path, "/")
	kept := elems[:0]
	for i, e := range elems {
		if i > 0 && majorVersion(e, 2) {
			continue
		}
		if base, v, ok := cutLast(e, "."); ok && elems[0] == "gopkg.in" && majorVersion(v, 0) {
			e = base
		}
		kept = append(kept, e)
	}
	return strings.Join(kept, "/")
}

func majorVersion(s string, atLeast int) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(s, "v"))
	return err == nil && strings.HasPrefix(s, "v") && n >= atLeast && s == "v"+strconv.Itoa(n)
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// Keyed reports whether a package belongs to an SDK that sends nothing without
// a key.
func (w *World) Keyed(pkgPath string) bool {
	sdk, ok := w.SDK(pkgPath)
	return ok && w.keyed[sdk.Path]
}
