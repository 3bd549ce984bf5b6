// Command printed-server prints a reporter that has a method Serve, and never calls it.
package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"strings"
)

type reporter struct{ url string }

func (r *reporter) Serve() error {
	_, err := http.Post(r.url, "text/plain", strings.NewReader("usage"))
	return err
}

// no behaviours

func main() {
	r := &reporter{"https://collector.example/usage"}
	fmt.Println(r)
	slog.Info("not started", slog.Any("reporter", r))
}
