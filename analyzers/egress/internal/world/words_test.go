package world

import (
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	tests := map[string]string{
		"SendHTTPReport_v2":    "send http report v",
		"DO_NOT_TRACK":         "do not track",
		"no-usage-report":      "no usage report",
		"ur.Service.send":      "ur service send",
		"URAccepted":           "ur accepted",
		"K6UsageReport":        "k usage report",
		"checkForUpdates":      "check for updates",
		"ÄnderungMelden":       "änderung melden",
		"":                     "",
		"123":                  "",
		"github.com/x/y:F.G$1": "github com x y f g",
	}
	for name, want := range tests {
		if got := strings.Join(Words(name), " "); got != want {
			t.Errorf("Words(%q) = %q; want %q", name, got, want)
		}
	}
}

// Words that are common in programs which report nothing show no purpose.
func TestNoPurpose(t *testing.T) {
	w := mustLoad(t)
	names := strings.Fields(`client metrics stats report version update upgrade error crash panic usage check latest
		statsHandler reportLintErrors printUsage cpuUsageStats prometheusMetrics sendMetrics getVersion NewVersion
		checkServerVersion checkProtocolVersion checkConfig walCheckpoint getUpdates pollUpdates updateRecord upgrader.Upgrade
		reportProgress errorReport panicHandler uploadFile collectData sendEvent postMessage notifyUsers isTTY newClient
		trackNumber feedbackLoop logSegmentKey phoneNumber homeDir entry nonstop`)
	for _, name := range names {
		if purpose, evidence, ok := w.Purpose([]string{name}); ok {
			t.Errorf("%s shows purpose %s: %s", name, purpose, evidence)
		}
	}
}

// What a name promises to decide, and what it only speaks of.
func TestPromises(t *testing.T) {
	w := mustLoad(t)
	for name, want := range map[string]string{
		"NO_TELEMETRY": "usage", "analytics.enabled": "usage", "X_NO_UPDATE_NOTIFIER": "update", "no-update": "update", "crash-reports": "crash",
		"TELEMETRY_URL": "", "analytics-interval": "", "upgrade-version": "", "heartbeat": "", "verbose": "", "update": "",
	} {
		if got, ok := w.Promise(name); got != want || ok != (want != "") {
			t.Errorf("%s promises %q, want %q", name, got, want)
		}
	}
}

// The switches of real Go programs: what they are about, and whether setting
// one says no. Some names say nothing.
func TestSwitchesOfRealPrograms(t *testing.T) {
	w := mustLoad(t)
	tests := []struct {
		name, purpose string
		negative      bool
	}{
		{"CHECKPOINT_DISABLE", "update", true},
		{"DASH_DISABLE_TELEMETRY", "usage", true},
		{"DECK_ANALYTICS", "usage", false},
		{"DISABLE_CRASH_REPORT", "crash", true},
		{"DO_NOT_TRACK", "usage", true},
		{"EARTHLY_DISABLE_ANALYTICS", "usage", true},
		{"HOOKDECK_CLI_TELEMETRY_OPTOUT", "usage", true},
		{"INFLUXD_REPORTING_DISABLED", "", true},
		{"INFRACOST_SELF_HOSTED_TELEMETRY", "usage", false},
		{"INFRACOST_SKIP_UPDATE_CHECK", "update", true},
		{"K6_NO_USAGE_REPORT", "usage", true},
		{"PULUMI_SKIP_UPDATE_CHECK", "update", true},
		{"SCOUT_DISABLE", "", true},
		{"SQA_OPT_OUT", "", true},
		{"STNOUPGRADE", "", false},
		{"WERF_TELEMETRY", "usage", false},
		{"telemetry.enabled", "usage", false},
		{"disable-anonymous-metrics", "usage", true},
		{"NO_COLOR", "", true},
		{"BLOCK_SIZE", "", false},
		{"STOP_TIMEOUT", "", false},
		{"LOG_LEVEL", "", false},
	}
	for _, tt := range tests {
		purpose, _, _ := w.Purpose([]string{tt.name})
		if negative := w.Negative(tt.name); purpose != tt.purpose || negative != tt.negative {
			t.Errorf("%s: purpose %q, negative %t; want %q, %t", tt.name, purpose, negative, tt.purpose, tt.negative)
		}
	}
}

// Among several names the most telling counts, then the nearest.
func TestPurposeOfSeveralNames(t *testing.T) {
	w := mustLoad(t)
	tests := []struct {
		names             []string
		purpose, evidence string
	}{
		{[]string{"send", "heartbeat", "telemetry"}, "usage", "the name telemetry says usage"},
		{[]string{"crashReport", "checkForUpdates"}, "crash", "the name crashReport says crash"},
		{[]string{"checkForUpdates", "crashReport"}, "update", "the name checkForUpdates says update"},
		{[]string{"crashTelemetry"}, "crash", "the name crashTelemetry says crash"},
		{[]string{"send", "client"}, "", ""},
		{nil, "", ""},
	}
	for _, tt := range tests {
		purpose, evidence, ok := w.Purpose(tt.names)
		if purpose != tt.purpose || evidence != tt.evidence || ok != (tt.purpose != "") {
			t.Errorf("Purpose(%q) = %q, %q, %t; want %q, %q", tt.names, purpose, evidence, ok, tt.purpose, tt.evidence)
		}
	}
}

