package token

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func checkFreshInstallGrantsNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s := w.start(example())
	if s.Grant("usage").Valid() || s.Grant("heartbeat").Valid() {
		t.Error("granted, and nobody was asked")
	}
	if got := tree(t, w.home); len(got) != 0 {
		t.Errorf("looking created %v", got)
	}
}

func TestAgreementIsRecorded(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.agree("usage")
	if !w.start(example()).Grant("usage").Valid() {
		t.Error("the next process does not know of the agreement")
	}
	if w.start(example()).Grant("heartbeat").Valid() {
		t.Error("agreeing to one purpose granted another")
	}
	r, err := parseRecord([]byte(contents(t, w.file(recordName))))
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "text", r.Text, 1)
	wantEqual(t, "who", r.Who, "the test, by hand")
	wantEqual(t, "time", r.Time, noon)
}

func checkAgreeNeedsTheTextThatWasShown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s := w.start(example())
	statement := s.program.Statement("usage")
	for name, answer := range map[string][3]string{
		"no text":         {"usage", "", "the test"},
		"another purpose": {"heartbeat", statement, "the test"},
		"changed text":    {"usage", statement + "!", "the test"},
		"no such purpose": {"crash", "", "the test"},
		"nobody":          {"usage", statement, ""},
		"a line break":    {"usage", statement, "the\ntest"},
	} {
		if g, err := s.Agree(answer[0], answer[1], answer[2]); err == nil || g.Valid() {
			t.Errorf("%s: agreed", name)
		}
	}
	if got := tree(t, w.home); len(got) != 0 {
		t.Errorf("created %v", got)
	}
}

func TestConsentDoesNotCoverAChangedText(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*Purpose){
		"newer version":             func(p *Purpose) { p.TextVersion++ },
		"other words, same version": func(p *Purpose) { p.Text += " And more." },
		"another host":              func(p *Purpose) { p.Hosts = append(p.Hosts, "second.example") },
		"another kind of token":     func(p *Purpose) { p.Tokens = p.Tokens[:1] },
		"kept for longer":           func(p *Purpose) { p.MaxAgeDays = 30 },
	} {
		w := newWorld(t)
		w.agree("usage")
		p := example()
		change(&p.Purposes[0])
		s := w.start(p)
		if s.Grant("usage").Valid() {
			t.Errorf("%s: still granted", name)
		}
		if !agree(t, s, "usage").Valid() {
			t.Errorf("%s: cannot be agreed to", name)
		}
	}
	w := newWorld(t)
	w.agree("usage")
	p := example()
	p.Version = "1.5"
	if !w.start(p).Grant("usage").Valid() {
		t.Error("a new version of the program alone took consent away")
	}
}

func TestNewAgreementBeginsWithoutOldIdentifiers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	old := value(g)
	p := example()
	p.Purposes[0].TextVersion = 2
	if again := value(agree(t, w.start(p), "usage")); again == old {
		t.Error("the identifier outlived the text under which it was minted")
	}
}

func TestAgreeingTwiceKeepsIdentifiers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	wantEqual(t, "client", value(agree(t, s, "usage")), value(g))
}

func checkBadRecordMeansNo(t *testing.T) {
	t.Parallel()
	good := newRecord(example(), example().Purposes[0], "the test", noon)
	edit := func(change func(*record)) string {
		r := good
		change(&r)
		text, err := r.format()
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	text := edit(func(*record) {})
	for name, bad := range map[string]string{
		"empty":                "",
		"not JSON":             "granted\n",
		"null":                 "null\n",
		"cut short":            text[:len(text)/2],
		"without last newline": strings.TrimSuffix(text, "\n"),
		"more after it":        text + text,
		"with a NUL":           text + "\x00",
		"unknown field":        strings.Replace(text, "{", "{\n  \"note\": \"x\",", 1),
		"field twice":          strings.Replace(text, "{", "{\n  \"consent\": \"granted\",", 1),
		"other capitals":       strings.Replace(text, `"consent"`, `"Consent"`, 1),
		"true is not granted":  edit(func(r *record) { r.Consent = "true" }),
		"yes is not granted":   edit(func(r *record) { r.Consent = "yes" }),
		"Granted":              edit(func(r *record) { r.Consent = "Granted" }),
		"refused":              edit(func(r *record) { r.Consent = "refused" }),
		"nothing said":         edit(func(r *record) { r.Consent = "" }),
		"future format":        edit(func(r *record) { r.Format = 2 }),
		"no format":            edit(func(r *record) { r.Format = 0 }),
		"another program's":    edit(func(r *record) { r.Program = "other" }),
		"another purpose's":    edit(func(r *record) { r.Purpose = "heartbeat" }),
		"older text":           edit(func(r *record) { r.Text = 0 }),
		"newer text":           edit(func(r *record) { r.Text = 2 }),
		"another text":         edit(func(r *record) { r.Digest = strings.Repeat("0", 64) }),
		"from the future":      edit(func(r *record) { r.Time = noon.Add(48 * time.Hour) }),
		"a gigabyte":           text + strings.Repeat(" ", 1<<16),
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.put(recordName, bad)
			s := w.start(example())
			if g := s.Grant("usage"); g.Valid() || g.held != nil {
				t.Error("granted")
			}
			if st := s.Status()[0]; st.Granted || st.Reason == "" {
				t.Errorf("status %+v, want the reason", st)
			}
			if !agree(t, s, "usage").Valid() {
				t.Error("cannot be agreed to again")
			}
		})
	}
	w := newWorld(t)
	w.put(recordName, text)
	if !w.start(example()).Grant("usage").Valid() {
		t.Error("the unchanged record is not read either")
	}
}

