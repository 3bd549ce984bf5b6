// Package discover finds the policy that holds for a package.
//
// The environment variable OPTINCHECK_POLICY, an absolute path or the word
// builtin, holds for all packages. Otherwise a policy is looked for only for
// packages of a main module, in the directory of its go.mod:
// debian/optin.policy, then optin.policy. Everywhere else the built-in policy
// holds. The policy of a dependency is never read.
//
// The go command keeps the results of a vet tool under the tool's build ID and
// does not know which files the tool reads. [BuildID] is what makes a changed
// policy change the very next run.
package discover

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/optincheck/optincheck/policy"
)

// PolicyVar is the environment variable that names the policy.
const PolicyVar = "OPTINCHECK_POLICY"

// Builtin is the value of [PolicyVar] that stands for the built-in policy.
const Builtin = "builtin"

// names are the places of a policy below a module's root, the winner first.
var names = [...]string{"debian/optin.policy", "optin.policy"}

// An Env is the part of the environment that decides which policy holds.
type Env struct {
	Policy string // OPTINCHECK_POLICY
	Work   string // GOWORK, as the go command sees it (go env GOWORK knows what go env -w has set)
}

// FromOS returns the environment of this process.
func FromOS() Env {
	return Env{Policy: os.Getenv(PolicyVar), Work: os.Getenv("GOWORK")}
}

// given returns the file that the environment names, or "" if it names none
// or the built-in policy.
func (e Env) given() (file string, err error) {
	if e.Policy == "" || e.Policy == Builtin {
		return "", nil
	}
	if !filepath.IsAbs(e.Policy) {
		return "", fmt.Errorf("%s is %q; give it the absolute path of a policy file, or the word %s, or unset it", PolicyVar, e.Policy, Builtin)
	}
	return e.Policy, nil
}

// For returns the policy that holds for the package in packageDir. Under go
// vet, a package of a main module has a modulePath and no moduleVersion, a
// dependency has both, and the standard library and GOPATH mode have neither.
//
// A policy of another module is an error, but for packages of main modules
// only: a given policy holds for dependencies too. In GOPATH mode a package
// does not show whether it is a dependency; see [policy.Policy.CheckPackages].
func For(env Env, modulePath, moduleVersion, packageDir string) (*policy.Policy, error) {
	file, err := env.given()
	if err != nil {
		return nil, err
	}
	main := modulePath != "" && moduleVersion == ""
	origin := policy.Given
	if file == "" && env.Policy == "" && main {
		origin = policy.Found
		file, err = findFor(packageDir)
	}
	if err != nil {
		return nil, err
	}
	if file == "" {
		return policy.Builtin(), nil
	}
	p, err := Load(file, origin)
	if err == nil && main {
		err = p.CheckModule(modulePath)
	}
	if err != nil {
		return nil, err
	}
	return p, nil
}

// findFor returns the policy file of the module that dir is in, or "".
func findFor(dir string) (string, error) {
	root, err := moduleRoot(dir)
	if err != nil || root == "" {
		return "", err
	}
	return Find(root)
}

// Find returns the policy file of the module in moduleRoot, or "" if it has
// none. A file that is there and cannot be read is found: reading it then says
// why not.
func Find(moduleRoot string) (file string, err error) {
	for _, name := range names {
		file := filepath.Join(moduleRoot, filepath.FromSlash(name))
		exists, err := exists(file)
		if err != nil {
			return "", fmt.Errorf("look for a policy: %w", err)
		}
		if exists {
			return file, nil
		}
	}
	return "", nil
}

// exists reports whether there is anything of that name, even a link that
// leads nowhere.
func exists(file string) (bool, error) {
	_, err := os.Lstat(file)
	// Where debian is a plain file, some systems say "not a directory".
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return false, nil
	}
	return err == nil, err
}

// Load reads the policy in file.
func Load(file string, origin policy.Origin) (*policy.Policy, error) {
	data, err := read(file)
	if err != nil {
		return nil, err
	}
	return parse(file, data, origin)
}

func read(file string) ([]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read the policy: %w", err)
	}
	return data, nil
}

func parse(file string, data []byte, origin policy.Origin) (*policy.Policy, error) {
	p, err := policy.Parse(file, data)
	if err != nil {
		return nil, err
	}
	p.Origin = origin
	return p, nil
}

// moduleRoot returns the nearest directory from dir upwards that has a go.mod,
// or "". Like the go command it goes by names and does not resolve links.
func moduleRoot(dir string) (string, error) {
	file, err := upwards(dir, "go.mod")
	if err != nil || file == "" {
		return "", err
	}
	return filepath.Dir(file), nil
}

// upwards returns the nearest file of that name in dir or above it, or "".
func upwards(dir, name string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		file := filepath.Join(dir, name)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return file, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}
