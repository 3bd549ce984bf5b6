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
	var c Config
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}
