package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/world"

// Parts of an exec.Cmd that the model makes.
const (
	namePart = "name()"
	argsPart = "args()"
)

// process makes the object of a child process.
func (c *modelCall) process() {
	e := c.e
	l := e.object(objKey{modelled, c.f.id, c.i, "process"}, 0, object{kind: modelled, site: c.i, frame: c.f.id})
	e.grow(e.child(l, e.p.intern(namePart), 0), c.at("name"), 0)
	e.grow(e.child(l, e.p.intern(argsPart), 0), c.at("args"), 0)
	c.join(e.refVal(l))
}

// start runs child processes: a network client is a sink.
func (c *modelCall) start() {
	e := c.e
	for _, r := range e.vs.get(c.at("process")).refs {
		name := e.child(r, e.p.intern(namePart), 0)
		e.noteReader(name, c.by)
		argv := []string{"*"}
		if k, ok := e.single(e.locs[name].cell.v); ok {
			argv[0] = k.Text
		} else {
			e.blind[c.by] = "exec"
		}
		for _, a := range e.variadic(e.locs[e.child(r, e.p.intern(argsPart), 0)].cell.v) {
			text := "*"
			if a != bottom {
				if k, ok := e.single(a); ok {
					text = star(k.Text)
				}
			}
			argv = append(argv, text)
		}
		if kind, host, ok := e.w.ExecClient(argv); ok {
			c.sink(c.m.Symbol, world.Sink{Symbol: c.m.Symbol, Kind: kind, Network: -1, Dest: world.Dest{Arg: -1}}, c.recv, c.args)
			e.sinks[c.by].Argv, e.sinks[c.by].Host = argv, host
		}
	}
	c.yield(e.worldVal())
}
