package report

import "github.com/optincheck/optincheck/analyzers/egress"

// A Handler prints the events of one audit: one Start, then the behaviours,
// then the findings, each about a behaviour that came before, then one End.
type Handler interface {
	Start(Start) error
	Behaviour(egress.Behaviour) error
	Finding(Finding) error
	End(End) error
}

// An End says what the audit took as given and what it could not see.
type End struct {
	NotAnalysed []egress.NotAnalysed
	Assumptions []egress.Assumption
	BlindSpots  []egress.BlindSpot
	Unreached   []egress.Site // sinks in the audited module that no run reaches
	Strict      bool          // blind spots count as not analysed
	Known       int           // findings that the baseline accepts and that are not sent
}

// Complete reports whether everything was analysed.
func (e End) Complete() bool {
	return len(e.NotAnalysed) == 0 && (!e.Strict || len(e.BlindSpots) == 0)
}

// Unreached is the kind under which the machine-readable format lists, as
// blind spots, the sinks in the audited module that no run reaches.
const Unreached = "unreached"

// Send sends the events of an audit.
func Send(h Handler, start Start, behaviours []egress.Behaviour, findings []Finding, end End) error {
	if err := h.Start(start); err != nil {
		return err
	}
	for _, b := range behaviours {
		if err := h.Behaviour(b); err != nil {
			return err
		}
	}
	for _, f := range findings {
		if err := h.Finding(f); err != nil {
			return err
		}
	}
	return h.End(end)
}
