// Command getdeb updates the lists of packages and downloads packages, from the
// mirrors that the administrator has written into /etc/getdeb/sources.list. It
// behaves as APT: to connect to a mirror is what it is for, a timer exists and
// is off, and the request says no more than the program's name and version.
//
// Source: apt 2.6.1, apt.systemd.daily:53-54 and 396-397
// (APT::Periodic::Update-Package-Lists is 0); the LWN article: "it needs to
// connect to the network to accomplish its primary function".
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	sourcesList = "/etc/getdeb/sources.list"
	periodic    = "/etc/getdeb/periodic" // days between updates by the timer
	lists       = "/var/lib/getdeb/lists"
	agent       = "Debian GETDEB-HTTP/1.3 (2.6.1)"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: getdeb update | download FILE... | daily")
		os.Exit(2)
	}
	var err error
	switch os.Args[1] {
	case "update":
		err = update()
	case "download":
		err = download(os.Args[2:])
	case "daily": // by the timer
		if days() > 0 {
			err = update()
		}
	default:
		err = fmt.Errorf("unknown command %s", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "getdeb:", err)
		os.Exit(1)
	}
}

// days is what the administrator set; nothing set is 0, never.
func days() int {
	text, err := os.ReadFile(periodic)
	if err != nil {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSpace(string(text)))
	return n
}

// mirrors reads the lines "deb URL SUITE".
func mirrors() (urls []string, err error) {
	f, err := os.Open(sourcesList)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if words := strings.Fields(lines.Text()); len(words) == 3 && words[0] == "deb" {
			urls = append(urls, words[1]+"/dists/"+words[2])
		}
	}
	return urls, lines.Err()
}

func update() error {
	urls, err := mirrors()
	if err != nil {
		return err
	}
	for _, u := range urls {
		if err := fetch(u+"/InRelease", filepath.Join(lists, strings.NewReplacer("/", "_", ":", "_").Replace(u))); err != nil { // behaviour: opt-in primary command:update,file:/etc/getdeb/sources.list needs=all host=@user
			return err
		}
	}
	return nil
}

// download fetches files of the pool from the first mirror that has them.
func download(files []string) error {
	urls, err := mirrors()
	if err != nil {
		return err
	}
	for _, file := range files {
		err := errors.New("no mirror")
		for _, u := range urls {
			if err = fetch(u+"/../../"+file, path.Base(file)); err == nil { // behaviour: opt-in primary file:/etc/getdeb/sources.list host=@user
				break
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func fetch(url, file string) error {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	req.Header.Set("User-Agent", agent)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, resp.Status)
	}
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, resp.Body)
	return errors.Join(err, out.Close())
}
