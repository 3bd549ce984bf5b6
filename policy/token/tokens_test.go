package token

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

func checkRandomHas132Bits(t *testing.T) {
	t.Parallel()
	const samples = 4096
	var seen [valueLength]map[byte]bool
	all := map[string]bool{}
	for range samples {
		value := Random()
		wantMinted(t, value)
		all[value] = true
		for i := range valueLength {
			if seen[i] == nil {
				seen[i] = map[byte]bool{}
			}
			seen[i][value[i]] = true
		}
	}
	wantEqual(t, "different values", len(all), samples)
	for i, symbols := range seen { // 64 of them, each 1 of 64: one is missing once in 10^26 runs
		wantEqual(t, "symbols at one of 22 places", len(symbols), 64)
		if len(symbols) != 64 {
			t.Logf("place %d", i)
		}
	}
}

func checkClientTokenStays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	first := value(g)
	wantMinted(t, first)
	wantEqual(t, "second look", value(g), first)
	wantEqual(t, "next process", value(w.start(example()).Grant("usage")), first)
	wantEqual(t, "file", contents(t, w.file("client.1")), first+" 2026-09-03\n")
}

func checkPurposesShareNoIdentifier(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, usage := w.agree("usage")
	beat := agree(t, s, "heartbeat")
	for _, part := range strings.Fields(Tokens(usage, About{}).Reveal(usage))[1:] {
		if strings.Contains(Tokens(beat, About{}).Reveal(beat), part) {
			t.Errorf("%s travels for both purposes", part[:2])
		}
	}
}

func checkSessionToken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	before := tree(t, w.home)
	session := func(g Grant) string {
		tok, err := SessionToken(g)
		must(t, err)
		wantMinted(t, strings.TrimPrefix(tok.Reveal(g), "s/"))
		return tok.Reveal(g)
	}
	first := session(g)
	wantEqual(t, "same process", session(s.Grant("usage")), first)
	if session(w.start(example()).Grant("usage")) == first {
		t.Error("two processes have one session")
	}
	if !slices.Equal(tree(t, w.home), before) {
		t.Error("the session was stored")
	}
	for name, other := range map[string]*Store{"this": s, "another": w.start(example())} {
		before := session(s.Grant("usage"))
		must(t, other.Revoke("usage"))
		wantEqual(t, "granted", g.Valid(), false)
		agree(t, other, "usage")
		if session(g) == before {
			t.Errorf("the session outlived the consent that %s process took back", name)
		}
	}
}

func checkEnvironmentToken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	one, two := filepath.Join(w.system, "one"), filepath.Join(w.system, "two")
	environment := func(dir string) string {
		tok, _ := EnvironmentToken(g, dir)
		return tok.Reveal(g)
	}
	first := environment(one)
	wantMinted(t, strings.TrimPrefix(first, "e/"))
	wantEqual(t, "again", environment(one), first)
	wantEqual(t, "spelt otherwise", environment(filepath.Join(two, "x")+"/../../one/"), first)
	if environment(two) == first || strings.TrimPrefix(first, "e/") == value(g) {
		t.Error("two things have one token")
	}
	if got := tree(t, w.system); len(got) != 0 {
		t.Errorf("written outside the user's directory: %v", got)
	}
	for _, dir := range []string{"", ".", "env", "../env"} {
		wantEqual(t, "token of "+dir, environment(dir), "")
	}
}

// stored is what a token file may hold.
const stored = "abcdefghijklmnopqrstuv"

func checkFirstLineCounts(t *testing.T) {
	t.Parallel()
	wantRead(t, map[string]string{
		stored + " 2026-09-01\n":            stored,
		stored:                              stored,
		"\n \r\n\t" + stored + " \r\n":      stored,
		stored + " AbCdEfGh\n":              "", // token and host, as of old
		stored + " 2026-13-01\n":            "",
		stored + " 2026-09-09\n":            "", // from the future
		stored + "\t2026-09-01":             "",
		stored + "\nzyxwvutsrqponmlkjihgfe": stored,
	})
}

