// Package config holds the settings.
package config

// Telemetry says whether to send usage data; the flag decides, not this.
var Telemetry = true
