package policy

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

var (
	purposes    = []string{string(Primary), string(Usage), string(Crash), string(Update), string(Heartbeat), string(Feedback), string(Other)}
	kinds       = []string{string(KindEnv), string(KindFlag), string(KindConfig), string(KindFile), string(KindPrompt), string(KindCommand), string(KindFunction)}
	defaults    = []string{string(DefaultOff), string(DefaultAsk), string(DefaultVeto), string(DefaultOn)}
	identifiers = []string{"none", "random", "account"}
)

// Unreviewed begins the Purpose text of a policy that a program wrote. Such a
// policy is no declaration until somebody has put the purpose there.
const Unreviewed = "unreviewed"

// check reports what is wrong with the values, and with how paragraphs refer
// to each other. A value that is missing has been reported before.
func (b *builder) check() {
	b.checkHeader(&b.policy.Header)
	for i := range b.policy.Functions {
		b.checkFunction(&b.policy.Functions[i])
	}
	for i := range b.policy.Consents {
		b.checkConsent(&b.policy.Consents[i])
	}
	for i := range b.policy.Overrides {
		b.checkOverride(&b.policy.Overrides[i])
	}
	b.checkUnique()
	b.checkShadowed()
}

func (b *builder) checkHeader(h *Header) {
	const base = "https://optincheck.example/policy/"
	if h.Format != "" && h.Format != FormatURI {
		what := "unknown format " + quote(h.Format)
		if version, ok := strings.CutPrefix(h.Format, base); ok {
			what = "unknown version " + quote(strings.TrimSuffix(version, "/")) + " of the format"
		}
		b.errs.add(h.At("Format"), what, "write "+FormatURI)
	}
	if what, _ := badPath(h.Module); h.Module != "" && (what != "" || strings.HasPrefix(h.Module, "./") || strings.HasSuffix(h.Module, "...")) {
		b.errs.addf(h.At("Module"), "write the path that go.mod gives the module", "bad module path %s", quote(h.Module))
	}
	for _, it := range h.Programs {
		if b.pattern(it) && strings.Contains(it.Value, ":") {
			b.errs.addf(it.Position, "write the import path of a main package, without colon", "program %s has a symbol", quote(it.Value))
		}
	}
	for _, it := range h.Installed {
		if _, err := ParseSetting(it.Value); err != nil {
			b.errs.addf(it.Position, "write KIND:KEY=VALUE, as in env:DO_NOT_TRACK=1", "bad setting %s", quote(it.Value))
		}
	}
}

// pattern reports whether it is a pattern.
func (b *builder) pattern(it Item) bool {
	what, instead := badPattern(it.Value)
	if what != "" {
		b.errs.add(it.Position, what, instead)
	}
	return what == ""
}

// word reports whether value is one of words.
func (b *builder) word(pos Position, what, value string, words []string) bool {
	if value == "" || slices.Contains(words, value) {
		return value != ""
	}
	instead := "write one of " + strings.Join(words, ", ")
	if n := near(value, words); n != "" {
		instead = "write " + n
	}
	b.errs.addf(pos, instead, "unknown %s %s", what, quote(value))
	return false
}

func (b *builder) checkFunction(f *Function) {
	for _, it := range f.Scope {
		b.pattern(it)
	}
	b.checkHosts(f)
	b.checkIdentifiers(f)
	switch {
	case f.unreviewed():
		b.errs.add(f.At("Purpose"), "the purpose is unreviewed", "write one of "+strings.Join(purposes, ", ")+", and why")
	case b.word(f.At("Purpose"), "purpose", string(f.Purpose), purposes):
		b.checkRequired(f)
	}
	b.checkConsents(f)
}

// unreviewed reports whether nobody has edited the purpose.
func (f *Function) unreviewed() bool {
	if strings.HasPrefix(strings.ToLower(string(f.Purpose)), Unreviewed) {
		return true
	}
	why := strings.TrimLeft(strings.Join(f.Why, " "), blanks)
	return strings.HasPrefix(strings.ToLower(why), Unreviewed)
}

