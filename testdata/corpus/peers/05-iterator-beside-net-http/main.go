// Command 05-iterator-beside-net-http splits a flag by an iterator in a
// program that also uses net/http for names.
package main

import (
	"flag"
	"net/http"
	"strings"
)

// no behaviours

type tags []string

func (t *tags) String() string { return strings.Join(*t, ",") }

func (t *tags) Set(text string) error {
	for tag := range strings.SplitSeq(text, ",") {
		*t = append(*t, tag)
	}
	return nil
}

func main() {
	var t tags
	flag.Var(&t, "tags", "build tags")
	flag.Parse()
	println(t.String(), http.StatusText(http.StatusOK))
}
