package world

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A word is a bare word or a key=value pair, its quotes removed.
type word struct {
	column    int
	key, text string
}

func (w word) raw() string {
	if w.key != "" {
		return w.key + "=" + w.text
	}
	return w.text
}

const blanks = " \t"

// split cuts a line into words, appends them to words and drops the comment.
// The error says at which column it is.
func split(words []word, line string) (_ []word, column int, err error) {
	if i := firstBad(line); i >= 0 {
		return nil, i + 1, errors.New("a byte that is no printable UTF-8 text; write it as a Go escape in a quoted word")
	}
	for i := 0; ; {
		i += len(line[i:]) - len(strings.TrimLeft(line[i:], blanks))
		if i == len(line) || line[i] == '#' {
			return words, 0, nil
		}
		w := word{column: i + 1}
		// The second word is the subject, which may hold "=".
		if len(words) != 1 {
			w.key = keyOf(line[i:])
			if w.key != "" {
				i += len(w.key) + 1
			}
		}
		n, err := w.value(line[i:])
		if err != nil {
			return nil, i + 1, err
		}
		words = append(words, w)
		i += n
	}
}

// value reads the text of w from the start of s and returns its length.
func (w *word) value(s string) (int, error) {
	n := strings.IndexAny(s, blanks)
	if n < 0 {
		n = len(s)
	}
	if !strings.HasPrefix(s, `"`) {
		w.text = s[:n]
		if strings.Contains(w.text, `"`) {
			return 0, fmt.Errorf("a quote inside the word %s; quote the whole value, as in key=\"a b\"", w.text)
		}
		return n, nil
	}
	quoted, err := strconv.QuotedPrefix(s)
	if err != nil {
		return 0, errors.New("a quoted word that does not end or holds a bad escape; write a Go string, as in \"a b\"")
	}
	if rest := s[len(quoted):]; rest != "" && !strings.ContainsAny(rest[:1], blanks) {
		return 0, fmt.Errorf("text right after the quoted word %s; put a blank between them", quoted)
	}
	w.text, err = strconv.Unquote(quoted)
	return len(quoted), err
}

// keyOf returns the key at the start of s if s begins with key=.
func keyOf(s string) string {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '=':
			return s[:i]
		case c != '-' && (c < 'a' || c > 'z'):
			return ""
		}
	}
	return ""
}

// firstBad returns the offset of the first byte that does not belong in a
// data file, or -1.
func firstBad(line string) int {
	for i, r := range line {
		if ' ' <= r && r <= '~' || r == '\t' {
			continue // quickly
		}
		if r == utf8.RuneError || !strconv.IsPrint(r) {
			return i
		}
	}
	return -1
}
