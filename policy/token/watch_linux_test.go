package token

import (
	"encoding/binary"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// A watch hears from the kernel which files below some directories are opened.
type watch struct {
	fd   int
	dirs map[int32]string
}

func newWatch(t *testing.T, dirs ...string) *watch {
	t.Helper()
	fd, err := syscall.InotifyInit1(syscall.IN_NONBLOCK | syscall.IN_CLOEXEC)
	must(t, err)
	t.Cleanup(func() { syscall.Close(fd) })
	w := &watch{fd, map[int32]string{}}
	for _, dir := range dirs {
		id, err := syscall.InotifyAddWatch(fd, dir, syscall.IN_OPEN|syscall.IN_CREATE|syscall.IN_MODIFY)
		must(t, err)
		w.dirs[int32(id)] = dir
	}
	return w
}

// seen returns what was opened or made since the last look, each name once.
func (w *watch) seen() []string {
	var names []string
	buf := make([]byte, 1<<16)
	for {
		n, err := syscall.Read(w.fd, buf)
		if err != nil || n <= 0 {
			slices.Sort(names)
			return slices.Compact(names)
		}
		for at := 0; at < n; {
			dir := w.dirs[int32(binary.NativeEndian.Uint32(buf[at:]))]
			size := int(binary.NativeEndian.Uint32(buf[at+12:]))
			name := strings.TrimRight(string(buf[at+16:at+16+size]), "\x00")
			names = append(names, filepath.Join(filepath.Base(dir), name))
			at += 16 + size
		}
	}
}

// TestNothingIsReadWhenOff asks the kernel what the package opens.
func TestNothingIsReadWhenOff(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	value(g)
	w.put("environment-x.1", strings.Repeat("x", 22))
	write(t, filepath.Join(w.system, "feedget", "org_token"), "acme")
	program := filepath.Join(w.home, "feedget")
	dirs := []string{w.home, w.system, program, filepath.Join(program, "optin"), filepath.Join(program, "optin", "usage"), filepath.Join(w.system, "feedget")}

	use := func() {
		s := w.start(example())
		g := s.Grant("usage")
		Tokens(g, About{Environment: w.system, Account: "anna"})
		resp, err := Transport(g, About{}, &recorder{}).RoundTrip(get(t, "https://collector.example/"))
		must(t, err)
		resp.Body.Close()
		<-Heartbeat(s.Grant(HeartbeatPurpose), Beat{Base: http.DefaultTransport})
	}
	watch := newWatch(t, dirs...)
	use()
	if got := watch.seen(); !slices.Contains(got, "usage/client.1") || !slices.Contains(got, "feedget/org_token") {
		t.Fatalf("with consent it opened %v: the watch does not see", got)
	}
	w.put(recordName, "no longer a record")
	watch.seen()
	use()
	if got, want := watch.seen(), []string{"usage/" + recordName}; !slices.Equal(got, want) {
		t.Errorf("without consent it opened %v, want %v alone", got, want)
	}
	w.env["DO_NOT_TRACK"] = "1"
	use()
	if got := watch.seen(); len(got) != 0 {
		t.Errorf("under DO_NOT_TRACK it opened %v, want nothing", got)
	}
}