func TestRecordOfAFutureFormatSaysSo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(recordName, `{"format": 7, "consent": {"usage": "granted"}}`)
	wantReason(t, w.start(example()), "format 7, newer")
}

func TestRecordThatIsNoPlainFileMeansNo(t *testing.T) {
	t.Parallel()
	for name, put := range badFiles {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			s, _ := w.agree("usage")
			put(t, w.file(recordName))
			if s.Grant("usage").Valid() {
				t.Error("granted")
			}
		})
	}
}

// badFiles put something in the place of a good file.
var badFiles = map[string]func(t *testing.T, file string){
	"directory": func(t *testing.T, file string) {
		os.Remove(file)
		must(t, os.Mkdir(file, 0o700))
	},
	"link to the file itself": func(t *testing.T, file string) {
		must(t, os.Rename(file, file+".moved"))
		must(t, os.Symlink(file+".moved", file))
	},
	"dangling link": func(t *testing.T, file string) {
		os.Remove(file)
		must(t, os.Symlink(file+".nowhere", file))
	},
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestPurposeDirectoryThatIsALinkMeansNo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, _ := w.agree("usage")
	dir := filepath.Dir(w.file(recordName))
	elsewhere := filepath.Join(w.home, "elsewhere")
	must(t, os.Rename(dir, elsewhere))
	must(t, os.Symlink(elsewhere, dir))
	if s.Grant("usage").Valid() {
		t.Error("granted by a directory that is somewhere else")
	}
	wantReason(t, s, "is not a directory")
	must(t, s.Revoke("usage"))
	write(t, dir, "")
	wantReason(t, s, "is not a directory")
	if _, err := os.Stat(filepath.Join(elsewhere, recordName)); err != nil {
		t.Error("revoking followed the link and deleted what is behind it")
	}
}

func wantReason(t *testing.T, s *Store, want string) {
	t.Helper()
	if got := s.Status()[0].Reason; !strings.Contains(got, want) {
		t.Errorf("the reason is %q, want %q", got, want)
	}
}

func checkVetoes(t *testing.T) {
	t.Parallel()
	for name, veto := range map[string]func(w *world){
		"DO_NOT_TRACK=1":         func(w *world) { w.env["DO_NOT_TRACK"] = "1" },
		"DO_NOT_TRACK=0 as well": func(w *world) { w.env["DO_NOT_TRACK"] = "0" },
		"file for all programs":  func(w *world) { write(w.t, filepath.Join(w.system, refusalName), "") },
		"file for this program":  func(w *world) { write(w.t, filepath.Join(w.system, "feedget", refusalName), "no") },
		"directory of that name": func(w *world) { must(w.t, os.Mkdir(filepath.Join(w.system, refusalName), 0o700)) },
		"dangling link": func(w *world) {
			must(w.t, os.Symlink("/nowhere", filepath.Join(w.system, refusalName)))
		},
		"file where the directory should be": func(w *world) { write(w.t, filepath.Join(w.system, "feedget"), "") },
	} {
		t.Run(name, func(t *testing.T) {
			if name == "file where the directory should be" && goos == "windows" {
				return // Windows says "does not exist" there, and there is no refusal
			}
			w := newWorld(t)
			s, g := w.agree("usage")
			must(t, s.Vetoed())
			veto(w)
			if s.Vetoed() == nil {
				t.Error("the veto is not named")
			}
			if g.Valid() || s.Grant("usage").Valid() {
				t.Error("still granted")
			}
			if got := Tokens(g, About{}).Reveal(g); got != "" {
				t.Errorf("still shows %q", got)
			}
			s.Revoke("usage")
			if _, err := s.Agree("usage", s.program.Statement("usage"), "the test"); err == nil {
				t.Error("could be agreed to under a veto")
			}
			if got := tree(t, w.home); len(got) != 0 {
				t.Errorf("agreeing under a veto left %v", got)
			}
		})
	}
}

