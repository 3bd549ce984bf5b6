// Command asked runs what the user asks for.
package main

import (
	"flag"
	"io"
	"net/http"
	"os"
	"os/exec"
)

func main() {
	addon := flag.String("addon", "", "address of an addon")
	flag.Parse()
	switch flag.Arg(0) {
	case "upgrade":
		install("https://dl.example.org/latest", "/opt/example/example")
	case "get":
		install("https://dl.example.org/tools/"+flag.Arg(1), "/opt/example/"+flag.Arg(1))
	}
	if *addon != "" {
		install(*addon, "/opt/example/addon")
		exec.Command("/opt/example/addon").Run()
	}
}

func install(url, name string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return os.WriteFile(name, body, 0o755)
}
