package lower

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

// maxEmbedded bounds the files that are read: settings are small.
const maxEmbedded = 64 << 10

// embedded returns the texts of the files that go:embed directives put into
// variables of the package, where the text is JSON: a program may decode it.
func (l *lowerer) embedded() map[types.Object]string {
	texts := map[types.Object]string{}
	for _, f := range l.in.Files {
		for _, d := range f.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.VAR {
				continue
			}
			for _, s := range decl.Specs {
				spec := s.(*ast.ValueSpec)
				switch l.in.Info.Defs[spec.Names[0]].Type().Underlying().(type) {
				case *types.Basic, *types.Slice:
				default:
					continue // a tree of files
				}
				if text, ok := l.embeddedIn(decl, spec); ok {
					texts[l.in.Info.Defs[spec.Names[0]]] = text
				}
			}
		}
	}
	return texts
}

// embeddedIn reads the one file that is embedded in a string or slice of bytes.
func (l *lowerer) embeddedIn(decl *ast.GenDecl, spec *ast.ValueSpec) (text string, ok bool) {
	for _, doc := range []*ast.CommentGroup{decl.Doc, spec.Doc} {
		if doc == nil {
			continue
		}
		for _, c := range doc.List {
			name, ok := strings.CutPrefix(c.Text, "//go:embed ")
			if name = strings.Trim(name, " \t\"`"); !ok || !strings.HasSuffix(name, ".json") {
				continue
			}
			dir := filepath.Dir(l.in.Fset.Position(spec.Pos()).Filename)
			file := filepath.Join(dir, filepath.FromSlash(name))
			if info, err := os.Stat(file); err != nil || info.Size() > maxEmbedded {
				return "", false
			}
			data, err := os.ReadFile(file)
			return string(data), err == nil && json.Valid(data)
		}
	}
	return "", false
}
