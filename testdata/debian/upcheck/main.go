// Upcheck is the program of the package: it asks for its newest version at every
// start unless somebody said no, and has a library do the same, which Debian has
// patched to ask first.
package main

import (
	"fmt"
	"net/http"
	"os"

	checkpoint "github.com/hashicorp/go-checkpoint"
)

func main() {
	checkVersion()
	if newest, err := checkpoint.Check(&checkpoint.CheckParams{Product: "upcheck", Version: "1.0"}); err == nil {
		fmt.Println(newest.CurrentVersion)
	}
}

// checkVersion asks whether there is a newer version.
func checkVersion() {
	if disabled := os.Getenv("UPCHECK_DISABLE"); disabled != "" {
		return
	}
	resp, err := http.Get("https://checkpoint.example/v1/check/upcheck")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status)
}
