package token

import (
	"fmt"
	"io"
	"log/slog"
	"regexp"
)

// A Kind says what a token tells apart.
type Kind string

// The kinds, in the order in which they travel.
const (
	Client       Kind = "client"       // c/ one user's installation; random, kept in the record's directory
	Session      Kind = "session"      // s/ one process; random, kept in memory
	Environment  Kind = "environment"  // e/ one directory that the application names; random, kept like Client
	Account      Kind = "account"      // a/ what the application knows a logged-in user by
	Organisation Kind = "organisation" // o/ set by an administrator
	Machine      Kind = "machine"      // m/ set by an administrator
)

// kinds lists the kinds in the order in which they travel.
func kinds() []Kind {
	return []Kind{Client, Session, Environment, Account, Organisation, Machine}
}

// prefix is the letter before the value; empty for what is no kind.
func (k Kind) prefix() string {
	switch k {
	case Client, Session, Environment, Account, Organisation, Machine:
		return string(k[0])
	}
	return ""
}

// describe says to a user what the kind is.
func (k Kind) describe() string {
	switch k {
	case Client:
		return "a random number for this user on this machine, kept until you take it back"
	case Session:
		return "a random number for one run of the program, never stored"
	case Environment:
		return "a random number for the environment in use, kept until you take it back"
	case Account:
		return "the account that you are logged in with"
	case Organisation:
		return "a value that your administrator set for the organisation"
	default:
		return "a value that your administrator set for this machine"
	}
}

// A Token is an identifier and its kind. However it is printed, logged or
// encoded, its value does not show: that takes [Token.Reveal] and a grant.
type Token struct {
	kind Kind
	// A pointer, because fmt prints unexported strings of a struct that is
	// nested in another, and prints only the address of a nested pointer.
	value *string
}

var valuePattern = regexp.MustCompile(`^[A-Za-z0-9_-]{1,36}$`)

// newToken returns the token with that value, if a header may carry it.
func newToken(kind Kind, value string) (Token, error) {
	if !valuePattern.MatchString(value) {
		return Token{}, fmt.Errorf("the %s token is not 1 to 36 of A-Z, a-z, 0-9, \"_\" and \"-\": %w", kind, errMalformed)
	}
	return Token{kind, &value}, nil
}

// Reveal returns the token as it travels, as in "c/sgzzP8ytS_aywmqkDTJ69g". It
// is empty without a valid grant, and for the zero Token.
func (t Token) Reveal(g Grant) string {
	if g.check() != nil {
		return ""
	}
	return t.plain()
}

// plain is the token as it travels.
func (t Token) plain() string {
	if t.value == nil {
		return ""
	}
	return t.kind.prefix() + "/" + *t.value
}

// String returns the token with a dot for its value; empty for the zero Token.
func (t Token) String() string {
	if t.value == nil {
		return ""
	}
	return t.kind.prefix() + "/."
}

// Format prints as String does, whatever the verb.
func (t Token) Format(f fmt.State, _ rune) { io.WriteString(f, t.String()) }

// LogValue logs as String does.
func (t Token) LogValue() slog.Value { return slog.StringValue(t.String()) }

// MarshalText encodes as String does.
func (t Token) MarshalText() ([]byte, error) { return []byte(t.String()), nil }
