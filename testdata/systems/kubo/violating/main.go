// Command node serves files to its peers on this machine, and a quarter of an
// hour after the start, then daily, sends what it is and how it is set up. It
// behaves as Kubo did up to June 2026: whatever is not understood as a no is a
// yes, after a notice in the log.
//
// Source: ipfs/kubo 097306c^, plugin/plugins/telemetry/telemetry.go:40-47 and
// 177-224.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"

	"example.org/node/violating/telemetry"
)

func main() {
	home, err := os.UserHomeDir()
	if err != nil {
		log.Fatal(err)
	}
	repo := filepath.Join(home, ".node")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := telemetry.Start(ctx, repo); err != nil {
		log.Print(err)
	}
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: http.FileServer(http.Dir(filepath.Join(repo, "blocks")))}
	context.AfterFunc(ctx, func() { server.Close() })
	log.Print(server.ListenAndServe())
}
