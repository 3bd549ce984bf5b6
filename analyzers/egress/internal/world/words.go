package world

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

//go:embed words.txt
var wordsText string

// A phrase is a set of words that show a purpose when they stand in one name.
type phrase struct {
	text    string
	purpose string
	weight  int
	words   []map[string]bool // of each, one must be there
	unless  map[string]bool
}

// A negative is a run of words that turns a switch round.
type negative struct {
	words    []string
	place    string // "before" or "after" other words, or "" for anywhere
	positive string // the words that say yes in their place, or ""
}

func wordKinds() kinds {
	examples := map[string]key{
		"example": {required: true, repeat: true, check: anyText},
		"not":     {required: true, repeat: true, check: anyText},
	}
	with := func(more map[string]key) map[string]key {
		for k, v := range examples {
			more[k] = v
		}
		return more
	}
	return kinds{
		"group": {subject: identifierWord, keys: map[string]key{"words": {required: true, check: anyText}}},
		"word": {subject: anyText, keys: with(map[string]key{
			"purpose": {required: true, check: purpose},
			"weight":  {required: true, check: weight},
			"unless":  {check: anyText},
		})},
		"negative": {subject: anyText, keys: with(map[string]key{
			"place":    {check: oneOf("before", "after")},
			"positive": {check: anyText},
		})},
		"aspect": {subject: identifierWord, keys: examples},
		"hint":   {subject: identifierWord, keys: examples},
		"ci":     {subject: envName},
		"mode":   {subject: identifierWord},

		"prerelease": {subject: identifierWord},
		"deployed":   {subject: identifierWord},
		"command":    {subject: anyText, keys: map[string]key{"purpose": {required: true, check: purpose}}},
	}
}

func identifierWord(word string) error {
	if !identifier(word) {
		return fmt.Errorf("bad name %q; write letters, digits and underscores", word)
	}
	return nil
}

func (w *World) addWord(l Line) error {
	switch l.Kind {
	case "group":
		w.groups[l.Subject] = set(l.List("words"))
		w.know(l.List("words")...)
	case "negative":
		w.negatives = append(w.negatives, negative{strings.Fields(l.Subject), l.Get("place"), l.Get("positive")})
		w.know(strings.Fields(l.Subject)...)
	case "aspect":
		w.aspects[l.Subject] = true
		w.know(l.Subject)
	case "hint":
		w.hints[l.Subject] = true
		w.know(l.Subject)
	case "ci":
		w.ci[l.Subject] = true
	case "mode":
		w.modes[l.Subject] = true
	case "deployed":
		w.deployed[l.Subject] = true
	case "prerelease":
		w.prereleases[l.Subject] = true
	case "command":
		w.commands[l.Subject] = l.Get("purpose")
	default:
		return w.addPhrase(l)
	}
	return nil
}

func (w *World) addPhrase(l Line) error {
	p := phrase{text: l.Subject, purpose: l.Get("purpose"), unless: set(l.List("unless"))}
	p.weight, _ = strconv.Atoi(l.Get("weight")) // checked by the reader
	for _, word := range strings.Fields(l.Subject) {
		choice := map[string]bool{word: true}
		if name, ok := strings.CutPrefix(word, "@"); !ok {
			w.know(word)
		} else if choice = w.groups[name]; choice == nil {
			return fmt.Errorf("unknown group %s; write the group above its first use", word)
		}
		p.words = append(p.words, choice)
	}
	w.phrases = append(w.phrases, p)
	return nil
}

// know adds words to those that a name without word borders is cut into.
func (w *World) know(words ...string) {
	for _, word := range words {
		w.vocabulary[word] = true
	}
}

// Purpose returns the purpose that names show, with the evidence in words.
// The names come with the nearest to the send first; of equally telling ones
// the phrase of more words counts, then the first name.
func (w *World) Purpose(names []string) (purpose, evidence string, ok bool) {
	var best phrase
	for _, name := range names {
		words := set(w.words(name))
		for _, p := range w.phrases {
			if p.beats(best) && p.match(words) {
				best, purpose = p, p.purpose
				evidence = fmt.Sprintf("the name %s says %s", name, p.purpose)
			}
		}
	}
	return purpose, evidence, best.weight > 0
}

func (p phrase) beats(q phrase) bool {
	return p.weight > q.weight || p.weight == q.weight && len(p.words) > len(q.words)
}

func (p phrase) match(name map[string]bool) bool {
	for _, choice := range p.words {
		if !intersect(choice, name) {
			return false
		}
	}
	return !intersect(p.unless, name)
}

func intersect(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for word := range a {
		if b[word] {
			return true
		}
	}
	return false
}

// leastPromise is the weight from which on a name promises to decide, and does
// not only hint at what it is about.
const leastPromise = 4

// Promise returns the purpose that a switch promises to decide by its name: what
// it says of it, unless one of its words says that it is about how, where or
// how often.
func (w *World) Promise(name string) (purpose string, ok bool) {
	words := set(w.words(name))
	if intersect(w.aspects, words) {
		return "", false
	}
	var best phrase
	for _, p := range w.phrases {
		if p.weight >= leastPromise && p.beats(best) && p.match(words) {
			best = p
		}
	}
	return best.purpose, best.weight > 0
}

// Hint reports whether the name of a switch says that somebody agreed to
// something, or that something is told.
func (w *World) Hint(name string) bool { return intersect(w.hints, set(w.words(name))) }

// Negative reports whether a switch of that name says no when it is set.
func (w *World) Negative(name string) bool {
	words := w.words(name)
	for _, n := range w.negatives {
		if n.match(words) {
			return true
		}
	}
	return false
}

func (n negative) match(words []string) bool {
	for i := 0; i+len(n.words) <= len(words); i++ {
		end := i + len(n.words)
		if strings.Join(words[i:end], " ") != strings.Join(n.words, " ") {
			continue
		}
		if n.place == "" || n.place == "before" && end < len(words) || n.place == "after" && i > 0 {
			return true
		}
	}
	return false
}

// CI reports whether an environment variable says that the program runs in
// continuous integration.
func (w *World) CI(env string) bool { return w.ci[env] }

// Mode reports whether a flag of that name makes the program do something else
// than it is for, and end.
func (w *World) Mode(flag string) bool { return w.modes[strings.ToLower(flag)] }

// Deployed reports whether a switch of that value says that the program is
// deployed, not tried.
func (w *World) Deployed(value string) bool { return w.deployed[strings.ToLower(value)] }

// Prerelease reports whether a text tells versions from releases.
func (w *World) Prerelease(text string) bool {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
	for _, word := range strings.FieldsFunc(strings.ToLower(text), notLetter) {
		if w.prereleases[word] {
			return true
		}
	}
	return false
}

// UserCommand returns the purpose that a command is named for: the words and
// flags by which a user asks for it, without the program's name. Such a
// command is an explicit wish for that purpose and no other.
func (w *World) UserCommand(words []string) (purpose string, ok bool) {
	var flags []string
	flat := make([]string, 0, len(words))
	for _, word := range words {
		if strings.HasPrefix(word, "-") {
			flags = append(flags, "--"+strings.Join(Words(word), "-"))
			continue
		}
		flat = append(flat, strings.Join(w.words(word), " "))
	}
	for _, flag := range append(flags, "") {
		for i := range flat {
			text := strings.TrimSpace(strings.Join(flat[i:], " ") + " " + flag)
			if purpose, ok = w.commands[text]; ok {
				return purpose, true
			}
		}
		if purpose, ok = w.commands[flag]; ok {
			return purpose, true
		}
	}
	return "", false
}
