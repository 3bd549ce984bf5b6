// Package config holds the settings.
package config

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// Config is all settings.
type Config struct {
	Usage bool `json:"usage"`
}

// Load returns the defaults, overlaid by the user's file.
func Load() Config {
	c := Config{
		Usage: true, // audit-finding: optout/default-on
	}
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}
