// Command positive-field lets a positive pflag with default false write a
// field.
package main

import (
	"net/http"
	"os"

	"github.com/spf13/pflag"
)

type options struct{ update bool }

func main() {
	var o options
	fs := pflag.NewFlagSet("tool", pflag.ExitOnError)
	fs.BoolVarP(&o.update, "update", "u", false, "look for updates")
	_ = fs.Parse(os.Args[1:])
	if o.update {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update
}
