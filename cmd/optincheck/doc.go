// Optincheck tells what a program says to whom before anybody said yes.
//
// Usage:
//
//	optincheck [flags] [packages]            audit whole programs
//	optincheck vet [flags] [packages]        check package by package, as go vet does
//	optincheck vet --changed [flags] files   check the packages of the files, and their importers
//	optincheck init [flags] [packages]       write a first policy, to be reviewed
//	optincheck diff [flags] OLD NEW          tell what changed between two versions, and if for the worse
//	optincheck compare [flags] packages      put identifiers beside those of the reference
//	optincheck fix [flags] [packages]        write the patch after which somebody is asked first
//	optincheck explain RULE[/CATEGORY]       print what a finding means and how to fix it
//	optincheck version                       print the version
//	optincheck help                          print this text
//
// Without packages, the one in the current directory is taken. Packages are
// named as the go command names them; flags go before packages.
//
// # Flags of the audit
//
//	-C DIR                  as if started in this directory
//	-policy FILE|builtin    judge by this policy, instead of the one in the audited module
//	                        (debian/optin.policy, else optin.policy beside go.mod)
//	-format text|json|sarif|github|gitlab|lintian
//	                        how to print; json is protocol optincheck/1, sarif version 2.1.0,
//	                        github annotations, with a job's summary where GITHUB_STEP_SUMMARY
//	                        names a file, gitlab a Code Quality report, and lintian tags with
//	                        explanations
//	-out FORMAT=FILE        print into the file as well; repeatable
//	-fail-on error|warning|info|never
//	                        the least severity that makes the status 1; info by default. An
//	                        error happens on a fresh install, a warning may or is about the
//	                        policy, and info happens only after a yes
//	-color auto|always|never
//	                        colour; auto is on a terminal, unless NO_COLOR is set
//	-baseline FILE          findings that the file lists are known and do not count; what it
//	                        lists and is not found any more is a finding
//	-update-baseline        write the baseline if there is none; else delete from it what is
//	                        not found any more. Nothing adds to a baseline
//	-unknown list|deny      behaviours of unknown purpose: list them, or make them findings
//	-strict                 blind spots make the result incomplete
//	-why ID                 print all that led to the verdict about one behaviour: the condition
//	                        that decides, the stores behind the default, every path, and what
//	                        each question was answered
//	-set KIND:KEY=VALUE     evaluate with this switch set, as in env:DO_NOT_TRACK=1; repeatable
//	-tests                  audit tests too
//	-tags LIST              build tags, separated by commas
//	-goos OS, -goarch ARCH  the system to audit for; the go command's by default
//	-ldflags FLAGS          link-time variables, as in "-X main.version=1.2"
//	-models FILE            what functions of other libraries do, as in the built-in models;
//	                        repeatable, a later file counts
//
// # A first policy
//
// init writes optin.policy beside go.mod from what the programs of the module
// do, with the flags above that say what is audited: a Function for each
// package with the hosts found, a Consent for each switch. It is a draft: each
// purpose is "unreviewed", which is an error until somebody has edited it.
//
// # Comparing versions
//
// OLD and NEW are each a directory, a file that -format=json wrote, or a git
// revision of the repository that the working directory is in. All packages
// below are audited, with the flags above (but -why, -fail-on, -baseline and
// -out; -format is text or json). Changes are listed by risk, those for the worse
// with a mark: a gate that is gone, a default that turned round, new hosts and
// behaviours. A new behaviour that needs a yes which nobody can have given
// before is no change for the worse.
//
// # Flags of vet
//
//	-policy FILE|builtin    as above
//	--changed               the arguments are files, as a pre-commit hook gives them
//
// All other flags are those of go vet, as in -tags=LIST or -json. The same
// check runs as "go vet -vettool=$(which optincheck) [packages]"; there the
// policy is named by the environment variable OPTINCHECK_POLICY, an absolute
// path or the word builtin.
//
// # Comparing
//
// "optincheck compare ./usage" takes the packages that mint, keep and send
// identifiers for one implementation, and puts its properties beside those of
// the reference, package policy/token of this module: each is the same, weaker,
// stronger, or cannot be told, with the places that show it. The flags are -C,
// -format, -tags, -goos and -goarch, as above; JSON is protocol
// optincheck-compare/1.
//
// # Flags of fix
//
//	-diff                   print the patch, change nothing
//	-quilt DIR              write it to DIR, the debian/patches of an unpacked source package, for
//	                        the tree with all patches applied, and append it to the series;
//	                        neither the tree nor .pc is changed
//	-cut                    remove what sends, instead of asking first
//	-test                   run the tests with the fixes, and write nothing if they fail
//
// and -C, -policy, -unknown, -set, -tests, -tags, -goos, -goarch, -ldflags and -models of
// the audit. A fix is written if the program builds with it and a new audit
// shows the behaviour as opt-in, or does not show it. Others than those inside
// one package are written here only; those are also offered by vet -fix and by
// editors.
//
// # Exit status
//
// Of the audit, the same in every format:
//
//	0  nothing found
//	1  findings; the output says if the result is incomplete as well
//	2  wrong usage, a policy with errors, or nothing that could be audited
//	3  incomplete: something could not be loaded, typed or evaluated
//
// Of diff: 1 only if something changed for the worse, else as above.
// Of compare: 0 if nothing is weaker, 1 if something is, 2 for wrong usage, and 3
// if something cannot be told or nothing was found to compare.
// Of fix, the same of what is left after the fixes.
//
// Of vet, that of go vet: 0 for nothing found, 1 for findings and for packages
// that cannot be checked (with -json, findings are 0), and 2 for wrong usage or
// a policy with errors where optincheck vet sees them before go vet does.
//
// # Limits
//
// Reflection, cgo, assembly, plugins, linkname and unknown child processes can
// hide a request. They are listed as blind spots with their places. So are
// modules below the audited one, which ./... does not match: optincheck -C DIR
// ./... audits one.
package main
