package token

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// HeartbeatPurpose is the name of the one purpose that [Heartbeat] serves. A
// grant for any other purpose does not let a heartbeat out, and a grant for
// this one puts nothing on other requests.
const HeartbeatPurpose = "heartbeat"

// A Program says who asks, and for what. The same description is read by the
// program itself and by optintoken, so that both show the user one text.
type Program struct {
	Name     string    `json:"name"`    // 1 to 64 of a-z, 0-9 and "-"; names the directory of the records
	Version  string    `json:"version"` // 1 to 36 of A-Z, a-z, 0-9, ".", "_", "+" and "-"; sent with the tokens
	Purposes []Purpose `json:"purposes"`
}

// A Purpose is one thing that a user can agree to. Everything in it is part of
// the text agreed to: whoever changes it has to ask again.
type Purpose struct {
	Name        string   `json:"name"`                   // 1 to 64 of a-z, 0-9 and "-"
	TextVersion int      `json:"text_version"`           // version of the text, from 1 up
	Text        string   `json:"text"`                   // what the user agrees to, in plain words
	Hosts       []string `json:"hosts"`                  // host[:port], lower case; the only ones that get anything
	Tokens      []Kind   `json:"tokens"`                 // the kinds that travel; others are neither minted nor read
	MaxAgeDays  int      `json:"max_age_days,omitempty"` // stored tokens are replaced after so many days; 0 keeps them
	URL         string   `json:"url,omitempty"`          // where a heartbeat goes; on one of Hosts
}

var (
	namePattern    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)
	versionPattern = regexp.MustCompile(`^[A-Za-z0-9._+-]{1,36}$`)
	textPattern    = regexp.MustCompile(`^[\pL\pM\pN\pP\pS \n]*$`)
	hostPattern    = regexp.MustCompile(`^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?$`)
)

// ParseProgram reads the JSON form of a Program. It accepts no unknown fields
// and reports what is wrong with the place where that is known.
func ParseProgram(text []byte) (Program, error) {
	var p Program
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&p); err != nil {
		return Program{}, fmt.Errorf("program description, %s: %w", place(text, err, decoder.InputOffset()), err)
	}
	if decoder.More() {
		return Program{}, fmt.Errorf("program description, %s: more text after its end; remove it", lineColumn(text, decoder.InputOffset()))
	}
	return p, p.validate()
}

// place is where in text the error is, as line and column.
func place(text []byte, err error, read int64) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return lineColumn(text, syntax.Offset-1) // it counts the byte at fault
	case errors.As(err, &kind):
		return lineColumn(text, kind.Offset)
	}
	return lineColumn(text, read)
}

func lineColumn(text []byte, offset int64) string {
	before := text[:min(max(offset, 0), int64(len(text)))]
	return fmt.Sprintf("%d:%d", bytes.Count(before, []byte("\n"))+1, len(before)-bytes.LastIndexByte(before, '\n'))
}

func (p Program) validate() error {
	var errs []error
	if !namePattern.MatchString(p.Name) {
		errs = append(errs, fmt.Errorf("program: name %q: write 1 to 64 of a-z, 0-9 and \"-\"", p.Name))
	}
	if !versionPattern.MatchString(p.Version) {
		errs = append(errs, fmt.Errorf("program: version %q: write 1 to 36 of letters, digits, \".\", \"_\", \"+\" and \"-\"", p.Version))
	}
	seen := map[string]bool{}
	for _, purpose := range p.Purposes {
		if seen[purpose.Name] {
			errs = append(errs, fmt.Errorf("purpose %q stands there twice; keep one", purpose.Name))
		}
		seen[purpose.Name] = true
		errs = append(errs, purpose.validate())
	}
	return errors.Join(errs...)
}

func (p Purpose) validate() error {
	wrong := func(format string, args ...any) error {
		return fmt.Errorf("purpose %q: "+format, append([]any{p.Name}, args...)...)
	}
	switch {
	case !namePattern.MatchString(p.Name):
		return wrong("write 1 to 64 of a-z, 0-9 and \"-\" as its name")
	case p.TextVersion < 1:
		return wrong("text_version %d: count from 1", p.TextVersion)
	case strings.TrimSpace(p.Text) == "":
		return wrong("no text: say what the user agrees to")
	case !textPattern.MatchString(p.Text):
		return wrong("text: only printable characters and line breaks; others can hide on a terminal what is agreed to")
	case len(p.Hosts) == 0:
		return wrong("no hosts: name who gets it")
	case p.MaxAgeDays < 0:
		return wrong("max_age_days %d: write 0 to keep tokens, or a number of days", p.MaxAgeDays)
	}
	for _, host := range p.Hosts {
		if !hostPattern.MatchString(host) {
			return wrong("host %q: write host or host:port in lower case, without scheme or pattern", host)
		}
	}
	for _, kind := range p.Tokens {
		if kind.prefix() == "" {
			return wrong("token %q: write one of %v", string(kind), kinds())
		}
	}
	return p.validateURL()
}

func (p Purpose) validateURL() error {
	if p.URL == "" {
		return nil
	}
	u, err := url.Parse(p.URL)
	if err != nil || !p.reaches(u) {
		return fmt.Errorf("purpose %q: url %q: write https:// and one of its hosts", p.Name, p.URL)
	}
	return nil
}

// purpose returns the purpose of that name.
func (p Program) purpose(name string) (Purpose, bool) {
	i := slices.IndexFunc(p.Purposes, func(q Purpose) bool { return q.Name == name })
	if i < 0 {
		return Purpose{}, false
	}
	return p.Purposes[i], true
}

// Statement returns the text that a user is shown and agrees to for a purpose:
// the purpose's own words, and after them what travels, to whom, and how to
// take it back. It is empty for an unknown purpose.
func (p Program) Statement(purpose string) string {
	q, ok := p.purpose(purpose)
	if !ok {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s asks for %q (text %d)\n\n%s\n\n", p.Name, q.Name, q.TextVersion, strings.TrimSpace(q.Text))
	fmt.Fprintf(&b, "What travels in the header %s of a request:\n", HeaderName)
	fmt.Fprintf(&b, "  the name and version of the program\n")
	for _, kind := range kinds() {
		if q.carries(kind) {
			fmt.Fprintf(&b, "  %s/ %s\n", kind.prefix(), kind.describe())
		}
	}
	fmt.Fprintf(&b, "To whom: %s, who also see your address and the time.\n", strings.Join(q.Hosts, ", "))
	if q.URL != "" {
		fmt.Fprintf(&b, "The request itself: HEAD %s\n", q.URL)
	}
	if q.MaxAgeDays > 0 {
		fmt.Fprintf(&b, "Stored numbers are replaced after %d days.\n", q.MaxAgeDays)
	}
	b.WriteString("Until you say yes nothing is kept and nothing is sent. Taking it back deletes the numbers.\n")
	return b.String()
}

func (p Purpose) carries(kind Kind) bool { return slices.Contains(p.Tokens, kind) }
