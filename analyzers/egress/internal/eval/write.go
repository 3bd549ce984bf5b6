package eval

// written yields what the program itself wrote, in a later run.
func (c *modelCall) written(name string) {
	e := c.e
	texts, ok := e.state.Later[name]
	if !ok {
		return
	}
	for _, t := range texts {
		c.fileThere(e.strVal(t), false)
	}
	cell := e.fileCell(name)
	e.noteReader(cell, c.by)
	if v := e.locs[cell].cell.v; v != bottom && len(texts) == 0 {
		c.fileThere(v, false)
	}
}

// write notes what the program writes to the user's files.
func (c *modelCall) write() {
	e := c.e
	names, _ := e.strings(c.at("name"))
	data := c.at("data")
	if data == bottom {
		data = e.worldVal()
	}
	if e.vs.get(data).onlyNil() {
		data = e.strVal("")
	}
	for _, n := range names {
		if notYet(n, c.f.fn.unit.Path) {
			e.noteWrite(n, c.by, data)
			e.grow(e.fileCell(n), data, e.placeAt(c.f, c.i))
		}
	}
	c.yieldError()
}

// A write is one place that writes a file, and what it writes.
type write struct {
	by   use
	data val
}

func (e *eval) noteWrite(name string, by use, data val) {
	if e.writes == nil {
		e.writes = map[string][]write{}
	}
	list := e.writes[name]
	for i := range list {
		if list[i].by == by {
			list[i].data = e.join(list[i].data, data, 0)
			return
		}
	}
	e.writes[name] = append(list, write{by, data})
}

// mkdir makes a directory of the user's, which is there at once: programs make
// theirs before they look for it.
func (c *modelCall) mkdir() {
	e := c.e
	names, _ := e.strings(c.at("name"))
	for _, n := range names {
		if notYet(n, c.f.fn.unit.Path) {
			e.grow(e.keyed("directory", n, true), e.notZero(), 0)
		}
	}
	c.yieldError()
}

// madeDirectory yields a directory that the program makes.
func (c *modelCall) madeDirectory(name string) {
	cell := c.e.keyed("directory", name, true)
	c.e.noteReader(cell, c.by)
	if c.e.locs[cell].cell.v != bottom {
		c.fileThere(c.e.someVal(), true)
	}
}
