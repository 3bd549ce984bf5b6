package analyzers

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/internal/policyrule"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
)

// Categories returns the names of all findings, rule/category, by rule and in
// the order of their documentation. No finding has another name, and an
// Override of another name can never match.
func Categories() []string {
	var names []string
	for _, d := range documentation() {
		names = append(names, d.Order...)
	}
	return names
}

// Explain returns the documentation of a category, or of a rule with its
// categories, and whether there is one of that name.
func Explain(name string) (string, bool) {
	for _, d := range documentation() {
		if text, ok := d.Category[name]; ok {
			return text, true
		}
		if d.Rule == name {
			return d.Summary + "\n\nFindings: " + strings.Join(d.Order, ", "), true
		}
	}
	return "", false
}

// URL returns where a category is documented.
func URL(category string) string { return rule.URL(category) }

func documentation() []rule.Docs {
	var docs []rule.Docs
	for _, r := range rules() {
		docs = append(docs, rule.ParseDocs(r.Doc, r.Name))
	}
	return append(docs, rule.ParseDocs(policyrule.Doc, policyrule.Name))
}