func (b *builder) checkRequired(f *Function) {
	if f.Purpose != Primary && !f.silent() && len(f.Hosts) > 0 && !f.has("Consent") {
		b.errs.addf(f.Position, "name the consents that must hold; only primary and Hosts: none need none", "purpose %s without the field Consent", f.Purpose)
	}
}

// has reports whether the file has the field.
func (p *Paragraph) has(field string) bool {
	_, ok := p.Fields[field]
	return ok
}

func (b *builder) checkHosts(f *Function) {
	for _, it := range f.Hosts {
		if what, instead := badHost(it.Value); what != "" {
			b.errs.add(it.Position, what, instead)
		}
		if it.Value == HostNone && len(f.Hosts) > 1 {
			b.errs.add(it.Position, "none beside other hosts", "write none alone, or delete it")
		}
	}
}

func (b *builder) checkIdentifiers(f *Function) {
	for _, it := range f.Identifiers {
		switch {
		case !slices.Contains(identifiers, it.Value):
			b.errs.addf(it.Position, "write none, random or account; what derives from the host cannot be declared", "unknown identifier %s", quote(it.Value))
		case it.Value == "none" && len(f.Identifiers) > 1:
			b.errs.add(it.Position, "none beside other identifiers", "write none alone, or delete it")
		}
	}
}

// checkConsents checks the names in a Function's Consent field.
func (b *builder) checkConsents(f *Function) {
	names := make([]string, len(b.policy.Consents))
	for i, c := range b.policy.Consents {
		names[i] = c.Name
	}
	enough := len(f.Consent) == 0
	for _, it := range f.Consent {
		c := b.policy.ConsentNamed(it.Value)
		enough = enough || c == nil || c.Default != DefaultVeto
		if c != nil {
			continue
		}
		instead := "add a Consent paragraph of that name, or name one that there is"
		if n := near(it.Value, names); n != "" {
			instead = "write " + n
		}
		b.errs.addf(it.Position, instead, "unknown consent %s", quote(it.Value))
	}
	if !enough {
		b.errs.add(f.Consent[0].Position, "only vetoes are named", "name a consent that grants too; the absence of a no is not a yes")
	}
}

func (b *builder) checkConsent(c *Consent) {
	if strings.ContainsAny(c.Name, blanks+",") {
		b.errs.addf(c.At("Consent"), "write one word, since a Function lists consents by name", "bad name %s", quote(c.Name))
	}
	if b.word(c.At("Kind"), "kind", string(c.Kind), kinds) {
		b.checkKey(c)
	}
	b.checkGrants(c)
	if !b.word(c.At("Default"), "default", string(c.Default), defaults) {
		return
	}
	veto := c.Default == DefaultVeto
	switch {
	case veto && c.has("Grants"):
		b.errs.add(c.At("Grants"), "Grants with Default: veto", "delete it, since a veto grants nothing, or write another Default")
	case !veto && !c.has("Grants"):
		b.errs.add(c.Position, "Consent paragraph without the field Grants", "list the values that mean yes; only Default: veto has none")
	}
	switch {
	case veto && !c.has("Refuses"):
		b.errs.add(c.Position, "veto without the field Refuses", "list the values that mean no, or * for any value")
	case !veto && c.has("Refuses"):
		b.errs.add(c.At("Refuses"), "Refuses without Default: veto", "delete it, since all that Grants does not list means no, or write Default: veto")
	}
}

func (b *builder) checkKey(c *Consent) {
	if c.Key == "" {
		return
	}
	pos := c.At("Key")
	path, sym, ok := strings.Cut(c.Key, ":")
	what, _ := badPattern(c.Key)
	bad := what != "" || !ok || strings.HasSuffix(path, "...")
	switch c.Kind {
	case KindEnv:
		if strings.ContainsAny(c.Key, blanks+"=$") {
			b.errs.addf(pos, "write the variable's name alone", "bad environment variable %s", quote(c.Key))
		}
	case KindFlag:
		if strings.ContainsAny(c.Key, blanks+"=") {
			b.errs.addf(pos, "write the flag's name alone", "bad flag %s", quote(c.Key))
		}
	case KindConfig:
		// Anything else is a key of the configuration file, free in its form.
		if (ok || strings.HasPrefix(c.Key, "./")) && (bad || !strings.Contains(sym, ".")) {
			b.errs.addf(pos, "write PATH:Type.Field, or the key as users write it", "bad configuration key %s", quote(c.Key))
		}
	case KindFunction:
		if bad {
			b.errs.addf(pos, "write PATH:Func or PATH:Type.Method", "bad function %s", quote(c.Key))
		}
	}
}

