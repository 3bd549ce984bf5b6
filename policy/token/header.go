package token

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
)

// HeaderName is the header that carries the tokens. They have one of their own
// so that the User-Agent stays free of identifiers.
const HeaderName = "Optin-Token"

// About says what the tokens are about that the package cannot know itself.
type About struct {
	Environment string // absolute path of the environment in use; empty for none
	Account     string // what the application knows the logged-in user by; empty for none
}

// A Header is what travels for a purpose: the program, its version and the
// tokens. Like a [Token] it prints without values. The zero Header is nothing,
// not even the version.
type Header struct {
	product string
	tokens  []Token
	pending []Kind
}

// Tokens returns what travels for the grant's purpose, minting what is missing.
// A token that cannot be had is left out; without a valid grant all are.
func Tokens(g Grant, about About) Header { return header(g, about, true) }

// Preview returns what [Tokens] would, and creates nothing: tokens not minted
// yet are named by [Header.Pending].
func Preview(g Grant, about About) Header { return header(g, about, false) }

func header(g Grant, about About, mint bool) Header {
	if g.check() != nil {
		return Header{}
	}
	h := Header{product: g.held.store.program.Name + "/" + g.held.store.program.Version}
	add := func(kind Kind, t Token, err error) {
		switch {
		case err == nil:
			h.tokens = append(h.tokens, t)
		case errors.Is(err, errNotMinted):
			h.pending = append(h.pending, kind)
		}
	}
	addAll := func(tokens []Token, _ error) { h.tokens = append(h.tokens, tokens...) }

	client, err := storedToken(g, Client, "client", mint)
	add(Client, client, err)
	session, err := SessionToken(g)
	add(Session, session, err)
	environment, err := environmentToken(g, about.Environment, mint)
	add(Environment, environment, err)
	account, err := AccountToken(g, about.Account)
	add(Account, account, err)
	addAll(OrganisationTokens(g))
	addAll(MachineTokens(g))
	return h
}

// Reveal returns the header's value as it travels, as in
// "feedget/1.4 c/sgzzP8ytS_aywmqkDTJ69g s/3ItHH93LRUmCoJZkMOiD3g". It is empty
// without a valid grant.
func (h Header) Reveal(g Grant) string {
	return h.join(Token.plain, g.Valid())
}

// Pending are the kinds that will be minted when they are first sent.
func (h Header) Pending() []Kind { return h.pending }

// String returns the header with a dot for each token's value.
func (h Header) String() string { return h.join(Token.String, true) }

func (h Header) join(show func(Token) string, permitted bool) string {
	if h.product == "" || !permitted {
		return ""
	}
	parts := []string{h.product}
	for _, t := range h.tokens {
		if part := show(t); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// Format prints as String does, whatever the verb.
func (h Header) Format(f fmt.State, _ rune) { io.WriteString(f, h.String()) }

// LogValue logs as String does.
func (h Header) LogValue() slog.Value { return slog.StringValue(h.String()) }

// MarshalText encodes as String does.
func (h Header) MarshalText() ([]byte, error) { return []byte(h.String()), nil }
