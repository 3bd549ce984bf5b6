package main

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

const version = "1.11"

// settings is the file ~/.config/webkit/metrics.json.
type settings struct {
	Allowed bool   `json:"allowed"`
	UserID  string `json:"user_id,omitempty"`
}

// track reports that a command was used, if the user turned that on. The
// command does not wait long for it, and does not care how it ends.
func track(command string) {
	s := load()
	if !s.Allowed || os.Getenv("DJANGO_NO_ANALYTICS") != "" {
		return
	}
	client := &http.Client{Timeout: 2 * time.Second}
	resp, err := client.PostForm("https://metrics.webkit.example/collect", values(command, s.UserID)) // behaviour: opt-in usage config:allowed host=metrics.webkit.example
	if err == nil {
		resp.Body.Close()
	}
}

func values(command, user string) url.Values {
	return url.Values{"user": {user}, "command": {command}, "version": {version}, "os": {runtime.GOOS}}
}

// metrics is the command of that name.
func metrics(arg string) error {
	switch arg {
	case "on":
		return save(settings{Allowed: true, UserID: rand.Text()})
	case "off":
		return os.Remove(file())
	case "show":
		fmt.Println(values("COMMAND", load().UserID).Encode())
		return nil
	}
	return errors.New("usage: webkit metrics on|off|show")
}

func file() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "webkit", "metrics.json")
}

func load() (s settings) {
	if text, err := os.ReadFile(file()); err == nil {
		json.Unmarshal(text, &s)
	}
	return s
}

func save(s settings) error {
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file()), 0o700); err != nil {
		return err
	}
	return os.WriteFile(file(), text, 0o600)
}
