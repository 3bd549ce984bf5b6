package main

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"net"
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
	UserID  string `json:"user_id"`
	Disable int    `json:"disable"`
}

// track reports that a command was used.
func track(command string) {
	if os.Getenv("DJANGO_NO_ANALYTICS") != "" {
		return
	}
	s := load()
	if s.Disable == 1 { // finding: optout/default-on
		return
	}
	if s.UserID == "" {
		fmt.Fprintln(os.Stderr, "webkit reports anonymous usage data; DJANGO_NO_ANALYTICS=1 turns that off.")
		s.UserID = uuid1()
		save(s)
	}
	http.PostForm("https://www.google-analytics.com/collect", url.Values{ // behaviour: opt-out usage env:DJANGO_NO_ANALYTICS,config:disable needs=any host=www.google-analytics.com // finding: telemetry/third-party-collector // own-finding: netscope/undeclared-function
		"v":   {"1"},
		"tid": {"UA-0000000-1"},
		"aip": {"1"},
		"t":   {"event"},
		"cid": {s.UserID},
		"ec":  {command},
		"cd1": {version},
		"cd2": {runtime.Version()},
		"cd3": {runtime.GOOS},
	})
}

// uuid1 is a UUID of version 1: the time in units of 100 ns since 1582, and
// the hardware address.
func uuid1() string {
	var u [16]byte
	now := uint64(time.Now().UnixNano()/100) + 0x01b21dd213814000
	binary.BigEndian.PutUint32(u[0:], uint32(now))
	binary.BigEndian.PutUint16(u[4:], uint16(now>>32))
	binary.BigEndian.PutUint16(u[6:], uint16(now>>48)&0x0fff|0x1000)
	binary.BigEndian.PutUint16(u[8:], uint16(os.Getpid())&0x3fff|0x8000)
	cards, _ := net.Interfaces()
	for _, card := range cards {
		if len(card.HardwareAddr) == 6 {
			copy(u[10:], card.HardwareAddr) // finding: identity/host-identity
			break
		}
	}
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[0:4], u[4:6], u[6:8], u[8:10], u[10:])
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