func (b *builder) checkGrants(c *Consent) {
	for _, it := range c.Grants {
		switch least, atLeast := strings.CutPrefix(it.Value, ">="); {
		case it.Value == "*":
			b.errs.add(it.Position, "* in Grants", "list the values that mean yes; all others mean no")
		case atLeast && !integer(least):
			b.errs.addf(it.Position, "write >= directly before a whole number", "bad version %s", quote(it.Value))
		case !atLeast && strings.ContainsAny(it.Value[:1], "<>!"):
			b.errs.addf(it.Position, "list the values that mean yes, or write >=N for a version", "comparison %s in Grants", quote(it.Value))
		}
	}
}

func integer(s string) bool {
	_, err := strconv.ParseInt(s, 10, 64)
	return err == nil
}

func (b *builder) checkOverride(o *Override) {
	rule, category, ok := strings.Cut(o.Finding, "/")
	if o.Finding != "" && (!ok || !lowerWords(rule) || !lowerWords(category)) {
		b.errs.addf(o.At("Override"), "write rule/category as the finding prints it, as in optout/default-on", "bad finding %s", quote(o.Finding))
	}
	for _, it := range o.Scope {
		b.pattern(it)
	}
	if u, err := url.Parse(o.Bug); o.Bug != "" && (err != nil || u.Scheme == "" || u.Host == "" && u.Opaque == "") {
		b.errs.addf(o.At("Bug"), "write a URL", "bad bug %s", quote(o.Bug))
	}
}

func lowerWords(s string) bool {
	for _, c := range s {
		if c != '-' && (c > unicode.MaxASCII || !unicode.IsLower(c) && !unicode.IsDigit(c)) {
			return false
		}
	}
	return s != ""
}

// checkUnique reports names that two paragraphs of a kind have.
func (b *builder) checkUnique() {
	functions := make(map[string]Position)
	for i := range b.policy.Functions {
		f := &b.policy.Functions[i]
		b.unique(functions, "Function", f.Name, f.At("Function"))
	}
	consents := make(map[string]Position)
	for i := range b.policy.Consents {
		c := &b.policy.Consents[i]
		b.unique(consents, "Consent", c.Name, c.At("Consent"))
	}
}

func (b *builder) unique(seen map[string]Position, kind, name string, pos Position) {
	if at, ok := seen[name]; ok && name != "" {
		b.errs.addf(pos, "give each its own name", "the %s on line %d is already named %s", kind, at.Line, quote(name))
		return
	}
	seen[name] = pos
}

// checkShadowed reports Function paragraphs that never apply, lest a loose
// paragraph hide a strict one.
func (b *builder) checkShadowed() {
	functions := b.policy.Functions
	for i := range functions {
		var by []string
		shadowed := len(functions[i].Scope) > 0
		for _, it := range functions[i].Scope {
			line := b.coveredBy(Pattern(it.Value), functions[i+1:])
			shadowed = shadowed && line > 0
			if s := strconv.Itoa(line); !slices.Contains(by, s) {
				by = append(by, s)
			}
		}
		if shadowed {
			b.errs.addf(functions[i].At("Scope"), "put the more general paragraph first", "Function %s never applies: its whole Scope is covered later, on line %s",
				quote(functions[i].Name), strings.Join(by, " and "))
		}
	}
}

// coveredBy returns the line of the first of later that names all that p does.
func (b *builder) coveredBy(p Pattern, later []Function) int {
	for i := range later {
		for _, it := range later[i].Scope {
			if Pattern(it.Value).covers(p, b.policy.Header.Module) {
				return it.Position.Line
			}
		}
	}
	return 0
}
