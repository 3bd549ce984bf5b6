package report

import (
	"encoding/json"
	"io"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A GitLab prints a Code Quality report, which GitLab shows at the lines of a
// merge request.
type GitLab struct {
	w      io.Writer
	opts   Options
	byID   map[string]egress.Behaviour
	issues []gitlabIssue
}

type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
	}
)

// NewGitLab returns a handler that writes one report to w.
func NewGitLab(w io.Writer, opts Options) *GitLab {
	return &GitLab{w: w, opts: opts, byID: map[string]egress.Behaviour{}, issues: []gitlabIssue{}}
}

// Start implements Handler.
func (g *GitLab) Start(Start) error { return nil }

// Behaviour implements Handler.
func (g *GitLab) Behaviour(b egress.Behaviour) error {
	g.byID[b.ID] = b
	return nil
}

// Finding implements Handler.
func (g *GitLab) Finding(f Finding) error {
	at, file, _ := g.opts.shown(f, g.byID[f.Behaviour])
	severity := map[Severity]string{Error: "critical", Warning: "major", Info: "info"}[f.Severity]
	g.issues = append(g.issues, gitlabIssue{
		Clean(f.sentence()), f.Rule, f.Fingerprint, severity, gitlabLocation{file, gitlabLines{max(at.Line, 1)}},
	})
	return nil
}

// End implements Handler; it writes the report. What was not analysed has no
// place in it: the exit status and the log say so.
func (g *GitLab) End(End) error {
	enc := json.NewEncoder(g.w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(g.issues)
}
