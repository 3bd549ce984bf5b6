package versions

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// gate says how what decides a behaviour has changed.
func gate(old, new *egress.Behaviour) (kind Kind, worse, changed bool) {
	was, is := old.Verdict, new.Verdict
	switch {
	case was == is:
		return sameVerdict(old, new)
	case was == egress.Unknown:
		return VerdictSettled, false, true
	case is == egress.Unconditional:
		return GateRemoved, true, true
	case is == egress.Unknown:
		return GateUnclear, was != egress.Unconditional, true
	case is == egress.OptOut && was == egress.OptIn:
		return DefaultFlipped, true, true
	}
	return GateAdded, false, true
}

// sameVerdict compares which switches decide. A set of them is enough to start
// an opt-in behaviour, or to stop an opt-out one.
func sameVerdict(old, new *egress.Behaviour) (kind Kind, worse, changed bool) {
	was, is := enough(old), enough(new)
	weaker, stronger := false, false
	switch new.Verdict {
	case egress.OptIn:
		weaker, stronger = !covered(is, was), !covered(was, is)
	case egress.OptOut:
		weaker, stronger = !covered(was, is), !covered(is, was)
	}
	switch {
	case weaker:
		return GateWeakened, true, true
	case stronger:
		return GateAdded, false, true
	}
	return "", false, false
}

// enough returns the smallest sets of switches that decide a behaviour.
func enough(b *egress.Behaviour) (sets [][]string) {
	var all []string
	for _, s := range b.Switches {
		if s.Decoy || (s.Effect == egress.Starts) != (b.Verdict == egress.OptIn) {
			continue
		}
		all = append(all, name(s))
		sets = append(sets, []string{name(s)})
	}
	if b.Needs == egress.All {
		return [][]string{all}
	}
	return sets
}

// covered reports whether each of the sets holds one that is among others: what
// it does, it did there too.
func covered(sets, others [][]string) bool {
	for _, set := range sets {
		found := false
		for _, other := range others {
			found = found || subset(other, set)
		}
		if !found {
			return false
		}
	}
	return true
}

// name is what a user sets. Values are left out: another spelling of yes is no
// other gate.
func name(s egress.Switch) string {
	return string(s.Kind) + " " + strings.TrimLeft(s.Key, "-")
}
