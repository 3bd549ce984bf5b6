package differ_test

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/optincheck/optincheck/analyzers/egress/internal/differ"
)

// A setting gives a switch a value.
type setting struct{ kind, key, value string }

// A recorder is a proxy on loopback that answers every request itself, and
// notes for each run, which it knows by its credentials, where it sent.
type recorder struct {
	addr string
	mu   sync.Mutex
	runs int
	sent map[string]map[string]bool
}

func newRecorder(t testing.TB) *recorder {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r := &recorder{addr: listener.Addr().String(), sent: map[string]map[string]bool{}}
	server := &http.Server{Handler: r}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	return r
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	credentials := http.Request{Header: http.Header{"Authorization": req.Header["Proxy-Authorization"]}}
	run, _, _ := credentials.BasicAuth()
	r.mu.Lock()
	defer r.mu.Unlock()
	if hosts := r.sent[run]; hosts != nil {
		hosts[req.URL.Hostname()] = true
	}
}

// begin and end frame one run.
func (r *recorder) begin() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.runs++
	name := "run" + strconv.Itoa(r.runs)
	r.sent[name] = map[string]bool{}
	return name
}

func (r *recorder) end(name string) map[string]bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	hosts := r.sent[name]
	delete(r.sent, name)
	return hosts
}

// A runner runs one program, each state of its switches once.
type runner struct {
	t       testing.TB
	binary  string
	proxy   *recorder
	program *differ.Program
	seen    map[string]map[string]bool
}

// timeout ends a program that hangs; it has sent what it had to send.
const timeout = 10 * time.Second

// run runs the program with some switches set, in an environment that has
// nothing else, and returns where it sent.
func (r *runner) run(set ...setting) map[string]bool {
	r.t.Helper()
	key := ""
	for _, s := range set {
		key += s.kind + ":" + s.key + "=" + s.value + "\n"
	}
	if hosts, ok := r.seen[key]; ok {
		return hosts
	}
	home, err := os.MkdirTemp("", "differ")
	if err != nil {
		r.t.Fatal(err)
	}
	defer os.RemoveAll(home)
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	name := r.proxy.begin()
	cmd := exec.CommandContext(ctx, r.binary)
	cmd.Env = []string{"HTTP_PROXY=http://" + name + ":x@" + r.proxy.addr, "HOME=" + home, "DIFFER_PROGRAM=" + r.program.Name}
	r.set(cmd, home, set)
	out, err := cmd.CombinedOutput()
	if err != nil && (ctx.Err() != nil || strings.Contains(string(out), "panic: ") || strings.Contains(string(out), "fatal error: ")) {
		r.t.Errorf("%s with %v: %v\n%s\n%s", r.program.Name, set, err, out, r.program.Source())
	}
	r.seen[key] = r.proxy.end(name)
	return r.seen[key]
}

// set puts the settings where a user would put them.
func (r *runner) set(cmd *exec.Cmd, home string, set []setting) {
	r.t.Helper()
	var words []string
	config := map[string]any{}
	for _, s := range set {
		switch s.kind {
		case "env":
			cmd.Env = append(cmd.Env, s.key+"="+s.value)
		case "flag":
			cmd.Args = append(cmd.Args, "-"+s.key+"="+s.value)
		case "command":
			words = append(words, s.value)
		case "prompt":
			cmd.Stdin = strings.NewReader(s.value + "\n")
		case "config":
			config[s.key] = jsonValue(s.value)
		case "file":
			r.write(filepath.Join(home, strings.TrimPrefix(s.key, "~/")), s.value)
		default:
			r.t.Fatalf("%s names a switch of kind %s", r.program.Name, s.kind)
		}
	}
	cmd.Args = append(cmd.Args, words...)
	if len(config) > 0 {
		text, err := json.Marshal(config)
		if err != nil {
			r.t.Fatal(err)
		}
		r.write(filepath.Join(home, ".config", "tool", "config.json"), string(text))
	}
}

// jsonValue is the value of a setting in a file.
func jsonValue(text string) any {
	if b, err := strconv.ParseBool(text); err == nil {
		return b
	}
	return text
}

func (r *runner) write(name, text string) {
	if text == "(absent)" {
		return
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

// singles are all settings of one switch of the program.
func singles(p *differ.Program) (out []setting) {
	for _, s := range p.Switches {
		for _, v := range s.Values {
			out = append(out, setting{s.Kind, s.Key, v})
		}
	}
	return out
}

// pairs are all settings of two switches of the program, as far as both can be
// given at the same time.
func pairs(p *differ.Program) (out [][]setting) {
	all := singles(p)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.kind != b.kind || a.key != b.key {
				out = append(out, []setting{a, b})
			}
		}
	}
	return out
}

// sameSwitch reports whether a setting is of the switch that the audit names.
func sameSwitch(s setting, kind, key string) bool {
	return s.kind == kind && (s.key == key || kind == "prompt")
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
