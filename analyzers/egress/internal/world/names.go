package world

import (
	"strings"
	"unicode"
)

// Words cuts a name into lower-case words: at case changes, and at everything
// that is no letter. "SendHTTPReport_v2" is send, http, report, v.
func Words(name string) []string {
	var words []string
	runes := []rune(name)
	start := -1
	cut := func(end int) {
		if start >= 0 && end > start {
			words = append(words, strings.ToLower(string(runes[start:end])))
		}
		start = -1
	}
	for i, r := range runes {
		if !unicode.IsLetter(r) {
			cut(i)
			continue
		}
		if start >= 0 && border(runes, i) {
			cut(i)
		}
		if start < 0 {
			start = i
		}
	}
	cut(len(runes))
	return words
}

// border reports whether a word begins at the letter i: at an upper-case
// letter after a lower-case one, and at the last of several upper-case ones if
// a lower-case one follows.
func border(runes []rune, i int) bool {
	if !unicode.IsUpper(runes[i]) {
		return false
	}
	return !unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])
}

// words is Words, with words such as "usagestats" cut into the words that are
// known.
func (w *World) words(name string) []string {
	var words []string
	for _, word := range Words(name) {
		if parts := w.parts(word); parts != nil {
			words = append(words, parts...)
			continue
		}
		words = append(words, word)
	}
	return words
}

// longest bounds the work on a name that somebody made up to be slow.
const longest = 40

// parts returns the known words that a word is written of, the longest first,
// or nil.
func (w *World) parts(word string) []string {
	if w.vocabulary[word] {
		return []string{word}
	}
	if len(word) > longest {
		return nil
	}
	for n := len(word) - 2; n >= 2; n-- {
		if !w.vocabulary[word[:n]] {
			continue
		}
		if rest := w.parts(word[n:]); rest != nil {
			return append([]string{word[:n]}, rest...)
		}
	}
	return nil
}
