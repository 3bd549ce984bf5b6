// Package track tells its callers' function what happens.
package track

// A Tracker passes events on.
type Tracker struct{ Send func(event string) }

// Track passes the event on.
func (t *Tracker) Track(event string) { t.Send(event) }
