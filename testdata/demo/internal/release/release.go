// Package release knows about new versions.
package release

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// Notify prints a line if there is a newer version than current.
func Notify(current string) {
	if os.Getenv("DEMO_NO_UPDATE_CHECK") != "" {
		return
	}
	resp, err := http.Get("https://api.github.com/repos/example/demo/releases/latest")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var release struct {
		Name string `json:"tag_name"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&release); err == nil && release.Name != current {
		fmt.Fprintln(os.Stderr, "demo", release.Name, "is available")
	}
}

// Download writes the newest release to w.
func Download(w io.Writer) error {
	resp, err := http.Get("https://releases.demo.example/latest/demo.tar.gz")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(w, resp.Body)
	return err
}
