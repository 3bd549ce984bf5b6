package identity_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/optincheck/optincheck/analyzers/identity"
	"github.com/optincheck/optincheck/policy"
)

// sources identify a machine or person, or are neutral: how the value v is had.
var sources = []struct{ identifies, neutral []string }{
	{identifies: []string{ // the name of the host
		`v, _ := os.Hostname()`,
		`var u syscall.Utsname; syscall.Uname(&u); v := fmt.Sprint(u.Nodename)`,
		`var u unix.Utsname; unix.Uname(&u); v := string(u.Nodename[:])`,
		file("/etc/hostname"), file("/proc/sys/kernel/hostname"), env("HOSTNAME"), env("COMPUTERNAME"),
		output("hostname"), output("uname", "-n"),
	}, neutral: []string{
		`var u syscall.Utsname; syscall.Uname(&u); v := fmt.Sprint(u.Release)`,
		file("/etc/os-release"), env("LANG"), output("uname", "-r"),
	}},
	{identifies: []string{ // addresses
		`all, _ := net.Interfaces(); v := fmt.Sprint(all)`,
		`one, _ := net.InterfaceByName("eth0"); v := one.HardwareAddr.String()`,
		`all, _ := net.InterfaceAddrs(); v := all[0].String()`,
		`one, _ := net.InterfaceByIndex(1); list, _ := one.Addrs(); v := list[0].String()`,
		file("/sys/class/net/eth0/address"), output("ip", "addr"), output("ifconfig"),
		`conn, _ := net.FileConn(os.Stdin); v := conn.LocalAddr().String()`,
	}, neutral: []string{
		`one, _ := net.InterfaceByIndex(1); v := fmt.Sprint(one.MTU)`,
		file("/sys/class/net/eth0/mtu"),
	}},
	{identifies: []string{ // the person
		`who, _ := user.Current(); v := who.Username`,
		`who, _ := user.LookupId("0"); v := who.Name`,
		`v := fmt.Sprint(os.Getuid())`,
		`v, _ := os.UserHomeDir()`,
		`v, _ := os.UserConfigDir()`,
		env("USER"), env("LOGNAME"), env("USERNAME"), env("HOME"), env("SUDO_USER"), env("SSH_CLIENT"),
		output("git", "config", "user.email"),
	}, neutral: []string{
		`home, _ := os.UserHomeDir(); info, _ := os.Stat(home); v := fmt.Sprint(info.IsDir())`,
		output("git", "config", "core.pager"),
	}},
	{identifies: []string{ // the machine
		file("/etc/machine-id"), file("/var/lib/dbus/machine-id"), file("/etc/hostid"), file("/proc/sys/kernel/random/boot_id"),
		file("/sys/class/dmi/id/product_uuid"), file("/sys/class/dmi/id/product_serial"), file("/sys/class/dmi/id/board_serial"),
		file("/sys/class/dmi/id/chassis_serial"), file("/proc/cpuinfo"),
		`key, _ := registry.OpenKey(0, "SOFTWARE", 1); v, _, _ := key.GetStringValue("MachineGuid")`,
		output("ioreg", "-rd1"), output("dmidecode", "-s"), output("wmic", "csproduct", "get", "UUID"),
	}, neutral: []string{
		file("/proc/meminfo"),
		`key, _ := registry.OpenKey(0, "SOFTWARE", 1); v, _, _ := key.GetStringValue("ProductName")`,
	}},
	{identifies: []string{ // libraries
		`v, _ := machineid.ID()`,
		`v, _ := machineid.ProtectedID("app")`,
		`v, _ := host.HostID()`,
		`info, _ := host.Info(); v := info.HostID`,
		`one, _ := uuid.NewUUID(); v := one.String()`,
		`one, _ := uuid.NewV6(); v := one.String()`,
		`v := string(uuid.NodeID())`,
		`v := fmt.Sprint(uuid.SetNodeInterface("eth0"))`,
		`one, _ := gofrs.NewV1(); v := one.String()`,
		`one, _ := gofrs.NewV6(); v := one.String()`,
		`one, _ := satori.NewV1(); v := one.String()`,
		`v := xid.New().String()`,
	}, neutral: []string{
		`info, _ := host.Info(); v := info.Platform`,
		`v := uuid.New().String()`,
		`v := uuid.NewString()`,
		`one, _ := uuid.NewRandom(); v := one.String()`,
		`one, _ := uuid.NewV7(); v := one.String()`,
	}},
	{identifies: []string{ // paths and arguments
		`v, _ := os.Getwd()`,
		`v, _ := os.Executable()`,
		`v := os.Args[0]`,
		`v := string(debug.Stack())`,
		`info, _ := debug.ReadBuildInfo(); v := fmt.Sprint(info.Settings)`,
	}, neutral: []string{
		`info, _ := debug.ReadBuildInfo(); v := info.Main.Version`,
		`v := runtime.GOOS`,
		`v := runtime.GOARCH`,
		`v := runtime.Version()`,
		`v := fmt.Sprint(runtime.NumCPU())`,
		`v := crand.Text()`,
		`seen, _ := os.Hostname(); log.Print(seen); v := "1.0"`,
		`seen, _ := os.Hostname(); v := fmt.Sprint(len(seen))`,
	}},
}

