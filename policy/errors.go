package policy

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// An Error is one thing wrong in a policy file.
type Error struct {
	Position
	What    string // what is wrong
	Instead string // what to write instead
}

// Error returns file:line:column, what is wrong and what to write instead.
func (e *Error) Error() string {
	return fmt.Sprintf("%s: %s; %s", e.Position, e.What, e.Instead)
}

// An ErrorList is everything wrong in a policy file, in the order of the file.
type ErrorList []*Error

// Error returns the errors, one a line.
func (l ErrorList) Error() string {
	lines := make([]string, len(l))
	for i, e := range l {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the errors one by one.
func (l ErrorList) Unwrap() []error {
	errs := make([]error, len(l))
	for i, e := range l {
		errs[i] = e
	}
	return errs
}

func (l *ErrorList) add(pos Position, what, instead string) {
	*l = append(*l, &Error{pos, what, instead})
}

// addf is add with the words of what formatted.
func (l *ErrorList) addf(pos Position, instead, what string, args ...any) {
	l.add(pos, fmt.Sprintf(what, args...), instead)
}

// err returns the list sorted, or nil if it is empty.
func (l ErrorList) err() error {
	if len(l) == 0 {
		return nil
	}
	slices.SortStableFunc(l, func(a, b *Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return l
}

// quote quotes text of a file for a message: one line, however long the text.
func quote(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}

// near returns the word that s is most likely a misspelling of, or "".
func near(s string, words []string) string {
	const most = 2 // edits; more would be guessing
	best, least := "", most+1
	for _, w := range words {
		if d := len(s) - len(w); d < -most || d > most {
			continue // more edits than most for the length alone
		}
		if d := distance(strings.ToLower(s), strings.ToLower(w)); d < least && d < len(w) {
			best, least = w, d
		}
	}
	return best
}

// distance returns the Levenshtein distance of a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
