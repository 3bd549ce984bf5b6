// Command locked-getter asks a getter that takes a lock.
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
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	s.set(*on)
	if s.enabled() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
