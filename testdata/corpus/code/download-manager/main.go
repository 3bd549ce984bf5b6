// Command download-manager fetches what its arguments name.
package main

import (
	"flag"
	"io"
	"net/http"
	"os"
	"path"
)

func main() {
	executable := flag.Bool("x", false, "make what is fetched executable")
	flag.Parse()
	for _, url := range flag.Args() {
		fetch(url, *executable) // behaviour: unconditional unknown host=@user
	}
}

func fetch(url string, executable bool) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	file, err := os.Create(path.Base(url))
	if err != nil {
		return err
	}
	defer file.Close()
	if executable {
		file.Chmod(0o755)
	}
	_, err = io.Copy(file, resp.Body)
	return err
}
