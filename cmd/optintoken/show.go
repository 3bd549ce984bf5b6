package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/optincheck/optincheck/policy/token"
)

// status prints how things stand. It creates nothing.
func (c *command) status() int {
	all := c.store.Status()
	if c.json {
		return c.print(all)
	}
	for _, s := range all {
		if s.Granted {
			fmt.Fprintf(c.out, "%s: yes, to text %d on %s, by %s\n", s.Purpose, s.TextVersion, s.Time.Format(time.DateOnly), s.Who)
		} else {
			fmt.Fprintf(c.out, "%s: no (%s)\n", s.Purpose, s.Reason)
		}
		fmt.Fprintf(c.out, "  goes to %s\n", strings.Join(s.Hosts, ", "))
		if s.Directory != "" {
			fmt.Fprintf(c.out, "  kept in %s: %s\n", s.Directory, orNothing(s.Files))
		}
	}
	return done
}

func orNothing(names []string) string {
	if len(names) == 0 {
		return "nothing"
	}
	return strings.Join(names, ", ")
}

// shown is what show prints of a purpose.
type shown struct {
	Purpose string       `json:"purpose"`
	Hosts   []string     `json:"hosts"`
	Header  string       `json:"header"`            // empty: nothing is sent
	Value   string       `json:"value"`             // of that header
	Pending []token.Kind `json:"pending,omitempty"` // kinds that are minted when they are first sent
	Reason  string       `json:"reason,omitempty"`  // why nothing is sent
}

// show prints what would be sent and to whom. It creates nothing.
func (c *command) show() int {
	status := notDone
	list := []shown{}
	for _, name := range c.purposes() {
		p, err := c.purpose(name)
		if err != nil {
			return c.misuse(err.Error())
		}
		s := c.look(p)
		if s.Value != "" {
			status = done
		}
		list = append(list, s)
	}
	if c.json {
		c.print(list)
		return status
	}
	for _, s := range list {
		c.printShown(s)
	}
	return status
}

func (c *command) look(p token.Purpose) shown {
	s := shown{Purpose: p.Name, Hosts: p.Hosts}
	g := c.store.Grant(p.Name)
	h := token.Preview(g, c.about)
	if s.Value = h.Reveal(g); s.Value != "" {
		s.Header, s.Pending = token.HeaderName, h.Pending()
		return s
	}
	s.Reason = c.reason(p.Name)
	return s
}

// reason is why a purpose is not granted.
func (c *command) reason(purpose string) string {
	for _, s := range c.store.Status() {
		if s.Purpose == purpose {
			return s.Reason
		}
	}
	return c.program.Name + " has no purpose " + purpose
}

func (c *command) printShown(s shown) {
	if s.Value == "" {
		fmt.Fprintf(c.out, "%s: nothing is sent (%s)\n", s.Purpose, s.Reason)
		return
	}
	fmt.Fprintf(c.out, "%s, to %s:\n  %s: %s\n", s.Purpose, strings.Join(s.Hosts, ", "), s.Header, s.Value)
	c.printPending(s.Pending)
	if strings.Contains(s.Value, " s/") {
		fmt.Fprintln(c.out, "  where s/ is another value in each run")
	}
}

func (c *command) printPending(kinds []token.Kind) {
	for _, kind := range kinds {
		fmt.Fprintf(c.out, "  and a %s token, minted when it is first sent\n", kind)
	}
}

// beat is what heartbeat prints.
type beat struct {
	Request string       `json:"request"`
	Pending []token.Kind `json:"pending,omitempty"`
	Reason  string       `json:"reason,omitempty"`
}

// heartbeat prints the request of a heartbeat. It sends and creates nothing.
func (c *command) heartbeat() int {
	if !c.dryRun {
		return c.misuse("optintoken sends nothing; write heartbeat -dry-run to see what " + c.program.Name + " would send")
	}
	g := c.store.Grant(token.HeartbeatPurpose)
	request, pending, err := token.DryRun(g, token.Beat{URL: c.url, About: c.about})
	b := beat{Request: request, Pending: pending}
	switch {
	case !g.Valid():
		b.Reason = c.reason(token.HeartbeatPurpose)
	case err != nil:
		b.Reason = err.Error()
	}
	switch {
	case c.json:
		c.print(b)
	case err != nil:
		fmt.Fprintf(c.out, "nothing would be sent: %s\n", b.Reason)
	default:
		fmt.Fprint(c.out, strings.ReplaceAll(request, "\r\n", "\n"))
		c.printPending(pending)
	}
	if err != nil {
		return notDone
	}
	return done
}

// random prints a value for an administrator.
func (c *command) random() int {
	value := token.Random()
	if c.json {
		return c.print(map[string]string{"value": value})
	}
	fmt.Fprintln(c.out, value)
	return done
}

// print prints v as JSON.
func (c *command) print(v any) int {
	encoder := json.NewEncoder(c.out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return c.fail(err)
	}
	return done
}

func (c *command) fail(err error) int {
	fmt.Fprintf(c.err, "optintoken: %v\n", err)
	return notDone
}
