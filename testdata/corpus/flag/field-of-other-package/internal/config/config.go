// Package config holds the settings.
package config

// Config is all settings.
type Config struct{ Reporting Reporting }

// Reporting is about usage data.
type Reporting struct{ Enabled bool }
