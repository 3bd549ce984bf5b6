package comparison

// A weakening is a variant of the reference that is worse in one way.
type weakening struct {
	name     string
	property string // that has to be weaker
	edits    []edit
}

// weakenings are what an implementation may get wrong.
func weakenings() []weakening {
	return []weakening{
		{"on by default", "default", []edit{
			{"consent.go", `	r, err := s.record(p.Name)
	if err != nil {
		return err
	}`, `	r, err := s.record(p.Name)
	if err != nil {
		return nil
	}`},
		}},
		{"an unreadable record means yes", "unreadable-record", []edit{
			{"consent.go", `	r, err := s.record(p.Name)
	if err != nil {
		return err
	}`, `	r, err := s.record(p.Name)
	if errors.Is(err, fs.ErrPermission) {
		return nil
	}
	if err != nil {
		return err
	}`},
		}},
		{"a malformed record means yes", "malformed-record", []edit{
			{"consent.go", `	r, err := s.record(p.Name)
	if err != nil {
		return err
	}`, `	r, err := s.record(p.Name)
	if errors.Is(err, errRecord) {
		return nil
	}
	if err != nil {
		return err
	}`},
		}},
		{"a record of a newer version means yes", "newer-record", []edit{
			{"record.go", `	if version.Format > recordFormat {
		return record{}, fmt.Errorf(`, `	if version.Format > recordFormat {
		r := record{Format: recordFormat, Consent: granted}
		json.Unmarshal(text, &r)
		return r, nil
	}
	if version.Format < 0 {
		return record{}, fmt.Errorf(`},
		}},
		{"minted when the store is opened", "consent-before-mint", []edit{
			{"consent.go", "	s.system = append(systemDirs", `	if s.dir != "" {
		early := Grant{&held{s, Purpose{Name: "usage"}}}
		early.mint(s.purposeDir("usage"), "client", 1)
	}
	s.system = append(systemDirs`},
		}},
		{"a stored token is minted in spite of a refusal", "environment-refuses", []edit{
			{"tokens.go", `	if err := g.permits(kind); err != nil {
		return Token{}, err
	}
	value, err := g.stored`, "	value, err := g.stored"},
			{"mint.go", `		if err := g.check(); err != nil {
			return "", err
		}
		dir := g.held`, "		dir := g.held"},
		}},
		{"the session token needs no consent", "consent-before-mint", []edit{
			{"tokens.go", `	if err := g.permits(Session); err != nil {
		return Token{}, err
	}
`, ""},
		}},
		{"the administrator's tokens are read before consent", "consent-before-read", []edit{
			{"tokens.go", `	if err := g.permits(kind); err != nil {
		return nil, err
	}
`, ""},
		}},
		{"the version is sent without consent", "residue", []edit{
			{"header.go", `	if g.check() != nil {
		return Header{}
	}
	h := Header{product: g.held.store.program.Name + "/" + g.held.store.program.Version}`, `	h := Header{product: g.held.store.program.Name + "/" + g.held.store.program.Version}
	if g.check() != nil {
		return h
	}`},
			{"header.go", "h.join(Token.plain, g.Valid())", "h.join(Token.plain, true)"},
		}},
		{"an empty header without consent", "residue", []edit{
			{"carrier.go", `if line := c.line(req); line != "" {`, "if line := c.line(req); req.URL != nil {"},
		}},
		{"the text agreed to may change", "record-binding", []edit{
			{"record.go", `	case r.Text != p.TextVersion || r.Digest != digest(program.Statement(p.Name)):
		return fmt.Errorf("text %d was agreed to, and the text is another one now; agree again", r.Text)
`, ""},
		}},
		{"a record about something else counts", "record-binding", []edit{
			{"record.go", "r.Format != recordFormat || r.Program != program.Name || r.Purpose != p.Name", "r.Format != recordFormat"},
		}},
		{"a record counts whatever it says", "record-binding", []edit{
			{"record.go", `	switch r.Consent {
	case granted:
		return nil
	default:
		return errors.New("the record does not say that it was granted; agree again")
	}`, "	return nil"},
		}},
		{"a record from the future counts", "record-binding", []edit{
			{"record.go", `	case r.Time.After(now.Add(day)):
		return errors.New("the record is from the future; set the clock, or revoke and agree again")
`, ""},
			{"record.go", "program Program, p Purpose, now time.Time) error {", "program Program, p Purpose, _ time.Time) error {"},
		}},
		{"one record for all purposes", "per-purpose", []edit{
			{"consent.go", "{ return filepath.Join(s.dir, purpose, recordName) }", "{ return filepath.Join(s.dir, recordName) }"},
		}},
		{"a variable can grant", "environment-grants", []edit{
			{"consent.go", `	if s.trackingRefused() {
		return errDoNotTrack
	}
	r, err`, `	if s.trackingRefused() {
		return errDoNotTrack
	}
	if s.getenv("OPTIN_GRANTED") == "1" {
		return nil
	}
	r, err`},
		}},
		{"an administrator can grant", "administrator-grants", []edit{
			{"consent.go", `	r, err := s.record(p.Name)
	if err != nil {
		return err
	}`, `	for _, dir := range s.system {
		if _, err := os.Stat(filepath.Join(dir, "optin-granted")); err == nil {
			return nil
		}
	}
	r, err := s.record(p.Name)
	if err != nil {
		return err
	}`},
		}},
		{"DO_NOT_TRACK is ignored", "environment-refuses", []edit{
			{"consent.go", `	if s.trackingRefused() {
		return errDoNotTrack
	}
	r, err`, "	r, err"},
		}},
		{"DO_NOT_TRACK has to be 1", "environment-refuses", []edit{
			{"veto.go", `{ return s.getenv("DO_NOT_TRACK") != "" }`, `{ return s.getenv("OPTIN_DO_NOT_TRACK") == "1" }`},
		}},
		{"an administrator cannot refuse", "administrator-refuses", []edit{
			{"consent.go", `	if err == nil {
		err = s.refused()
	}
`, ""},
		}},
		{"consent is not looked up again", "revocation-holds", []edit{
			{"consent.go", "	return g.held != nil && g.held.store.check(g.held.purpose) == nil", "	return g.held != nil"},
		}},
		{"revoking deletes the record only", "revocation-deletes", []edit{
			{"consent.go", "if err := os.Rename(dir, gone); err != nil", `if err := os.Remove(s.recordFile(purpose)); gone != "" && err != nil`},
		}},
		{"revoking only moves the identifiers", "revocation-deletes", []edit{
			{"consent.go", `			errs = append(errs, os.RemoveAll(filepath.Join(s.dir, e.Name())))
`, `			errs = append(errs, nil)
`},
		}},
		{"a variable prints tokens", "environment-hooks", []edit{
			{"header.go", "	return h.join(Token.plain, g.Valid())", `	line := h.join(Token.plain, g.Valid())
	if os.Getenv("OPTIN_DEBUG") != "" {
		fmt.Println(line)
	}
	return line`},
			importing("header.go", "os"),
		}},
		{"random numbers of math/rand", "random-source", []edit{
			{"mint.go", `"crypto/rand"`, `"math/rand"`},
		}},
		{"random numbers from the clock", "random-source", []edit{
			{"mint.go", "	rand.Read(b[:]) // never fails: it ends the program rather than return less than random bytes", "	copy(b[:], strconv.FormatInt(time.Now().UnixNano(), 10))"},
			{"mint.go", `	"crypto/rand"
`, ""},
		}},
		{"a short token", "random-bits", []edit{
			{"mint.go", "	randomBytes = 17", "	randomBytes = 6"},
			{"mint.go", "	valueLength = 22", "	valueLength = 8"},
		}},
		{"a token cut short", "random-bits", []edit{
			{"mint.go", "	valueLength = 22", "	valueLength = 12"},
		}},
		{"UUIDs of version 1", "identity-sources", []edit{
			{"mint.go", `	var b [randomBytes]byte
	rand.Read(b[:]) // never fails: it ends the program rather than return less than random bytes`, `	stamp := strconv.FormatInt(time.Now().UnixNano(), 36)
	cards, _ := net.Interfaces()
	b := []byte(stamp)
	for _, card := range cards {
		b = append(b, card.HardwareAddr...)
	}`},
			{"mint.go", `	"crypto/rand"
`, `	"net"
`},
		}},
		{"a hardware address in the token", "identity-sources", []edit{
			{"mint.go", `	var b [randomBytes]byte
	rand.Read(b[:]) // never fails: it ends the program rather than return less than random bytes`, `	var b [randomBytes]byte
	cards, _ := net.Interfaces()
	for _, card := range cards {
		copy(b[8:], card.HardwareAddr)
	}
	rand.Read(b[:8])`},
			importing("mint.go", "net"),
		}},
		{"a hardware address beside the token", "identity-sources", []edit{
			{"mint.go", "	for old := number - 1; old > 0; old-- {", `	cards, _ := net.Interfaces()
	for _, card := range cards {
		g.held.store.create(filepath.Join(dir, "host"), []byte(card.HardwareAddr.String()))
	}
	for old := number - 1; old > 0; old-- {`},
			importing("mint.go", "net"),
		}},
		{"the name of the host in the token", "identity-sources", []edit{
			{"mint.go", "	rand.Read(b[:]) // never fails: it ends the program rather than return less than random bytes", `	rand.Read(b[:])
	name, _ := os.Hostname()
	copy(b[:], name)`},
		}},
		{"the user's name as the account", "identity-sources", []edit{
			{"tokens.go", "	return newToken(Account, account)", `	if who, err := user.Current(); err == nil {
		account = who.Username
	}
	return newToken(Account, account)`},
			importing("tokens.go", "os/user"),
		}},
		{"files that others can read", "file-mode", []edit{
			{"files.go", "os.O_EXCL, 0o600)", "os.O_EXCL, 0o644)"},
		}},
		{"directories that others can look into", "directory-mode", []edit{
			{"consent.go", "os.MkdirAll(s.purposeDir(p.Name), 0o700)", "os.MkdirAll(s.purposeDir(p.Name), 0o755)"},
		}},
		{"no exclusive creation", "exclusive-create", []edit{
			{"files.go", "os.O_WRONLY|os.O_CREATE|os.O_EXCL", "os.O_WRONLY|os.O_CREATE|os.O_TRUNC"},
		}},
		{"a second token replaces the first", "atomic-write", []edit{
			{"files.go", "os.Link(temporary, file)", "os.Rename(temporary, file)"},
		}},
		{"written in place", "atomic-write", []edit{
			{"files.go", `	temporary := filepath.Join(dir, ".new-"+random())
	defer os.Remove(temporary)
	if err := s.writeNew(temporary, content); err != nil {
		return err
	}
	if err := os.Link(temporary, file); err != nil && !errors.Is(err, fs.ErrExist) {`, "	if err := s.writeNew(file, content); err != nil && !errors.Is(err, fs.ErrExist) {"},
		}},
		{"not synced", "synced-write", []edit{
			{"files.go", "errors.Join(err, s.sync(f), f.Close())", "errors.Join(err, f.Close())"},
		}},
		{"links are followed", "links", []edit{
			{"files.go", `	info, err := os.Lstat(file)
	if err != nil {
		return nil, err
	}
	return read(file, info, ownedByUs)`, `	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	return read(file, info, ownedByUs)`},
		}},
		{"anything is read as a file", "plain-files", []edit{
			{"files.go", `	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", file, errKind)
	}
`, ""},
		}},
		{"files of other users count", "owner", []edit{
			{"files.go", `	case !trusted(opened):
		return nil, fmt.Errorf("%s: %w", file, errForeign)
`, ""},
			{"files.go", `	case !ownedByUs(info):
		return fmt.Errorf("%s: %w", dir, errForeign)
`, ""},
		}},
		{"files of any size are read", "size", []edit{
			{"files.go", "io.ReadAll(io.LimitReader(f, maxFile+1))", "io.ReadAll(f)"},
		}},
		{"what is read is not checked", "content-check", []edit{
			{"kind.go", `	if !valuePattern.MatchString(value) {
		return Token{}, fmt.Errorf("the %s token is not 1 to 36 of A-Z, a-z, 0-9, \"_\" and \"-\": %w", kind, errMalformed)
	}
`, ""},
		}},
		{"tokens show when printed", "redaction", []edit{
			{"kind.go", `	return t.kind.prefix() + "/."`, "	return t.plain()"},
		}},
		{"tokens ride on the User-Agent", "carrier", []edit{
			{"header.go", `const HeaderName = "Optin-Token"`, `const HeaderName = "User-Agent"`},
		}},
		{"every host gets the header", "hosts", []edit{
			{"carrier.go", "if !c.grant.held.purpose.reachedBy(req) || redirectedFromElsewhere(req) {", "if redirectedFromElsewhere(req) {"},
		}},
		{"every host gets the header if it goes by HTTPS", "hosts", []edit{
			{"carrier.go", "	return slices.ContainsFunc(p.Hosts, func(host string) bool {\n		return authority(u) == authority(&url.URL{Scheme: u.Scheme, Host: host})\n	})", "	return slices.ContainsFunc(p.Hosts, func(host string) bool {\n		return host != \"\"\n	})"},
		}},
		{"plain HTTP is allowed", "plain-http", []edit{
			{"carrier.go", `	case u.Scheme == "http" && isLoopback(u.Hostname()):`, `	case u.Scheme == "http":`},
		}},
		{"a redirect carries the header", "redirects", []edit{
			{"carrier.go", " || redirectedFromElsewhere(req) {", " {"},
		}},
		{"the heartbeat follows redirects", "redirects", []edit{
			{"heartbeat.go", "Transport: base, CheckRedirect: followNone, Timeout", "Transport: base, Timeout"},
		}},
		{"a heartbeat without a limit of time", "heartbeat-time", []edit{
			{"heartbeat.go", ", Timeout: heartbeatAttempt}", "}"},
			{"heartbeat.go", "context.WithTimeout(context.Background(), heartbeatLimit)", "context.WithCancel(context.Background())"},
		}},
		{"a heartbeat that takes ten seconds", "heartbeat-time", []edit{
			{"heartbeat.go", "heartbeatAttempt  = 250 * time.Millisecond", "heartbeatAttempt  = 10 * time.Second"},
			{"heartbeat.go", "heartbeatLimit    = 750 * time.Millisecond", "heartbeatLimit    = 30 * time.Second"},
		}},
		{"GET instead of HEAD", "heartbeat-method", []edit{
			{"heartbeat.go", "http.MethodHead", "http.MethodGet"},
		}},
		{"a body in the heartbeat", "heartbeat-method", []edit{
			{"heartbeat.go", "http.NewRequestWithContext(ctx, http.MethodHead, target, nil)", "http.NewRequestWithContext(ctx, http.MethodPost, target, strings.NewReader(line))"},
			importing("heartbeat.go", "strings"),
		}},
		{"the program waits for the heartbeat", "heartbeat-background", []edit{
			{"heartbeat.go", `		b.send(ctx, g, target)
	}()
	return done`, `		b.send(ctx, g, target)
	}()
	<-done
	return done`},
		}},
		{"consent to usage lets the heartbeat out", "heartbeat-consent", []edit{
			{"heartbeat.go", `	if p.Name != HeartbeatPurpose {
		return "", fmt.Errorf("%w: a heartbeat is a purpose of its own, not %s", ErrNoConsent, p.Name)
	}
`, ""},
		}},
		{"the heartbeat needs no consent", "heartbeat-consent", []edit{
			{"heartbeat.go", `	if err := g.check(); err != nil {
		return "", err
	}
	p := g.held.purpose`, "	p := g.held.purpose"},
			{"heartbeat.go", `		if line == "" || ctx.Err() != nil {`, "		if ctx.Err() != nil {"},
		}},
	}
}

// importing adds an import to a file.
func importing(file, path string) edit {
	return edit{file, "import (\n", "import (\n\t\"" + path + "\"\n"}
}
