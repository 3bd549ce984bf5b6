// Command own-address-granted asks a forge of its own for the latest release
// if a variable allows it.
package main

import (
	"context"
	"net/url"
	"os"

	"github.com/google/go-github/v72/github"
)

func main() {
	if os.Getenv("X_UPDATE_CHECK") != "1" {
		return
	}
	base, err := url.Parse("https://releases.example/api/v3/")
	if err != nil {
		return
	}
	c := github.NewClient(nil)
	c.BaseURL = base
	_, _, _ = c.Repositories.GetLatestRelease(context.Background(), "tool", "tool") // behaviour: opt-in update env:X_UPDATE_CHECK
}
