package differ

// A plan is the outline of a program.
type plan struct {
	name string
	make func(m *maker)
}

// maxCarriers bounds how often a value is handed on.
const maxCarriers = 1

// plan chooses an outline. One gate is the most frequent.
func (m *maker) plan() {
	m.updates = m.IntN(3) == 0
	if m.IntN(2) == 0 {
		m.gate(m.condition(), m.send())
		return
	}
	p := plans[m.IntN(len(plans))]
	m.shape(p.name)
	p.make(m)
}

var plans = []plan{
	{"two switches, both needed", func(m *maker) {
		a, b := m.condition(), m.condition()
		m.gate(m.carried(a+" && "+b), m.send())
	}},
	{"two switches, either", func(m *maker) {
		a, b := m.condition(), m.condition()
		m.gate(m.carried(a+" || "+b), m.send())
	}},
	{"two switches, one inside the other", func(m *maker) {
		f := m.name("inner")
		b := m.condition()
		m.decl("func %s(on bool, send func()) {\nif on {\nsend()\n}\n}", f)
		m.gate(m.condition(), f+"("+b+", func() { "+m.send()+" })")
	}},
	{"two sends behind one switch", func(m *maker) {
		a := m.name("a")
		m.stmt("%s := %s", a, m.condition())
		m.gate(m.carried(a), m.send())
		m.gate(m.carried("!"+a), m.send())
	}},
	{"send before the gate", func(m *maker) {
		c, first, second := m.condition(), m.send(), m.send()
		m.stmt("%s", first)
		m.gate(c, second)
	}},
	{"gate hides the message only", func(m *maker) {
		c := m.condition()
		m.stmt("%s", m.send())
		m.gate(c, `println("a new version is there")`)
	}},
	{"call after the gate", func(m *maker) {
		c, send := m.condition(), m.send()
		m.gate(c, send)
		m.stmt("%s", send)
	}},
	{"repeat, first one before the test", func(m *maker) {
		c := m.condition()
		m.stmt("for i := 0; i < 2; i++ {\n%s\nif !(%s) {\nbreak\n}\n}", m.send(), c)
	}},
	{"repeat, test before the first", func(m *maker) {
		c := m.condition()
		m.stmt("for i := 0; i < 2; i++ {\nif !(%s) {\nbreak\n}\n%s\n}", c, m.send())
	}},
	{"one caller gated", func(m *maker) {
		c, d, send := m.condition(), m.condition(), m.send()
		m.gate(c, send)
		m.gate(d, send)
	}},
	{"switch that is overwritten", func(m *maker) {
		c, t := m.condition(), m.name("options")
		m.decl("type %s struct{ on bool }", t)
		m.stmt("o := %s{on: %s}", t, c)
		m.stmt("o.on = %s", m.pick("true", "false"))
		m.gate(m.carried("o.on"), m.send())
	}},
	{"literal", func(m *maker) {
		m.gate(m.carried(m.literal()), m.send())
	}},
	{"command", func(m *maker) { m.handlers() }},
}

// condition is a source, handed on some times.
func (m *maker) condition() string {
	return m.carried(m.source())
}

func (m *maker) carried(expr string) string {
	for range m.IntN(maxCarriers + 1) {
		c := carriers[m.IntN(len(carriers))]
		m.shape(c.name)
		expr = c.make(m, expr)
	}
	return "(" + expr + ")"
}

// literal is a value that nothing can change.
func (m *maker) literal() string {
	t, v := m.name("settings"), m.name("s")
	m.decl("type %s struct{ on, off bool }", t)
	m.stmt("%s := %s{%s: %s}", v, t, m.pick("on", "off"), m.pick("true", "false"))
	return v + m.pick(".on", ".off")
}

// word is a command that is named for what the program sends. Only an update
// is asked for by a word of one's own.
func (m *maker) word() string {
	word := m.pick("upgrade", "update")
	m.updates = true
	m.once["command"] = true
	m.use("os")
	m.asks("command", word, word, "other")
	return word
}

// handlers dispatches to a command that is named for what it does, and to one
// that does something else.
func (m *maker) handlers() {
	word, t, v := m.word(), m.name("command"), m.name("commands")
	send := "func() { " + m.send() + " }"
	if m.IntN(3) == 0 {
		send = "func() {\nif " + m.condition() + " {\n" + m.send() + "\n}\n}"
	}
	other := `func() { println("working") }`
	how := m.pick("map of handlers", "table of commands", "switch over commands")
	m.shape(how)
	switch how {
	case "map of handlers":
		m.stmt("%s := map[string]func(){\n%q: %s,\n\"other\": %s,\n}", v, word, send, other)
		m.stmt("if len(os.Args) > 1 {\nif run, ok := %s[os.Args[1]]; ok {\nrun()\n}\n}", v)
	case "table of commands":
		m.decl("type %s struct {\nname string\nrun func()\n}", t)
		m.stmt("%s := []%s{\n{\"other\", %s},\n{%q, %s},\n}", v, t, other, word, send)
		m.stmt("for _, c := range %s {\nif len(os.Args) > 1 && c.name == os.Args[1] {\nc.run()\n}\n}", v)
	default:
		m.stmt("if len(os.Args) < 2 {\nreturn\n}\nswitch os.Args[1] {\ncase %q:\n(%s)()\ncase \"other\":\n(%s)()\n}", word, send, other)
	}
}
