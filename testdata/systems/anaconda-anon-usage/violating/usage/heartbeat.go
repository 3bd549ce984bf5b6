package usage

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// ours are the hosts that a heartbeat may go to.
var ours = []string{"https://repo.example", "https://packages.example", "https://cloud.example"}

const (
	attempts = 3
	attempt  = 250 * time.Millisecond
)

// Heartbeat tells that an environment was activated. The result waits for it.
func Heartbeat(c Config) (wait func()) {
	target := target(c)
	if target == "" {
		return func() {}
	}
	agent := UserAgent(c)
	var sending sync.WaitGroup
	sending.Go(func() {
		client := &http.Client{Timeout: attempt} // proxies of the environment are honoured
		for range attempts {                     // row 51 C
			if beat(client, target, agent) == nil { // behaviour: opt-in heartbeat file:pkggetrc,file:.pkggetrc needs=any
				return
			}
		}
	})
	return sending.Wait
}

func beat(client *http.Client, target, agent string) error {
	req, err := http.NewRequest(http.MethodHead, target, nil)
	if err != nil {
		complain(err)
		return nil
	}
	req.Header.Set("User-Agent", agent)
	resp, err := client.Do(req)
	if err != nil {
		return err // row 53 C: and nobody prints it
	}
	return resp.Body.Close()
}

// target is where a heartbeat goes: the user's URL, or the first of our hosts
// among the channels.
func target(c Config) string {
	const path = "/noarch/activate-0.0.0-0.conda"
	switch c.Heartbeat {
	case "":
		return ""
	case "on":
		i := slices.IndexFunc(c.Channels, func(channel string) bool { // row 50 C
			return slices.ContainsFunc(ours, func(host string) bool { return strings.HasPrefix(channel, host+"/") })
		})
		if i < 0 {
			return ""
		}
		return c.Channels[i] + path
	}
	return strings.TrimSuffix(c.Heartbeat, "/") + path
}

// DryRun prints what a heartbeat would send.
func DryRun(c Config, w io.Writer) {
	fmt.Fprintf(w, "HEAD %s\nUser-Agent: %s\n", target(c), UserAgent(c))
}
