package world

import (
	"fmt"
	"strconv"
	"strings"
)

// anyText accepts every word.
func anyText(string) error { return nil }

// oneOf accepts the words given.
func oneOf(words ...string) check {
	return func(word string) error {
		for _, w := range words {
			if w == word {
				return nil
			}
		}
		return fmt.Errorf("unknown word %q; write one of %s", word, strings.Join(words, ", "))
	}
}

// purpose accepts the purposes that data may claim.
func purpose(word string) error {
	return oneOf("usage", "crash", "update", "heartbeat", "feedback", "other")(word)
}

// weight accepts a small positive number.
func weight(word string) error {
	if n, err := strconv.Atoi(word); err != nil || n < 1 || n > 9 {
		return fmt.Errorf("bad weight %q; write a digit from 1 to 9", word)
	}
	return nil
}

// importPath accepts an import path.
func importPath(word string) error {
	if word == "" || strings.ContainsAny(word, " \t*():\\\"'`,") || strings.HasPrefix(word, "/") || strings.HasSuffix(word, "/") || strings.Contains(word, "//") {
		return fmt.Errorf("bad import path %q; write it as an import declaration does", word)
	}
	return nil
}

// symbol accepts import/path:Func and import/path:Type.Method.
func symbol(word string) error {
	pkg, name, ok := strings.Cut(word, ":")
	parts := strings.Split(name, ".")
	if !ok || importPath(pkg) != nil || len(parts) > 2 {
		return badSymbol(word)
	}
	for _, part := range parts {
		if !identifier(part) {
			return badSymbol(word)
		}
	}
	return nil
}

func badSymbol(word string) error {
	return fmt.Errorf("bad symbol %q; write import/path:Func or import/path:Type.Method, without stars and parentheses", word)
}

func identifier(s string) bool {
	for i, r := range s {
		letter := r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// envName accepts the name of an environment variable.
func envName(word string) error {
	if !identifier(word) {
		return fmt.Errorf("bad variable %q; write its name, letters, digits and underscores only", word)
	}
	return nil
}
