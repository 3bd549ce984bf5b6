// Package analyzers is the suite: every rule as an analyzer for go vet and its
// relatives, and the same rules over a whole program for the audit.
//
// # Drivers
//
// Every rule is a package that exports Analyzer, which judges by the policy that
// go vet would find, and New, which takes one. They run under go vet, in
// golangci-lint (github.com/optincheck/optincheck/golangci is the plugin), in
// the checkers of golang.org/x/tools, and in Bazel.
//
// # Bazel
//
// A target nogo of rules_go takes packages that export Analyzer. Without a
// policy these are the rules themselves:
//
//	nogo(
//	    name = "nogo",
//	    deps = [
//	        "@com_github_optincheck_optincheck//analyzers/optout",
//	        "@com_github_optincheck_optincheck//analyzers/telemetry",
//	    ],
//	    visibility = ["//visibility:public"],
//	)
//
// Under nogo no file is looked for, so a policy has to be built in, and then it
// is part of what Bazel keeps results under. The example of [New] is a package
// for that; it takes the place of the rule in deps:
//
//	go_library(
//	    name = "optout",
//	    srcs = ["optout.go"],
//	    embedsrcs = ["optin.policy"],
//	    importpath = "example.org/app/tools/optout",
//	    deps = [
//	        "@com_github_optincheck_optincheck//analyzers/optout",
//	        "@com_github_optincheck_optincheck//policy",
//	    ],
//	)
//
// Facts come from dependencies, so nogo runs the rules there too; exclude_files
// in its configuration keeps what they find there out of the output.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/codefetch"
	"github.com/optincheck/optincheck/analyzers/identity"
	"github.com/optincheck/optincheck/analyzers/netscope"
	"github.com/optincheck/optincheck/analyzers/optout"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/analyzers/webasset"
	"github.com/optincheck/optincheck/policy"
)

// All returns the analyzers that go vet runs.
func All() []*analysis.Analyzer { return New(nil) }

// New returns the same analyzers for a given policy; nil means the one that go
// vet would find. No two sets of them run side by side.
func New(pol *policy.Policy) []*analysis.Analyzer {
	return []*analysis.Analyzer{
		// egress.Analyzer omitted: it reports nothing and is required by all.
		// policy/... omitted: no single package knows what the others need of
		// a policy; see Judge.
		codefetch.New(pol),
		identity.New(pol),
		netscope.New(pol),
		optout.New(pol),
		telemetry.New(pol),
		webasset.New(pol),
	}
}
