// Command embedded-list-of-hosts reports what it was started for to those whom a
// file that is compiled in names, if a variable allows it.
package main

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"os"
)

//go:embed collectors.json
var list []byte

type collector struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type program struct {
	Collectors []collector `json:"collectors"`
}

func read() (program, error) {
	var p program
	err := json.Unmarshal(list, &p)
	return p, err
}

func (p program) collector(name string) (collector, bool) {
	for _, c := range p.Collectors {
		if c.Name == name {
			return c, true
		}
	}
	return collector{}, false
}

func main() {
	p, err := read()
	if err != nil || os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	if c, ok := p.collector("usage"); ok {
		http.Get(c.URL) // behaviour: opt-in usage env:X_TELEMETRY host=crashes.example,collector.example
	}
}
