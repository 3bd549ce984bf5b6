package world

import (
	"testing"
)

// Each entry's own examples hold for exactly that entry's meaning, and its
// counter-examples do not.
func TestExamples(t *testing.T) {
	w := mustLoad(t)
	holds := map[string]func(Line, string) bool{
		"exec": func(l Line, s string) bool {
			kind, _, sink := w.ExecClient(shellCommands(s)[0])
			return kind == l.Get("kind") && (sink || kind == "browser" && browses(w, s))
		},
		"host": func(l Line, s string) bool {
			e, ok := w.Host(s)
			return ok && e.Pattern == l.Subject
		},
		"url": func(l Line, s string) bool {
			for _, p := range w.urls {
				if p.text == l.Subject {
					return p.match(urlSegments(s))
				}
			}
			return false
		},
		"word": func(l Line, s string) bool {
			for _, p := range w.phrases {
				if p.text == l.Subject && p.match(set(w.words(s))) {
					return true
				}
			}
			return false
		},
		"tracker":  onTheWeb(w),
		"service":  onTheWeb(w),
		"badge":    onTheWeb(w),
		"aspect":   func(l Line, s string) bool { return set(w.words(s))[l.Subject] },
		"hint":     func(_ Line, s string) bool { return w.Hint(s) },
		"negative": func(l Line, s string) bool { return w.Negative(s) },
	}
	for _, f := range dataFiles() {
		lines, _ := read(f.name, f.text, f.kinds)
		for _, l := range lines {
			hold := holds[l.Kind]
			if hold == nil {
				continue
			}
			for _, s := range l.Args["example"] {
				if !hold(l, s) {
					t.Errorf("%v: %s %s does not hold for its example %q", l.Pos, l.Kind, l.Subject, s)
				}
			}
			for _, s := range l.Args["not"] {
				if hold(l, s) {
					t.Errorf("%v: %s %s holds for its counter-example %q", l.Pos, l.Kind, l.Subject, s)
				}
			}
		}
	}
}

// onTheWeb reports whether an entry is what is known about an address.
func onTheWeb(w *World) func(Line, string) bool {
	return func(l Line, s string) bool {
		e, ok := w.Web(s)
		return ok && e.Pattern == l.Subject && e.Class == l.Kind
	}
}

// browses reports whether a browser command line has something to open.
func browses(w *World, cmd string) bool {
	_, host, _ := w.ExecClient(shellCommands(cmd)[0])
	return host != "" || len(shellCommands(cmd)[0]) > 1
}

// What an example shows, the look-up finds too, whatever other entries say.
func TestExamplesShowTheirPurpose(t *testing.T) {
	w := mustLoad(t)
	for _, f := range dataFiles() {
		lines, _ := read(f.name, f.text, f.kinds)
		for _, l := range lines {
			for _, s := range l.Args["example"] {
				got := ""
				switch l.Kind {
				case "url":
					got, _, _ = w.URL(s)
				case "word":
					got, _, _ = w.Purpose([]string{s})
				default:
					continue
				}
				if got != l.Get("purpose") {
					t.Errorf("%v: %s shows %q; want %q", l.Pos, s, got, l.Get("purpose"))
				}
			}
		}
	}
}

func mustLoad(tb testing.TB) *World {
	tb.Helper()
	w, err := Load()
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		mustLoad(b)
	}
}
