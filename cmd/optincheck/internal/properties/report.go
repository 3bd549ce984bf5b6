package properties

import (
	"fmt"
	"go/constant"
	"go/token"
	"strings"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
)

// findReports finds the requests that are there to report: the implementation
// makes and sends them, and their address is not what the user typed.
func (x *extraction) findReports() {
	for _, e := range x.events("send", "fetch") {
		request, ok := x.madeBy(e)
		if ok && !x.fromArguments(request.arg("url")) {
			x.reports = append(x.reports, e)
		}
	}
}

// method: whether a report is the least that a request can be.
func (x *extraction) method() Property {
	fs := &facts{x: x}
	for _, e := range x.reports {
		request, _ := x.madeBy(e)
		method, ok := request.entry.Get("method"), true
		if request.entry.Role == "request" {
			method, ok = constText(request.arg("method"))
		}
		if !ok {
			fs.unknown(request.call.Pos(), "the method does not show")
			continue
		}
		strength := map[string]int{"HEAD": 2, "GET": 1, "": 1}[strings.ToUpper(method)]
		if c, isConst := request.arg("body").(*ssa.Const); request.arg("body") != nil && (!isConst || !c.IsNil()) {
			strength, method = 0, method+" with a body"
		}
		fs.add(request.call.Pos(), strength, method)
	}
	return Property{"heartbeat-method", fs.sorted()}
}

// never is how strong a heartbeat is that has no limit of time.
const never = -int(time.Hour / time.Millisecond)

// limit: how long a report may take.
func (x *extraction) limit() Property {
	fs := &facts{x: x}
	for _, e := range x.reports {
		request, _ := x.madeBy(e)
		best := time.Duration(0)
		for _, d := range append(x.clientTimeouts(flow.Arg(e.call, 0)), x.deadlines(flow.Arg(request.call, 0))...) {
			if best == 0 || d < best {
				best = d
			}
		}
		if best == 0 {
			fs.add(e.call.Pos(), never, "no limit of time")
			continue
		}
		fs.add(e.call.Pos(), -int(best/time.Millisecond), fmt.Sprintf("at most %v", best))
	}
	return Property{"heartbeat-time", fs.sorted()}
}

// clientTimeouts are the values of Timeout of a client.
func (x *extraction) clientTimeouts(client ssa.Value) []time.Duration {
	var all []time.Duration
	x.p.Walk(client, nil, flow.Options{}, func(n *flow.Node) bool {
		alloc, ok := n.Value.(*ssa.Alloc)
		if !ok {
			return true
		}
		for _, ref := range *alloc.Referrers() {
			if addr, ok := ref.(*ssa.FieldAddr); ok && flow.Field(addr).Name() == "Timeout" {
				for _, s := range storesInto(addr) {
					if d, ok := duration(s.Val); ok {
						all = append(all, d)
					}
				}
			}
		}
		return false
	})
	return all
}

// deadlines are the limits of a context.
func (x *extraction) deadlines(context ssa.Value) []time.Duration {
	var all []time.Duration
	x.p.Walk(context, nil, flow.Options{}, func(n *flow.Node) bool {
		if e, ok := x.roleOf(n.Value); ok && e.entry.Role == "timeout" {
			if d, ok := duration(e.arg("duration")); ok {
				all = append(all, d)
			}
		}
		return true
	})
	return all
}

func duration(v ssa.Value) (time.Duration, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	n, ok := constant.Int64Val(c.Value)
	return time.Duration(n), ok && n > 0
}

// background: whether anybody waits for a report.
func (x *extraction) background() Property {
	fs := &facts{x: x}
	for _, e := range x.reports {
		started := x.eachWay(e.call, func(chain flow.Chain) bool {
			for _, edge := range chain {
				if _, ok := edge.Call.(*ssa.Go); ok && !receives(edge.Call.Parent()) {
					return true
				}
			}
			return false
		})
		if started {
			fs.add(e.call.Pos(), 1, "in the background, and nobody waits for it")
		} else {
			fs.add(e.call.Pos(), 0, "the program waits for it")
		}
	}
	return Property{"heartbeat-background", fs.sorted()}
}

// eachWay reports whether something holds of each way to a call.
func (x *extraction) eachWay(call ssa.CallInstruction, holds func(flow.Chain) bool) bool {
	chains := x.chains(call.Parent())
	for _, chain := range chains {
		if !holds(chain) {
			return false
		}
	}
	return len(chains) > 0
}

// receives reports whether a function waits for a channel.
func receives(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if op, ok := i.(*ssa.UnOp); ok && op.Op == token.ARROW {
				return true
			}
		}
	}
	return false
}

// ownConsent: whether a report has a consent of its own that the others do not
// stand in for.
func (x *extraction) ownConsent() Property {
	fs := &facts{x: x}
	for _, e := range x.reports {
		if x.off.Reaches(e.call.Block()) {
			x.askers(fs, x.off, e.call, "%s still reports when consent is not there")
			fs.add(e.call.Pos(), 0, "a report is still sent when consent is not there")
			continue
		}
		if x.every(e.call, x.asksPurpose) {
			fs.add(e.call.Pos(), 1, "a purpose of its own, with a consent of its own")
		} else {
			fs.add(e.call.Pos(), 0, "consent to something else lets it out")
		}
	}
	return Property{"heartbeat-consent", fs.sorted()}
}

// asksPurpose reports whether a condition compares the name of the purpose,
// which names the record too, with one.
func (x *extraction) asksPurpose(c condition) bool {
	op, ok := c.value.(*ssa.BinOp)
	if !ok || op.Op != token.EQL && op.Op != token.NEQ {
		return false
	}
	f := flow.Field(op.X)
	text, isText := constText(op.Y)
	if f == nil || !isText || text == "" {
		return false
	}
	for _, r := range x.gateway().records {
		for _, element := range x.patternOf(r.naming) {
			if element == field+f.Name() {
				return true
			}
		}
	}
	return false
}
