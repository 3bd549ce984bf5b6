// Package golangci makes the rules of optincheck a module plugin of
// golangci-lint, by the name optincheck. It is a module of its own, so that
// nobody else depends on what plugins need.
//
// # Use
//
// The file .custom-gcl.yml in this folder builds a golangci-lint that has the
// plugin, by "golangci-lint custom". It is switched on in .golangci.yml:
//
//	version: "2"
//	linters:
//	  enable: [optincheck]
//	  settings:
//	    custom:
//	      optincheck:
//	        type: module
//	        description: what the program says to whom before anybody said yes
//	        settings:
//	          policy: debian/optin.policy
//
// The setting policy is the path of a policy file, relative to the working
// directory, or the word builtin. Without it, the policy is found as under go
// vet: OPTINCHECK_POLICY, else debian/optin.policy or optin.policy in the
// directory of go.mod.
//
// golangci-lint shows one finding a line and three of the same text at most,
// unless issues.uniq-by-line is false and issues.max-same-issues is 0, and obeys
// nolint comments: where the audited code must not silence the audit, run
// optincheck itself.
package golangci

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"time"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/internal/discover"
	"github.com/optincheck/optincheck/policy"
)

func init() { register.Plugin("optincheck", New) }

// Settings are what .golangci.yml may set.
type Settings struct {
	Policy string `json:"policy"` // path of a policy file, or builtin; empty is as under go vet
}

// A plugin is the suite with the policy of one run.
type plugin struct{ suite []*analysis.Analyzer }

// New returns the plugin for the settings of .golangci.yml.
func New(conf any) (register.LinterPlugin, error) {
	settings, err := register.DecodeSettings[Settings](conf)
	if err != nil {
		return nil, fmt.Errorf("the settings of optincheck are policy and nothing else: %w", err)
	}
	env := discover.FromOS()
	if settings.Policy != "" {
		env.Policy = settings.Policy
	}
	if env.Policy != "" && env.Policy != discover.Builtin {
		if env.Policy, err = filepath.Abs(env.Policy); err != nil {
			return nil, err
		}
	}
	id, err := discover.BuildID(env, ".", time.Now())
	if err != nil {
		return nil, err
	}
	pol, err := given(env.Policy)
	if err != nil {
		return nil, err
	}
	return &plugin{append(analyzers.New(pol), keyed(id))}, nil
}

// given returns the policy that is named, and nil, which is as under go vet,
// if none is.
func given(name string) (*policy.Policy, error) {
	switch name {
	case "":
		return nil, nil
	case discover.Builtin:
		return policy.Builtin(), nil
	}
	return discover.Load(name, policy.Given)
}

// keyed is an analyzer that does nothing. golangci-lint keeps findings under
// the names of a linter's analyzers and looks at no file that these read: so
// one name is made of the policies of the run, and a changed policy counts at
// once.
func keyed(id string) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name: fmt.Sprintf("optinpolicy_%x", sha256.Sum256([]byte(id)))[:32],
		Doc:  "stands for the policies of the run in the cache of golangci-lint; reports nothing",
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}
}

// BuildAnalyzers implements register.LinterPlugin.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) { return p.suite, nil }

// GetLoadMode implements register.LinterPlugin.
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }
