package report

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// Clean makes text from the audited code fit for a terminal: what does not
// show, or would move the cursor or turn the direction of writing, is escaped.
func Clean(text string) string {
	var b strings.Builder
	for _, r := range text {
		b.WriteString(visible(r))
	}
	return b.String()
}

func visible(r rune) string {
	if r == unicode.ReplacementChar || r == ' ' || unicode.IsGraphic(r) && !unicode.Is(unicode.Zs, r) {
		return string(r)
	}
	quoted := strconv.QuoteRuneToASCII(r)
	return quoted[1 : len(quoted)-1]
}

// sourceLine returns a line of source as clean text, and the blanks that bring
// a caret below the byte column (from 1). Tabs stay tabs in both.
func sourceLine(line string, column int) (text, indent string) {
	var t, i strings.Builder
	for at, r := range line {
		shown := visible(r)
		if r == '\t' {
			shown = "\t"
		}
		t.WriteString(shown)
		if at >= column-1 {
			continue
		}
		if r != '\t' {
			shown = strings.Repeat(" ", len([]rune(shown)))
		}
		i.WriteString(shown)
	}
	return t.String(), i.String()
}

// lineOf returns the line of source that a place is on. A file that cannot be
// read is no news: its place is printed.
func lineOf(source func(string) ([]byte, error), p egress.Place) (string, bool) {
	if source == nil || p.Line < 1 {
		return "", false
	}
	data, err := source(p.File)
	if err != nil {
		return "", false
	}
	lines := bytes.SplitN(data, []byte("\n"), p.Line+1)
	if len(lines) < p.Line {
		return "", false
	}
	return strings.TrimRight(string(lines[p.Line-1]), "\r"), true
}
