package egress

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/policy"
)

// code finds what becomes of the response, if that is a program.
func (e *engine) code(b *Behaviour, run *eval.Run, site *eval.Site) {
	f, ok := run.Fetched(site)
	if !ok {
		return
	}
	b.Code = &Code{How: f.How, At: place(f.File, f.Pos), Checked: f.Checked}
	b.Code.Named = slices.Equal(b.Hosts, []string{policy.HostUser}) || run.Named(site)
}
