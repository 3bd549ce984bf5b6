// Command own-address asks a forge of its own for the latest release.
package main

import (
	"context"
	"net/url"

	"github.com/google/go-github/v72/github"
)

func main() {
	base, err := url.Parse("https://releases.example/api/v3/")
	if err != nil {
		return
	}
	c := github.NewClient(nil)
	c.BaseURL = base
	_, _, _ = c.Repositories.GetLatestRelease(context.Background(), "tool", "tool") // behaviour: unconditional update // finding: telemetry/no-consent
}
