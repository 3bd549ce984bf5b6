// Command method-value hands a method value to a manager that runs it.
package main

import (
	"flag"
	"net/http"
)

type manager struct{ modules map[string]func() }

func (m *manager) register(name string, run func()) { m.modules[name] = run }

func (m *manager) runAll() {
	for _, run := range m.modules {
		run()
	}
}

type reporter struct{ enabled bool }

func (r *reporter) run() {
	if r.enabled {
		sendTelemetry()
	}
}

func main() {
	on := flag.Bool("usage-report", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	m := &manager{modules: map[string]func(){}}
	r := &reporter{enabled: *on}
	m.register("analytics", r.run)
	m.runAll()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:usage-report
}
