package egress

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// maxKeys bounds the switches that are tried for one item.
const maxKeys = 48

// Switches are tried to stop an item: tryAlone of them one by one, the others
// groupSize at a time. Where all of a group together do not stop it, none is
// taken to do so alone.
const (
	tryAlone  = 4
	groupSize = 8
	maxNear   = 16
	maxBeside = 16 // that are tried after one that stops it
	maxBrief  = 5  // of an item that nothing names a purpose for
)

// near are the switches that what leads to an item rests on, nearest first.
func (e *engine) near(it item, run *eval.Run) []*eval.SwitchUse {
	steps, _ := run.PathFrom(run.Sites(e.audited)[it.site], it.root)
	out := e.candidates(run, run.Near(steps))
	if run != e.open && e.happens(e.open, it) { // more is asked for where a file is there
		steps, _ = e.open.PathFrom(e.open.Sites(e.audited)[it.site], it.root)
		out = alternate(out, e.candidates(e.open, e.open.Near(steps)))
	}
	if e.side != "" {
		out = e.notGiven(addUses(out[:min(3*maxNear/4, len(out))], e.starters(e.fresh)))
	}
	if it.brief {
		return out[:min(maxBrief, len(out))]
	}
	return out[:min(maxNear, len(out))]
}

// alternate takes from two lists in turn.
func alternate(a, b []*eval.SwitchUse) []*eval.SwitchUse {
	var out []*eval.SwitchUse
	for n := range max(len(a), len(b)) {
		if n < len(a) {
			out = append(out, a[n])
		}
		if n < len(b) {
			out = append(out, b[n])
		}
	}
	return addUses(nil, out)
}

// all are the switches that an item rests on.
func (e *engine) all(it item, on *eval.Run) []*eval.SwitchUse {
	out := e.candidates(on, e.slice(on, it).Keys)
	if on != e.open && e.happens(e.open, it) {
		out = addUses(out, e.candidates(e.open, e.slice(e.open, it).Keys))
	}
	if e.side != "" {
		out = e.notGiven(out)
	}
	return out
}

// without returns the switches of a list that are not in another.
func without(list, other []*eval.SwitchUse) []*eval.SwitchUse {
	seen := map[eval.SwitchKey]bool{}
	for _, s := range other {
		seen[s.Key] = true
	}
	return slices.DeleteFunc(list, func(s *eval.SwitchUse) bool { return seen[s.Key] })
}

// candidates are the switches that an item rests on: a few whose names say that
// they decide such things, a few that are nearest, and the others, again by name
// and nearest first. There is not time to try each of a large program.
func (e *engine) candidates(r *eval.Run, keys []eval.SwitchKey) []*eval.SwitchUse {
	byKey := map[eval.SwitchKey]*eval.SwitchUse{}
	for _, s := range r.Switches() {
		byKey[s.Key] = s
	}
	var out []*eval.SwitchUse
	for _, k := range keys {
		_, given := e.base.Set[k] // by the user, who asks about that value
		if s := byKey[k]; s != nil && !given && !(k.Kind == "env" && e.world.CI(k.Key)) && !e.kept(k) && !e.anyText(s) {
			out = append(out, s)
		}
	}
	promising, others := e.promising(out)
	nearest := min(few, len(others))
	var byRank [unnamed + 1][]*eval.SwitchUse
	for _, s := range others[nearest:] {
		n := e.rank(s)
		byRank[n] = append(byRank[n], s)
	}
	out = slices.Concat(promising, others[:nearest], byRank[0], byRank[1], byRank[unnamed])
	return out[:min(maxKeys, len(out))]
}

// promising takes the few nearest switches out of a list whose names say that
// they decide such things.
func (e *engine) promising(all []*eval.SwitchUse) (promising, others []*eval.SwitchUse) {
	for _, s := range all {
		if len(promising) < few && e.rank(s) == 0 {
			promising = append(promising, s)
		} else {
			others = append(others, s)
		}
	}
	return promising, others
}

// promised reports whether the first of the switches that an item of the
// program's own rests on has a purpose in its name, where nothing else has.
func (e *engine) promised(it item, near []*eval.SwitchUse) bool {
	if len(near) == 0 || !e.own(it.site, e.runOf(it).Sites(e.audited)[it.site]) {
		return false
	}
	_, ok := e.world.Promise(near[0].Key.Key)
	return ok
}

