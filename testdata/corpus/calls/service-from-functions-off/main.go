// Command service-from-functions-off makes a service of three methods, which
// a manager starts by an interface, and a flag is off.
package main

import (
	"flag"
	"net/http"
)

type service interface{ start() error }

// basic is a service made of functions.
type basic struct{ starting, running, stopping func() error }

func (b *basic) start() error {
	for _, step := range []func() error{b.starting, b.running, b.stopping} {
		if step == nil {
			continue
		}
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func newBasic(starting, running, stopping func() error) service {
	return &basic{starting, running, stopping}
}

type reporter struct {
	service
	enabled bool
}

func newReporter(enabled bool) *reporter {
	r := &reporter{enabled: enabled}
	r.service = newBasic(nil, r.running, nil)
	return r
}

func (r *reporter) running() error {
	if r.enabled {
		sendTelemetry()
	}
	return nil
}

type manager struct{ services []service }

func (m *manager) add(s service) { m.services = append(m.services, s) }

func (m *manager) serve() {
	for _, s := range m.services {
		if s.start() != nil {
			return
		}
	}
}

func main() {
	on := flag.Bool("usage-report", false, "send usage data")
	flag.Parse()
	var m manager
	m.add(newReporter(*on))
	m.serve()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:usage-report
}
