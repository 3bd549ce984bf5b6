package egress

import "github.com/optincheck/optincheck/analyzers/egress/internal/world"

// IdentitySources is what is known of functions, variables and files that tell
// one machine or person from another.
type IdentitySources struct{ w *world.World }

// LoadIdentitySources reads the data that is compiled in.
func LoadIdentitySources() (*IdentitySources, error) {
	w, err := world.Load()
	if err != nil {
		return nil, err
	}
	return &IdentitySources{w}, nil
}

// Symbol returns the class of identity that a function or package variable
// gives: host, network, user, machine, path, weak for what can be guessed, or
// neutral for what does not identify by itself.
func (s *IdentitySources) Symbol(symbol string) (class string, ok bool) {
	return classOf(s.w.Identity(symbol))
}

// File returns the class of identity that the contents of a file give.
func (s *IdentitySources) File(name string) (class string, ok bool) {
	return classOf(s.w.IdentityFile(name))
}

func classOf(id world.Identity, ok bool) (string, bool) {
	switch id.Class {
	case "random":
		return "neutral", ok
	case "clock":
		return "weak", ok
	}
	return id.Class, ok
}
