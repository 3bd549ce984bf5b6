package fix

import (
	"go/ast"
	"path"
	"regexp"
	"strings"
	"unicode"

	"github.com/optincheck/optincheck/policy"
)

// variable names the environment variable that a gate asks for: as the program
// names its own, and for what it allows.
func (w *writer) variable() string {
	return w.prefix() + "_ENABLE_" + strings.ToUpper(strings.ReplaceAll(w.noun(), " ", "_"))
}

// noun says what is sent.
func (w *writer) noun() string {
	switch w.b.Purpose {
	case policy.Usage:
		return "usage report"
	case policy.Crash:
		return "crash report"
	case policy.Update:
		return "update check"
	case policy.Heartbeat:
		return "heartbeat"
	case policy.Feedback:
		return "feedback"
	}
	return "request"
}

// prefix is how the program's own variables begin: as one does that the program
// asks for and that has part of its name, or that decides this behaviour; else
// the program's name.
func (w *writer) prefix() string {
	name := w.program()
	for _, v := range w.asked() {
		head, _, _ := strings.Cut(v, "_")
		if len(head) > 2 && strings.Contains("_"+name+"_", "_"+head+"_") {
			return head
		}
	}
	for _, s := range w.b.Switches {
		head, rest, ok := strings.Cut(s.Key, "_")
		if ok && s.Kind == "env" && !strings.HasPrefix(rest, "NOT_") && head != "NO" && head == strings.ToUpper(head) {
			return head
		}
	}
	return name
}

var majorVersion = regexp.MustCompile(`^v[0-9]+$`)

// program is the name of the only program that sends, or of the module, in
// capitals.
func (w *writer) program() string {
	full := w.b.Module
	if len(w.b.Programs) == 1 {
		full = w.b.Programs[0]
	}
	if full == "" {
		full = w.b.Site.Package
	}
	if majorVersion.MatchString(path.Base(full)) {
		full = path.Dir(full)
	}
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && r < unicode.MaxASCII || unicode.IsDigit(r) {
			return unicode.ToUpper(r)
		}
		return '_'
	}, path.Base(full))
	if name == "" || unicode.IsDigit(rune(name[0])) {
		name = "X" + name
	}
	return strings.Trim(name, "_")
}

// asked lists the variables that the code asks for by a constant name, in the
// order of the text.
func (c *Code) asked() []string {
	if c.variables == nil {
		c.variables = c.askedIn([]string{})
	}
	return c.variables
}

func (c *Code) askedIn(names []string) []string {
	for i := range c.Packages {
		pkg := &c.Packages[i]
		for _, f := range pkg.Files {
			if c.Editable != nil && !c.Editable(c.Fset.File(f.FileStart).Name()) {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) != 1 {
					return true
				}
				if fn := callee(pkg.Info, call); fn == "os.Getenv" || fn == "os.LookupEnv" {
					if v, ok := value(pkg.Info, call.Args[0]); ok {
						names = append(names, v)
					}
				}
				return true
			})
		}
	}
	return names
}
