package token

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// full is a grant with a token of every kind to show.
func full(t *testing.T) (*world, Grant, About) {
	w := newWorld(t)
	w.env["FEEDGET_ORG_TOKEN"], w.env["FEEDGET_MACHINE_TOKEN"] = "acme", "box7"
	_, g := w.agree("usage")
	return w, g, About{Environment: w.system, Account: "anna"}
}

func checkHeaderInOrder(t *testing.T) {
	t.Parallel()
	_, g, about := full(t)
	line := Tokens(g, about).Reveal(g)
	const v = `[A-Za-z0-9_-]{22}`
	if !regexp.MustCompile(`^feedget/1\.4 c/` + v + ` s/` + v + ` e/` + v + ` a/anna o/acme m/box7$`).MatchString(line) {
		t.Errorf("got %q", line)
	}
}

func checkTokenThatCannotBeHadIsLeftOut(t *testing.T) {
	t.Parallel()
	w, g, about := full(t)
	w.put("client.1", "\x00")
	w.env["FEEDGET_ORG_TOKEN"] = "not valid"
	about.Environment = ""
	wantEqual(t, "header", Tokens(g, about).String(), "feedget/1.4 s/. a/. m/.")
}

func checkPreviewCreatesNothing(t *testing.T) {
	t.Parallel()
	w, g, about := full(t)
	before := tree(t, w.home)
	h := Preview(g, about)
	wantEqual(t, "header", h.String(), "feedget/1.4 s/. a/. o/. m/.")
	if want := []Kind{Client, Environment}; !slices.Equal(h.Pending(), want) {
		t.Errorf("pending %v, want %v", h.Pending(), want)
	}
	if got := tree(t, w.home); !slices.Equal(got, before) {
		t.Errorf("created %v", got)
	}
	sent := Tokens(g, about).Reveal(g)
	h = Preview(g, about)
	wantEqual(t, "header after the first sending", h.Reveal(g), sent)
	wantEqual(t, "pending then", len(h.Pending()), 0)
}

// checkNothingPrintsAValue tries every way to print, log and encode.
func checkNothingPrintsAValue(t *testing.T) {
	t.Parallel()
	_, g, about := full(t)
	h := Tokens(g, about)
	values := []string{}
	for _, part := range strings.Fields(h.Reveal(g))[1:] {
		values = append(values, part[2:])
	}
	tok, err := ClientToken(g)
	must(t, err)
	type open struct{ T any }
	type closed struct{ t any }
	type nested struct {
		t Token
		h Header
		g Grant
	}
	for _, v := range []any{tok, &tok, h, &h, []Token{tok}, map[string]Token{"a": tok}, open{tok}, open{h}, closed{tok}, closed{h}, nested{tok, h, g}, g, g.held.store} {
		var out bytes.Buffer
		for _, verb := range strings.Fields("%v %+v %#v %s %q %x %X %d %t %p %T %10s") {
			fmt.Fprintf(&out, verb+"\n", v)
		}
		fmt.Fprintln(&out, v)
		log.New(&out, "", 0).Print(v)
		slog.New(slog.NewTextHandler(&out, nil)).Info("x", "v", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "v", v)
		json.NewEncoder(&out).Encode(v)
		fmt.Fprint(&out, fmt.Errorf("wrapped: %v", v))
		for _, value := range values {
			if s := out.String(); strings.Contains(s, value) || strings.Contains(s, fmt.Sprintf("%x", value)) {
				t.Errorf("%T: %s shows a value", v, s)
			}
		}
	}
	wantEqual(t, "token", fmt.Sprintf("%v %s %#v %d %x", tok, Token{}, tok, tok, tok), "c/.  c/. c/. c/.")
	wantEqual(t, "header", fmt.Sprintf("%#v", h), "feedget/1.4 c/. s/. e/. a/. o/. m/.")
	wantEqual(t, "header", fmt.Sprint(h, Header{}), "feedget/1.4 c/. s/. e/. a/. o/. m/. ")
}
