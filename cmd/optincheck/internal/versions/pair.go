package versions

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A couple is one behaviour before and after; nil where there is none.
type couple struct{ old, new *egress.Behaviour }

// The keys by which behaviours are paired, the closest first. Behaviours with
// an empty key are not paired by it.
var keys = []func(*egress.Behaviour) string{
	func(b *egress.Behaviour) string { return key(function(b), purpose(b), hosts(b), string(b.Verdict)) },
	func(b *egress.Behaviour) string { return key(function(b), purpose(b), hosts(b)) },
	func(b *egress.Behaviour) string { return key(function(b), hosts(b)) },
	func(b *egress.Behaviour) string { return key(function(b), purpose(b)) },
	func(b *egress.Behaviour) string { // moved or renamed
		if len(b.Hosts) == 0 {
			return ""
		}
		return key(purpose(b), hosts(b))
	},
}

func key(parts ...string) string          { return strings.Join(parts, "\x00") }
func function(b *egress.Behaviour) string { return b.Site.Package + ":" + b.Site.Func }
func purpose(b *egress.Behaviour) string  { return string(b.Purpose) }
func hosts(b *egress.Behaviour) string {
	return strings.Join(slices.Sorted(slices.Values(b.Hosts)), " ")
}

// pair finds for each behaviour the same one on the other side.
func pair(old, new []egress.Behaviour) []couple {
	var couples []couple
	was, is := pointers(old), pointers(new)
	for _, key := range keys {
		waiting := map[string][]*egress.Behaviour{}
		for _, b := range was {
			waiting[key(b)] = append(waiting[key(b)], b)
		}
		paired := map[*egress.Behaviour]bool{}
		for _, b := range is {
			k := key(b)
			if k == "" || len(waiting[k]) == 0 {
				continue
			}
			couples = append(couples, couple{waiting[k][0], b})
			paired[waiting[k][0]], paired[b] = true, true
			waiting[k] = waiting[k][1:]
		}
		done := func(b *egress.Behaviour) bool { return paired[b] }
		was, is = slices.DeleteFunc(was, done), slices.DeleteFunc(is, done)
	}
	for _, b := range was {
		couples = append(couples, couple{old: b})
	}
	for _, b := range is {
		couples = append(couples, couple{new: b})
	}
	return couples
}

func pointers(all []egress.Behaviour) []*egress.Behaviour {
	var out []*egress.Behaviour
	for i := range all {
		out = append(out, &all[i])
	}
	return out
}