func checkCommentsMayFollow(t *testing.T) {
	t.Parallel()
	wantRead(t, map[string]string{
		stored + "\n# a comment\nanything: else\n": stored,
		"# a comment\n" + stored:                   "",
	})
}

func checkLengthDecides(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 36)
	wantRead(t, map[string]string{
		long + "\n":    long,
		long + "x\n":   "",
		"":             "new",
		"\n\n":         "new",
		stored[:21]:    "new",
		"torn 2026-09": "new",
	})
}

func checkContentIsValidated(t *testing.T) {
	t.Parallel()
	wantRead(t, map[string]string{
		"abcdefghijk\x00lmnopqrstuv":                   "",
		stored + "\x00":                                "",
		"abcdefghijk\nlmnopqrstuv":                     "new", // the first line is short
		stored + "\rX-Evil: 1":                         "",
		stored + "\r\nX-Evil: 1\r\n":                   stored, // and the rest is not looked at
		"X-Evil:1" + stored + "\n":                     "",
		"äbcdefghijklmnopqrstuv":                       "",
		stored + "==":                                  "",
		stored + "\n" + strings.Repeat("#", maxFile+1): "",
	})
}

// wantRead puts each content in the place of the client token, and wants that
// value, none for "", or one minted anew for "new".
func wantRead(t *testing.T, contentToValue map[string]string) {
	t.Helper()
	for content, want := range contentToValue {
		w := newWorld(t)
		_, g := w.agree("usage")
		w.put("client.1", content)
		got := value(g)
		if line := Tokens(g, About{}).Reveal(g); strings.ContainsAny(line, "\r\n\x00:=") || strings.Contains(line, "Evil") {
			t.Errorf("%.50q: the header is %q", content, line)
		}
		switch {
		case want == "new":
			wantMinted(t, got)
			wantEqual(t, "kept", value(g), got)
		case got != want:
			t.Errorf("%.50q: token %q, want %q", content, got, want)
		case want == "":
			wantEqual(t, "the file", contents(t, w.file("client.1")), content)
		}
	}
}

func TestHugeTokenFileIsNotRead(t *testing.T) { // alone, since it counts what is allocated
	w := newWorld(t)
	_, g := w.agree("usage")
	w.put("client.1", "")
	must(t, os.Truncate(w.file("client.1"), 1<<30)) // a hole of one gigabyte
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	wantEqual(t, "token", value(g), "")
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 1<<20 {
		t.Errorf("%d bytes were used to refuse it", used)
	}
}

func checkTokenFileThatIsNoPlainFile(t *testing.T) {
	t.Parallel()
	for name, put := range badFiles {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			_, g := w.agree("usage")
			old := value(g)
			put(t, w.file("client.1"))
			wantEqual(t, "token", value(g), "")
			if line := Tokens(g, About{}).Reveal(g); !strings.HasPrefix(line, "feedget/1.4 s/") {
				t.Errorf("header %q, want the session alone", line)
			}
			must(t, Rotate(g)) // which replaces it
			wantMinted(t, value(g))
			if value(g) == old {
				t.Error("the same one again")
			}
		})
	}
}

func checkErrorsHoldNoSecret(t *testing.T) {
	t.Parallel()
	const secret = "SECRETSECRETSECRETSECRET"
	for _, content := range []string{secret + "\x00", secret + " " + secret, strings.Repeat(secret, 1000), secret + " 2027-01-01"} {
		w := newWorld(t)
		_, g := w.agree("usage")
		w.put("client.1", content)
		_, err := ClientToken(g)
		if err == nil || strings.Contains(err.Error(), secret[:6]) {
			t.Errorf("got %v, want an error without the value", err)
		}
		if err != nil && !strings.Contains(err.Error(), "client.1") {
			t.Errorf("%v does not say which file", err)
		}
	}
	_, g := newWorld(t).agree("usage")
	if _, err := AccountToken(g, secret+"\n"); err == nil || strings.Contains(err.Error(), secret) {
		t.Errorf("got %v, want an error without the value", err)
	}
}

