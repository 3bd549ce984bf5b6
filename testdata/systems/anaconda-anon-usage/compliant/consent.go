package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/optincheck/optincheck/policy/token"
)

// consent is what the user says about a purpose.
func consent(program token.Program, store *token.Store, args []string) error {
	if len(args) != 2 {
		return errors.New("usage: pkgget consent grant|revoke|rotate PURPOSE")
	}
	switch purpose := args[1]; args[0] {
	case "grant":
		return ask(program, store, purpose)
	case "revoke":
		return store.Revoke(purpose)
	case "rotate":
		return token.Rotate(store.Grant(purpose))
	}
	return fmt.Errorf("unknown command consent %q", args[0])
}

// ask shows the text and takes the one word for a yes.
func ask(program token.Program, store *token.Store, purpose string) error {
	text := program.Statement(purpose)
	fmt.Print(text, "\nType yes to agree; anything else, and just Enter, is no: ")
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if strings.TrimSpace(answer) != "yes" {
		return errors.New("not granted")
	}
	_, err := store.Agree(purpose, text, "a person who typed yes")
	return err
}
