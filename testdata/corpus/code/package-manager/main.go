// Command package-manager installs the programs that its arguments name.
package main

import (
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"os"
	"path/filepath"
)

const index = "https://packages.collector.example/index.json"

func main() {
	flag.Parse()
	if flag.Arg(0) != "install" {
		return
	}
	addresses := map[string]string{}
	if resp, err := http.Get(index); err == nil { // behaviour: unconditional unknown
		json.NewDecoder(resp.Body).Decode(&addresses)
		resp.Body.Close()
	}
	for _, name := range flag.Args()[1:] {
		install(name, addresses[name]) // behaviour: unconditional unknown host=@user
	}
}

func install(name, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	program, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join("/opt/bin", name), program, 0o755)
}