func checkTokenIsSyncedBeforeItHasItsName(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	var synced []string
	s.sync = func(f *os.File) error {
		if _, err := os.Lstat(w.file("client.1")); len(synced) == 0 && err == nil {
			t.Error("it has its name before it is on disk")
		}
		info, err := f.Stat()
		must(t, err)
		if !info.IsDir() && info.Size() == 0 {
			t.Error("synced before it was written")
		}
		synced = append(synced, filepath.Base(f.Name()))
		return nil
	}
	value(g)
	if len(synced) != 2 || !strings.HasPrefix(synced[0], ".new-") || synced[1] != "usage" {
		t.Errorf("synced %v, want the file and then its directory", synced)
	}
	if got := tree(t, filepath.Dir(w.file(""))); !slices.Equal(got, []string{"usage", "usage/client.1", "usage/" + recordName}) {
		t.Errorf("left %v", got)
	}
}

func checkNoTokenWhereItCannotBeSynced(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	s.sync = func(*os.File) error { return os.ErrDeadlineExceeded }
	wantEqual(t, "token", value(g), "")
	if got := tree(t, filepath.Dir(w.file(recordName))); !slices.Equal(got, []string{recordName}) {
		t.Errorf("left %v", got)
	}
}

func checkManyAtOnceGetOneToken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.agree("usage")
	grants := make([]Grant, 200)
	for i := range grants {
		grants[i] = w.start(example()).Grant("usage")
	}
	for _, days := range []int{0, 1000} { // the second time nothing is due
		w.now = noon.AddDate(0, 0, days)
		wantOne(t, atOnce(grants))
	}
	if got := tree(t, filepath.Dir(w.file(recordName))); !slices.Equal(got, []string{"client.1", recordName}) {
		t.Errorf("left %v", got)
	}
}

func TestManyAtOnceReplaceOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := example()
	p.Purposes[0].MaxAgeDays = 30
	agree(t, w.start(p), "usage")
	grants := make([]Grant, 80)
	for i := range grants {
		grants[i] = w.start(p).Grant("usage")
	}
	seen := map[string]bool{}
	for month := range 3 {
		w.now = noon.AddDate(0, 0, 30*month)
		seen[wantOne(t, atOnce(grants))] = true
	}
	wantEqual(t, "tokens in three months", len(seen), 3)
	w.put("client.3", "torn") // and a torn file is replaced once as well
	wantOne(t, atOnce(grants))
}

// atOnce has all of them look at the client token at the same moment.
func atOnce(grants []Grant) []string {
	values := make([]string, len(grants))
	start := make(chan struct{})
	var wg sync.WaitGroup
	for i, g := range grants {
		wg.Go(func() {
			<-start
			values[i] = value(g)
		})
	}
	close(start)
	wg.Wait()
	return values
}

func wantOne(t *testing.T, values []string) string {
	t.Helper()
	wantMinted(t, values[0])
	for _, v := range values {
		if v != values[0] {
			t.Fatalf("got different tokens: %q and %q", v, values[0])
		}
	}
	return values[0]
}

func TestRotateOnRequest(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	line := Tokens(g, About{Environment: w.system}).Reveal(g)
	must(t, Rotate(g))
	if got := tree(t, filepath.Dir(w.file(recordName))); !slices.Equal(got, []string{recordName}) {
		t.Errorf("rotating left %v", got)
	}
	if !s.Grant("usage").Valid() {
		t.Error("rotating took the consent away")
	}
	again := Tokens(g, About{Environment: w.system}).Reveal(g)
	wantEqual(t, "tokens", len(strings.Fields(again)), len(strings.Fields(line)))
	for _, part := range strings.Fields(line)[1:] {
		if strings.Contains(again, part) {
			t.Errorf("%s is the same as before", part[:2])
		}
	}
}

