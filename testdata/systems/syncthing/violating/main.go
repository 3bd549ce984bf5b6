// Command synced keeps a folder in step with the devices that its user has named.
// Beside that it reports usage if the user agreed to the present version of the
// report, and crashes and looks for upgrades without being asked. It behaves as
// Syncthing.
//
// Source: syncthing/syncthing 328d910, lib/config/optionsconfiguration.go:39-51
// and 60-61, lib/ur/usage_report.go:396-404, cmd/syncthing/main.go:172 and
// 474-487.
package main

import (
	"encoding/json"
	"errors"
	"log"
	"os"
	"path/filepath"
	"time"
)

// usageVersion is the version of the usage report; a user who agreed to an
// earlier one is asked again.
const usageVersion = 2

// options are the part of ~/.config/synced/config.json that is read here.
type options struct {
	Devices          []string `json:"devices"`
	URAccepted       int      `json:"urAccepted"` // 0 not asked, -1 no, else the version agreed to
	URUniqueID       string   `json:"urUniqueID"`
	CrashReporting   bool     `json:"crashReportingEnabled"`
	AutoUpgradeHours int      `json:"autoUpgradeIntervalH"`
}

// defaults are what holds where the file says nothing.
func defaults() options {
	return options{CrashReporting: true, AutoUpgradeHours: 12} // finding: optout/default-on optout/default-on
}

func main() {
	o, err := load()
	if err != nil {
		log.Fatal(err)
	}
	if o.CrashReporting {
		sendPanicLogs()
	}
	if o.URAccepted >= usageVersion {
		go reportUsage(o)
	}
	if o.AutoUpgradeHours > 0 && os.Getenv("STNOUPGRADE") == "" {
		go upgradeLoop(time.Duration(o.AutoUpgradeHours) * time.Hour)
	}
	for _, device := range o.Devices {
		if err := sync(device); err != nil { // behaviour: opt-in primary config:devices host=@user
			log.Print(err)
		}
	}
	select {}
}

// load reads the user's options over the defaults.
func load() (options, error) {
	o := defaults()
	dir, err := os.UserConfigDir()
	if err != nil {
		return o, err
	}
	text, err := os.ReadFile(filepath.Join(dir, "synced", "config.json"))
	if errors.Is(err, os.ErrNotExist) {
		return o, nil
	}
	if err != nil {
		return o, err
	}
	return o, json.Unmarshal(text, &o)
}
