package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/optincheck/optincheck/policy/token"
)

// changed is what grant, revoke and rotate print with -json.
type changed struct {
	Purpose string `json:"purpose"`
	Granted bool   `json:"granted"`
	Rotated bool   `json:"rotated,omitempty"`
}

// grant shows the text of a purpose and asks.
func (c *command) grant() int {
	if len(c.args) == 0 {
		return c.misuse("grant what? It takes one of " + strings.Join(c.all(), ", "))
	}
	name := c.args[0]
	if _, err := c.purpose(name); err != nil {
		return c.misuse(err.Error())
	}
	if err := c.store.Vetoed(); err != nil {
		return c.fail(fmt.Errorf("not granted: %w", err))
	}
	text := c.program.Statement(name)
	fmt.Fprint(c.err, text)
	who, err := c.ask()
	if err != nil {
		return c.fail(err)
	}
	if _, err := c.store.Agree(name, text, who); err != nil {
		return c.fail(fmt.Errorf("not granted: %w", err))
	}
	return c.report(changed{Purpose: name, Granted: true}, name+" is granted; optintoken revoke takes it back")
}

// errNo is the answer no.
var errNo = errors.New("not granted; nothing was written")

// ask asks for a yes and says who gave it. Only the word itself is one: an
// empty answer, the end of the input and anything else are no.
func (c *command) ask() (who string, err error) {
	if c.yes {
		return "a person who typed -yes", nil
	}
	if !isTerminal(c.in) {
		return "", errors.New("not granted: there is nobody to ask without a terminal; a person can type -yes instead")
	}
	fmt.Fprint(c.err, "\nType yes to agree. Anything else, and just Enter, is no: ")
	answer, err := bufio.NewReader(c.in).ReadString('\n')
	if err != nil || strings.TrimRight(answer, "\r\n") != "yes" {
		return "", errNo
	}
	return "a person at the terminal", nil
}

// isTerminal reports whether a person may be at the other end. The null device
// looks the same and answers nothing, which is no.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// revoke takes consent back; for all purposes unless one is named. The name of
// a purpose that the program no longer has is as good as any.
func (c *command) revoke() int {
	status := done
	for _, name := range c.purposes() {
		if err := c.store.Revoke(name); err != nil {
			status = c.fail(err)
			continue
		}
		c.report(changed{Purpose: name}, name+" is not granted, and nothing is kept for it")
	}
	return status
}

// rotate deletes identifiers; of all granted purposes unless one is named.
func (c *command) rotate() int {
	rotated, status := false, done
	for _, name := range c.purposes() {
		g := c.store.Grant(name)
		if len(c.args) == 0 && !g.Valid() {
			continue
		}
		if err := token.Rotate(g); err != nil {
			return c.fail(fmt.Errorf("%s was not rotated: %w", name, err))
		}
		rotated = true
		status = c.report(changed{name, true, true}, name+" has no identifiers now; new ones are minted when they are first sent")
	}
	if !rotated {
		return c.fail(errors.New("nothing is granted, so there is nothing to rotate"))
	}
	return status
}

// report prints what was done.
func (c *command) report(v changed, text string) int {
	if c.json {
		return c.print(v)
	}
	fmt.Fprintln(c.out, text)
	return done
}
