package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/world"

// resolver calls the dialler that the program put into a resolver: a look-up
// goes to the name server that it picks. Without a receiver it is the default
// resolver, which programs replace, too.
func (c *callSite) resolver(s world.Sink, recv val) {
	if s.Kind != "lookup" {
		return
	}
	e := c.e
	resolvers := e.vs.get(recv).refs
	if recv == bottom {
		resolvers = e.vs.get(e.load(e.variable(e.p.intern(world.DefaultResolver)), c.by)).refs
	}
	for _, r := range resolvers {
		for _, k := range e.locs[r].kids {
			if e.p.strs[e.locs[k].part] == world.ResolverDial {
				e.noteReader(k, c.by)
				c.handed(e.locs[k].cell.v, "")
			}
		}
	}
}
