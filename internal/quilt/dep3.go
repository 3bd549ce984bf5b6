package quilt

import (
	"fmt"
	"strings"
	"time"
)

// A Header is what a patch says about itself, as DEP-3 has it.
type Header struct {
	Description string   // one line
	Paragraphs  []string // what else there is to say
	Origin      string
	Author      string // "Name <address>"; may be empty
	Date        time.Time
}

// String writes the header, with the line that ends it.
func (h Header) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Description: %s\n", line(h.Description))
	for i, p := range h.Paragraphs {
		if i > 0 {
			b.WriteString(" .\n")
		}
		for text := range strings.SplitSeq(p, "\n") {
			fmt.Fprintf(&b, " %s\n", line(text))
		}
	}
	fmt.Fprintf(&b, "Origin: %s\n", line(h.Origin))
	if h.Author != "" {
		fmt.Fprintf(&b, "Author: %s\n", line(h.Author))
	}
	fmt.Fprintf(&b, "Forwarded: no\nLast-Update: %s\n---\n", h.Date.UTC().Format(time.DateOnly))
	return b.String()
}

// line keeps text in its line, and one that would end the paragraph from doing
// so.
func line(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" || s == "." {
		return "."
	}
	return s
}
