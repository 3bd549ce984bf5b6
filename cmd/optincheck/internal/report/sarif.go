package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// The directories that locations of SARIF are relative to.
const (
	sourceRoot  = "%SRCROOT%"    // the root of the repository
	moduleCache = "%GOMODCACHE%" // holds dependencies as module@version/path
)

// A SARIF prints a log of the Static Analysis Results Interchange Format,
// version 2.1.0. Findings that the policy or a baseline accepts are not in it:
// viewers show suppressed results as open ones.
type SARIF struct {
	w     io.Writer
	opts  Options
	run   sarifRun
	byID  map[string]egress.Behaviour
	rules map[string]int // index in the driver's list
}

// NewSARIF returns a handler that writes one log to w.
func NewSARIF(w io.Writer, opts Options) *SARIF {
	return &SARIF{w: w, opts: opts, byID: map[string]egress.Behaviour{}, rules: map[string]int{}}
}

// Start implements Handler.
func (s *SARIF) Start(start Start) error {
	s.run = sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "optincheck", Version: s.opts.Version, InformationURI: "https://github.com/optincheck/optincheck", Rules: []sarifRule{},
		}},
		// One analysis for each build, which does not replace that of another.
		AutomationDetails: sarifDetails{path.Join("optincheck", start.Module, start.Build.Goos+"-"+start.Build.Goarch) + "/"},
		OriginalURIBaseIDs: map[string]sarifArtifact{
			sourceRoot:  {Description: &sarifMessage{Text: "The root of the repository."}},
			moduleCache: {Description: &sarifMessage{Text: "The module cache of the go command: module@version/path."}},
		},
		Results: []sarifResult{}, ColumnKind: "utf16CodeUnits", DefaultSourceLang: "go",
		Properties: sarifRunProperties{start.Module, list(start.Programs), start.Policy},
	}
	return nil
}

// Behaviour implements Handler.
func (s *SARIF) Behaviour(b egress.Behaviour) error {
	s.byID[b.ID] = b
	return nil
}

// Finding implements Handler.
func (s *SARIF) Finding(f Finding) error {
	b, ok := s.byID[f.Behaviour]
	at, _, _ := s.opts.shown(f, b)
	result := sarifResult{
		RuleID: f.Rule, RuleIndex: s.rule(f.Rule), Level: sarifLevel(f.Severity),
		Message:             sarifMessage{Text: Clean(f.sentence())},
		Locations:           []sarifLocation{s.location(at, "", "")},
		PartialFingerprints: map[string]string{"optincheck/v1": f.Fingerprint},
	}
	if ok {
		result.Locations[0].Logical = logical(b.Site.Package + ":" + b.Site.Func)
		result.CodeFlows = s.codeFlows(b)
		result.RelatedLocations = s.related(f, at, b)
		result.Properties = &sarifBehaviour{b.ID, string(b.Purpose), string(b.Verdict), b.Trigger, list(b.Hosts)}
	}
	s.run.Results = append(s.run.Results, result)
	return nil
}

// End implements Handler; it writes the log.
func (s *SARIF) End(e End) error {
	run := sarifInvocation{ExecutionSuccessful: e.Complete(), Notifications: []sarifNotification{}}
	for _, n := range e.NotAnalysed {
		text := fmt.Sprintf("not analysed: %s: %s", n.Package, n.Reason)
		run.Notifications = append(run.Notifications, sarifNotification{Level: "error", Message: sarifMessage{Text: Clean(text)}})
	}
	for _, spot := range e.BlindSpots {
		run.Notifications = append(run.Notifications, sarifNotification{
			Level: "note", Message: sarifMessage{Text: "blind spot: " + Clean(spot.Kind)},
			Locations: []sarifLocation{s.location(egress.Place{File: spot.File, Line: spot.Line}, "", "")},
		})
	}
	s.run.Invocations = []sarifInvocation{run}
	enc := json.NewEncoder(s.w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{s.run},
	})
}

