package differ

// A way is how a request gets out. make gets the call that performs it and
// returns a statement; when that is done, so is the request.
type way struct {
	name string
	make func(m *maker, call string) string
}

// send declares a function that sends to a new host, and returns a statement
// that reaches it.
func (m *maker) send() string {
	w := ways[m.IntN(len(ways))]
	m.shape(w.name)
	if m.updates {
		return w.make(m, m.request("checkUpdate", "http://"+m.host()+"/tool/releases/latest")+"()")
	}
	return w.make(m, m.request("reportUsage", "http://"+m.host()+"/usage")+"()")
}

// request declares a function that performs one request.
func (m *maker) request(name, url string) string {
	f := m.name(name)
	m.use("net/http")
	switch m.IntN(5) {
	case 0:
		m.decl("func %s() { http.Get(%q) }", f, url)
	case 1:
		m.use("strings")
		m.decl("func %s() { http.Post(%q, \"text/plain\", strings.NewReader(\"x\")) }", f, url)
	case 2:
		m.decl("func %s() {\nreq, err := http.NewRequest(\"GET\", %q, nil)\nif err != nil {\nreturn\n}\nhttp.DefaultClient.Do(req)\n}", f, url)
	case 3:
		t := m.name("client")
		m.decl("type %s struct {\nhttp *http.Client\nurl string\n}\n\nfunc (c *%s) report() error {\n_, err := c.http.Get(c.url)\nreturn err\n}", t, t)
		m.decl("func %s() {\nc := &%s{http: &http.Client{}, url: %q}\n_ = c.report()\n}", f, t, url)
	case 4:
		m.declOnce("func post(url string) {\nif res, err := http.Get(url); err == nil {\nres.Body.Close()\n}\n}")
		m.decl("func %s() { post(%q) }", f, url)
	}
	return f
}

var ways = []way{
	{"call", func(m *maker, call string) string { return call }},
	{"goroutine", func(m *maker, call string) string {
		m.declOnce("func background(f func()) {\ndone := make(chan bool)\ngo func() {\ndefer close(done)\nf()\n}()\n<-done\n}")
		return "background(func() { " + call + " })"
	}},
	{"wait group", func(m *maker, call string) string {
		m.use("sync")
		f := m.name("all")
		m.decl("func %s() {\nvar wg sync.WaitGroup\nwg.Add(1)\ngo func() {\ndefer wg.Done()\n%s\n}()\nwg.Wait()\n}", f, call)
		return f + "()"
	}},
	{"worker behind a channel", func(m *maker, call string) string {
		f, jobs, done := m.name("work"), m.name("jobs"), m.name("done")
		m.decl("var %s, %s = make(chan string), make(chan bool)", jobs, done)
		m.decl("func %s() {\nfor range %s {\n%s\n%s <- true\n}\n}", f, jobs, call, done)
		m.defs = append(m.defs, "go "+f+"()")
		return jobs + " <- \"usage\"\n<-" + done
	}},
	{"function variable", func(m *maker, call string) string {
		v := m.name("send")
		m.decl("var %s = func() { %s }", v, call)
		return v + "()"
	}},
	{"method value", func(m *maker, call string) string {
		t, f := m.name("module"), m.name("run")
		m.decl("type %s struct{ name string }\n\nfunc (m *%s) start() { %s }", t, t, call)
		m.declOnce("func run(f func()) { f() }")
		m.decl("func %s() {\nm := &%s{\"usage\"}\nrun(m.start)\n}", f, t)
		return f + "()"
	}},
	{"interface method", func(m *maker, call string) string {
		t := m.name("module")
		m.decl("type %s struct{}\n\nfunc (%s) start() { %s }", t, t, call)
		m.declOnce("type starter interface{ start() }\n\nfunc startAll(all ...starter) {\nfor _, s := range all {\ns.start()\n}\n}")
		return "startAll(" + t + "{})"
	}},
	{"once", func(m *maker, call string) string {
		v := m.name("once")
		m.use("sync")
		m.decl("var %s sync.Once", v)
		return v + ".Do(func() { " + call + " })"
	}},
	{"deferred call", func(m *maker, call string) string {
		return "func() {\ndefer " + call + "\n}()"
	}},
	{"generic function", func(m *maker, call string) string {
		m.declOnce("func with[T any](v T, f func(T)) { f(v) }")
		return "with(1, func(int) { " + call + " })"
	}},
}
