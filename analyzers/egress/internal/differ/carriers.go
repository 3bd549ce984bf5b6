package differ

import "fmt"

// A carrier hands a value on. make gets a condition and returns another one.
type carrier struct {
	name string
	make func(m *maker, x string) string
}

var carriers = []carrier{
	{"negation", func(m *maker, x string) string { return "!(" + x + ")" }},
	{"variable", func(m *maker, x string) string {
		v := m.name("v")
		m.stmt("%s := %s", v, x)
		return v
	}},
	{"variable assigned later", func(m *maker, x string) string {
		v := m.name("v")
		m.stmt("%s := %s\nif %s {\n%s = %s\n}", v, m.pick("true", "false"), x, v, m.pick("true", "false"))
		return v
	}},
	{"predicate", func(m *maker, x string) string {
		f := m.name("allowed")
		m.decl("func %s(on bool) bool {\n%s\n}", f, m.pick("return on", "return !on", "if on {\nreturn true\n}\nreturn false", "if !on {\nreturn true\n}\nreturn false"))
		return f + "(" + x + ")"
	}},
	{"predicate by switch", func(m *maker, x string) string {
		f := m.name("allowed")
		m.decl("func %s(on bool) (ok bool) {\nswitch {\ncase on:\nok = %s\ndefault:\nok = %s\n}\nreturn\n}", f, m.pick("true", "false"), m.pick("true", "false"))
		return f + "(" + x + ")"
	}},
	{"copy through structs", func(m *maker, x string) string {
		t, u, v, w := m.name("settings"), m.name("options"), m.name("s"), m.name("o")
		m.decl("type %s struct{ on, off bool }", t)
		m.decl("type %s struct {\nname string\nin %s\n}", u, t)
		m.stmt("%s := %s{on: %s}\n%s := %s{in: %s}", v, t, x, w, u, v)
		return w + ".in.on"
	}},
	{"copy and overwrite", func(m *maker, x string) string {
		t, v, w := m.name("settings"), m.name("s"), m.name("t")
		m.decl("type %s struct{ on, off bool }", t)
		m.stmt("%s := %s{on: %s}\n%s := %s\n%s.on = %s\n_ = %s", v, t, x, w, v, w, m.pick("true", "false"), w)
		return v + ".on"
	}},
	{"pointer to a struct", func(m *maker, x string) string {
		t, v := m.name("settings"), m.name("s")
		m.decl("type %s struct{ on bool }", t)
		m.stmt("%s := &%s{}\n%s.on = %s", v, t, v, x)
		return v + ".on"
	}},
	{"struct from a constructor", func(m *maker, x string) string {
		t, f := m.name("settings"), m.name("new")
		m.decl("type %s struct{ on bool }", t)
		m.decl("func %s(on bool) (*%s, error) {\nreturn &%s{on: on}, nil\n}", f, t, t)
		v := m.name("s")
		m.stmt("%s, _ := %s(%s)", v, f, x)
		return v + ".on"
	}},
	{"struct changed by a function", func(m *maker, x string) string {
		t, f, v := m.name("settings"), m.name("fill"), m.name("s")
		m.decl("type %s struct{ on bool }", t)
		m.decl("func %s(s *%s, on bool) { s.on = on }", f, t)
		m.stmt("var %s %s\n%s(&%s, %s)", v, t, f, v, x)
		return v + ".on"
	}},
	{"struct by value, changed in vain", func(m *maker, x string) string {
		t, f, v := m.name("settings"), m.name("fill"), m.name("s")
		m.decl("type %s struct{ on bool }", t)
		m.decl("func %s(s %s) bool {\ns.on = !s.on\nreturn s.on\n}", f, t)
		m.stmt("%s := %s{on: %s}\n_ = %s(%s)", v, t, x, f, v)
		return v + ".on"
	}},
	{"getter", func(m *maker, x string) string {
		t, v := m.name("settings"), m.name("s")
		m.decl("type %s struct{ off bool }", t)
		m.decl("func (s %s) enabled() bool { return !s.off }", t)
		m.stmt("%s := %s{off: !(%s)}", v, t, x)
		return v + ".enabled()"
	}},
	{"locked getter", func(m *maker, x string) string {
		t, v := m.name("settings"), m.name("s")
		m.use("sync")
		m.decl("type %s struct {\nmu sync.RWMutex\non bool\n}", t)
		m.decl("func (s *%s) enabled() bool {\ns.mu.RLock()\ndefer s.mu.RUnlock()\nreturn s.on\n}", t)
		m.stmt("%s := &%s{on: %s}", v, t, x)
		return v + ".enabled()"
	}},
	{"interface", func(m *maker, x string) string {
		t, i, v := m.name("settings"), m.name("chooser"), m.name("c")
		m.decl("type %s interface{ enabled() bool }", i)
		m.decl("type %s struct{ on bool }", t)
		m.decl("func (s %s) enabled() bool { return s.on }", t)
		m.stmt("var %s %s = %s{%s}", v, i, t, x)
		return v + ".enabled()"
	}},
	{"closure", func(m *maker, x string) string {
		v, f := m.name("v"), m.name("allowed")
		m.stmt("%s := %s\n%s := func() bool { return %s }", v, x, f, v)
		return f + "()"
	}},
	{"closure that assigns", func(m *maker, x string) string {
		v := m.name("v")
		m.stmt("var %s bool\nfunc() { %s = %s }()", v, v, x)
		return v
	}},
	{"predicate in a variable", func(m *maker, x string) string {
		f := m.name("allowed")
		m.decl("var %s = func(on bool) bool { return %son }", f, m.pick("", "!"))
		return f + "(" + x + ")"
	}},
	{"channel", func(m *maker, x string) string {
		c := m.name("c")
		m.stmt("%s := make(chan bool, 1)\n%s <- %s", c, c, x)
		v := m.name("v")
		m.stmt("%s := <-%s", v, c)
		return v
	}},
	{"goroutine that answers", func(m *maker, x string) string {
		c := m.name("c")
		m.stmt("%s := make(chan bool)\ngo func() { %s <- %s }()", c, c, x)
		v := m.name("v")
		m.stmt("%s := <-%s", v, c)
		return v
	}},
	{"map", func(m *maker, x string) string {
		v := m.name("m")
		m.stmt("%s := map[string]bool{\"report\": %s, \"other\": %s}", v, x, m.pick("true", "false"))
		return v + `["report"]`
	}},
	{"map with a missing key", func(m *maker, x string) string {
		v, ok := m.name("m"), m.name("ok")
		m.stmt("%s := map[string]bool{}\nif %s {\n%s[\"report\"] = true\n}\n_, %s := %s[\"report\"]", v, x, v, ok, v)
		return ok
	}},
	{"slice", func(m *maker, x string) string {
		v := m.name("s")
		m.stmt("%s := []bool{%s}", v, x)
		return v + "[0]"
	}},
	{"length of a list", func(m *maker, x string) string {
		v := m.name("list")
		m.stmt("var %s []string\nif %s {\n%s = append(%s, \"report\")\n}", v, x, v, v)
		return "len(" + v + ") > 0"
	}},
	{"package variable", func(m *maker, x string) string {
		v := m.name("on")
		m.decl("var %s bool", v)
		m.stmt("%s = %s", v, x)
		return v
	}},
	{"field of a package variable", func(m *maker, x string) string {
		t, v, f := m.name("settings"), m.name("current"), m.name("configure")
		m.decl("type %s struct{ on bool }\n\nvar %s %s", t, v, t)
		m.decl("func %s(on bool) { %s.on = on }", f, v)
		m.stmt("%s(%s)", f, x)
		return v + ".on"
	}},
	{"other package", func(m *maker, x string) string {
		v := m.name("Report")
		m.other = append(m.other, fmt.Sprintf("var %s bool", v), fmt.Sprintf("func Get%s() bool { return %s }", v, v))
		m.stmt("settings.%s = %s", v, x)
		return m.pick("settings."+v, "settings.Get"+v+"()")
	}},
	{"nil pointer", func(m *maker, x string) string {
		v := m.name("p")
		m.stmt("var %s *int\nif %s {\n%s = new(int)\n}", v, x, v)
		return v + m.pick(" != nil", " == nil")
	}},
	{"pointer to a value", func(m *maker, x string) string {
		v, p := m.name("v"), m.name("p")
		m.stmt("%s := %s\n%s := &%s", v, m.pick("true", "false"), p, v)
		m.stmt("*%s = %s", p, x)
		return "*" + p
	}},
	{"text", func(m *maker, x string) string {
		v := m.name("mode")
		m.stmt("%s := \"off\"\nif %s {\n%s = \"on\"\n}", v, x, v)
		return v + m.pick(` == "on"`, ` != "off"`, ` != "on"`)
	}},
	{"level", func(m *maker, x string) string {
		v := m.name("level")
		m.stmt("%s := 0\nif %s {\n%s = 2\n}", v, x, v)
		return v + m.pick(" > 0", " >= 2", " == 0", " < 1")
	}},
	{"enumeration", func(m *maker, x string) string {
		t := m.name("mode")
		m.decl("type %[1]s int\n\nconst (\n%[1]sDefault %[1]s = iota\n%[1]sOn\n%[1]sOff\n)", t)
		v := m.name("v")
		m.stmt("var %s %s\nif %s {\n%s = %s%s\n}", v, t, x, v, t, m.pick("On", "Off"))
		return v + m.pick(" != "+t+"Off", " == "+t+"On", " == "+t+"Off", " == "+t+"Default")
	}},
	{"atomic", func(m *maker, x string) string {
		v := m.name("on")
		m.use("sync/atomic")
		m.decl("var %s atomic.Bool", v)
		m.stmt("%s.Store(%s)", v, x)
		return v + ".Load()"
	}},
	{"context", func(m *maker, x string) string {
		k, v := m.name("key"), m.name("ctx")
		m.use("context")
		m.decl("type %s struct{}", k)
		m.stmt("%s := context.WithValue(context.Background(), %s{}, %s)", v, k, x)
		ok := m.name("on")
		m.stmt("%s, _ := %s.Value(%s{}).(bool)", ok, v, k)
		return ok
	}},
	{"error", func(m *maker, x string) string {
		f := m.name("check")
		m.use("errors")
		m.decl("func %s(on bool) error {\nif !on {\nreturn errors.New(\"no\")\n}\nreturn nil\n}", f)
		return f + "(" + x + ")" + m.pick(" == nil", " != nil")
	}},
	{"two results", func(m *maker, x string) string {
		f, v, ok := m.name("look"), m.name("v"), m.name("ok")
		m.decl("func %s(on bool) (bool, bool) { return %s }", f, m.pick("on, true", "true, on", "!on, on"))
		m.stmt("%s, %s := %s(%s)", v, ok, f, x)
		return v + m.pick(" && ", " || !") + ok
	}},
	{"generic function", func(m *maker, x string) string {
		m.declOnce("func same[T any](v T) T { return v }")
		return "same(" + x + ")"
	}},
	{"any", func(m *maker, x string) string {
		v := m.name("v")
		m.stmt("var %s any = %s", v, x)
		return v + ".(bool)"
	}},
	{"once value", func(m *maker, x string) string {
		v := m.name("v")
		m.use("sync")
		m.stmt("%s := sync.OnceValue(func() bool { return %s })", v, x)
		return v + "()"
	}},
	{"options", func(m *maker, x string) string {
		t, o := m.name("settings"), m.name("option")
		m.decl("type %s struct{ on bool }\n\ntype %s func(*%s)", t, o, t)
		m.decl("func with%s(on bool) %s { return func(s *%s) { s.on = on } }", t, o, t)
		m.decl("func new%s(opts ...%s) *%s {\ns := &%s{%s}\nfor _, o := range opts {\no(s)\n}\nreturn s\n}", t, o, t, t, m.pick("on: true", ""))
		return fmt.Sprintf("new%s(with%s(%s)).on", t, t, x)
	}},
	{"merge", func(m *maker, x string) string {
		t, v := m.name("layer"), m.name("merged")
		m.decl("type %s struct{ on *bool }", t)
		m.decl("func merge%s(base, over %s) %s {\nif over.on != nil {\nbase.on = over.on\n}\nreturn base\n}", t, t, t)
		m.stmt("%s := %s", v, x)
		w := m.name("w")
		m.stmt("%s := merge%s(%s{on: &%s}, %s{})", w, t, t, v, t)
		return "*" + w + ".on"
	}},
	{"zero beside an error", func(m *maker, x string) string {
		t, f, v, err := m.name("settings"), m.name("parse"), m.name("s"), m.name("err")
		m.use("errors")
		m.decl("type %s struct{ on bool }", t)
		m.decl("func %s(on bool) (%s, error) {\nif !on {\nreturn %s{}, errors.New(\"no\")\n}\nreturn %s{on: on}, nil\n}", f, t, t, t)
		m.stmt("%s, %s := %s(%s)", v, err, f, x)
		return fmt.Sprintf("%s == nil && %s.on", err, v)
	}},
}
