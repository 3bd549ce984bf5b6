package main

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

// options are the flags of the audit, checked.
type options struct {
	dir          string
	patterns     []string
	policy       string
	format       string
	outs         []output
	color        string
	unknown      string
	why          string
	failOn       report.Severity
	baseline     string
	update       bool // the baseline
	strict       bool
	tests        bool
	goos, goarch string
	tags         []string
	ldflags      map[string]string
	settings     []policy.Setting
	models       []string
}

// An output is a file for a format.
type output struct{ format, file string }

// parseOptions reads the arguments of the audit, or of a command that has flags
// of its own besides.
func parseOptions(args []string, own ...func(*flag.FlagSet)) (*options, error) {
	o := &options{ldflags: map[string]string{}}
	flags := flag.NewFlagSet("optincheck", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.dir, "C", "", "")
	flags.StringVar(&o.policy, "policy", "", "")
	flags.StringVar(&o.format, "format", "text", "")
	flags.StringVar(&o.color, "color", "auto", "")
	flags.StringVar(&o.unknown, "unknown", "list", "")
	flags.StringVar(&o.why, "why", "", "")
	flags.StringVar((*string)(&o.failOn), "fail-on", string(report.Info), "")
	flags.StringVar(&o.baseline, "baseline", "", "")
	flags.BoolVar(&o.update, "update-baseline", false, "")
	flags.BoolVar(&o.strict, "strict", false, "")
	flags.BoolVar(&o.tests, "tests", false, "")
	flags.StringVar(&o.goos, "goos", "", "")
	flags.StringVar(&o.goarch, "goarch", "", "")
	tags := flags.String("tags", "", "")
	ldflags := flags.String("ldflags", "", "")
	var settings []string
	flags.Func("set", "", func(s string) error { settings = append(settings, s); return nil })
	var outs []string
	flags.Func("out", "", func(s string) error { outs = append(outs, s); return nil })
	flags.Func("models", "", func(s string) error { o.models = append(o.models, s); return nil })
	for _, define := range own {
		define(flags)
	}
	if err := flags.Parse(args); err != nil {
		return nil, errFlag(err)
	}
	o.patterns = flags.Args()
	o.tags = splitTags(*tags)
	if err := o.addOuts(outs); err != nil {
		return nil, err
	}
	return o, o.check(*ldflags, settings)
}

// addOuts reads the values of -out, FORMAT=FILE.
func (o *options) addOuts(values []string) error {
	for _, v := range values {
		format, file, ok := strings.Cut(v, "=")
		if !ok || file == "" || !slices.Contains(formats, format) {
			return errOut(v, formats)
		}
		o.outs = append(o.outs, output{format, file})
	}
	return nil
}

// splitTags splits a list of tags at commas or, as the go command once did, at
// blanks.
func splitTags(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

// joinTags writes tags as the go command takes them.
func joinTags(tags []string) string { return strings.Join(tags, ",") }

// check completes the options and finds what is wrong with them.
func (o *options) check(ldflags string, settings []string) error {
	for _, choice := range []struct {
		flag, value string
		choices     []string
	}{
		{"format", o.format, formats},
		{"color", o.color, []string{"auto", "always", "never"}},
		{"unknown", o.unknown, []string{"list", "deny"}},
		{"fail-on", string(o.failOn), []string{string(report.Error), string(report.Warning), string(report.Info), string(report.Never)}},
	} {
		if !slices.Contains(choice.choices, choice.value) {
			return errChoice(choice.flag, choice.value, choice.choices...)
		}
	}
	for _, pattern := range o.patterns {
		if strings.HasPrefix(pattern, "-") {
			return errFlagAfterPackage(pattern)
		}
	}
	if len(o.patterns) == 0 {
		o.patterns = []string{"."}
	}
	if o.update && o.baseline == "" {
		return errUpdate()
	}
	for _, s := range settings {
		setting, err := policy.ParseSetting(s)
		if err != nil {
			return errSetting(err)
		}
		o.settings = append(o.settings, setting)
	}
	words, err := splitQuoted(ldflags)
	if err != nil {
		return errLDFlags(ldflags, err.Error())
	}
	return o.linkTime(ldflags, words)
}

// only returns an error unless the options are those of a command that prints
// no findings, in one of the given formats.
func (o *options) only(command string, formats ...string) error {
	switch {
	case !slices.Contains(formats, o.format):
		return errChoice("format", o.format, formats...)
	case o.why != "":
		return errNotHere(command, "why")
	case len(o.outs) > 0:
		return errNotHere(command, "out")
	case o.baseline != "":
		return errNotHere(command, "baseline")
	case o.failOn != report.Info:
		return errNotHere(command, "fail-on")
	}
	return nil
}

// linkTime keeps the variables that -X sets. All other flags of the linker
// change nothing that the evaluation looks at.
func (o *options) linkTime(text string, words []string) error {
	for i := 0; i < len(words); i++ {
		value, ok := strings.CutPrefix(strings.TrimLeft(words[i], "-"), "X=")
		switch {
		case words[i] != "-X" && words[i] != "--X" && (!ok || words[i][0] != '-'):
			continue
		case !ok && i+1 == len(words):
			return errLDFlags(text, "-X needs importpath.name=value")
		case !ok:
			i++
			value = words[i]
		}
		name, value, ok := strings.Cut(value, "=")
		if !ok || strings.LastIndex(name, ".") <= strings.LastIndex(name, "/") {
			return errLDFlags(text, fmt.Sprintf("%q is not importpath.name=value", name))
		}
		o.ldflags[name] = value
	}
	return nil
}

// splitQuoted splits text at blanks as the go command does: a word may be
// quoted whole, and there are no escapes.
func splitQuoted(text string) ([]string, error) {
	var words []string
	for {
		text = strings.TrimLeft(text, " \t\r\n")
		if text == "" {
			return words, nil
		}
		if quote := text[0]; quote == '"' || quote == '\'' {
			word, rest, ok := strings.Cut(text[1:], string(quote))
			if !ok {
				return nil, fmt.Errorf("unterminated %c string", quote)
			}
			words, text = append(words, word), rest
			continue
		}
		end := strings.IndexAny(text, " \t\r\n")
		if end < 0 {
			end = len(text)
		}
		words, text = append(words, text[:end]), text[end:]
	}
}
