package world

import (
	"strings"
	"unicode"
)

// Positive returns the name of a switch that says yes where one of the given
// name says no, written in the same way: X_NO_REPORT gives X_ENABLE_REPORT. It
// is false for names that are not negative, and for phrases such as DO_NOT_TRACK
// that have no positive form.
func (w *World) Positive(name string) (string, bool) {
	spans := wordSpans(name)
	for _, n := range w.negatives {
		if n.positive == "" {
			continue
		}
		for i := range spans {
			if end := n.matchSpans(name, spans[i:]); end > 0 && n.placed(i, i+end < len(spans)) {
				from, to := spans[i][0], spans[i+end-1][1]
				return name[:from] + n.written(name[from:to]) + name[to:], true
			}
		}
	}
	return "", false
}

func (n negative) placed(before int, after bool) bool {
	return n.place == "" || n.place == "before" && after || n.place == "after" && before > 0
}

// matchSpans returns how many words of the name are those of n: one by one, or
// all written as one word, as in OPTOUT.
func (n negative) matchSpans(name string, spans [][2]int) int {
	word := func(i int) string { return strings.ToLower(name[spans[i][0]:spans[i][1]]) }
	if word(0) == strings.Join(n.words, "") {
		return 1
	}
	for i, want := range n.words {
		if i == len(spans) || word(i) != want {
			return 0
		}
	}
	return len(n.words)
}

// written writes the positive words as the negative ones were: in capitals,
// and with what stood between them.
func (n negative) written(old string) string {
	words := strings.Fields(n.positive)
	sep := ""
	if i := strings.IndexAny(old, "_-."); i >= 0 {
		sep = old[i : i+1]
	}
	for i, word := range words {
		switch {
		case old == strings.ToUpper(old):
			words[i] = strings.ToUpper(word)
		case unicode.IsUpper(rune(old[0])), i > 0 && sep == "" && old != strings.ToLower(old):
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, sep)
}

// wordSpans returns where the words of a name begin and end: between
// separators, and where small letters are followed by a capital.
func wordSpans(name string) (spans [][2]int) {
	start := -1
	for i := 0; i <= len(name); i++ {
		letter := i < len(name) && (unicode.IsLetter(rune(name[i])) || name[i] >= '0' && name[i] <= '9')
		switch {
		case !letter && start >= 0:
			spans = append(spans, [2]int{start, i})
			start = -1
		case letter && start < 0:
			start = i
		case letter && unicode.IsUpper(rune(name[i])) && unicode.IsLower(rune(name[i-1])):
			spans = append(spans, [2]int{start, i})
			start = i
		}
	}
	return spans
}
