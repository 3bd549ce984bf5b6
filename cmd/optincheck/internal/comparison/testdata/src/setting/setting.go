// Package setting is opt-in in a way of its own: a field of a settings file
// that is false where there is none. Turning it off deletes the token.
//
// Weaker: administrator-refuses environment-refuses heartbeat-background
// heartbeat-consent links newer-record owner per-purpose plain-files
// record-binding redaction redirects size
package setting

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

type settings struct {
	Statistics bool
}

func dir() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(config, "setting"), nil
}

// load reads the settings; without a file, or with a bad one, all is off.
func load() settings {
	d, err := dir()
	if err != nil {
		return settings{}
	}
	text, err := os.ReadFile(filepath.Join(d, "settings.json"))
	if err != nil {
		return settings{}
	}
	var s settings
	if err := json.Unmarshal(text, &s); err != nil {
		return settings{}
	}
	return s
}

// Off turns statistics off.
func Off() error {
	d, err := dir()
	if err != nil {
		return err
	}
	return errors.Join(os.Remove(filepath.Join(d, "settings.json")), os.Remove(filepath.Join(d, "token")))
}

var form = regexp.MustCompile(`^[A-Za-z0-9_-]{22}$`)

// token returns the token, and makes one when it is first needed.
func token() (string, error) {
	d, err := dir()
	if err != nil {
		return "", err
	}
	if text, err := os.ReadFile(filepath.Join(d, "token")); err == nil {
		value := string(bytes.TrimSpace(text))
		if form.MatchString(value) {
			return value, nil
		}
		return "", errors.New("malformed token")
	}
	return mint(d)
}

func mint(d string) (string, error) {
	b := make([]byte, 17)
	rand.Read(b)
	value := base64.RawURLEncoding.EncodeToString(b)[:22]
	if err := os.MkdirAll(d, 0o700); err != nil {
		return "", err
	}
	f, err := os.OpenFile(filepath.Join(d, ".new"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	_, err = f.Write([]byte(value))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", err
	}
	return value, os.Link(filepath.Join(d, ".new"), filepath.Join(d, "token"))
}

// Report says that the program runs.
func Report() error {
	if !load().Statistics {
		return nil
	}
	value, err := token()
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodHead, "https://stats.example/run", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Setting-Token", value)
	client := &http.Client{Timeout: 250 * time.Millisecond}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
