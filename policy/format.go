package policy

import "strings"

// Format returns the canonical file of p: the header, then the functions, the
// consents and the overrides, each with its fields in the order of the
// specification. Comments stay above what they precede.
func Format(p *Policy) []byte {
	var w writer
	w.paragraph(&p.Header.Paragraph, p.Header.slots())
	for i := range p.Functions {
		w.paragraph(&p.Functions[i].Paragraph, p.Functions[i].slots())
	}
	for i := range p.Consents {
		w.paragraph(&p.Consents[i].Paragraph, p.Consents[i].slots())
	}
	for i := range p.Overrides {
		w.paragraph(&p.Overrides[i].Paragraph, p.Overrides[i].slots())
	}
	if len(p.Comments) > 0 {
		w.WriteString("\n")
		w.comments(p.Comments)
	}
	return []byte(w.String())
}

type writer struct{ strings.Builder }

func (w *writer) paragraph(p *Paragraph, slots []slot) {
	if w.Len() > 0 {
		w.WriteString("\n")
	}
	w.comments(p.Comments)
	for _, s := range slots {
		if value := s.value.write(); value != "" {
			w.field(s.name, value, p.Fields[s.name].Comments)
		}
	}
	for _, e := range p.Extra {
		w.field(e.Name, text{&e.Text}.write(), e.Comments)
	}
}

func (w *writer) field(name, value string, comments []string) {
	w.comments(comments)
	w.WriteString(name + ":" + value + "\n")
}

func (w *writer) comments(lines []string) {
	for _, l := range lines {
		w.WriteString(l + "\n")
	}
}
