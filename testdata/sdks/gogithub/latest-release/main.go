// Command latest-release asks GitHub for the latest release unless a variable
// says no.
package main

import (
	"context"
	"os"

	"github.com/google/go-github/v72/github"
)

func main() {
	if os.Getenv("X_NO_UPDATE_CHECK") != "" { // finding: optout/opt-out-env-only
		return
	}
	c := github.NewClient(nil)
	_, _, _ = c.Repositories.GetLatestRelease(context.Background(), "tool", "tool") // behaviour: opt-out update env:X_NO_UPDATE_CHECK
}
