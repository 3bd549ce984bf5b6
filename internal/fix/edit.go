package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// line returns the file's text and the offset at which the line of an offset
// begins.
func (w *writer) line(name string, offset int) (string, int) {
	text, _ := w.Text(name) // find has read it
	return string(text), strings.LastIndexByte(string(text[:offset]), '\n') + 1
}

// before inserts lines above the statements.
func (w *writer) before(x sending, lines string) Edit {
	e := w.insert(x.at, x.begin, "")
	text, start := w.line(e.File, e.Start)
	blanks := text[start:e.Start]
	if strings.TrimLeft(blanks, " \t") != "" { // the block is on one line
		e.New = lines
		return e
	}
	e.Start, e.End = start, start
	for line := range strings.Lines(lines) {
		e.New += blanks + line
	}
	return e
}

// wrap puts the statements into a block that begins with head. What stands
// behind them on their last line stays there.
func (w *writer) wrap(x sending, head string) []Edit {
	e := w.span(x.at, x.begin, x.end, "")
	text, start := w.line(e.File, e.Start)
	end := lineEnd(text, e.End)
	blanks := text[start:e.Start]
	if strings.TrimLeft(blanks, " \t") != "" || end < 0 {
		return []Edit{{e.File, e.Start, e.Start, head + " "}, {e.File, e.End, e.End, " }"}}
	}
	edits := []Edit{{e.File, start, start, blanks + head + "\n\t"}}
	for i := start; ; {
		n := strings.IndexByte(text[i:end], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		if text[i] != '\n' && !w.raw(x, i) {
			edits = append(edits, Edit{e.File, i, i, "\t"})
		}
	}
	return append(edits, Edit{e.File, end, end, "\n" + blanks + "}"})
}

// lineEnd returns where the line ends if nothing but a comment stands there,
// else -1.
func lineEnd(text string, offset int) int {
	rest, _, _ := strings.Cut(text[offset:], "\n")
	if trimmed := strings.TrimLeft(rest, " \t"); trimmed != "" && !strings.HasPrefix(trimmed, "//") {
		return -1
	}
	return offset + len(rest)
}

// raw reports whether an offset is inside a literal or a comment that goes over
// several lines.
func (w *writer) raw(x sending, offset int) bool {
	tf := w.Fset.File(x.at.file.FileStart)
	inside := false
	ast.Inspect(x.at.file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			inside = inside || tf.Offset(lit.Pos()) < offset && offset < tf.Offset(lit.End())
		}
		return !inside
	})
	return inside
}

// lines removes the statements, with their lines where these hold nothing else.
func (w *writer) lines(x sending) Edit {
	e := w.span(x.at, x.begin, x.end, "")
	text, start := w.line(e.File, e.Start)
	if end := lineEnd(text, e.End); end >= 0 && strings.TrimLeft(text[start:e.Start], " \t") == "" {
		e.Start, e.End = start, min(end+1, len(text))
	}
	return e
}

// getenv writes the question for the variable, and the import that it needs.
func (w *writer) getenv(at spot) (string, []Edit) {
	question := "(" + strconv.Quote(w.variable()) + ")"
	if name := importName(at, "os", "Getenv"); name != "" {
		return name + question, nil
	}
	return "os.Getenv" + question, []Edit{w.addImport(at, "os")}
}

// addImport imports a package of the standard library, among the others.
func (w *writer) addImport(at spot, path string) Edit {
	line := strconv.Quote(path)
	for _, d := range at.file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			break
		}
		if !decl.Lparen.IsValid() || len(decl.Specs) == 0 {
			continue
		}
		spec, after := w.neighbour(decl, path)
		if after {
			return w.insert(at, spec.End(), "\n\t"+line)
		}
		return w.insert(at, spec.Pos(), line+"\n\t")
	}
	if len(at.file.Imports) == 0 {
		return w.insert(at, at.file.Name.End(), "\n\nimport "+line)
	}
	first := at.file.Imports[0]
	if p, _ := strconv.Unquote(first.Path.Value); p > path {
		return w.insert(at, first.Pos()-token.Pos(len("import ")), "import "+line+"\n")
	}
	return w.insert(at, first.End(), "\nimport "+line)
}

// neighbour returns the import of the first group before or after which a path
// stands in order.
func (w *writer) neighbour(decl *ast.GenDecl, path string) (spec *ast.ImportSpec, after bool) {
	line := 0
	for _, s := range decl.Specs {
		imp := s.(*ast.ImportSpec)
		at := w.Fset.Position(imp.Pos()).Line
		if line > 0 && at > line+1 {
			break // the next group
		}
		line = at
		if p, _ := strconv.Unquote(imp.Path.Value); p > path {
			return imp, false
		}
		spec = imp
	}
	return spec, true
}

// unused removes the imports that nothing but the text in between needs.
func (w *writer) unused(at spot, begin, end token.Pos) (edits []Edit) {
	used := map[types.Object]bool{}
	ast.Inspect(at.file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && (id.End() < begin || end < id.Pos()) {
			used[at.pkg.Info.Uses[id]] = true
		}
		return true
	})
	for _, d := range at.file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			break
		}
		var gone []*ast.ImportSpec
		for _, s := range decl.Specs {
			spec := s.(*ast.ImportSpec)
			obj := at.pkg.Info.Implicits[spec]
			if spec.Name != nil {
				obj = at.pkg.Info.Defs[spec.Name]
			}
			if obj != nil && !used[obj] && obj.Name() != "_" && obj.Name() != "." {
				gone = append(gone, spec)
			}
		}
		if len(gone) == len(decl.Specs) {
			edits = append(edits, w.wholeLines(at, decl))
			continue
		}
		for _, spec := range gone {
			edits = append(edits, w.wholeLines(at, spec))
		}
	}
	return edits
}

// wholeLines removes a declaration with its lines, and the blank one after it.
func (w *writer) wholeLines(at spot, n ast.Node) Edit {
	e := w.edit(at, n, "")
	text, start := w.line(e.File, e.Start)
	end := lineEnd(text, e.End)
	if end < 0 || end == len(text) || strings.TrimLeft(text[start:e.Start], " \t") != "" {
		return e
	}
	e.Start, e.End = start, end+1
	if _, whole := n.(*ast.GenDecl); whole && strings.HasPrefix(text[e.End:], "\n") {
		e.End++
	}
	return e
}