func file(name string) string {
	return fmt.Sprintf("text, _ := os.ReadFile(%q); v := string(text)", name)
}

func env(name string) string { return fmt.Sprintf("v := os.Getenv(%q)", name) }

func output(argv ...string) string {
	return fmt.Sprintf(`text, _ := exec.Command("%s").Output(); v := string(text)`, strings.Join(argv, `", "`))
}

// propagators turn v into something else that tells as much.
var propagators = []string{
	`v = event{Name: v}.Name`,
	`v = map[string]string{"k": v}["k"]`,
	`v = fmt.Sprintf("%x", v)`,
	`v = base64.StdEncoding.EncodeToString([]byte(v))`,
	`sum := sha256.Sum256([]byte(v)); v = hex.EncodeToString(sum[:])`,
	`h := sha256.New(); h.Write([]byte(v)); v = string(h.Sum(nil))`,
	`m := hmac.New(sha256.New, []byte("salt")); io.WriteString(m, v); v = string(m.Sum(nil))`,
	`v = strings.ToLower(v)[:3]`,
	`var buf bytes.Buffer; json.NewEncoder(&buf).Encode(event{Name: v}); v = buf.String()`,
	`v = func() string { return v }()`,
	`p := &event{}; p.Name = v; v = p.Name`,
	`c := make(chan string, 1); c <- v; v = <-c`,
}

// carriers take v away.
var carriers = []string{
	`req, _ := http.NewRequest("GET", "https://collector.example/", nil); req.Header.Set("X-V", v); http.DefaultClient.Do(req)`,
	`q := url.Values{"v": {v}}; http.Get("https://collector.example/?" + q.Encode())`,
	`body, _ := json.Marshal(event{Name: v}); http.Post("https://collector.example/", "application/json", bytes.NewReader(body))`,
	`req, _ := http.NewRequest("GET", "https://collector.example/", nil); req.AddCookie(&http.Cookie{Name: "v", Value: v}); http.DefaultClient.Do(req)`,
	`net.LookupHost(v + ".collector.example")`,
	`exec.Command("curl", "-A", v, "https://collector.example/").Run()`,
	`conn, err := net.Dial("tcp", "collector.example:443"); if err == nil { fmt.Fprintln(conn, v) }`,
}

// perSource is how many carriers each source goes into, by way of two
// propagators each.
const perSource = 3

// TestMatrix puts each source through propagators into carriers, one program
// for each kind of source.
func TestMatrix(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "libraries"))); err != nil {
		t.Fatal(err)
	}
	var programs []string
	n := 0
	for i, kind := range sources {
		for part, list := range [][]string{kind.identifies, kind.neutral} {
			name := fmt.Sprintf("telemetry%d%d", i, part)
			programs = append(programs, name)
			write(t, filepath.Join(dir, "src", name), program(list, part == 0, &n))
		}
	}
	analysistest.Run(t, dir, identity.New(policy.Builtin()), programs...)
}

// program sends each value by functions of its own; n counts them, so that
// propagators and carriers take turns.
func program(values []string, wanted bool, n *int) string {
	var body, calls strings.Builder
	for _, v := range values {
		for range perSource {
			fmt.Fprintf(&body, "func usage%d() {\n%s", *n, v)
			if wanted {
				fmt.Fprint(&body, " // want `identity/host-identity`")
			}
			fmt.Fprintf(&body, "\n%s\n%s\n%s\n}\n", propagators[*n%len(propagators)], propagators[(*n/3+1)%len(propagators)], carriers[*n%len(carriers)])
			fmt.Fprintf(&calls, "usage%d()\n", *n)
			*n++
		}
	}
	return preamble + "func main() {\n" + calls.String() + "}\n" + body.String()
}

func write(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// preamble imports what any of them may need.
const preamble = `package main

import (
	"bytes"
	"crypto/hmac"
	crand "crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/denisbrodbeck/machineid"
	gofrs "github.com/gofrs/uuid"
	"github.com/google/uuid"
	"github.com/rs/xid"
	satori "github.com/satori/go.uuid"
	"github.com/shirou/gopsutil/host"
	"golang.org/x/sys/unix"
	"golang.org/x/sys/windows/registry"
)

var (
	_ = []any{bytes.NewReader, hmac.New, crand.Text, sha256.New, base64.StdEncoding, hex.EncodeToString, json.Marshal, fmt.Sprint, io.WriteString, log.Print}
	_ = []any{net.Dial, http.Get, url.Parse, os.Getenv, exec.Command, user.Current, runtime.GOOS, debug.Stack, strings.ToLower, syscall.Uname}
	_ = []any{machineid.ID, gofrs.NewV1, uuid.New, xid.New, satori.NewV1, host.Info, unix.Uname, registry.OpenKey}
)

type event struct{ Name string }

`
