// Command sides-meet-before-send tests settings for other things on the way, and
// whatever they are it comes to the send.
package main

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
	"path/filepath"
)

type settings struct {
	Login *login `json:"login"`
}

type login struct {
	Own bool `json:"own"`
}

func load() (*settings, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return nil, err
	}
	s := &settings{}
	if text, err := os.ReadFile(filepath.Join(dir, "tool", "settings.json")); err == nil {
		return s, json.Unmarshal(text, s)
	}
	return s, nil
}

func start(s *settings) error {
	name := "none"
	if s.Login != nil && s.Login.Own {
		name = "own"
	}
	log.Print("login: ", name)
	if name == "" {
		return errors.New("no name")
	}
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
	return nil
}

func main() {
	if s, err := load(); err == nil {
		if err := start(s); err != nil {
			log.Fatal(err)
		}
	}
}
