package comparison

import "testing"

// Every weakening of the reference is weaker in the property that it is about,
// and the reference is the same as itself.
func TestWeakenings(t *testing.T) {
	w := newWorkshop(t)
	flagged := 0
	for _, v := range weakenings() {
		t.Run(v.name, func(t *testing.T) {
			table := w.compare(t, v.edits)
			t.Logf("%d weaker, %d cannot tell", table.Count(Weaker), table.Count(Unknown))
			for _, row := range table.Rows {
				if row.Property == v.property && row.Verdict == Weaker {
					flagged++
					return
				}
			}
			t.Errorf("%s is not weaker", v.property)
		})
	}
	t.Run("nothing weakened", func(t *testing.T) {
		table := w.compare(t, nil)
		for _, row := range table.Rows {
			if row.Verdict != Same {
				t.Errorf("%s is %s: %v", row.Property, row.Verdict, row.Candidate)
			}
		}
	})
	t.Logf("%d of %d weakenings are flagged", flagged, len(weakenings()))
}