func checkNothingButAPersonGrants(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, name := range []string{"DO_NOT_TRACK", "FEEDGET_USAGE", "FEEDGET_OPTIN", "FEEDGET_TELEMETRY", "OPTIN_USAGE"} {
		w.env[name] = ""
	}
	w.env["FEEDGET_USAGE"], w.env["FEEDGET_OPTIN"], w.env["OPTIN_USAGE"] = "1", "granted", "on"
	text, err := newRecord(example(), example().Purposes[0], "the administrator", noon).format()
	must(t, err)
	for _, dir := range []string{"", "feedget", "feedget/optin", "feedget/optin/usage"} {
		write(t, filepath.Join(w.system, dir, recordName), string(text))
		write(t, filepath.Join(w.system, dir, "optin-granted"), "")
	}
	if w.start(example()).Grant("usage").Valid() {
		t.Error("the administrator or a variable agreed for the user")
	}
}

func checkRevokeDeletesConsentAndIdentifiers(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	Tokens(g, About{Environment: w.system})
	beat := agree(t, s, "heartbeat")
	kept := value(beat)

	must(t, s.Revoke("usage"))
	if g.Valid() || s.Grant("usage").Valid() {
		t.Error("still granted")
	}
	for _, name := range tree(t, w.home) {
		if strings.Contains(name, "usage") {
			t.Errorf("%s is left", name)
		}
	}
	wantEqual(t, "identifier of the other purpose", value(beat), kept)

	must(t, s.Revoke("heartbeat"))
	if got := tree(t, w.home); len(got) != 0 {
		t.Errorf("left %v", got)
	}
	must(t, s.Revoke("heartbeat")) // nothing there is no error
}

func TestRevokeHoldsInEveryProcessAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	must(t, w.start(example()).Revoke("usage"))
	if g.Valid() || value(g) != "" {
		t.Error("a process that runs still has the grant")
	}
	if got := tree(t, w.home); len(got) != 0 {
		t.Errorf("the grant of a running process brought back %v", got)
	}
}

func TestRevokeFinishesOneThatWasCutShort(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	value(g)
	dir := filepath.Dir(w.file(recordName))
	must(t, os.Rename(dir, filepath.Join(filepath.Dir(dir), goneName+"usage."+random())))
	if g.Valid() {
		t.Error("granted by a directory on its way to removal")
	}
	must(t, s.Revoke("usage"))
	if got := tree(t, w.home); len(got) != 0 {
		t.Errorf("left %v", got)
	}
}

func checkRevokeNeedsNoGoodState(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.put(recordName, "garbage")
	w.put("client.1/deep/inside", "garbage")
	w.env["DO_NOT_TRACK"] = "1"
	must(t, w.start(example()).Revoke("usage"))
	if got := tree(t, w.home); len(got) != 0 {
		t.Errorf("left %v", got)
	}
}

func TestNoHomeDirectory(t *testing.T) {
	t.Parallel()
	s, err := Open(example(), Config{Getenv: func(string) string { return "" }})
	must(t, err)
	if s.Grant("usage").Valid() {
		t.Error("granted without a home")
	}
	if _, err := s.Agree("usage", s.program.Statement("usage"), "the test"); !errors.Is(err, errNoHome) {
		t.Errorf("got %v, want %v", err, errNoHome)
	}
	must(t, s.Revoke("usage"))
	wantEqual(t, "directory", s.Status()[0].Directory, "")
}

func TestClockGoingBackwards(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	minted := value(g)
	w.now = noon.Add(-time.Hour) // summer time, or a drifting clock
	wantEqual(t, "client an hour earlier", value(g), minted)
	w.now = time.Unix(0, 0) // no battery
	wantEqual(t, "client in 1970", value(g), "")
	w.now = noon
	wantEqual(t, "client when the clock is right again", value(g), minted)
}

func checkStatus(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	value(g)
	before := tree(t, w.home)
	all := s.Status()
	wantEqual(t, "purposes", len(all), 2)
	on, off := all[0], all[1]
	if !on.Granted || on.TextVersion != 1 || on.Who != "the test, by hand" || !on.Time.Equal(noon) {
		t.Errorf("got %+v", on)
	}
	if want := []string{"client.1", recordName}; !slices.Equal(on.Files, want) {
		t.Errorf("files %v, want %v", on.Files, want)
	}
	wantEqual(t, "directory", on.Directory, filepath.Dir(w.file(recordName)))
	if off.Granted || !strings.Contains(off.Reason, "nobody has agreed yet") || len(off.Files) != 0 {
		t.Errorf("got %+v", off)
	}
	if after := tree(t, w.home); !slices.Equal(before, after) {
		t.Errorf("looking changed %v into %v", before, after)
	}
}

func checkRecordIsPrivate(t *testing.T) {
	t.Parallel()
	if goos == "windows" {
		return // modes say nothing there; the profile's access list does
	}
	w := newWorld(t)
	_, g := w.agree("usage")
	value(g)
	for file, want := range map[string]fs.FileMode{
		w.file(recordName): 0o600, w.file("client.1"): 0o600, filepath.Dir(w.file(recordName)): 0o700 | fs.ModeDir,
	} {
		info, err := os.Lstat(file)
		must(t, err)
		wantEqual(t, file, info.Mode(), want)
	}
}
