package eval

// handed calls what an unknown callee is given: a function, or every method of
// an interface value that is well known to be called.
func (c *callSite) handed(v val, trigger string) {
	x := *c.e.vs.get(v)
	for _, r := range x.refs {
		if obj := c.e.locs[r].obj; obj.kind == code && obj.fn != nil {
			c.callback(obj.fn, r, nil, trigger)
		}
	}
	for _, d := range x.dyns {
		c.handedDyn(d, trigger)
	}
}

func (c *callSite) handedDyn(d dyn, trigger string) {
	inner := *c.e.vs.get(d.v)
	for _, r := range inner.refs {
		if obj := c.e.locs[r].obj; obj.kind == code && obj.fn != nil {
			c.callback(obj.fn, r, nil, trigger)
		}
	}
	methods := c.e.p.types[d.typ].called
	if c.passive {
		methods = c.e.p.types[d.typ].looked
	}
	for _, fn := range methods {
		c.callback(fn, 0, []val{d.v}, trigger)
	}
}

// callback calls fn with arguments of the world; recv are those known.
func (c *callSite) callback(fn *function, closure loc, recv []val, trigger string) {
	inner := &callSite{e: c.e, f: c.f, in: c.in, i: c.i, by: c.by, waits: false}
	args := append([]val(nil), recv...)
	for i, a := range args {
		if a == bottom {
			args[i] = c.e.worldVal()
		}
	}
	for len(args) < len(fn.Params) {
		args = append(args, c.e.worldVal())
	}
	inner.enter(fn, args, closure, trigger)
}