// A name made up to have very many cuts costs no time.
func TestPurposeOfHostileName(t *testing.T) {
	w := mustLoad(t)
	if _, _, ok := w.Purpose([]string{strings.Repeat("no", 1<<16) + "x"}); ok {
		t.Error("a run of no shows a purpose")
	}
}

func TestCIVariables(t *testing.T) {
	w := mustLoad(t)
	for _, env := range sorted(w.ci) {
		if !w.CI(env) || w.Negative(env) {
			t.Errorf("CI variable %s: CI %t, negative %t", env, w.CI(env), w.Negative(env))
		}
	}
	for _, env := range []string{"NO_TELEMETRY", "HOME", "ci", "CI_TELEMETRY"} {
		if w.CI(env) {
			t.Errorf("%s is no CI variable", env)
		}
	}
}

func TestUserCommand(t *testing.T) {
	w := mustLoad(t)
	for command, want := range w.commands {
		if got, ok := w.UserCommand(strings.Fields(command)); !ok || got != want {
			t.Errorf("UserCommand(%s) = %q, %t; want %q", command, got, ok, want)
		}
	}
	tests := map[string]string{
		"self-update":           "update",
		"selfupdate":            "update",
		"cli upgrade":           "update",
		"version --check":       "update",
		"version --verbose":     "",
		"check --version":       "",
		"serve --check-updates": "update",
		"telemetry send":        "usage",
		"telemetry":             "",
		"send":                  "",
		"run":                   "",
		"serve":                 "",
		"auto-update":           "",
		"":                      "",
	}
	for command, want := range tests {
		if got, ok := w.UserCommand(strings.Fields(command)); got != want || ok != (want != "") {
			t.Errorf("UserCommand(%s) = %q, %t; want %q", command, got, ok, want)
		}
	}
}

// Each identity source of the data is found by its own look-up.
func TestIdentity(t *testing.T) {
	w := mustLoad(t)
	lookups := map[string]func(string) (Identity, bool){
		"symbol":   w.Identity,
		"field":    w.IdentityField,
		"file":     w.IdentityFile,
		"env":      w.IdentityEnv,
		"registry": w.IdentityRegistry,
		"exec":     func(s string) (Identity, bool) { return w.IdentityExec(strings.Fields(s)) },
	}
	for id, want := range w.identity {
		name := strings.ReplaceAll(id[1], "*", "eth0")
		if got, ok := lookups[id[0]](name); !ok || got != want {
			t.Errorf("%s %s is %v, %t; want %v", id[0], name, got, ok, want)
		}
	}
}

func TestIdentityVariants(t *testing.T) {
	w := mustLoad(t)
	got := []string{}
	note := func(id Identity, ok bool) { got = append(got, id.Class) }
	note(w.Identity("github.com/shirou/gopsutil/v4/host:HostID"))
	note(w.Identity("github.com/google/uuid:New"))
	note(w.Identity("os:ReadFile"))
	note(w.IdentityFile("/sys/class/net/eth0/address"))
	note(w.IdentityFile("/sys/class/net/eth0/mtu"))
	note(w.IdentityExec([]string{"/bin/uname", "-n"}))
	note(w.IdentityExec([]string{"uname", "-m"}))
	note(w.IdentityExec(nil))
	want := []string{"machine", "random", "", "network", "", "host", "", ""}
	if !slices.Equal(got, want) {
		t.Errorf("classes %q; want %q", got, want)
	}
}

func TestToken(t *testing.T) {
	w := mustLoad(t)
	for name, want := range map[string]bool{
		"ClientID": true, "anonymous_id": true, "X-Install-Token": true, "uuid": true, "MachineFingerprint": true,
		"RequestID": false, "trace_id": false, "Version": false, "Identical": false, "csrf_token": false, "video": false,
	} {
		if got := w.Token(name); got != want {
			t.Errorf("Token(%q) = %t, want %t", name, got, want)
		}
	}
}

func TestTurn(t *testing.T) {
	w := mustLoad(t)
	for symbol, want := range map[string]string{
		"crypto/sha256:Sum256": "hash", "hash:Hash.Sum": "hash", "github.com/denisbrodbeck/machineid/v2:ProtectedID": "hash",
		"github.com/denisbrodbeck/machineid:ID": "", "encoding/hex:EncodeToString": "text", "net/http:Get": "",
	} {
		if got := w.Turn(symbol); got != want {
			t.Errorf("Turn(%s) = %q, want %q", symbol, got, want)
		}
	}
}

func TestField(t *testing.T) {
	w := mustLoad(t)
	for names, want := range map[[2]string]string{
		{"Event", "ID"}: "Event.ID", {"errorEvent", "UUID"}: "errorEvent.UUID", {"Message", "Id"}: "Message.Id",
		{"EventClient", "ID"}: "ID", {"Report", "ID"}: "ID", {"Event", "ClientID"}: "ClientID", {"Event", "Name"}: "Name", {"", "ID"}: "ID",
	} {
		if got := w.Field(names[0], names[1]); got != want {
			t.Errorf("Field(%q, %q) = %q, want %q", names[0], names[1], got, want)
		}
	}
}

// Every word that tells that a program is deployed does so, whatever its case.
func TestDeployed(t *testing.T) {
	w := mustLoad(t)
	for _, value := range []string{"prod", "Production", "release", "live"} {
		if !w.Deployed(value) {
			t.Errorf("%s is not found", value)
		}
	}
	for _, value := range []string{"", "demo", "dev", "1", "true"} {
		if w.Deployed(value) {
			t.Errorf("%q is found", value)
		}
	}
}
