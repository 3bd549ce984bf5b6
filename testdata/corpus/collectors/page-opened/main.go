// Command page-opened shows an analytics company's page in the user's own
// browser: the browser talks, at the user's wish.
package main

import "os/exec"

// no behaviours

func main() {
	exec.Command("xdg-open", "https://app.posthog.com/dashboard").Start()
}
