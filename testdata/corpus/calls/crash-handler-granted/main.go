// Command crash-handler-granted sends when it panics, if a flag allows it.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("crash-reports", false, "send crash reports")
	flag.Parse()
	defer func() {
		if r := recover(); r != nil && *on {
			sendCrashReport()
		}
	}()
	work(os.Args)
}

func work(args []string) { println(args[1]) }

func sendCrashReport() {
	http.Get("https://crash.example/crash-reports") // behaviour: opt-in crash flag:crash-reports
}
