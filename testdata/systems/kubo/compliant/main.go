// Command node serves files to its peers on this machine. Only the one word "on"
// makes it send what it is and how it is set up, and only to the endpoint that
// the user has given. It behaves as Kubo does today.
//
// Source: ipfs/kubo 867cdc5, telemetry.go:184-206, 233-256 and 318-333.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"

	"example.org/node/compliant/telemetry"
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
