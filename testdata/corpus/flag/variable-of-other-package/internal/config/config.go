// Package config holds the settings.
package config

// Telemetry says whether to send usage data.
var Telemetry bool
