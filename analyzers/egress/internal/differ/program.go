// Package differ writes small programs that may phone home, so that what the
// evaluation says about them can be compared with what they do.
//
// A program is put together from shapes: a source, something that may be set
// from outside (a variable, a flag, a setting, a file, an answer, a command);
// carriers, which hand its value on (a struct copied, a closure, a channel, a
// predicate); a gate, which decides by it; and a send. Which ones, a seed says.
// Nobody computes what a program must do: it is built and run.
//
// The test of this package builds all programs as packages of one binary, runs
// each behind a recording proxy, first with nothing set and then with every
// value of every switch, and holds the audit to what was seen. It runs few of
// them; more, and others, with
//
//	go test ./analyzers/egress/internal/differ -timeout 1h -programs 2000 -seed 7 -keep DIR
//
// Left out, because the evaluation does not follow them: a variable that is
// set in one turn of a loop and looked at after it, and a result that a
// deferred function changes.
package differ

import (
	"bytes"
	"fmt"
	"go/format"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Module is the path of the module that the programs are packages of.
const Module = "differ.example"

// A Program is a generated program: a package with a function Main, and a main
// that calls it.
type Program struct {
	Name     string
	Shapes   []string // what it is put together from
	Switches []Switch
	Hosts    []string // where it may send
	files    map[string]string
}

// A Switch is something that the program asks, with values worth trying.
type Switch struct {
	Kind, Key string
	Values    []string
}

// Generate writes n programs. The same seed gives the same programs.
func Generate(seed uint64, n int) []*Program {
	r := rand.New(rand.NewPCG(seed, 0))
	out := make([]*Program, n)
	for i := range out {
		out[i] = newMaker(r, fmt.Sprintf("p%04d", i)).program()
	}
	return out
}

// Source is the text of the program's package.
func (p *Program) Source() string { return p.files["main.go"] }

// Write writes the programs below dir, as one module: PROGRAM/main.go is what
// the audit sees, and testdata/all one binary that runs the program that the
// variable DIFFER_PROGRAM names.
func Write(dir string, programs []*Program) error {
	files := map[string]string{"go.mod": "module " + Module + "\n\ngo 1.24\n"}
	var imports, cases strings.Builder
	for _, p := range programs {
		for name, text := range p.files {
			files["code/"+p.Name+"/"+name] = text
		}
		path := Module + "/code/" + p.Name
		files["program/"+p.Name+"/main.go"] = fmt.Sprintf("package main\n\nimport %q\n\nfunc main() { %s.Main() }\n", path, p.Name)
		fmt.Fprintf(&imports, "\t%q\n", path)
		fmt.Fprintf(&cases, "\tcase %q:\n\t\t%s.Main()\n", p.Name, p.Name)
	}
	files["testdata/all/main.go"] = "package main\n\nimport (\n\t\"os\"\n\n" + imports.String() +
		")\n\nfunc main() {\n\tswitch os.Getenv(\"DIFFER_PROGRAM\") {\n" + cases.String() + "\t}\n}\n"
	for name, text := range files {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o666)
}

// A maker puts one program together.
type maker struct {
	*rand.Rand
	p       *Program
	updates bool // looks for new versions; else it reports usage
	seq     int
	imports map[string]bool
	once    map[string]bool // declarations that one program needs once
	decls   []string        // of the package
	defs    []string        // statements before flags are parsed
	body    []string
	tail    []string // statements at the end
	other   []string // declarations of the package settings below it
}

func newMaker(r *rand.Rand, name string) *maker {
	return &maker{Rand: r, p: &Program{Name: name, files: map[string]string{}}, imports: map[string]bool{}, once: map[string]bool{}}
}

// name returns a new name.
func (m *maker) name(prefix string) string {
	m.seq++
	return fmt.Sprintf("%s%d", prefix, m.seq)
}

// use imports packages.
func (m *maker) use(paths ...string) {
	for _, p := range paths {
		m.imports[p] = true
	}
}

// stmt adds a statement to Main, and decl a declaration to the package.
func (m *maker) stmt(form string, args ...any) { m.body = append(m.body, fmt.Sprintf(form, args...)) }

func (m *maker) decl(form string, args ...any) { m.decls = append(m.decls, fmt.Sprintf(form, args...)) }

// declOnce adds a declaration that one program needs once.
func (m *maker) declOnce(text string) {
	if !m.once[text] {
		m.once[text] = true
		m.decls = append(m.decls, text)
	}
}

// asks notes a switch.
func (m *maker) asks(kind, key string, values ...string) {
	m.p.Switches = append(m.p.Switches, Switch{kind, key, values})
}

// shape notes what the program is put together from.
func (m *maker) shape(name string) { m.p.Shapes = append(m.p.Shapes, name) }

// pick returns one of some texts.
func (m *maker) pick(texts ...string) string { return texts[m.IntN(len(texts))] }

// host is a new place to send to.
func (m *maker) host() string {
	h := fmt.Sprintf("collector%d.example", len(m.p.Hosts)+1)
	m.p.Hosts = append(m.p.Hosts, h)
	return h
}

// program puts the parts together.
func (m *maker) program() *Program {
	m.plan()
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Package %s is put together from: %s.\npackage %s\n\n", m.p.Name, strings.Join(m.p.Shapes, ", "), m.p.Name)
	text := []string{strings.Join(m.defs, "\n")}
	if m.imports["flag"] {
		text = append(text, "flag.Parse()")
	}
	text = append(text, strings.Join(m.body, "\n"), strings.Join(m.tail, "\n"))
	if len(m.other) > 0 {
		m.use(Module + "/code/" + m.p.Name + "/settings")
		m.p.files["settings/settings.go"] = "package settings\n\n" + strings.Join(m.other, "\n\n") + "\n"
	}
	var imports []string
	for p := range m.imports {
		imports = append(imports, fmt.Sprintf("%q", p))
	}
	slices.Sort(imports)
	fmt.Fprintf(&b, "import (\n%s\n)\n\n%s\n\n// Main is the program.\nfunc Main() {\n%s\n}\n",
		strings.Join(imports, "\n"), strings.Join(m.decls, "\n\n"), strings.Join(text, "\n"))
	src, err := format.Source(b.Bytes())
	if err != nil {
		panic(fmt.Sprintf("%s: %v\n%s", m.p.Name, err, b.Bytes())) // a shape is no Go: the generator is wrong
	}
	m.p.files["main.go"] = string(src)
	return m.p
}
