// Command leader reports from one node of a cluster: who leads is nobody's
// consent.
package main

import (
	"net/http"
	"os"
	"time"
)

// A node takes part in a cluster.
type node struct{ leader bool }

func (n *node) amLeader() bool { return n.leader }

// elect asks the others who leads.
func (n *node) elect(votes <-chan int) {
	n.leader = <-votes > 1
}

func main() {
	n := &node{}
	votes := make(chan int, 1)
	votes <- os.Getpid()
	for range time.Tick(time.Hour) {
		n.elect(votes)
		if !n.amLeader() {
			continue
		}
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
