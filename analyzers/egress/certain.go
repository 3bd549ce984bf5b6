package egress

// certain reports whether what an engine found out about an item would stand
// if it had seen every function. Under go vet some are left out (see
// ir.LeftOut): what rests on one of them is for the audit to say.
func (e *engine) certain(it item, d decision) bool {
	if e.thrifty && (e.spent || e.fresh.Stopped()) {
		return false
	}
	run := e.runOf(it)
	if !run.LostAny() {
		return true
	}
	steps, _ := run.PathFrom(run.Sites(e.audited)[it.site], it.root)
	if d.verdict == Unknown || run.Lost(steps) {
		return false
	}
	for _, b := range run.Branches(steps) {
		if run.Taken(b.Fn, b.Instr) == 3 && run.GivenUp(steps, b) != "" {
			return false
		}
	}
	return true
}
