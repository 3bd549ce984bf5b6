package eval

import "strings"

// newReplacer yields what replaces texts by others.
func (c *modelCall) newReplacer() {
	l := c.made("replacer", c.e.p.types[c.resultOf()].elem)
	c.e.grow(c.e.partOf(l, "pairs()"), c.at("pairs"), 0)
	c.yield(c.e.refVal(l))
}

// replaced is a text after the replacements of a replacer.
func (e *eval) replaced(replacer loc, text string, by use) string {
	var pairs []string
	for _, w := range e.items(e.held(replacer, "pairs()", by), by) {
		k, _ := e.single(w)
		pairs = append(pairs, k.Text)
	}
	if len(pairs)%2 != 0 {
		return text
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// replace yields known texts after replacement.
func (c *modelCall) replace() {
	texts, known := c.e.strings(c.at("text"))
	if rs := c.e.refsOf(c.at("of")); known && len(rs) == 1 {
		for _, t := range texts {
			c.yield(c.e.strVal(c.e.replaced(rs[0], t, c.by)))
		}
		return
	}
	c.yield(c.e.worldVal())
}