// rank is lower for a switch whose name says what it is for, or that it is for
// leaving something out.
func (e *engine) rank(s *eval.SwitchUse) int {
	if _, ok := e.world.Promise(s.Key.Key); ok || e.world.Hint(s.Key.Key) {
		return 0
	}
	if e.world.Negative(s.Key.Key) {
		return 1
	}
	return unnamed
}

// unnamed is the rank of a switch whose name tells nothing.
const unnamed = 2

// kept reports whether a switch is a file in which the program keeps what it
// fetched: that it need not be fetched again is nobody's decision.
func (e *engine) kept(k eval.SwitchKey) bool {
	return slices.ContainsFunc(e.wrote, func(w eval.Written) bool {
		return k.Kind == string(File) && k.Key == w.Name && w.Fetched
	})
}

// callersText reports whether a switch is text that a caller gives.
func callersText(s *eval.SwitchUse) bool { return s.Key.Kind == string(Caller) && s.Type == ir.KString }

// anyText reports whether a switch is text that a caller gives, and none of the
// words by which a caller says what is to be done: the program tells no word
// from another.
func (e *engine) anyText(s *eval.SwitchUse) bool {
	return callersText(s) && !slices.ContainsFunc(e.compared(s).Equal, isWord)
}

// split tells the choices of callers from other switches. A command is none of
// them: who runs another one has not refused this one.
func (e *engine) split(all []*eval.SwitchUse) (callers, others []*eval.SwitchUse) {
	for _, s := range all {
		switch s.Key.Kind {
		case string(Caller):
			callers = append(callers, s)
		case string(Command):
		case string(Flag):
			if !e.world.Mode(s.Key.Key) {
				others = append(others, s)
			}
		default:
			others = append(others, s)
		}
	}
	return callers, others
}

// stopping finds the switches that stop an item: the first are tried one by one
// until one is found, and further if their names tell, the others in groups.
func (e *engine) stopping(it item, on *eval.Run, all []*eval.SwitchUse) []decided {
	var out []decided
	for n := 0; n < tryAlone && len(all) > 0 && (len(out) == 0 || e.rank(all[0]) < unnamed); n++ {
		out = append(out, e.alone(it, on, all[:1])...)
		all = all[1:]
	}
	if len(out) > 0 {
		all = all[:min(maxBeside, len(all))]
		e.freeLeft = 0 // one is known: for others none is free
	}
	for group := range slices.Chunk(all, groupSize) {
		if len(group) <= few || e.groupStops(it, group) { // in a group one may hide what another does
			out = append(out, e.alone(it, on, group)...)
		}
	}
	return out
}

// alone finds the switches that stop an item, each tried alone. on is a run in
// which it happens.
func (e *engine) alone(it item, on *eval.Run, all []*eval.SwitchUse) []decided {
	var out []decided
	for _, s := range all {
		values := slices.DeleteFunc(e.values(s), func(v string) bool { return !e.mayRefuse(s, v) })
		if v, r, ok := e.firstOf(s, values, func(r *outcome) bool { return !r.happens(it) && !e.anotherMode(r) }); ok && !e.absentWithAny(it, s) {
			out = append(out, e.decided(it, s, v, Stops, on, e.run(r, it)))
		}
	}
	return out
}

// absentWithAny reports whether an item that a setting stops does not happen
// either where a setting is given that nobody asks for: that some file is there
// stops it, and not what it says.
func (e *engine) absentWithAny(it item, s *eval.SwitchUse) bool {
	if s.Key.Kind != string(Config) || e.base.Later != nil { // then the file is there, and says yes
		return false
	}
	if left := e.budget; left <= 0 && !e.thrifty { // the same run serves all items
		e.budget = 1
		defer func() { e.budget = left }()
	}
	r := e.probe(nobodyAsks(), nil)
	return r != nil && !r.happens(it)
}

// someText is a value that no program compares with on purpose.
const someText = "1"

// mayRefuse reports whether somebody may say no by giving a switch that value.
// Any text at all is one only for a variable, where the name says no, and where
// others mean yes: who gives a credential or an address wants something else.
func (e *engine) mayRefuse(s *eval.SwitchUse, v string) bool {
	setting := s.Key.Kind == string(Config) || s.Key.Kind == string(Flag)
	some := s.Type == ir.KString && (v == someText || v == "true")
	return !setting || !some || e.world.Negative(s.Key.Key) ||
		slices.ContainsFunc(e.compared(s).Texts, isWord)
}

// anotherMode reports whether so little is left of the program in an outcome
// that it does something else there, or ends: no refusal, but another errand.
// It is held against what the program does unasked, as calm as the outcome.
func (e *engine) anotherMode(o *outcome) bool {
	whole, runs := 0, e.unasked()
	if e.calmly {
		runs = e.calm
	}
	for _, r := range runs {
		whole += r.Frames()
	}
	return whole-o.frames > minErrand && 2*o.frames < whole
}

