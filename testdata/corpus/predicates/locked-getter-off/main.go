// Command locked-getter-off asks a getter that takes a lock; the flag behind
// it is off.
package main

import (
	"flag"
	"net/http"
	"sync"
)

type settings struct {
	mu     sync.RWMutex
	enable bool
}

func (s *settings) enabled() bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.enable
}

func (s *settings) set(on bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.enable = on
}

func main() {
	var s settings
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	s.set(*on)
	if s.enabled() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