// rule returns the index of a rule's description, which it adds if need be.
func (s *SARIF) rule(name string) int {
	if i, ok := s.rules[name]; ok {
		return i
	}
	text := strings.TrimSpace(s.opts.Explain(name))
	first, _, _ := strings.Cut(text, "\n\n")
	rules := &s.run.Tool.Driver.Rules
	*rules = append(*rules, sarifRule{
		ID:               name,
		ShortDescription: sarifMessage{Text: sentence(first)},
		FullDescription:  sarifMessage{Text: oneLine(first)},
		Help:             sarifMessage{Text: text, Markdown: markdown(text)},
		HelpURI:          s.opts.URL(name),
		Properties:       sarifTags{[]string{"privacy", "telemetry"}},
	})
	s.rules[name] = len(*rules) - 1
	return s.rules[name]
}

func sarifLevel(s Severity) string {
	if s == Info {
		return "note"
	}
	return string(s)
}

// codeFlows is the way from the entry to the request. What would have stopped
// it, had it been set, stands before the last step.
func (s *SARIF) codeFlows(b egress.Behaviour) []sarifCodeFlow {
	path := b.Path
	if n := len(path) - 1; n >= 0 && path[n].File == b.Site.File && path[n].Line == b.Site.Line {
		path = path[:n] // the request itself
	}
	var steps []sarifStep
	for _, f := range path {
		steps = append(steps, sarifStep{Location: s.location(egress.Place{File: f.File, Line: f.Line}, f.Func, "")})
	}
	steps = append(steps, s.gates(b)...)
	send := s.location(egress.Place{File: b.Site.File, Line: b.Site.Line, Column: b.Site.Column}, b.Site.Package+":"+b.Site.Func, what(b))
	steps = append(steps, sarifStep{send, "essential"})
	return []sarifCodeFlow{{Message: sarifMessage{Text: Clean("from the entry to the request; trigger " + b.Trigger)}, ThreadFlows: []sarifThreadFlow{{steps}}}}
}

func (s *SARIF) gates(b egress.Behaviour) (steps []sarifStep) {
	for _, sw := range b.Switches {
		if sw.DecidedAt.Line > 0 && !sw.Decoy {
			steps = append(steps, sarifStep{s.location(sw.DecidedAt, "", switchText(sw)), "essential"})
		}
	}
	return steps
}

// related lists the other places that decide: where a switch is tested, where
// its default is set, and the finding's own place if that is in a dependency.
func (s *SARIF) related(f Finding, shown egress.Place, b egress.Behaviour) (at []sarifLocation) {
	add := func(p egress.Place, text string) {
		if p.Line > 0 {
			loc := s.location(p, "", text)
			loc.ID = len(at) + 1
			at = append(at, loc)
		}
	}
	if f.Place() != shown {
		add(f.Place(), "the finding itself, in a dependency")
	}
	for _, sw := range b.Switches {
		add(sw.DecidedAt, fmt.Sprintf("%s %s is tested", sw.Kind, sw.Key))
		add(sw.DefaultAt, fmt.Sprintf("the default of %s %s, %q, is set", sw.Kind, sw.Key, sw.Default))
	}
	return at
}

// location describes a place, with the function and a text if there are any.
func (s *SARIF) location(p egress.Place, function, text string) sarifLocation {
	file, inside := s.opts.Locate(p.File)
	artifact := sarifArtifact{URI: (&url.URL{Path: cmp.Or(file, p.File, ".")}).EscapedPath(), URIBaseID: sourceRoot}
	if !inside {
		artifact.URIBaseID = moduleCache
	}
	loc := sarifLocation{Physical: &sarifPhysical{Artifact: artifact}, Logical: logical(function)}
	if p.Line > 0 {
		loc.Physical.Region = &sarifRegion{p.Line, s.opts.utf16Column(p)}
	}
	if text != "" {
		loc.Message = &sarifMessage{Text: Clean(text)}
	}
	return loc
}

func logical(function string) []sarifLogical {
	if function == "" {
		return nil
	}
	return []sarifLogical{{Clean(function), "function"}}
}

// sentence returns the first sentence of a paragraph, on one line.
func sentence(paragraph string) string {
	text := oneLine(paragraph)
	if i := strings.Index(text, ". "); i >= 0 {
		return text[:i+1]
	}
	return text
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// markdown turns documentation as Go writes it into Markdown: indented blocks
// become code.
func markdown(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if code, ok := strings.CutPrefix(line, "\t"); ok {
			line = "    " + code
		}
		b.WriteString(line)
	}
	return b.String()
}
