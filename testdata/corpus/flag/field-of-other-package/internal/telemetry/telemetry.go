// Package telemetry sends usage data.
package telemetry

import (
	"net/http"

	"example.org/corpus/flag/field-of-other-package/internal/config"
)

// Sender sends what the settings allow.
type Sender struct{ config *config.Config }

// New returns a Sender.
func New(c *config.Config) *Sender { return &Sender{config: c} }

// Send reports once.
func (s *Sender) Send() {
	if !s.config.Reporting.Enabled {
		return
	}
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:reporting.enabled
}