// minErrand is how many calls a program makes at least that counts as having an
// errand besides.
const minErrand = 100

// groupStops reports whether switches stop an item when all of them are set.
func (e *engine) groupStops(it item, group []*eval.SwitchUse) bool {
	for n := 0; ; n++ {
		set, more := map[eval.SwitchKey]string{}, false
		for _, s := range group {
			if vs := e.values(s); len(vs) > 0 {
				set[s.Key] = vs[min(n, len(vs)-1)]
				more = more || n < len(vs)
			}
		}
		if !more {
			return false
		}
		if r := e.probe(set, nil); r == nil || !r.happens(it) {
			return r != nil
		}
	}
}

// starting finds the switches that can start an item alone, whatever else is:
// what happens with one open happens with more of them open, so that halves in
// which it does not happen are left out whole.
func (e *engine) starting(it item, all []*eval.SwitchUse) []*eval.SwitchUse {
	if len(all) == 0 {
		return nil
	}
	if r := e.probe(nil, opened(all)); r == nil || !r.happens(it) {
		return nil
	}
	if len(all) == 1 {
		return all
	}
	half := len(all) / 2
	return append(e.starting(it, all[:half:half]), e.starting(it, all[half:])...)
}

// first returns the first value of a switch with which a run satisfies want.
func (e *engine) first(s *eval.SwitchUse, want func(*outcome) bool) (string, *outcome, bool) {
	return e.firstOf(s, e.values(s), want)
}

// firstOf does so with some of the values.
func (e *engine) firstOf(s *eval.SwitchUse, values []string, want func(*outcome) bool) (string, *outcome, bool) {
	for _, v := range values {
		if r := e.probe(map[eval.SwitchKey]string{s.Key: v}, nil); r != nil && want(r) {
			return v, r, true
		}
	}
	return "", nil, false
}

// maxTexts bounds the texts of the program that are tried as a value.
const maxTexts = 12

// values are what is tried for a switch: true and false, bounds and their
// neighbours, every constant that it is compared with; not its default, with
// which the program was run already, nor what tells the program that it is its own child.
func (e *engine) values(s *eval.SwitchUse) []string {
	out := e.allValues(s)
	return slices.DeleteFunc(out, func(v string) bool {
		return len(out) > 1 && v == s.DefaultText() && !callersText(s) || e.givesChild(s.Key, v)
	})
}

func (e *engine) allValues(s *eval.SwitchUse) []string {
	switch text := s.DefaultText(); {
	case s.Type == ir.KBool, text == "true", text == "false":
		return []string{"true", "false"}
	}
	switch s.Type {
	case ir.KPointer, ir.KInterface, ir.KFunc, ir.KSlice, ir.KMap:
		return []string{"set", "nil"}
	}
	c := e.compared(s)
	if callersText(s) { // no text may be a word, too
		return slices.Clone(c.Equal[:min(maxTexts, len(c.Equal))])
	}
	if s.Type == ir.KInt || s.Type == ir.KFloat {
		return numbers(c.Texts)
	}
	out := []string{someText}
	if c.Parsed || s.Type == ir.KOther {
		out = append(out, "true", "false")
	}
	for _, list := range [][]string{c.Texts, c.Handed[:min(few, len(c.Handed))]} {
		for i := 0; i < len(list) && len(out) < maxTexts; i++ {
			if isWord(list[i]) {
				out = appendNew(out, list[i])
			}
		}
	}
	return out
}

// isWord reports whether somebody may have meant a text as a value.
func isWord(s string) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	other := func(r rune) bool { return !letter(r) && !strings.ContainsRune("_-.:+", r) }
	return strings.ContainsFunc(s, letter) && !strings.ContainsFunc(s, other)
}

// compared looks where more of the program runs for what a switch meets.
func (e *engine) compared(s *eval.SwitchUse) eval.Compared {
	if wide := e.open.Switch(s.Key); wide != nil {
		return wide.Compared()
	}
	return s.Compared()
}

func numbers(texts []string) []string {
	out := []string{"0", "1", "-1"}
	for _, t := range texts {
		if n, err := strconv.Atoi(t); err == nil && len(out) < maxTexts {
			out = appendNew(appendNew(appendNew(out, t), strconv.Itoa(n-1)), strconv.Itoa(n+1))
		}
	}
	return out
}
