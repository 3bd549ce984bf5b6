package comparison

import (
	"slices"
	"sync/atomic"
	"testing"
)

// Every weakening of the reference is weaker in the property that it is about,
// and the reference is the same as itself.
func TestWeakenings(t *testing.T) {
	w := newWorkshop(t)
	var flagged atomic.Int32
	t.Run("variant", func(t *testing.T) {
		for _, v := range weakenings() {
			t.Run(v.name, func(t *testing.T) {
				t.Parallel()
				table := w.compare(t, v.edits)
				t.Logf("%d weaker, %d cannot tell", table.Count(Weaker), table.Count(Unknown))
				if !slices.ContainsFunc(table.Rows, func(r Row) bool { return r.Property == v.property && r.Verdict == Weaker }) {
					t.Errorf("%s is not weaker", v.property)
					return
				}
				flagged.Add(1)
			})
		}
		t.Run("nothing weakened", func(t *testing.T) {
			t.Parallel()
			for _, row := range w.compare(t, nil).Rows {
				if row.Verdict != Same {
					t.Errorf("%s is %s: %v", row.Property, row.Verdict, row.Candidate)
				}
			}
		})
	})
	t.Logf("%d of %d weakenings are flagged", flagged.Load(), len(weakenings()))
}
