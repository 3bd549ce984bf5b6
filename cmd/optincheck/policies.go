package main

import (
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/internal/discover"
	"github.com/optincheck/optincheck/policy"
)

// givenPolicy returns the policy that the flag names, seen from dir, or else
// the environment; nil if neither does.
func (s *session) givenPolicy(dir, name string) (*policy.Policy, error) {
	if name == "" {
		name = s.getenv(discover.PolicyVar)
		if name != "" && name != discover.Builtin && !filepath.IsAbs(name) {
			return nil, errPolicyVariable(name)
		}
	}
	switch name {
	case "":
		return nil, nil
	case discover.Builtin:
		return policy.Builtin(), nil
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(dir, name)
	}
	return readPolicy(shown(name), name, policy.Given)
}

// shown is how places name a file that the user gave: from the current
// directory if it is below it, so that where a package is built does not show.
func shown(file string) string {
	if here, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(here, file); err == nil && filepath.IsLocal(rel) {
			file = rel
		}
	}
	return filepath.ToSlash(file)
}

// readPolicy reads the policy in a file under the name that places show.
func readPolicy(name, file string, origin policy.Origin) (*policy.Policy, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, errPolicyFile(err)
	}
	pol, err := policy.Parse(name, data)
	if err != nil {
		return nil, errPolicy(err)
	}
	pol.Origin = origin
	return pol, nil
}

// policyOf returns the policy to judge a program by: the given one, or that of
// its module. It must be a policy of the audited module.
func policyOf(prog *load.Program, given *policy.Policy) (*policy.Policy, error) {
	pol := given
	if pol == nil {
		var err error
		if pol, err = foundPolicy(prog); err != nil {
			return nil, err
		}
	}
	if err := checkModule(prog, pol); err != nil {
		return nil, errPolicy(err)
	}
	return pol, nil
}

// foundPolicy returns the policy that lies in the audited module. Its places
// are relative to the module's root, like those of the code.
func foundPolicy(prog *load.Program) (*policy.Policy, error) {
	var files []string
	for _, m := range prog.Modules {
		file, err := discover.Find(m.Dir)
		if err != nil {
			return nil, errPolicy(err)
		}
		if file != "" {
			files = append(files, file)
		}
	}
	switch len(files) {
	case 0:
		return policy.Builtin(), nil
	case 1:
		return readPolicy(prog.Name(files[0]), files[0], policy.Found)
	}
	return nil, errPolicies(files)
}

// checkModule returns an error if the policy is not that of an audited module.
func checkModule(prog *load.Program, pol *policy.Policy) error {
	if len(prog.Modules) == 0 {
		var paths []string
		for _, p := range prog.Packages {
			if p.Matched {
				paths = append(paths, p.Types.Path())
			}
		}
		return pol.CheckPackages(paths)
	}
	var err error
	for _, m := range prog.Modules {
		if err = pol.CheckModule(m.Path); err == nil {
			return nil
		}
	}
	return err
}

// vetPolicies is what decides, for go vet, which policies hold.
func (s *session) vetPolicies() discover.Env {
	return discover.Env{Policy: s.getenv(discover.PolicyVar), Work: s.getenv("GOWORK")}
}

// checkPolicies returns the errors of the policies that go vet would read in
// dir, in better order than go vet can show them.
func (s *session) checkPolicies(dir string) error {
	_, err := s.policiesID(dir)
	return err
}

// policiesID returns what the policies of a run of go vet in dir come to.
func (s *session) policiesID(dir string) (string, error) {
	id, err := discover.BuildID(s.vetPolicies(), dir, s.today())
	if err != nil {
		return "", errPolicy(err)
	}
	return id, nil
}

// today is the day that the rules compare Expires with.
func (s *session) today() time.Time {
	seconds, err := strconv.ParseInt(s.getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return time.Now()
	}
	return time.Unix(seconds, 0)
}
