package differ

import "fmt"

// A gate decides by a condition whether a statement is reached.
type gate struct {
	name string
	make func(m *maker, x, send string)
}

// gate writes one.
func (m *maker) gate(x, send string) {
	g := gates[m.IntN(len(gates))]
	m.shape(g.name)
	g.make(m, x, send)
}

var gates = []gate{
	{"if", func(m *maker, x, send string) { m.stmt("if %s {\n%s\n}", x, send) }},
	{"else", func(m *maker, x, send string) { m.stmt("if %s {\nprintln(\"quiet\")\n} else {\n%s\n}", x, send) }},
	{"early return", func(m *maker, x, send string) {
		f := m.name("maybe")
		m.decl("func %s(off bool, send func()) {\nif off {\nreturn\n}\nsend()\n}", f)
		m.stmt("%s(%s, func() { %s })", f, x, send)
	}},
	{"early return in a closure", func(m *maker, x, send string) {
		m.stmt("func() {\nif !(%s) {\nreturn\n}\n%s\n}()", x, send)
	}},
	{"switch", func(m *maker, x, send string) {
		m.stmt("switch {\ncase %s:\n%s\ndefault:\nprintln(\"quiet\")\n}", x, send)
	}},
	{"switch, default sends", func(m *maker, x, send string) {
		m.stmt("switch %s {\ncase %s:\ndefault:\n%s\n}", x, m.pick("true", "false"), send)
	}},
	{"continue in a loop", func(m *maker, x, send string) {
		m.stmt("for range 2 {\nif %s {\ncontinue\n}\n%s\n}", x, send)
	}},
	{"method of nil", func(m *maker, x, send string) {
		t, v := m.name("reporter"), m.name("r")
		m.decl("type %s struct{ send func() }", t)
		m.decl("func (r *%s) report() {\nif r == nil {\nreturn\n}\nr.send()\n}", t)
		m.stmt("var %s *%s\nif %s {\n%s = &%s{func() { %s }}\n}\n%s.report()", v, t, x, v, t, send, v)
	}},
	{"nil function", func(m *maker, x, send string) {
		v := m.name("send")
		m.stmt("var %s func()\nif %s {\n%s = func() { %s }\n}\nif %s != nil {\n%s()\n}", v, x, v, send, v, v)
	}},
	{"nil field", func(m *maker, x, send string) {
		t, v := m.name("service"), m.name("s")
		m.decl("type %s struct {\nname string\nrun func()\n}", t)
		m.stmt("%s := %s{name: \"report\"}\nif %s {\n%s.run = func() { %s }\n}\nif %s.run != nil {\n%s.run()\n}", v, t, x, v, send, v, v)
	}},
	{"interface no-op", func(m *maker, x, send string) {
		i, on, off, v := m.name("reporter"), m.name("real"), m.name("noop"), m.name("r")
		m.decl("type %s interface{ report() }", i)
		m.decl("type %s struct{ send func() }\n\nfunc (r %s) report() { r.send() }", on, on)
		m.decl("type %s struct{}\n\nfunc (%s) report() {}", off, off)
		m.stmt("var %s %s = %s{}\nif %s {\n%s = %s{func() { %s }}\n}\n%s.report()", v, i, off, x, v, on, send, v)
	}},
	{"interface no-op from a constructor", func(m *maker, x, send string) {
		i, on, off, f := m.name("reporter"), m.name("real"), m.name("noop"), m.name("new")
		m.decl("type %s interface{ report() }", i)
		m.decl("type %s struct{ send func() }\n\nfunc (r *%s) report() { r.send() }", on, on)
		m.decl("type %s struct{}\n\nfunc (%s) report() {}", off, off)
		m.decl("func %s(on bool, send func()) %s {\nif !on {\nreturn %s{}\n}\nreturn &%s{send: send}\n}", f, i, off, on)
		m.stmt("%s(%s, func() { %s }).report()", f, x, send)
	}},
	{"decorator", func(m *maker, x, send string) {
		i, on, dec := m.name("reporter"), m.name("real"), m.name("gated")
		m.decl("type %s interface{ report() }", i)
		m.decl("type %s struct{ send func() }\n\nfunc (r %s) report() { r.send() }", on, on)
		m.decl("type %s struct {\n%s\non bool\n}\n\nfunc (d %s) report() {\nif d.on {\nd.%s.report()\n}\n}", dec, i, dec, i)
		m.stmt("%s{%s: %s{func() { %s }}, on: %s}.report()", dec, i, on, send, x)
	}},
	{"map of handlers", func(m *maker, x, send string) {
		v, h := m.name("handlers"), m.name("h")
		m.stmt("%s := map[string]func(){}\nif %s {\n%s[\"report\"] = func() { %s }\n}\nif %s, ok := %s[\"report\"]; ok {\n%s()\n}", v, x, v, send, h, v, h)
	}},
	{"map of handlers, all called", func(m *maker, x, send string) {
		v := m.name("handlers")
		m.stmt("%s := map[string]func(){\"work\": func() { println(\"working\") }}\nif %s {\n%s[\"report\"] = func() { %s }\n}\nfor _, h := range %s {\nh()\n}", v, x, v, send, v)
	}},
	{"work list", func(m *maker, x, send string) {
		v := m.name("work")
		m.stmt("var %s []func()\nif %s {\n%s = append(%s, func() { %s })\n}\nfor _, w := range %s {\nw()\n}", v, x, v, v, send, v)
	}},
	{"channel that is nil", func(m *maker, x, send string) {
		v := m.name("ready")
		m.stmt("var %s chan int\nif %s {\n%s = make(chan int, 1)\n%s <- 1\n}\nselect {\ncase <-%s:\n%s\ndefault:\n}", v, x, v, v, v, send)
	}},
	{"channel of work", func(m *maker, x, send string) {
		v := m.name("work")
		m.stmt("%s := make(chan func(), 1)\nif %s {\n%s <- func() { %s }\n}\nclose(%s)\nfor w := range %s {\nw()\n}", v, x, v, send, v, v)
	}},
	{"function chosen", func(m *maker, x, send string) {
		f := m.name("choose")
		m.decl("func %s(on bool, send func()) func() {\nif on {\nreturn send\n}\nreturn func() {}\n}", f)
		m.stmt("%s(%s, func() { %s })()", f, x, send)
	}},
	{"exit", func(m *maker, x, send string) {
		m.use("os")
		m.tail = append(m.tail, fmt.Sprintf("if %s {\nos.Exit(0)\n}\n%s", x, send))
	}},
	{"panic", func(m *maker, x, send string) {
		f := m.name("try")
		m.decl("func %s(on bool, send func()) {\ndefer func() { _ = recover() }()\nif !on {\npanic(\"no\")\n}\nsend()\n}", f)
		m.stmt("%s(%s, func() { %s })", f, x, send)
	}},
	{"deferred", func(m *maker, x, send string) {
		m.stmt("func() {\nif %s {\ndefer func() { %s }()\n}\nprintln(\"working\")\n}()", x, send)
	}},
	{"field of a receiver", func(m *maker, x, send string) {
		t, f := m.name("service"), m.name("new")
		m.decl("type %s struct {\non bool\nsend func()\n}", t)
		m.decl("func %s(on bool, send func()) *%s { return &%s{on: on, send: send} }", f, t, t)
		m.decl("func (s *%s) start() {\nif !s.on {\nreturn\n}\ns.run()\n}\n\nfunc (s *%s) run() { s.send() }", t, t)
		m.stmt("%s(%s, func() { %s }).start()", f, x, send)
	}},
}
