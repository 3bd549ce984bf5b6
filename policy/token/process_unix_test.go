//go:build unix

package token

import (
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// nobody is a user that owns nothing.
const nobody = 65534

// limit makes the process one for which writing fails.
func limit(mode string) {
	switch mode {
	case "full":
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{}); err != nil {
			panic(err)
		}
	case "client", "agree":
		if os.Geteuid() == 0 && os.Getenv("TOKEN_TEST_USER") != "" {
			if err := syscall.Setuid(nobody); err != nil { // modes mean nothing to root
				panic(err)
			}
		}
	}
}

func TestFullDiskMeansNoTokenAndNoFailure(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.now = time.Now()
	w.agree("usage")
	wantEqual(t, "child", start(t, "full", w.home, nil).output(t), "true||feedget/1.4 s/.")
	if got := tree(t, filepath.Dir(w.file(recordName))); len(got) != 1 {
		t.Errorf("left %v", got)
	}
}

func TestReadOnlyDiskMeansNoTokenAndNoFailure(t *testing.T) {
	t.Setenv("TOKEN_TEST_USER", "nobody")
	w := newWorld(t)
	w.now = time.Now()
	w.agree("usage")
	if os.Geteuid() == 0 {
		must(t, os.Chmod(filepath.Dir(filepath.Dir(w.home)), 0o755))
		must(t, os.Chown(w.home, nobody, nobody))
		for _, name := range tree(t, w.home) {
			must(t, os.Chown(filepath.Join(w.home, name), nobody, nobody))
		}
	}
	dir := filepath.Dir(w.file(recordName))
	must(t, os.Chmod(dir, 0o500))
	wantEqual(t, "child", start(t, "client", w.home, nil).output(t), "true||feedget/1.4 s/.")
	must(t, os.Chmod(dir, 0o700))
	must(t, w.start(example()).Revoke("usage"))
	must(t, os.Chmod(w.home, 0o500))
	wantEqual(t, "agreeing failed", start(t, "agree", w.home, nil).output(t), "true")
	must(t, os.Chmod(w.home, 0o700))
}

func TestFilesOpenToOthersAreNotTrusted(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"client.1", recordName, ""} {
		for _, mode := range []os.FileMode{0o040, 0o004, 0o020, 0o002} {
			w := newWorld(t)
			_, g := w.agree("usage")
			wantMinted(t, value(g))
			info, err := os.Lstat(w.file(name))
			must(t, err)
			must(t, os.Chmod(w.file(name), info.Mode().Perm()|mode))
			if got := value(g); got != "" {
				t.Errorf("%q with mode %o gave a token", name, mode)
			}
		}
	}
}

func TestFilesOfAnotherOwnerAreNotTrusted(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 { // only root can give files away; but it has files
		info, err := os.Lstat("/")
		must(t, err)
		wantEqual(t, "root's directory is ours", ownedByUs(info), false)
		return
	}
	for _, name := range []string{"client.1", recordName, ""} {
		w := newWorld(t)
		s, g := w.agree("usage")
		wantMinted(t, value(g))
		must(t, os.Chown(w.file(name), nobody, nobody))
		wantEqual(t, name+" gave", value(g), "")
		wantEqual(t, "granted by a record of somebody else", s.Grant("usage").Valid(), name == "client.1")
	}
	w := newWorld(t)
	_, g := w.agree("usage")
	file := filepath.Join(w.system, "feedget", "org_token")
	write(t, file, "acme")
	must(t, os.Chown(file, nobody, nobody))
	org, _ := OrganisationTokens(g)
	wantEqual(t, "tokens of a file that somebody put there", len(org), 0)
}

func TestAdministratorsFileThatAnybodyCanWriteIsNotTrusted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	file := filepath.Join(w.system, "feedget", "org_token")
	write(t, file, "acme")
	org, _ := OrganisationTokens(g)
	wantEqual(t, "tokens", len(org), 1)
	must(t, os.Chmod(file, 0o666))
	org, _ = OrganisationTokens(g)
	wantEqual(t, "tokens of a file open to all", len(org), 0)
}

func TestPipeInPlaceOfAFileDoesNotBlock(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	must(t, syscall.Mkfifo(w.file("client.1"), 0o600))
	wantEqual(t, "token", value(g), "")
	must(t, os.Remove(w.file(recordName)))
	must(t, syscall.Mkfifo(w.file(recordName), 0o600))
	wantEqual(t, "granted", s.Grant("usage").Valid(), false)
}
