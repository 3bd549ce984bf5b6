package rule

import (
	"go/parser"
	"go/token"
	"strings"
)

// Docs is the documentation of a rule, taken from the package comment of its
// embedded doc.go, so that go doc, -help and "optincheck explain" agree. The
// heading "# Analyzer NAME" begins the rule's own text, each heading
// "# RULE/CATEGORY" that of a finding.
type Docs struct {
	Rule     string
	Summary  string            // what analysis.Analyzer.Doc holds
	Order    []string          // the categories as documented
	Category map[string]string // the text below each heading
}

// ParseDocs reads the source text of a doc.go.
func ParseDocs(source, rule string) Docs {
	docs := Docs{Rule: rule, Category: map[string]string{}}
	f, err := parser.ParseFile(token.NewFileSet(), "doc.go", source, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return docs // not even a package: the rule's test finds it empty
	}
	for _, section := range strings.Split("\n"+f.Doc.Text(), "\n# ")[1:] {
		heading, text, _ := strings.Cut(section, "\n")
		text = strings.TrimSpace(text)
		switch {
		case heading == "Analyzer "+rule:
			docs.Summary = strings.TrimSpace(strings.TrimPrefix(text, rule+":"))
		case strings.HasPrefix(heading, rule+"/"):
			docs.Order = append(docs.Order, heading)
			docs.Category[heading] = text
		}
	}
	return docs
}
