package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/internal/fix"
	"github.com/optincheck/optincheck/internal/quilt"
)

// patchName is how the patches that we write are called.
const patchName = "ask-before-sending"

// runQuilt writes the fixes as one more patch of a Debian source package. They
// are made for the tree with all patches applied.
func (f *fixing) runQuilt() (int, error) {
	series, err := quilt.Open(f.quilt)
	if err != nil {
		return 0, errQuilt(err)
	}
	patched, done, err := series.Patched()
	if err != nil {
		return 0, errQuilt(err)
	}
	defer done()
	start, err := filepath.Abs(f.o.dir)
	if err != nil {
		return 0, err
	}
	rel, err := filepath.Rel(series.Root, start)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return 0, errQuilt(fmt.Errorf("%s is not in the source package %s", start, series.Root))
	}
	if f.getenv("GO111MODULE") != "off" {
		if f.policyArgument(); patched != series.Root {
			f.o.dir = filepath.Join(patched, rel)
		}
	}
	return f.run(func(edits []fix.Edit, chosen map[string]fix.Fix) error {
		return f.addPatch(series, patched, edits, chosen)
	})
}

// policyArgument makes the policy's name good for every directory.
func (f *fixing) policyArgument() {
	if f.o.policy != "" && f.o.policy != "builtin" && !filepath.IsAbs(f.o.policy) {
		if abs, err := filepath.Abs(filepath.Join(f.o.dir, f.o.policy)); err == nil {
			f.o.policy = abs
		}
	}
}

// addPatch writes the patch. The code that was analysed must be that of the
// patched tree, file by file.
func (f *fixing) addPatch(series *quilt.Series, patched string, edits []fix.Edit, chosen map[string]fix.Fix) error {
	files, err := fix.Overlay(f.prog.Source, edits)
	if err != nil {
		return err
	}
	text := ""
	for _, name := range slices.Sorted(maps.Keys(files)) {
		old, err := f.prog.Source(name)
		if err != nil {
			return err
		}
		inPackage := name
		if len(f.prog.Modules) > 0 { // else names are as in the source package already
			path, _ := f.prog.Path(name)
			if inPackage, err = filepath.Rel(patched, path); err != nil {
				return err
			}
			inPackage = filepath.ToSlash(inPackage)
		}
		base, err := os.ReadFile(filepath.Join(patched, filepath.FromSlash(inPackage)))
		if err != nil || !bytes.Equal(base, old) {
			return errQuilt(fmt.Errorf("%s is not as the patches leave it; build the package anew", inPackage))
		}
		text += unified(inPackage, old, files[name])
	}
	file, err := series.Add(patchName, f.header(chosen).String()+text)
	if err != nil {
		return errQuilt(err)
	}
	return f.print(file + "\n")
}

// header justifies the patch by its findings.
func (f *fixing) header(chosen map[string]fix.Fix) quilt.Header {
	h := quilt.Header{
		Description: "Send nothing before somebody said yes",
		Origin:      "other, written by optincheck fix",
		Date:        f.today(),
	}
	if name, address := cmp.Or(f.getenv("DEBFULLNAME"), f.getenv("NAME")), cmp.Or(f.getenv("DEBEMAIL"), f.getenv("EMAIL")); name != "" && address != "" {
		h.Author = name + " <" + address + ">"
	}
	for _, x := range f.findings {
		if c, ok := chosen[x.Behaviour]; ok {
			h.Paragraphs = append(h.Paragraphs, fmt.Sprintf("%s:%d: %s\nNow: %s.", x.Pos.File, x.Pos.Line, x.Message, cmp.Or(c.Message, "answered by another change")))
		}
	}
	return h
}
