package token

import (
	"os"
	"time"
)

// A Status says how things stand with one purpose. It holds no identifier.
type Status struct {
	Purpose     string    `json:"purpose"`
	Granted     bool      `json:"granted"`
	Reason      string    `json:"reason,omitempty"`       // why it is not granted
	TextVersion int       `json:"text_version,omitempty"` // of the text agreed to
	Time        time.Time `json:"time,omitzero"`          // of the agreement, in UTC
	Who         string    `json:"who,omitempty"`          // who agreed
	Hosts       []string  `json:"hosts"`
	Directory   string    `json:"directory,omitempty"` // of the record and the identifiers; empty without a home
	Files       []string  `json:"files"`               // their names, if there are any
}

// Status returns how things stand with each purpose, in the order of the
// description. It creates nothing and reads nothing but the records.
func (s *Store) Status() []Status {
	all := make([]Status, 0, len(s.program.Purposes))
	for _, p := range s.program.Purposes {
		all = append(all, s.status(p))
	}
	return all
}

func (s *Store) status(p Purpose) Status {
	st := Status{Purpose: p.Name, Granted: true, Hosts: p.Hosts, Files: []string{}}
	if err := s.check(p); err != nil {
		st.Granted, st.Reason = false, err.Error()
	}
	if s.dir == "" {
		return st
	}
	st.Directory = s.purposeDir(p.Name)
	if r, err := s.record(p.Name); err == nil {
		st.TextVersion, st.Time, st.Who = r.Text, r.Time, r.Who
	}
	entries, _ := os.ReadDir(st.Directory) // unreadable shows as no files, and Reason says why
	for _, e := range entries {
		st.Files = append(st.Files, e.Name())
	}
	return st
}