func TestRotateByAge(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := example()
	p.Purposes[0].MaxAgeDays = 30
	g := agree(t, w.start(p), "usage")
	first := value(g)
	w.now = noon.AddDate(0, 0, 29)
	wantEqual(t, "after 29 days", value(g), first)
	w.now = noon.AddDate(0, 0, 30).Truncate(24 * time.Hour) // as the day begins
	second := value(g)
	wantMinted(t, second)
	if second == first {
		t.Error("the same after 30 days")
	}
	if got := tree(t, filepath.Dir(w.file(recordName))); !slices.Equal(got, []string{"client.2", recordName}) {
		t.Errorf("kept %v", got)
	}
	w.put("client.2", strings.Repeat("z", 22)) // without a day: as old as can be
	if third := value(g); third == strings.Repeat("z", 22) {
		t.Error("a token of unknown age was kept")
	}

	forever := newWorld(t)
	_, g = forever.agree("usage")
	first = value(g)
	forever.now = noon.Add(100 * 365 * 24 * time.Hour)
	wantEqual(t, "after a century without a limit", value(g), first)
}

func checkAdministratorsTokens(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, g := w.agree("usage")
	w.env["FEEDGET_ORG_TOKEN"] = "from-env"
	write(t, filepath.Join(w.system, "feedget", "org_token"), "\n from_system \n# who set it\n")
	write(t, filepath.Join(w.home, "feedget", "org_token"), "from-env\n")
	write(t, filepath.Join(w.home, "feedget", "machine_token"), "from-home")
	write(t, filepath.Join(w.system, "feedget", ".org_token"), "dotted")
	write(t, filepath.Join(w.system, "feedget", "installer_token"), "installer")
	line := Tokens(g, About{}).Reveal(g)
	if !strings.HasSuffix(line, " o/from-env o/from_system m/from-home") {
		t.Errorf("got %q", line)
	}
}

func TestAdministratorsTokensAreAtMostEight(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	for i := range 20 {
		dir := filepath.Join(w.home, "system", strings.Repeat("x", i+1))
		write(t, filepath.Join(dir, "feedget", "org_token"), strings.Repeat("o", i+1))
		s.system = append(s.system, dir)
	}
	org, _ := OrganisationTokens(g)
	wantEqual(t, "tokens", len(org), 8)
}

func checkAdministratorsTokensAreValidated(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]bool{
		"x": true, strings.Repeat("x", 36): true, "A-z_0": true,
		"": false, strings.Repeat("x", 37): false, "a\rb": false, "a:b": false, "a\x00": false, "ä": false, "a/b": false,
	} {
		w := newWorld(t)
		_, g := w.agree("usage")
		write(t, filepath.Join(w.system, "feedget", "org_token"), content)
		w.env["FEEDGET_MACHINE_TOKEN"] = content
		org, _ := OrganisationTokens(g)
		machine, _ := MachineTokens(g)
		if len(org) > 0 != want || len(machine) > 0 != want {
			t.Errorf("%q: got %d and %d tokens", content, len(org), len(machine))
		}
	}
}

func checkAdministratorsTokensAreNotReadForATextThatIsSilent(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := example()
	p.Purposes[0].Tokens = []Kind{Client}
	s := w.start(p)
	g := agree(t, s, "usage")
	s.getenv = func(name string) string {
		if name != "DO_NOT_TRACK" {
			t.Errorf("%s was looked at", name)
		}
		return "x"[:0]
	}
	parts := strings.Fields(Tokens(g, About{Environment: w.system, Account: "anna"}).Reveal(g))
	if len(parts) != 2 || parts[1][:2] != "c/" {
		t.Errorf("%d parts, want the program and the client", len(parts))
	}
}

func checkAccountToken(t *testing.T) {
	t.Parallel()
	_, g := newWorld(t).agree("usage")
	for account, want := range map[string]string{
		"anna":                                 "a/anna",
		"6ba7b810-9dad-11d1-80b4-00c04fd430c8": "a/6ba7b810-9dad-11d1-80b4-00c04fd430c8",
		"":                                     "", "anna@example.org": "", "a b": "", "a\r\nX-Evil: 1": "",
		strings.Repeat("a", 37): "",
	} {
		tok, err := AccountToken(g, account)
		wantEqual(t, account, tok.Reveal(g), want)
		wantEqual(t, account+" has no token", err != nil, want == "")
	}
}
