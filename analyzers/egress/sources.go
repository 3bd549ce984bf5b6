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
// gives: host, network, user, machine, path, weak, or neutral for what does
// not identify.
func (s *IdentitySources) Symbol(symbol string) (class string, ok bool) { return s.w.Identity(symbol) }

// File returns the class of identity that the contents of a file give.
func (s *IdentitySources) File(name string) (class string, ok bool) { return s.w.IdentityFile(name) }
