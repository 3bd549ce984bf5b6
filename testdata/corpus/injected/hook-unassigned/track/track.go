// Package track tells a hook what happens.
package track

// Hook hears of each event, if it is set.
var Hook func(event string)

// Track tells the hook.
func Track(event string) {
	if Hook != nil {
		Hook(event)
	}
}
