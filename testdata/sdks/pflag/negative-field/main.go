// Command negative-field lets a negative pflag with default false write a
// field.
package main

import (
	"net/http"
	"os"

	"github.com/spf13/pflag"
)

type options struct{ skipUpdate bool }

func main() {
	var o options
	fs := pflag.NewFlagSet("tool", pflag.ExitOnError)
	fs.BoolVarP(&o.skipUpdate, "skip-update", "s", false, "do not look for updates") // finding: optout/default-on
	_ = fs.Parse(os.Args[1:])
	if !o.skipUpdate {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update flag:skip-update
}
