package main

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
)

// The exit statuses of the audit, the same in every format.
const (
	statusClean      = 0
	statusFindings   = 1
	statusUsage      = 2 // also a policy with errors, and nothing to audit
	statusIncomplete = 3
)

// A userError says what is wrong and what to do next. All are made in this
// file.
type userError struct {
	status int
	text   string
	next   string
}

func (e *userError) Error() string { return e.text }

// block is how the error is printed: what is wrong, then what to do.
func (e *userError) block() string {
	return fmt.Sprintf("optincheck: %s\n  %s\n", e.text, e.next)
}

func usage(next, format string, args ...any) *userError {
	return &userError{statusUsage, fmt.Sprintf(format, args...), next}
}

const seeHelp = "`optincheck help` lists commands and flags"

func errFlag(err error) error {
	return usage(seeHelp, "%v", err)
}

func errFlagAfterPackage(flag string) error {
	return usage("put flags before packages: optincheck "+flag+" ... packages", "%s stands after a package", flag)
}

func errChoice(flag, value string, choices ...string) error {
	return usage(fmt.Sprintf("write -%s=%s", flag, strings.Join(choices, " or -"+flag+"=")), "-%s cannot be %q", flag, value)
}

func errOut(value string, formats []string) error {
	return usage("write -out FORMAT=FILE, with FORMAT one of "+strings.Join(formats, ", "), "-out cannot be %q", value)
}

func errSetting(err error) error {
	return usage("write -set KIND:KEY=VALUE, as in -set env:DO_NOT_TRACK=1", "-set: %v", err)
}

func errModels(err error) error {
	return usage("the format of models is specified in the documentation of analyzers/egress/internal/world", "-models: %v", err)
}

func errLDFlags(text, why string) error {
	return usage(`write -ldflags "-X importpath.name=value", as for go build`, "-ldflags %q: %s", text, why)
}

func errExplain(name string, known []string) error {
	if name == "" {
		return usage("name one of: "+strings.Join(known, ", "), "explain needs the name of a finding")
	}
	return usage("name one of: "+strings.Join(known, ", "), "there is no finding %q", name)
}

func errExtra(command string, args []string) error {
	return usage(seeHelp, "%s: too many arguments: %s", command, strings.Join(args, " "))
}

func errNoBehaviour(id string, known []string) error {
	if len(known) == 0 {
		return usage("run without -why: there is no behaviour at all", "no behaviour has the ID %q", id)
	}
	return usage("the behaviours are: "+strings.Join(known, ", "), "no behaviour has the ID %q", id)
}

func errDiff(args []string) error {
	return usage("name a directory, a file that -format=json wrote, or a git revision for each: optincheck diff OLD NEW", "diff takes two arguments, not %d", len(args))
}

func errRevision(name string, err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return usage("install git, or give directories or files", "%s is neither a directory nor a file, and there is no git to ask for a revision", name)
	}
	text := fmt.Sprintf("%s is neither a directory, a file nor a git revision", name)
	var silent *exec.ExitError
	if err != nil && !errors.As(err, &silent) {
		text += ": " + err.Error()
	}
	return usage("name a directory, a file that -format=json wrote, or a revision of the repository here", "%s", text)
}

func errSaved(file, why string) error {
	return usage("save an audit with optincheck -format=json ./... > FILE", "%s is no saved audit: %s", file, why)
}

func errNotHere(command, flag string) error {
	return usage("leave the flag out; `optincheck help` says what it is for", "%s does not know -%s", command, flag)
}

func errNoPackage() error {
	return usage("name the packages that mint the identifiers, as in optincheck compare ./usage", "compare needs packages")
}

// errNothingToCompare is for packages that mint no identifier.
func errNothingToCompare(paths []string) error {
	return &userError{
		statusIncomplete, "no identifier is minted in " + strings.Join(paths, " ") + ": no random number gets into a file or a request there",
		"name the package that mints it; what a package imports from other modules is not looked into",
	}
}

func errNoFiles() error {
	return usage("name files, as in optincheck vet --changed main.go", "vet --changed needs files")
}

func errPolicyExists(file string) error {
	return usage("move it away first, to compare the two afterwards", "there is a policy already: %s", file)
}

func errModules(found string) error {
	if found == "" {
		return usage("run it in a module, beside or below its go.mod", "init writes the policy of a module, and there is none here")
	}
	return usage("run it in one module at a time", "init writes the policy of one module, and the packages are of several: %s", found)
}

// errPolicyFile is for a policy that cannot be read.
func errPolicyFile(err error) error {
	return usage("name a policy file that can be read, or the word builtin; nothing was analysed", "cannot read the policy: %v", err)
}

func errUpdate() error {
	return usage("name the file: -baseline FILE -update-baseline", "-update-baseline without -baseline")
}

// errBaselineFile is for a baseline that cannot be read.
func errBaselineFile(err error) error {
	return usage("name a baseline that can be read, or write it with -update-baseline; nothing was analysed", "cannot read the baseline: %v", err)
}

// errBaseline is for a baseline that has errors.
func errBaseline(err error) error {
	return usage("correct the baseline; nothing was analysed", "the baseline has errors:\n%v", err)
}

// errPolicy is for a policy that has errors: each is told with its place, and
// nothing is analysed.
func errPolicy(err error) error {
	return usage("correct the policy; nothing was analysed (`go doc github.com/optincheck/optincheck/policy` is its format)", "the policy has errors:\n%v", err)
}

func errPolicyVariable(value string) error {
	return usage("give an absolute path or the word builtin, or unset it", "OPTINCHECK_POLICY is %q", value)
}

// errPolicies is for several audited modules that have a policy each.
func errPolicies(files []string) error {
	return usage("audit one module at a time, or give the policy with -policy", "the audited modules have several policies: %s", strings.Join(files, ", "))
}

// errLoad is for programs of which nothing could be loaded.
func errLoad(err error) error {
	var nothing *load.NothingError
	var list *load.ListError
	switch {
	case errors.Is(err, load.ErrNoGo):
		return usage("install Go, or put the directory of its go command into PATH; nothing was analysed", "%v", err)
	case errors.As(err, &nothing):
		return usage("name packages as for go build, as in optincheck ./...; `go list ./...` shows which there are", "%v", err)
	case errors.As(err, &list):
		return usage("make `go list ./...` work here first; nothing was analysed", "the go command says: %v", err)
	}
	return usage("nothing was analysed", "%v", err)
}

// errFixed is for a program that does not build, or whose tests fail, after it
// was fixed.
func errFixed(what, out string) error {
	return &userError{statusFindings, fmt.Sprintf("go %s fails after the fixes; nothing was written:\n%s", what, strings.TrimSpace(out)),
		"see with -diff what would change; if it fails without the fixes too, correct that first"}
}

func errQuilt(err error) error {
	return usage("name the patches of an unpacked source package, as in -quilt debian/patches; nothing was written", "-quilt: %v", err)
}

func errOutput(err error) error {
	return &userError{statusIncomplete, fmt.Sprintf("cannot write the result: %v", err), "the result is lost; run again with an output that can be written"}
}

// errInternal is for what no user can have caused.
func errInternal(err error) *userError {
	return &userError{statusIncomplete, err.Error(), "this is a fault of optincheck; please report it with the command that shows it"}
}
