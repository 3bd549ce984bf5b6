package main

import (
	"flag"
	"io"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/comparison"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/properties"
)

// compare puts an implementation of identifiers beside the reference.
func (s *session) compare(args []string) (int, error) {
	cfg, format, err := compareOptions(args)
	if err != nil {
		return 0, err
	}
	progress, done := s.progress()
	defer done()
	cfg.Env, cfg.Progress = s.env, progress
	prog, err := load.Load(cfg)
	if err != nil {
		return 0, errLoad(err)
	}
	candidate, err := implementation(prog)
	if err != nil {
		return 0, err
	}
	reference, err := comparison.Reference()
	if err != nil {
		return 0, err
	}
	done()
	c := comparison.Compare(reference, candidate)
	c.NotAnalysed = ofImplementation(prog)
	show := c.Text
	if format == "json" {
		show = c.JSON
	}
	if err := show(s.stdout); err != nil {
		return 0, errOutput(err)
	}
	switch {
	case c.Count(comparison.Weaker) > 0:
		return statusFindings, nil
	case c.Count(comparison.Unknown) > 0 || len(c.NotAnalysed) > 0:
		return statusIncomplete, nil
	}
	return statusClean, nil
}

// compareOptions reads the arguments.
func compareOptions(args []string) (cfg load.Config, format string, err error) {
	flags := flag.NewFlagSet("optincheck compare", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&cfg.Dir, "C", "", "")
	flags.StringVar(&format, "format", "text", "")
	flags.StringVar(&cfg.Goos, "goos", "", "")
	flags.StringVar(&cfg.Goarch, "goarch", "", "")
	tags := flags.String("tags", "", "")
	if err := flags.Parse(args); err != nil {
		return cfg, "", errFlag(err)
	}
	cfg.Tags, cfg.Patterns = splitTags(*tags), flags.Args()
	switch {
	case !slices.Contains([]string{"text", "json"}, format):
		return cfg, "", errChoice("format", format, "text", "json")
	case len(cfg.Patterns) == 0:
		return cfg, "", errNoPackage()
	}
	for _, pattern := range cfg.Patterns {
		if strings.HasPrefix(pattern, "-") {
			return cfg, "", errFlagAfterPackage(pattern)
		}
	}
	return cfg, format, nil
}

// implementation is what the matched packages do.
func implementation(prog *load.Program) (*comparison.Implementation, error) {
	impl := &comparison.Implementation{}
	var pkgs []*egress.Package
	for _, pkg := range prog.Packages {
		if pkg.Matched && pkg.Types != nil && len(pkg.Errors) == 0 {
			pkgs = append(pkgs, pkg)
			impl.Packages = append(impl.Packages, pkg.Types.Path())
		}
	}
	extractor, err := properties.NewExtractor()
	if err != nil {
		return nil, err
	}
	impl.Properties = extractor.Extract(prog.Fset, pkgs)
	if len(impl.Properties) == 0 {
		return nil, errNothingToCompare(impl.Packages)
	}
	return impl, nil
}

// ofImplementation are the matched packages that could not be looked at.
func ofImplementation(prog *load.Program) []egress.NotAnalysed {
	matched := map[string]bool{}
	for _, pkg := range prog.Packages {
		if pkg.Matched && pkg.Types != nil {
			matched[pkg.Types.Path()] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(prog.NotAnalysed), func(n egress.NotAnalysed) bool { return !matched[n.Package] })
}
