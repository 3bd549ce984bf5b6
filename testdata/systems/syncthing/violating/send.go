package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

const (
	version  = "v1.30.0"
	usageURL = "https://data.synced.example/newdata"
	crashURL = "https://crash.synced.example/newcrash"
	newest   = "https://upgrades.synced.example/meta.json"
)

var client = &http.Client{Timeout: 30 * time.Second}

// sync tells a device which blocks there are here.
func sync(device string) error {
	conn, err := net.Dial("tcp", device)
	if err != nil {
		return err
	}
	defer conn.Close()
	_, err = fmt.Fprintln(conn, "synced", version)
	return err
}

// reportUsage sends once a day how synced is used.
func reportUsage(o options) {
	for ; ; time.Sleep(24 * time.Hour) {
		body, err := json.Marshal(map[string]any{
			"urVersion": usageVersion, "uniqueID": o.URUniqueID, "version": version,
			"platform": runtime.GOOS + "-" + runtime.GOARCH, "numDevices": len(o.Devices),
		})
		if err != nil {
			return
		}
		resp, err := client.Post(usageURL, "application/json", bytes.NewReader(body)) // behaviour: opt-in usage config:urAccepted host=data.synced.example
		if err == nil {
			resp.Body.Close()
		}
	}
}

// sendPanicLogs sends the logs of earlier crashes.
func sendPanicLogs() {
	dir, err := os.UserCacheDir()
	if err != nil {
		return
	}
	logs, _ := filepath.Glob(filepath.Join(dir, "synced", "panic-*.log"))
	for _, name := range logs {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		req, err := http.NewRequest(http.MethodPut, fmt.Sprintf("%s/%x", crashURL, sha256.Sum256(text)), bytes.NewReader(text))
		if err != nil {
			continue
		}
		resp, err := client.Do(req) // behaviour: opt-out crash config:crashReportingEnabled host=crash.synced.example // own-finding: netscope/undeclared-function
		if err == nil {
			resp.Body.Close()
			os.Rename(name, name+".reported")
		}
	}
}

// upgradeLoop looks for a newer release.
func upgradeLoop(interval time.Duration) {
	for ; ; time.Sleep(interval) {
		resp, err := client.Get(newest) // behaviour: opt-out update config:autoUpgradeIntervalH,env:STNOUPGRADE needs=any host=upgrades.synced.example // own-finding: netscope/undeclared-function
		if err != nil {
			continue
		}
		var release struct {
			Tag string `json:"tag_name"`
		}
		err = json.NewDecoder(resp.Body).Decode(&release)
		resp.Body.Close()
		if err == nil && release.Tag != version {
			log.Print("there is a newer version: ", release.Tag)
		}
	}
}
